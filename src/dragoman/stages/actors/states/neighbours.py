"""Reads the one state that another is said to be close to: "its neighbour", "their ally in Moscow"."""

from dragoman.knowledge.actors import words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading


def read_neighbour(reading: Reading, i: int) -> Referent | None:
    """Read "its neighbour" as the other state that a report is about, and note the mention.

    Args:
        reading: the report being read.
        i: index of a noun.

    Returns:
        The state; None where the noun is not a state's, or nothing says which other it is.
    """
    token = reading.tokens[i]
    if token.xpos != "NN" or token.lemma.lower() not in words("close to a state") or reading.named[i]:
        return None
    owner = reading.tree.one(i, "nmod:poss")
    states = [r.country for r in reading.cast.headed(owner) if r.kind == "country"] if owner is not None else []
    if not states:
        return None
    iso3 = _seat(reading, i)
    plain = not reading.tree.all(i, "amod", "compound", "nmod", "acl", "acl:relcl")
    if iso3 is None and plain and token.lemma.lower() in words("next to a state"):
        iso3 = next((other for other in reading.grounds if other not in states), None)
    if iso3 is None or iso3 in states:
        return None
    state = reading.state(iso3)
    first, last = reading.tree.core(i)
    reading.mention(state, first, last, i, form="nominal", reason="the other state that the report is about")
    return state


def _seat(reading: Reading, i: int) -> str | None:
    """Give the state in which or in whose capital it is: "its ally in Moscow"."""
    seats = (c for c in reading.tree.all(i, "nmod") if c in reading.states and reading.tree.case(c) == "in")
    return next((reading.states[c].iso3 for c in seats), None)
