"""Guesses the state of actors whose words name none, from the states and places named beside them."""

from dragoman.knowledge.actors import words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

BOUND = ("GOV", "MIL", "LEG", "JUD", "COP", "OPP", "CVL", "SPY")
FREE = ("IGO", "NGO", "MED", "UNK", "BUS", "REF")
LEAST = 2
SHARE = 0.34
"""A state named in this share of all places where states are named is the report's own."""


def locate(reading: Reading) -> None:
    """Give every actor of a state's own sector, that has no state yet, the likeliest one; the reason says so.

    Args:
        reading: a report that has been read.
    """
    main = _main_state(reading)
    for referent in reading.cast.members:
        if referent.country is not None or referent.key is not None or referent.kind == "country":
            continue
        bound = referent.sector in BOUND and not (referent.sector == "MIL" and referent.kind == "organisation")
        if not bound and referent.kind != "armed_group":
            continue
        country, why = _own(reading, referent), "the state that publishes the report"
        if country is None:
            placed = referent.kind != "person"
            country, why = _beside(reading, referent, placed=True) if placed else None, "where it is"
        if country is None:
            country, why = main, "the state that the report speaks of most"
        if country is None:
            country, why = _beside(reading, referent), "named in the same sentence"
        if country is not None:
            referent.country, referent.guessed = country, True
            referent.reason = f"{referent.reason}; state guessed: {why}"


def _own(reading: Reading, referent: Referent) -> str | None:
    """Give the publisher's state to offices that a state's own release names without saying whose they are."""
    if reading.voices is None or reading.voices.state is None:
        return None
    titles = {(referent.role or referent.label or "").lower(), *referent.titles}
    own = referent.kind in ("person", "group") and any(
        title == word or title.startswith((word + " ", word + ",")) for word in words("home title") for title in titles
    )
    part = referent.kind == "government_body" and referent.name.lower().split()[0] in words("home body")
    return reading.voices.state if own or part else None


def _main_state(reading: Reading) -> str | None:
    forms = {form.first: form for form in reading.states.values()}
    if not reading.identity.context:
        return reading.identity.home
    first = reading.identity.context[0]
    named = sum(form.iso3 == first for form in forms.values())
    return first if named >= max(LEAST, SHARE * len(forms)) else None


def _beside(reading: Reading, referent: Referent, *, placed: bool = False) -> str | None:
    """Find the state named last before the first mention in its sentence, else the only one in it.

    Where `placed`, only states count that are named as a place ("in Syria", "near Aleppo").
    """
    if not referent.mentions:
        return None
    mention = min(referent.mentions, key=lambda m: m.first)
    sentence = reading.document.analysis.sentences[reading.tree.sentence_of[mention.first]]
    span = range(sentence.first, sentence.last)
    named = {i: reading.states[i].iso3 for i in span if i in reading.states}
    named |= {i: reading.places[i] for i in span if i in reading.places}
    if placed:
        named = {i: iso3 for i, iso3 in named.items() if reading.tree.case(i) in words("place case")}
    before = [iso3 for i, iso3 in sorted(named.items()) if i < mention.last]
    if before:
        return before[-1]
    after = set(named.values())
    return after.pop() if len(after) == 1 else None
