"""Cut a text into its lines, each with its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.text.clean import Stretch, stripped

_SPACES = str.maketrans(
    dict.fromkeys(
        "\t\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
)
_ODD_SPACE = re.compile(r"[\t\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE = re.compile(r"[^\r\n]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_END = re.compile(r"[.?!…][\"'”’)\]»]*$|[.?!…][\"”]?\s*(?:\[\d+\])?$")
_TURN = re.compile(r"(?:[A-Z][A-Z.’'-]+\s?){1,5}(?:\([^)]{1,40}\)\s?)?:\s|(?:Q|A|QUESTION|ANSWER):|\[[^\]]+\]:\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, or what is left of one.

    Args:
        start: code point of its first character that is not white.
        end: code point after its last one.
        text: what stands there.
        number: which line of the text it is, blank ones not counted.
    """

    start: int
    end: int
    text: str
    number: int

    @property
    def words(self) -> list[str]:
        """Runs of letters, inner points, hyphens and apostrophes included."""
        return _LETTERS.findall(self.text)

    @property
    def ended(self) -> bool:
        """Tell whether it ends as a sentence does."""
        return _END.search(self.text) is not None

    @property
    def is_turn(self) -> bool:
        """Tell whether it is a speaker's turn in a transcript ("MR SMITH: Well")."""
        return _TURN.match(self.text) is not None

    def after(self, offset: int, raw: str) -> "Line":
        """Give what is left of it from `offset` on."""
        start, end = stripped(raw, offset, self.end)
        return Line(start, end, raw[start:end], self.number)


def evened(text: str) -> str:
    """Give the text with every tab and odd space as a plain space, code point for code point."""
    return text.translate(_SPACES) if _ODD_SPACE.search(text) else text


def split(text: str) -> list[Line]:
    """Give every line that is not blank."""
    lines: list[Line] = []
    for found in _LINE.finditer(text):
        start, end = stripped(text, *found.span())
        if start < end:
            lines.append(Line(start, end, text[start:end], len(lines)))
    return lines


def remaining(lines: Iterable[Line], cuts: Iterable[Stretch], raw: str) -> list[Line]:
    """Give the lines that stand when `cuts` are gone; a line cut at its beginning is shortened.

    Args:
        lines: in order.
        cuts: each covers whole lines, or begins or ends a line.
        raw: the text that both refer to.
    """
    by_start = sorted(cuts)
    left, i = [], 0
    for line in lines:
        current: Line | None = line
        while i < len(by_start) and by_start[i][1] <= line.start:
            i += 1
        j = i
        while current and j < len(by_start) and by_start[j][0] < current.end:
            start, end = by_start[j]
            if start <= current.start:
                current = current.after(end, raw) if end < current.end else None
            elif end >= current.end:
                first, last = stripped(raw, current.start, start)
                current = Line(first, last, raw[first:last], current.number)
            j += 1
        if current and current.text:
            left.append(current)
    return left
