"""Finds the bodies and organisations that a report names."""

import re

from dragoman.knowledge.actors import nouns, words
from dragoman.knowledge.fold import fold
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.quotes import cues
from dragoman.model import Name
from dragoman.stages.actors.bodies.provisional import BODY_KINDS, provisional, state_inside
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import body
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

ACRONYM = re.compile(r"\s*[(\[]\s*(?:[^()\[\]]*,\s*)?([A-Z][A-Za-z.\-/&]{1,9})\s*[)\]]")
DAY = re.compile(r"[’']s? (?:Day|Week|Month|Year)\b")
LINK = re.compile(r" (?:of|on|for|to|against|between) ")
PART_OF = ("compound", "nmod:desc", "flat")


def name_bodies(reading: Reading) -> None:
    """Add every named body to the cast, each once; an acronym in brackets names the body before it.

    Args:
        reading: the report being read; its cast is filled.
    """
    forms: dict[str, Referent] = {}
    for name in reading.document.names:
        form = reading.document.text[name.start : name.end]
        past = fold(form).removeprefix("the ") in words("former state")
        if (name.label != "ORG" and not past) or any(reading.named[name.first : name.last]):
            continue
        if _is_between_states(reading, name, form) or DAY.match(reading.document.text, name.end):
            reading.named[name.first : name.last] = [True] * (name.last - name.first)
            continue
        if _is_paper(form):
            continue
        referent = _seen(forms, form) or _bracketed(reading, name)
        if referent is None and _is_common(form):
            continue
        referent = referent or _identify(reading, name, form)
        if referent is None:
            continue
        if referent.sector == "UNK" and form.split()[-1].lower().rstrip(".") in words("company tail"):
            referent.sector = "BUS"
        for known in _keys(form):
            forms.setdefault(known, referent)
        acronym = ACRONYM.match(reading.document.text, name.end)
        if acronym:
            forms.setdefault(fold(acronym.group(1)), referent)
        if _is_seat(reading, name, form) and referent.country is not None:
            referent = reading.state(referent.country)
        _note(reading, referent, name, acronym.end() if acronym else name.end)


def _bracketed(reading: Reading, name: Name) -> Referent | None:
    """Give the body right before the bracket that a name opens: "the National Police (Policija, NP)"."""
    tokens = reading.tokens
    if name.first < 2 or tokens[name.first - 1].text not in ("(", "[") or name.last >= len(tokens):
        return None
    if tokens[name.last].text not in (",", ")", "]", ";", "-", "–"):
        return None
    bodies = (member for member in reading.cast.members if member.kind in BODY_KINDS)
    return next((body for body in bodies if any(m.last == name.first - 1 for m in body.mentions)), None)


def _is_paper(form: str) -> bool:
    """Tell whether a name is that of an agreement, a meeting or an illness, which does nothing itself."""
    head = LINK.split(fold(form), maxsplit=1)[0].split()
    return bool(head) and head[-1] in words("no body")


def _is_between_states(reading: Reading, name: Name, form: str) -> bool:
    """Tell whether an alliance is a tie between two states that it names ("the Fiji-Tonga Alliance"), no body."""
    tied = form.split()[-1].lower() in words("tie")
    hyphened = "-" in form or (name.first > 0 and reading.tokens[name.first - 1].text in "-–")
    return tied and hyphened and state_inside(form) is not None


def _is_seat(reading: Reading, name: Name, form: str) -> bool:
    """Tell whether a seat of government is its state ("a threat to the Kremlin"), not an office that speaks."""
    if fold(form).removeprefix("the ") not in words("seat"):
        return False
    token = reading.tokens[reading.tree.head_of(name.first, name.last)]
    above = reading.tokens[token.head].lemma.lower()
    return not (above in cues().said if token.deprel in SUBJECTS else token.deprel in PART_OF)


def _is_common(form: str) -> bool:
    """Tell whether a name is a common noun with a capital ("the Department"), to be read as one later."""
    word = fold(form).removeprefix("the ")
    plain = " " not in word and not form.isupper() and nouns().find(word) is not None
    return plain and organisations().find(form) is None


def _keys(form: str) -> list[str]:
    folded = fold(form)
    return [folded, folded.removeprefix("the ")]


def _seen(forms: dict[str, Referent], form: str) -> Referent | None:
    """Find a body named before, in full or by its first words."""
    folded = fold(form).removeprefix("the ")
    if folded in forms:
        return forms[folded]
    if " " not in folded:
        return _shortened(forms, form) if organisations().find(form) is None else None
    longer = next((referent for known, referent in forms.items() if known.startswith(folded + " ")), None)
    longer = longer or next((forms[known] for known in forms if _is_firm(folded, known)), None)
    return longer or _without_owner(forms, form)


def _without_owner(forms: dict[str, Referent], form: str) -> Referent | None:
    """Find a body by its name without whose it is: "the Board of Inquiry" is the "UN Board of Inquiry" named before."""
    ending = (r for known, r in forms.items() if known.endswith(" " + fold(form).removeprefix("the ")))
    return next(ending, None) if organisations().find(form) is None else None


def _shortened(forms: dict[str, Referent], form: str) -> Referent | None:
    """Find a body by its initials ("SNC"), or one that no table holds by the last word of its name ("the Column")."""
    folded = fold(form)
    for known, referent in forms.items():
        if " " in known and form.isupper() and len(form) > 2 and _initials(referent.name) == folded:
            return referent
    own = [(known, r) for known, r in forms.items() if r.key is None]
    ending = next((r for known, r in own if known.endswith(" " + folded)), None)
    if ending is not None or _is_common(form):
        return ending
    return next((r for known, r in own if LINK.split(known, maxsplit=1)[0] == folded != known), None)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def _is_firm(longer: str, known: str) -> bool:
    """Tell whether a name is a known one with the form of a company behind it ("Acme | Group PLC")."""
    rest = longer.removeprefix(known + " ")
    return rest != longer and all(word in words("company tail") or word == "group" for word in rest.split())


def _identify(reading: Reading, name: Name, form: str) -> Referent | None:
    head = reading.tree.head_of(name.first, name.last)
    first, last = reading.tree.full(head)
    owner = reading.country_of(min(first, name.first), max(last, name.last), head)
    found = reading.identity.ask(form, owner)
    if found.kind == "country" and found.country and (owner or found.actor):
        return reading.state(found.country)
    if found.actor and found.kind in BODY_KINDS:
        known = reading.cast.known(found.actor)
        return known or reading.cast.add(body(found))
    made = provisional(reading, form, head, owner or (found.country if found.kind != "country" else None))
    if found.sector == "IGO" and made.sector in ("UNK", "GOV"):
        made.kind, made.sector, made.label = "organisation", "IGO", ""
    return reading.cast.add(made)


def _note(reading: Reading, referent: Referent, name: Name, end: int) -> None:
    """Note a name, with its article, and the longer one that goes on to an acronym or to a place or purpose."""
    tokens = reading.tokens
    head = reading.tree.head_of(name.first, name.last)
    first = name.first
    if first and tokens[first - 1].text.lower() == "the" and tokens[first - 1].end < tokens[first].start:
        first -= 1
    reading.mention(referent, first, name.last, head, form="name", reason="named")
    if first < name.first:
        reading.mention(referent, name.first, name.last, head, form="name", reason="named", spoken=False)
    last = name.last
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    last = last if last > name.last else reading.tree.narrowed(head, name.last)
    if last > name.last:
        reading.mention(referent, first, last, head, form="name", reason="named in full", spoken=False)
    whole = reading.tree.core(head)[0]
    if whole < first:
        for end in {name.last, last}:
            reading.mention(referent, whole, end, head, form="name", reason="with whose it is", spoken=False)
    reading.named[first : name.last] = [True] * (name.last - first)
