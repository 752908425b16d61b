"""A stretch of text: where it stands and the words that stand there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Code points [start, end) of one text, with the words themselves.

    Args:
        start: offset of the first code point.
        end: offset after the last code point.
        text: the words at [start, end); `check` finds out whether that is still true.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Cut a span out of a text."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span [{start}, {end}) lies outside a text of {len(text)} code points")
        return cls(start=start, end=end, text=text[start:end])

    def check(self, text: str) -> bool:
        """Tell whether this span's words stand in `text` where it says."""
        return text[self.start : self.end] == self.text

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies inside this one."""
        return self.start <= other.start and other.end <= self.end
