"""Reads officials of several states as these: "officials from Peru and Chile", "Peruvian and Chilean diplomats"."""

from collections.abc import Iterator

from dragoman.knowledge.actors import words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.belonging import GENITIVES, MANY

BODIES = ("organisation", "government_body")
WHOSE = ("amod", "compound", "nmod")


def read_of_several(reading: Reading, i: int) -> bool:
    """Read a plural noun for those who speak for a state as the states and bodies that they are said to be of.

    Args:
        reading: the report being read.
        i: index of the noun.

    Returns:
        Whether it was read so: all who are joined behind or before it are known, and more than one.
    """
    token = reading.tokens[i]
    if token.xpos not in MANY or token.lemma.lower() not in words("speaks for a state"):
        return False
    for relation in WHOSE:
        for child in reading.tree.all(i, relation):
            found = list(_owners(reading, child)) if _is_owner(reading, child, relation) else []
            owners = [owner for owner in found if owner is not None]
            if len(owners) == len(found) and len({id(owner) for owner in owners}) > 1:
                _stand_for(reading, i, owners)
                return True
    return False


def _is_owner(reading: Reading, child: int, relation: str) -> bool:
    return relation != "nmod" or reading.tree.case(child) in GENITIVES


def _owners(reading: Reading, word: int) -> Iterator[Referent | None]:
    """Give who is named at a word and at those joined to it, None for each that names nobody known."""
    for item in (word, *reading.tree.all(word, "conj")):
        form = reading.states.get(item)
        bodies = [body for body in reading.cast.headed(item) if body.kind in BODIES]
        yield reading.state(form.iso3) if form is not None else bodies[0] if bodies else None


def _stand_for(reading: Reading, i: int, owners: list[Referent]) -> None:
    first, last = reading.tree.full(i)
    for owner in owners:
        reading.mention(owner, first, last, i, form="nominal", reason="officials of several")
