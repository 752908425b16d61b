"""Reads the bodies that the titles of persons are of by a common noun: "the group's commander, Jan Novak"."""

from dragoman.knowledge.actors import words
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.nouns.nominals import noun_at, read_nominal, read_short
from dragoman.stages.actors.reading import Reading

OF = ("of", "for")


def read_owner(reading: Reading, i: int) -> None:
    """Say which body a noun inside the title of a person means, and note the mention.

    Args:
        reading: the report being read.
        i: index of a noun that is part of a title.
    """
    if not _is_owner(reading, i):
        return
    reading.named[i] = False  # it is said like anywhere else, only the title around it is somebody's
    noun = noun_at(reading, i)
    if noun is None:
        read_short(reading, i)
    elif noun.kind in BODY_KINDS or noun.lemma in words("group of fighters"):
        read_nominal(reading, i, noun)


def _is_owner(reading: Reading, i: int) -> bool:
    """Tell whether a noun says whose a title is and means one spoken of before: "the group's", "of the agency"."""
    token = reading.tokens[i]
    owns = token.deprel == "nmod:poss" or (token.deprel == "nmod" and reading.tree.case(i) in OF)
    return owns and token.xpos in ("NN", "NNS") and i > 0 and reading.tokens[i - 1].text.lower() == "the"
