"""Says where the phrase of a noun begins and ends, without words of the clause that the tree hangs on it."""

from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

STRESSING = frozenset({"himself", "herself", "itself", "themselves", "alone", "alike"})


def extent(reading: Reading, i: int) -> tuple[int, int]:
    """Give the words of a noun phrase with the of-phrase that follows it: "the captain" of "the captain himself".

    Args:
        reading: the report being read.
        i: index of the noun.

    Returns:
        Its first word, and the one after its last.
    """
    first, last = reading.tree.full(i)
    while first < i and _is_of_the_clause(reading, first, i):
        first += 1
    if last - 1 > i and reading.tokens[last - 1].text.lower() in STRESSING:
        last -= 1
    return first, last


def _is_of_the_clause(reading: Reading, first: int, i: int) -> bool:
    """Tell whether a word before a noun is no part of its phrase: "last week mobs", "where gunmen", "dead two men"."""
    token, after = reading.tokens[first], reading.tokens[first + 1]
    if token.xpos == "WRB":
        return True
    if token.deprel != "nmod:poss" and after.deprel != "case" and first in reading.timed and i not in reading.timed:
        return True
    if token.upos == "ADJ" and token.head == i and after.deprel in ("nummod", "det"):
        return True
    # a subject stands under no preposition: "in Suva protesters", "on Union Square students"
    placed = token.deprel in ("compound", "nmod", "nmod:desc", "amod") and first in reading.places
    return placed and reading.tokens[i].deprel in SUBJECTS and reading.tree.case(i) != ""
