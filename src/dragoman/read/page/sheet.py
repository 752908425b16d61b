"""A raw text on the cutting table: the lines that still stand, and the parts taken off so far."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.knowledge.publishers import Furniture, Publishers
from dragoman.model import Part, Span
from dragoman.text.clean import Stretch
from dragoman.text.lines import Line, evened, remaining, split
from dragoman.text.stamps import Clock

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Sheet:
    """Lives only while one report is read.

    Args:
        raw: the text as given.
        furniture: the packaged patterns and words.
        clock: how stamps are to be read.
        publishers: who is known to publish news.
        plain: the same with plain spaces only, code point for code point; patterns are matched on it.
        lines: what still stands.
        parts: what was taken off.
        stamps: ISO value and place of the times found, by where they stood: "date line", "published", "updated",
            "dateline".
        release: where the head of a press release begins, once one is seen.
    """

    raw: str
    furniture: Furniture
    clock: Clock
    publishers: Publishers
    plain: str = ""
    lines: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    stamps: dict[str, tuple[str, Span]] = field(default_factory=dict)
    release: int | None = None

    def __post_init__(self) -> None:
        self.plain = evened(self.raw)
        self.lines = split(self.plain)

    def take(self, kind: str, stretch: Stretch, basis: str, value: str | None = None) -> None:
        """Take a stretch off; `settle` must follow before the lines are looked at again."""
        span = Span.of(self.raw, *stretch)
        said = _SPACE.sub(" ", span.text).strip() if value is None else value
        self.parts.append(Part(kind=kind, span=span, value=said, basis=basis))

    def settle(self, since: int) -> None:
        """Strike out the parts taken since there were `since` of them."""
        cuts = [(part.span.start, part.span.end) for part in self.parts[since:] if part.span]
        if cuts:
            self.lines = remaining(self.lines, cuts, self.plain)

    def finished(self) -> tuple[Part, ...]:
        """Give the parts in the order of the raw text, none overlapping another."""
        at, parts = 0, []
        for part in sorted(self.parts, key=lambda part: (part.span.start, part.span.end) if part.span else (-1, -1)):
            if part.span is None or part.span.start >= at:
                parts.append(part)
                at = part.span.end if part.span else at
        return tuple(parts)

    def head(self) -> Iterable[Line]:
        """Give the lines that may belong to the head of the page."""
        return [line for line in self.lines[: self.furniture.head] if line.start < 6000]

    def tail(self) -> Iterable[Line]:
        """Give the lines that may belong to the foot of the page."""
        return self.lines[-self.furniture.tail :]

    def has(self, kind: str) -> bool:
        """Tell whether a part of this kind was taken off already."""
        return any(part.kind == kind for part in self.parts)


def is_prose(line: Line) -> bool:
    """Tell whether a line is a sentence or more, or somebody's turn to speak."""
    if line.is_turn or len(line.text) > 240:
        return True
    words = line.words
    small = sum(word[0].islower() for word in words)
    return line.ended and len(words) >= 4 and small >= 2
