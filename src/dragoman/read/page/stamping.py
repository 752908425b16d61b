"""Take off the times that a page prints about itself: "Published: ...", "Updated: ...", a date alone in the head."""

import re
from functools import lru_cache

from dragoman.model import Span
from dragoman.read.page.sheet import Sheet, is_prose
from dragoman.text.lines import Line
from dragoman.text.stamps import match, near

_DATE_LINE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?!\d)[ \t]*")
_BETWEEN = re.compile(r"[\s|•·,;/–—-]*")
_DATE_WORD = re.compile(r"(?<!\w)(?=\d|[A-Z][a-z]{2})")
_LABEL_START = re.compile(r"(?<=\s)(?=[A-Z][A-Za-z ]{3,16}:)")
_OPENS = re.compile(r"\s+[\"“‘'(]?[A-Z0-9]")


def take_date_line(sheet: Sheet) -> None:
    """Take off ` date 2023-01-31 ` at the very beginning, the way some collections mark their texts."""
    found = _DATE_LINE.match(sheet.plain)
    if not found:
        return
    since = len(sheet.parts)
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    end = found.end(1)
    sheet.take("date line", (start, end), "the text begins with a marked date", found[1])
    sheet.stamps["date line"] = found[1], Span.of(sheet.raw, *found.span(1))
    sheet.settle(since)


def take_stamps(sheet: Sheet, published: str | None) -> None:
    """Take off labelled stamps wherever a line begins with one, and bare dates in the head.

    Args:
        sheet: the text on the table.
        published: the day that the source gives, which a date at the head of the text may repeat.
    """
    since = len(sheet.parts)
    head = {line.number for line in sheet.head()}
    prose_seen = False
    for line in sheet.lines:
        at = _labelled(sheet, line)
        if at == line.start and line.number in head and not prose_seen:
            _bare(sheet, line, published)
        prose_seen = prose_seen or (at == line.start and is_prose(line))
        if line.number in head and len(line.text) > 240:
            _inline(sheet, line)
    sheet.settle(since)


@lru_cache(maxsize=4)
def _label(published: str, updated: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<published>{published})|(?P<updated>{updated}))\b(?:\s+(?:on|at|in))?\s*[:\-–|]?\s*(?:on\s+)?",
        re.IGNORECASE,
    )


def _labelled(sheet: Sheet, line: Line) -> int:
    """Take off the labelled stamps that a line begins with; give the offset after them."""
    label = _label(sheet.furniture.published, sheet.furniture.updated)
    at = line.start
    while found := label.match(sheet.plain, _BETWEEN.match(sheet.plain, at, line.end).end(), line.end):  # type: ignore[union-attr]
        read = match(sheet.plain, found.end(), line.end, clock=sheet.clock)
        if read is None:
            break
        end, value = read
        rest = sheet.plain[end : line.end]
        if rest.strip(" .)|") and not (":" in found[0] or _starts_anew(sheet, rest)):
            break
        kind = "published" if found["published"] else "updated"
        sheet.take(kind, (at, end), f"stamp in the text, labelled {found[0].strip()!r}")
        sheet.stamps.setdefault(kind, (value, Span.of(sheet.raw, found.end(), end)))
        at = end
    return at


def _starts_anew(sheet: Sheet, rest: str) -> bool:
    """Tell whether another label follows: "Published 3 May 2022 Updated 4 May 2022"."""
    return _label(sheet.furniture.published, sheet.furniture.updated).match(rest.lstrip(" |•·,;-–")) is not None


def _inline(sheet: Sheet, line: Line) -> None:
    """Take off a labelled stamp in the first words of a page that came as one long line."""
    label = _label(sheet.furniture.published, sheet.furniture.updated)
    for found in _LABEL_START.finditer(sheet.plain, line.start, min(line.end, line.start + 600)):
        named = label.match(sheet.plain, found.start(), line.end)
        read = match(sheet.plain, named.end(), line.end, clock=sheet.clock) if named and ":" in named[0] else None
        if named and read and found.start() > line.start:
            kind = "published" if named["published"] else "updated"
            sheet.take(kind, (found.start(), read[0]), f"stamp in the first line, labelled {named[0].strip()!r}")
            sheet.stamps.setdefault(kind, (read[1], Span.of(sheet.raw, named.end(), read[0])))


def _bare(sheet: Sheet, line: Line, published: str | None) -> None:
    """Take off a date that is the whole line, or stands before the text on the day it appeared."""
    read = match(sheet.plain, line.start, line.end, clock=sheet.clock)
    if read is None:
        _signed(sheet, line)
        return
    end, value = read
    rest = sheet.plain[end : line.end]
    if _starts_anew(sheet, rest) and (after := _labelled(sheet, line.after(end, sheet.plain))) > end:
        rest = sheet.plain[after : line.end]
    alone = not rest.strip(" .|-–—")
    repeated = published is not None and near(value, published, days=3) and _OPENS.match(rest) is not None
    if alone or repeated:
        basis = "date alone in the head" if alone else "date before the text, near the day given"
        sheet.take(
            "published", (line.start, line.end if alone and not sheet.stamps.get("updated") else end), basis, value
        )
        sheet.stamps.setdefault("published", (value, Span.of(sheet.raw, line.start, end)))


def _signed(sheet: Sheet, line: Line) -> None:
    """Take off a line under the headline that holds names and then a date: "Given Family | 3 May 2022"."""
    titled = any(part.kind == "title" and part.span and part.span.end <= line.start for part in sheet.parts)
    by = line.text[:3].lower() == "by "
    if len(line.text) > 120 or not (titled or by):
        return
    for found in _DATE_WORD.finditer(line.text):
        read = match(sheet.plain, line.start + found.start(), line.end, clock=sheet.clock)
        if not read or sheet.plain[read[0] : line.end].strip(" .|-–—"):
            continue
        names = line.text[: found.start()].strip(" |•·,;/–—-")
        words = names.split()
        # "Oslo, 3 May 2022" is a place and a day
        parted = by or line.text[len(names) : found.start()].strip() != ","
        if parted and 1 <= len(words) <= 8 and all(word[0].isupper() or word in ("and", "by", "&") for word in words):
            sheet.take("byline", (line.start, line.start + len(names)), "names before a date, in the head")
            sheet.take("published", (line.start + len(names), line.end), "date after names, in the head", read[1])
            sheet.stamps.setdefault("published", (read[1], Span.of(sheet.raw, line.start + found.start(), read[0])))
        return
