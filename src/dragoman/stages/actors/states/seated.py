"""Finds the state in whose capital somebody acts: "In Suva the prime minister said", of no other state."""

from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading


def seat_before(reading: Reading, i: int) -> str | None:
    """Give the state of the capital that opens the clause of which a word is the subject.

    Args:
        reading: the report being read.
        i: index of a word.
    """
    token = reading.tokens[i]
    if token.deprel not in SUBJECTS:
        return None
    for child in reading.tree.all(token.head, "obl"):
        form = reading.states.get(child)
        if child < i and form is not None and form.kind == "capital" and reading.tree.case(child) == "in":
            return form.iso3
    return None
