"""Finds the names in the labels of a transcript, which stand in no sentence that would show them for names."""

from collections.abc import Iterator, Sequence

from dragoman.knowledge.actors import nouns
from dragoman.knowledge.titles import titles
from dragoman.model import Document, Name
from dragoman.stages.names.mend import named
from dragoman.text.turns import transcript

LONGEST = 3
"""Words that a name behind a title may have."""


def speakers(document: Document, taken: list[bool]) -> Iterator[Name]:
    """Find who has the floor in a transcript by title and name ("SECRETARY | NOVAK |: Thank you.").

    Args:
        document: with its analysis.
        taken: which words names cover already; updated as more are found.

    Yields:
        The name of each label that no other name touches.
    """
    labels = dict.fromkeys(turn.label for turn in transcript(document.text))
    if not labels:
        return
    starts = {token.start: token.i for token in document.tokens}
    ends = {token.end: token.i + 1 for token in document.tokens}
    for start, end in labels:
        first, last = starts.get(start), ends.get(end)
        if first is None or last is None or any(taken[first:last]):
            continue
        titled = _titled([token.text for token in document.tokens[first:last]])
        if titled:
            taken[first + titled : last] = [True] * (last - first - titled)
            yield named(document, first + titled, last, "PER")


def _titled(words: Sequence[str]) -> int:
    """Count the words of a title before a name in capitals; 0 where there is no title, no name or only an office."""
    for count in range(len(words) - 1, 0, -1):
        name = words[count:]
        if titles().find(" ".join(words[:count])) is not None:
            return count if len(name) <= LONGEST and all(map(_is_name, name)) else 0
    return 0


def _is_name(word: str) -> bool:
    return word.isupper() and len(word) > 1 and nouns().find(word.lower()) is None
