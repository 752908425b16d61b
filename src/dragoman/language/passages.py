"""Puts the sentences of a report together into passages, each of which the network reads at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dragoman.language.encoder import Labels, Scores

MOST_PIECES = 200
"""Word pieces of a passage, its lead not counted: cost grows with the square, and a paragraph or two is enough."""

MOST_LEAD = 45
"""Words of a first sentence that goes before every later passage: it says whom a report is about."""


class Scorer(Protocol):
    """What is needed of an encoder."""

    @property
    def labels(self) -> Labels:
        """The labels of the network's scores."""
        ...

    def pieces(self, words: Sequence[str]) -> int:
        """Count the word pieces of a sentence."""
        ...

    def score(self, sentences: Sequence[Sequence[str]], *, lead: bool = False) -> Iterable[tuple[Scores, ...]]:
        """Score the sentences of a passage but for its lead, each window by window."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Consecutive sentences.

    Args:
        first: number of its first sentence.
        last: number after its last.
        lead: whether the report's first sentence is read before them, for what it tells of the others alone.
    """

    first: int
    last: int
    lead: bool


def passages(words: Sequence[int], pieces: Sequence[int]) -> Iterator[Passage]:
    """Cut a report into passages, each as long as the network should take, and none within a sentence.

    Args:
        words: how many words each sentence has.
        pieces: how many word pieces each has.

    Yields:
        Passages that hold each sentence once, in order.
    """
    brief = bool(words) and words[0] <= MOST_LEAD
    for first, last in stretches(pieces):
        whole = last - first > 1 or pieces[first] <= MOST_PIECES
        yield Passage(first=first, last=last, lead=first > 0 and brief and whole)


def stretches(pieces: Sequence[int], beginning: int = MOST_PIECES) -> Iterator[tuple[int, int]]:
    """Cut a report into stretches of so many pieces.

    Args:
        pieces: how many word pieces each sentence has.
        beginning: the most pieces of the first stretch.

    Yields:
        Number of the first sentence of a stretch, and the number after its last.
    """
    first, used, most = 0, 0, beginning
    for at, size in enumerate(pieces):
        if at > first and used + size + 1 > most:
            yield first, at
            first, used, most = at, 0, MOST_PIECES
        # each sentence is followed by a mark
        used += size + 1
    if first < len(pieces):
        yield first, len(pieces)


def scored_in_passages(encoder: Scorer, sentences: Sequence[Sequence[str]]) -> Iterator[tuple[Scores, ...]]:
    """Score the sentences of a report.

    Args:
        encoder: what scores a passage.
        sentences: the words of each, in order.

    Yields:
        For each sentence the scores of its windows.
    """
    pieces = [encoder.pieces(words) for words in sentences]
    for passage in passages([len(words) for words in sentences], pieces):
        own = sentences[passage.first : passage.last]
        read = [sentences[0], *own] if passage.lead else own
        yield from encoder.score(read, lead=passage.lead)
