"""Breaks sentences that are longer than any reader could follow: tables, lists and text without stops."""

import itertools
import re
from collections.abc import Iterator

from dragoman.text.tokens import UNSEEN

MOST_WORDS = 250

_PIECE = re.compile(r"\w+|[^\w\s]")
_EDGE = re.compile(rf"[\s{UNSEEN}]*+")


def capped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Break a sentence of more than `MOST_WORDS` words at the best place below the limit.

    Args:
        text: the whole text; offsets refer to it.
        start: code point where the sentence begins.
        end: code point after its end.

    Yields:
        [start, end) of each part, in order; the sentence itself where it is short enough.
    """
    while end - start > MOST_WORDS:
        pieces = _pieces(text, start, end)
        if len(pieces) <= MOST_WORDS:
            break
        cut = _best_break(text, pieces[: MOST_WORDS + 1])
        piece = trimmed(text, start, cut)
        if piece is not None:
            yield piece
        start = cut
    piece = trimmed(text, start, end)
    if piece is not None:
        yield piece


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for match in _PIECE.finditer(text, start, end):
        found.append(match.span())
        if len(found) > MOST_WORDS:
            break
    return found


def _best_break(text: str, pieces: list[tuple[int, int]]) -> int:
    """Give the offset of the best break in the second half: after a strong mark, a comma, or at white space."""
    half = len(pieces) // 2
    gaps = [end for (_, end), (start, _) in itertools.pairwise(pieces[half:]) if start > end]
    for marks in (".!?;", ":—–|•", ',)]”"'):
        marked = [end for end in gaps if text[end - 1] in marks]
        if marked:
            return marked[-1]
    return gaps[-1] if gaps else pieces[-1][0]


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Take white space and what prints nothing off both ends; None where nothing is left."""
    leading = _EDGE.match(text, start, end)
    start = leading.end() if leading else start
    while end > start and _EDGE.fullmatch(text, end - 1, end):
        end -= 1
    return (start, end) if end > start else None
