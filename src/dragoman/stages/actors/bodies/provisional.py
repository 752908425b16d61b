"""Makes the bodies that no table holds, by the words of their own names."""

from dragoman.knowledge.actors import nouns, words
from dragoman.knowledge.countries import countries
from dragoman.knowledge.fold import fold
from dragoman.knowledge.organisations import organisations
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

BODY_KINDS = ("government_body", "organisation", "armed_group")
TAILS = {"media tail": "MED", "party tail": "OPP"}
LONGEST = 3
"""How many words the name of a state, or of a body of many states, inside another name may have."""


def provisional(reading: Reading, form: str, head: int, country: str | None) -> Referent:
    """Make a body that no table holds; its last word often says what it is, its first ones whose it is.

    Args:
        reading: the report being read.
        form: its name.
        head: index of the word that the tree hangs it by.
        country: the state that the words beside it name, None where they name none.
    """
    parts = form.lower().split()
    if fold(form).removeprefix("the ") in words("former state"):
        return Referent(name=form, kind="country", sector="GOV", stateless=True, reason="a state of the past")
    kind, sector, label = _described(parts, form)
    carrier = _carrier(form)
    if carrier is not None:
        return Referent(name=form, kind="organisation", country=carrier, sector="BUS", reason="an airline of a state")
    if _of_many(reading, form, head) and country is None:
        union = sector in ("GOV", "UNK") and (kind == "government_body" or _union_first(form))
        kind, sector = ("organisation", "IGO") if union else (kind, sector)
        return Referent(name=form, kind=kind, sector=sector, stateless=True, reason="named in the report")
    country = country or state_inside(form)
    label = label if kind == "government_body" and country else ""
    return Referent(name=form, kind=kind, country=country, sector=sector, label=label, reason="named in the report")


def _described(parts: list[str], form: str) -> tuple[str, str, str]:
    """Give kind and sector of a body, and what its nouns share, by the words of its name."""
    noun = nouns().find(parts[-1].rstrip("s"), parts[-2] if len(parts) > 1 else "") or next(
        (n for n in (nouns().find(part) for part in parts) if n is not None and n.kind != "group"), None
    )
    if parts[-1].rstrip(".,") in words("company tail") or "chamber of commerce" in form.lower():
        return "organisation", "BUS", ""
    if noun is None and not words("armed tail").isdisjoint(parts):
        return "armed_group", "REB", ""
    for tail, sector in TAILS.items():
        if parts[-1] in words(tail):
            return "organisation", sector, ""
    if noun is None:
        return "organisation", "UNK", ""
    if noun.sector == "MIL" and not words("armed tail").isdisjoint(parts[:-1]):
        return "armed_group", "REB", ""
    members = _members(parts) if noun.kind == "government_body" else ""
    if members:
        return "organisation", members, ""
    return noun.kind if noun.kind in BODY_KINDS else "organisation", noun.sector, noun.same


def _members(parts: list[str]) -> str:
    """Give the sector of the people whose body it is ("Traders' Chamber"), "" where they are no private ones."""
    for part in parts[:-1]:
        if part.endswith(("s'", "s’", "men's", "men’s")):
            plural = part.rstrip("s").rstrip("'’")
            noun = nouns().find(plural.removesuffix("s").replace("men", "man"))
            if noun is not None and noun.kind == "group" and noun.sector in ("BUS", "CVL"):
                return noun.sector
    return ""


def _carrier(form: str) -> str | None:
    """Give the state of an airline that is called after it ("Air Malta")."""
    first, _, rest = form.partition(" ")
    state = countries().find(rest) if first == "Air" and rest else None
    return state.iso3 if state is not None and state.kind == "name" else None


def _of_many(reading: Reading, form: str, head: int) -> bool:
    """Tell whether a body is one of several states: by its first word, or by whose it is ("UN Board of Inquiry")."""
    if form.lower().replace("-", " ").split()[0] in words("of many") or _union_first(form):
        return True
    owners = reading.tree.all(head, "compound", "nmod:poss", "nmod:desc")
    return any(r.sector == "IGO" and r.kind == "organisation" for owner in owners for r in reading.cast.headed(owner))


def _union_first(form: str) -> bool:
    """Tell whether a name opens with that of a body of many states ("ASEAN Secretariat")."""
    parts = form.split()
    openings = (organisations().find(" ".join(parts[:length])) for length in range(1, min(LONGEST, len(parts) - 1) + 1))
    return any(found is not None and found.sector == "IGO" and found.kind != "accord" for found in openings)


def state_inside(form: str) -> str | None:
    """Give the state that a name has inside it ("Royal Australian Navy").

    Args:
        form: the name of a body.
    """
    parts = form.replace("-", " ").replace("–", " ").split()
    for first in range(len(parts)):
        for last in range(min(first + LONGEST, len(parts)), first, -1):
            state = countries().find(" ".join(parts[first:last])) if parts[first][:1].isupper() else None
            if state is not None and state.kind in ("name", "demonym"):
                return state.iso3
    return None
