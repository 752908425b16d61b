"""Make paragraphs of lines that a fixed width has broken."""

import re
from itertools import pairwise

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WIDEST = 100
_NARROWEST = 45
_SLACK = 6
_STOP = re.compile(r"[.!?:;”\"’)]\s*\Z")
_HYPHEN = re.compile(r"\w-\Z")
_ITEM = re.compile(r"\s*(?:[-*•–—>|]|\d{1,3}[.)])\s|\s{4,}")


def unbroken(text: str, *, printed: bool = False) -> str:
    """Put a space for every line break that stands only because the line was full.

    Args:
        text: with one kind of line break (`\\n`), a blank line between paragraphs.
        printed: whether it was set in letters of unlike width, so that full lines differ in length by a quarter.

    Returns:
        The same text; paragraphs, lists and short lines stay as they are, and so does a hyphen at the end of a line.
    """
    width = _width(text, printed)
    if width is None:
        return text
    return _BLOCK.sub(lambda block: _joined(block[0], width), text)


def _width(text: str, printed: bool) -> int | None:
    """Give the length from which on a line is full; None where most lines are not broken at a width."""
    pairs = [(a, b) for block in _BLOCK.findall(text) for a, b in pairwise(block.split("\n"))]
    if len(pairs) < 2:
        return None
    # a few lines may be longer by far: headings of tables, addresses
    longest = sorted(len(before) for before, _ in pairs)[len(pairs) * 95 // 100]
    width = longest * 3 // 4 if printed else longest - _SLACK
    # a line that ends a sentence may end its paragraph too: only the others must be full
    onward = [pair for pair in pairs if not _STOP.search(pair[0])]
    full = sum(_is_full(before, after, width) for before, after in onward)
    wide = 2 * _WIDEST if printed else _WIDEST
    return width if _NARROWEST <= longest <= wide and full >= max(0.6 * len(onward), 2) else None


def _is_full(before: str, after: str, width: int) -> bool:
    """Tell whether the first word of the next line would hardly have fitted on this one."""
    first = after.split(maxsplit=1)
    return bool(first) and len(before.rstrip()) + 1 + len(first[0]) >= width and not _ITEM.match(after)


def _joined(block: str, width: int) -> str:
    lines = block.split("\n")
    pieces = [lines[0]]
    for before, after in pairwise(lines):
        gap = "" if _HYPHEN.search(before) and after[:1].isalpha() else " "
        pieces += [gap if _is_full(before, after, width) else "\n", after]
    return "".join(pieces)
