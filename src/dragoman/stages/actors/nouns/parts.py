"""Reads "seven of the miners", "all of them" as those that they are part of."""

from dragoman.knowledge.actors import words
from dragoman.stages.actors.reading import Reading
from dragoman.stages.layout import layout

FUNCTION = frozenset({"PRON", "DET", "NUM"})


def read_parts(reading: Reading) -> None:
    """Read "seven of the miners", "all of them" as those that they are part of, once these are known.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    lemmas, quantities = layout(reading.document.analysis).lemmas, words("quantity")
    parts = [
        token.i
        for token, below, lemma in zip(reading.tokens, reading.tree.children, lemmas, strict=True)
        if below and (token.upos in FUNCTION or lemma in quantities)
    ]
    # what is counted comes behind the count: "tens of thousands of people" is read from its end
    for i in reversed(parts):
        if not reading.cast.headed(i) and not reading.named[i]:
            _read_part(reading, i)


def _read_part(reading: Reading, i: int) -> None:
    for child in reading.tree.all(i, "nmod"):
        if child < i or reading.tree.case(child) != "of":
            continue
        first, last = reading.tree.core(i)
        for referent in tuple(reading.cast.headed(child)):
            reading.mention(referent, first, last, i, form="pronoun", reason="part of them")
            _note_phrase(reading, i, child)


def _note_phrase(reading: Reading, i: int, whole: int) -> None:
    """Note the words from a count to whom it counts: "14 of the 16 miners", "tens of thousands of people"."""
    first = reading.tree.core(i)[0]
    for referent in tuple(reading.cast.headed(whole)):
        ends = {m.last for m in referent.mentions if m.first <= whole < m.last}
        for begin in {first, after_measure(reading, first, i)}:
            for end in ends:
                why = "part of them, with the count"
                reading.mention(referent, begin, end, i, form="nominal", reason=why, spoken=False)


def after_measure(reading: Reading, first: int, i: int) -> int:
    """Give the word at which a count begins without "at least", "about", "more than", "some"."""
    if all(reading.tokens[w].upos != "NUM" for w in range(first, i + 1)):
        return first
    return next((w for w in range(first, i) if reading.tokens[w].text.lower() not in words("about a count")), i)
