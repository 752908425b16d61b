"""Names those whom a common noun means, by the words of their phrase and by whose they are: "British office"."""

from dragoman.knowledge.actors import nouns
from dragoman.knowledge.countries import countries
from dragoman.stages.actors.nouns.heads import used_by
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.nouns.tails import with_clause
from dragoman.stages.actors.reading import Reading

OFFICE = "office"
OPENING = ("DET", "PRON", "PUNCT", "NUM")
ANYBODY = frozenset({"people", "person", "individual", "man", "woman"})
"""Nouns that say nothing of who is meant without the clause behind them."""


def name_of(reading: Reading, phrase: NounPhrase) -> str:
    """Name a body by its phrase without determiner and number.

    Args:
        reading: the report being read.
        phrase: the noun phrase that stands for it.
    """
    tokens = reading.tokens
    noun = nouns().rows.get(phrase.label)
    said = any(
        i in reading.states and reading.tokens[i].deprel != "nmod:poss" for i in range(phrase.first, phrase.last)
    )
    own = phrase.kind == "government_body" and noun is not None and noun.same == phrase.label
    if own and not said and _adjective(phrase.country):
        return _own_name(reading, phrase)
    first = phrase.first if phrase.head == phrase.noun_at else reading.tree.core(phrase.noun_at)[0]
    while first < phrase.noun_at and tokens[first].upos in ("DET", "PUNCT", "PRON", "NUM", "ADP", "ADV"):
        first += 1
    numbers = [i for i in range(first, phrase.noun_at) if tokens[i].upos == "NUM"]
    first = numbers[-1] + 1 if numbers else first
    name = _owned(reading, phrase, first)
    if name is not None:
        return name
    last = max(phrase.last, with_clause(reading, phrase.noun_at)) if phrase.label in ANYBODY else phrase.last
    if used_by(reading, phrase.noun_at) is not None and first < phrase.noun_at:
        last = phrase.noun_at
    return reading.document.words(first, last).text


def _adjective(country: str | None) -> str:
    """Give the adjective of a state ("Turkish")."""
    known = countries().get(country) if country else None
    return known.demonyms[0] if known is not None and known.demonyms else ""


def _own_name(reading: Reading, phrase: NounPhrase) -> str:
    """Name a body of a state by the state, an office by who sits in it where a noun says so.

    Args:
        reading: the report being read.
        phrase: the body's phrase, of a known state.
    """
    return _seat(reading, phrase) or f"{_adjective(phrase.country)} {phrase.label}"


def _seat(reading: Reading, phrase: NounPhrase) -> str | None:
    tree, tokens = reading.tree, reading.tokens
    if tokens[phrase.noun_at].lemma.lower() != OFFICE:
        return None
    behind = (c for c in tree.all(phrase.noun_at, "nmod") if tree.case(c) == "of")
    owner = next((c for c in (*tree.all(phrase.noun_at, "nmod:poss"), *behind) if tokens[c].upos == "NOUN"), None)
    if owner is None or owner in reading.timed:
        return None
    first = tree.core(owner)[0]
    while first < owner and tokens[first].upos in OPENING:
        first += 1
    return f"{reading.document.words(first, owner + 1).text}'s {OFFICE}"


def _owned(reading: Reading, phrase: NounPhrase, first: int) -> str | None:
    """Name what stands behind an owner, by the owner's state; "this year's laureate" is the laureate alone.

    Args:
        reading: the report being read.
        phrase: the phrase to name.
        first: index of the first word that may belong to the name.

    Returns:
        The name, None where no owner of a known state and no time stands before the noun.
    """
    owner = reading.tree.one(phrase.noun_at, "nmod:poss")
    said = _adjective(phrase.country)
    if owner is None or not first <= owner < phrase.noun_at or not (said or owner in reading.timed):
        return None
    seat = _seat(reading, phrase)
    if seat is not None:
        return seat
    first = min(reading.tree.rightmost(owner) + 1, phrase.noun_at)
    while first < phrase.noun_at and reading.tokens[first].upos == "PUNCT":
        first += 1
    return f"{said} {reading.document.words(first, phrase.last).text}".lstrip()
