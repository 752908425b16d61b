"""Makes one name bear one label over a whole report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dragoman.knowledge.actors import words
from dragoman.knowledge.countries import countries
from dragoman.knowledge.given_names import gender_of
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.persons import persons
from dragoman.knowledge.places import places
from dragoman.knowledge.titles import titles
from dragoman.model import Document, Name

SURE = 5
"""Votes of the tagger that a title outweighs."""


def agreed(document: Document, names: Sequence[Name]) -> list[Name]:
    """Give every name the label that its words bear most often, the tables and fuller names counting more.

    A last word of a person's full name is that person; capitals explained as an acronym are a body.

    Args:
        document: the report.
        names: its names, mended.

    Returns:
        The same names, some with another label.
    """
    labels = _labels(document, names)
    for form in _towns(document, names, labels):
        labels[form] = "LOC"
    for form in _firms(labels):
        labels[form] = "ORG"
    agreed_on = [(name, labels[_form(document, name)]) for name in names]
    return [name if name.label == label else replace(name, label=label) for name, label in agreed_on]


def _towns(document: Document, names: Sequence[Name], labels: dict[str, str]) -> list[str]:
    """Find the known places that stand mostly as one ("in Raqqa") or that nobody known is called after.

    What is part of a fuller name, or stands behind a title, is none.
    """
    placed: Counter[str] = Counter()
    titled: set[str] = set()
    for name in names:
        before = document.tokens[name.first - 1].text.lower() if name.first else ""
        form = _form(document, name)
        there = before in words("under a place") or (before == "from" and not persons().surnamed(form))
        placed[form] += 1 if there else -1
        if before in words("courtesy") or titles().find(before.rstrip(".")) is not None:
            titled.add(form)
    held = {document.tokens[i].text for n in names if n.last - n.first > 1 for i in range(n.first, n.last)}
    return [
        form
        for form, more in placed.items()
        if labels[form] != "LOC" and form not in held
        if more > 0 or (labels[form] == "PER" and form not in titled and _is_nobodys(form))
        if organisations().find(form) is None and places().find(form)
    ]


def _is_nobodys(form: str) -> bool:
    """Tell whether no known person bears a name as first name or surname."""
    first, _, rest = form.partition(" ")
    if rest and persons().named(form):
        return False
    return not persons().given(first) and not gender_of(first) and not persons().surnamed(rest or form)


def _firms(labels: dict[str, str]) -> list[str]:
    """Find what the tagger took for a person and the report names with the form of a firm ("Acme | Group PLC")."""
    bodies = [form for form, label in labels.items() if label == "ORG" and " " in form]
    return [form for form, label in labels.items() if label == "PER" and any(_is_firm(form, body) for body in bodies)]


def _is_firm(form: str, body: str) -> bool:
    rest = body.removeprefix(f"{form} ").lower().rstrip(".").split()
    return body.startswith(f"{form} ") and all(word in words("company tail") or word == "group" for word in rest)


def _is_person(form: str, surnames: set[str]) -> bool:
    """Tell whether the tables know a full name, or letters for an office stand before a surname ("NSA Novak")."""
    parts = form.split()
    lettered = len(parts) == 2 and parts[0].isupper() and len(parts[0]) > 1 and parts[1] in surnames
    return lettered or bool(persons().given(parts[0]) and persons().named(form))


def _addressed(document: Document, name: Name) -> bool:
    """Tell whether capitals stand behind a title in capitals, as speakers do in a transcript ("SECRETARY NOVAK")."""
    before = document.tokens[name.first - 1].text if name.first else ""
    capitals = before.isupper() and len(before) > 1 and _form(document, name).isupper()
    return capitals and titles().find(before) is not None


def _form(document: Document, name: Name) -> str:
    return document.text[name.start : name.end]


def _labels(document: Document, names: Sequence[Name]) -> dict[str, str]:
    votes: dict[str, dict[str, int]] = {}
    surnames: set[str] = set()
    addressed: set[str] = set()
    for name in names:
        form = _form(document, name)
        own = votes.setdefault(form, {})
        own[name.label] = own.get(name.label, 0) + 1
        if _addressed(document, name):
            own["PER"] = own.get("PER", 0) + SURE
            addressed.add(form)
        if name.label == "PER" and name.last - name.first > 1:
            surnames.add(document.tokens[name.last - 1].text)
    labels: dict[str, str] = {}
    for form, counted in votes.items():
        most = max(counted, key=lambda label: (counted[label], label))
        unknown = most == "ORG" and " " in form and organisations().find(form) is None
        surname = form in surnames or (form.isupper() and form.title() in surnames)
        if (
            form in addressed
            or (unknown and _is_person(form, surnames))
            or (surname and countries().find(form) is None)
        ):
            most = "PER"
        elif most == "PER" and ((form.isupper() and len(form) > 2) or organisations().find(form) is not None):
            most = "ORG" if form not in surnames and " " not in form else most
        labels[form] = most
    return labels
