"""Take stretches off a raw text, with a map from what is left back to where it stood."""

import re
from collections.abc import Iterable, Sequence

from dragoman.model import OffsetMap

Stretch = tuple[int, int]

_SPACE = re.compile(r"\s+")
_BREAK = re.compile(r"\r\n|\r|\n")


def without(raw: str, cuts: Iterable[Stretch]) -> tuple[str, OffsetMap]:
    """Give the text without the cuts.

    What is left is the raw text to the letter, but that the white space around a cut becomes one of the stretches of
    white space that stood there (the one with most line breaks, so that paragraphs stay apart), and that white space at
    both ends of the text is left out.

    Args:
        raw: the text as given.
        cuts: half-open stretches of it, in any order, overlapping or not.

    Returns:
        The clean text, and the map from it to `raw`; every run of the map holds equal text.
    """
    kept: list[Stretch] = []
    spaces: list[Stretch] = []
    at = 0
    for start, end in [*merged(cuts), (len(raw), len(raw))]:
        core = stripped(raw, at, start)
        if core[0] == core[1]:
            spaces.append((at, start))
        else:
            spaces.append((at, core[0]))
            if kept:
                kept.append(_joint(raw, spaces, (kept[-1][1], core[0])))
            kept.append(core)
            spaces = [(core[1], start)]
        at = end
    return _assembled(raw, kept)


def merged(cuts: Iterable[Stretch]) -> list[Stretch]:
    """Sort stretches, and join those that overlap or touch."""
    result: list[Stretch] = []
    for start, end in sorted(cuts):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif start < end:
            result.append((start, end))
    return result


def stripped(text: str, start: int, end: int) -> Stretch:
    """Give [start, end) without the white space at its ends; an empty stretch at `start` if it is all white."""
    words = text[start:end]
    inner = words.strip()
    if not inner:
        return start, start
    first = start + len(words) - len(words.lstrip())
    return first, first + len(inner)


def _joint(raw: str, spaces: Sequence[Stretch], gap: Stretch) -> Stretch:
    """Choose the white space that shall stand where something was cut out."""
    best = max(spaces, key=lambda space: (len(_BREAK.findall(raw, *space)), space[1] > space[0]))
    if best[0] < best[1]:
        return best
    inside = _SPACE.search(raw, *gap)
    return inside.span() if inside else (gap[1], gap[1])


def _assembled(raw: str, kept: Sequence[Stretch]) -> tuple[str, OffsetMap]:
    runs: list[tuple[int, int, int]] = []
    at = 0
    for start, end in kept:
        if runs and runs[-1][1] + runs[-1][2] == start:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + end - start)
        elif start < end:
            runs.append((at, start, end - start))
        at += end - start
    return "".join(raw[start:end] for start, end in kept), OffsetMap(runs=tuple(runs))
