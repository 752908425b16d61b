"""Finds the bodies and organisations that a report names."""

import re

from dragoman.knowledge.actors import nouns
from dragoman.knowledge.fold import fold
from dragoman.model import Name
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import body
from dragoman.stages.actors.reading import Reading

ACRONYM = re.compile(r"\s*[(\[]\s*(?:[^()\[\]]*,\s*)?([A-Z][A-Za-z.\-/&]{1,9})\s*[)\]]")
BODY_KINDS = ("government_body", "organisation", "armed_group")


def name_bodies(reading: Reading) -> None:
    """Add every named body to the cast, each once; an acronym in brackets names the body before it.

    Args:
        reading: the report being read; its cast is filled.
    """
    forms: dict[str, Referent] = {}
    for name in reading.document.names:
        if name.label != "ORG" or any(reading.named[name.first : name.last]):
            continue
        form = reading.document.text[name.start : name.end]
        referent = _seen(forms, form) or _identify(reading, name, form)
        if referent is None:
            continue
        for known in _keys(form):
            forms.setdefault(known, referent)
        acronym = ACRONYM.match(reading.document.text, name.end)
        if acronym:
            forms.setdefault(fold(acronym.group(1)), referent)
        _note(reading, referent, name)


def _keys(form: str) -> list[str]:
    folded = fold(form)
    return [folded, folded.removeprefix("the ")]


def _seen(forms: dict[str, Referent], form: str) -> Referent | None:
    """Find a body named before, in full or by its first words."""
    folded = fold(form).removeprefix("the ")
    if folded in forms:
        return forms[folded]
    if folded.count(" ") < 1:
        return None
    return next((referent for known, referent in forms.items() if known.startswith(folded + " ")), None)


def _identify(reading: Reading, name: Name, form: str) -> Referent | None:
    head = reading.tree.head_of(name.first, name.last)
    first, last = reading.tree.full(head)
    owner = reading.country_of(min(first, name.first), max(last, name.last), head)
    found = reading.identity.ask(form, owner)
    if found.kind == "country" and found.country:
        return reading.state(found.country)
    if found.actor and found.kind in BODY_KINDS:
        known = reading.cast.known(found.actor)
        return known or reading.cast.add(body(found))
    return reading.cast.add(_provisional(reading, form, head, owner or found.country))


def _provisional(reading: Reading, form: str, head: int, country: str | None) -> Referent:
    """Make a body that no table holds; its last word often says what it is."""
    parts = form.lower().split()
    noun = nouns().find(parts[-1].rstrip("s"), parts[-2] if len(parts) > 1 else "") or next(
        (n for n in (nouns().find(part) for part in parts) if n is not None and n.kind != "group"), None
    )
    kind = noun.kind if noun is not None and noun.kind in BODY_KINDS else "organisation"
    sector = noun.sector if noun is not None else "UNK"
    label = noun.same if noun is not None and kind == "government_body" and country else ""
    return Referent(name=form, kind=kind, country=country, sector=sector, label=label, reason="named in the report")


def _note(reading: Reading, referent: Referent, name: Name) -> None:
    tokens = reading.tokens
    head = reading.tree.head_of(name.first, name.last)
    first = name.first
    if first and tokens[first - 1].text.lower() == "the" and tokens[first - 1].end < tokens[first].start:
        first -= 1
    reading.mention(referent, first, name.last, head, form="name", reason="named")
    reading.named[first : name.last] = [True] * (name.last - first)
