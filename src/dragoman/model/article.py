"""One news report as it was read: its text, and where and when it appeared."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A publication time and why it is believed.

    Args:
        value: ISO 8601, as precise as known: `2023-01-31`, `2023-01-31T10:11`, `2022-08-03T19:49:23+00:00`.
        basis: where it comes from: `first line of the text`, `field published`, `stamp in the text`, `file name`...
        span: the words in the raw text that say it, where there are any.
    """

    value: str
    basis: str
    span: Span | None = None

    @property
    def day(self) -> date:
        """The calendar day on the publisher's clock."""
        return date.fromisoformat(self.value[:10])


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something taken off the text (a title, a byline, a menu), with the reason.

    Args:
        kind: `title`, `byline`, `dateline`, `published`, `updated`, `menu`, `caption`, `credit`, `furniture`,
            `date line`, `wire` (a news agency that is credited).
        span: where it stands in the raw text; None where it came beside the text (a field, a tag).
        value: what it says, cleaned.
        basis: why it was taken for that.
    """

    kind: str
    span: Span | None
    value: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """Where each stretch of the clean text stands in the raw text.

    Args:
        runs: (clean start, raw start, length) in order; between runs, raw text was left out or white space changed.
    """

    runs: tuple[tuple[int, int, int], ...]

    @classmethod
    def whole(cls, text: str) -> "OffsetMap":
        """Give the map of a text that is its own raw text: nothing left out, nothing changed."""
        return cls(runs=((0, 0, len(text)),))

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Carry [start, end) of the clean text over to the raw text; a stretch across a cut spans the cut."""
        if end <= start:
            first = self._point(start)
            return first, first
        return self._point(start), self._point(end - 1) + 1

    def _point(self, offset: int) -> int:
        index = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        if index < 0:
            return 0
        clean, raw, length = self.runs[index]
        return raw + min(offset - clean, max(length - 1, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One dated report, cleaned, that can always be traced to the bytes it came from.

    Args:
        id: made from the content (`ids.article_id`).
        source_id: what the source calls it (a JSON id, a file's stem, a feed entry's guid), where it says.
        publisher: the outlet's name, where known.
        published: when it appeared, where known.
        updated: when it was last changed, where known.
        title: its headline, where known.
        byline: who wrote it, where said.
        dateline: the place before the text ("WASHINGTON"), where there is one.
        text: the clean body that all stages work on; it is never changed afterwards.
        raw: the text as given, before anything was taken off.
        offsets: from `text` back to `raw`.
        parts: everything that was taken off, and why.
        url: its address, where known.
        language: ISO 639-1, as guessed or stated; `en` where nothing says otherwise.
        path: the file or address it was read from.
    """

    id: str
    source_id: str | None = None
    publisher: str | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    text: str
    raw: str
    offsets: OffsetMap
    parts: tuple[Part, ...] = ()
    url: str | None = None
    language: str = "en"
    path: str | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """The id that people see: the source's own, else ours."""
        return self.source_id or self.id

    def raw_span(self, span: Span) -> Span:
        """Give the stretch of the raw text that a span of the clean text stands for."""
        return Span.of(self.raw, *self.offsets.raw(span.start, span.end))
