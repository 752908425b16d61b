"""Take the headline, and a standfirst under it, off the text."""

import re
from collections.abc import Sequence
from itertools import islice, zip_longest

from dragoman.knowledge.publishers import Publishers
from dragoman.model import Part
from dragoman.read.page.sheet import Sheet, is_prose
from dragoman.text.lines import Line
from dragoman.text.stamps import match, near

_SUFFIX = re.compile(r"\s+(?:\||-|–|—|·|•|:)\s+(?=[^|–—·•]{2,60}\Z)")
_WORD = re.compile(r"\w+")
_CLOSING = re.compile(r"[\"'”’)?!]*\.?(?=\s|\Z)")
_NOT_WORD = re.compile(r"\W+")
_DATE_START = re.compile(r"(?<=\s)(?=[A-Z0-9][a-z\d]*\.?,? ?[A-Za-z\d])")
# a word that is no abbreviated title ("Min.", "Gen.") before the stop
_INNER_STOP = r"(?:\b[a-z]{3,}|\w{6,})[.?!][\"”’]?\s+[\"“‘]?[A-Z]"
_SENTENCE_END = re.compile(_INNER_STOP)
_STATEMENT = re.compile(rf"[.:;,…][\"'”’)]*\Z|{_INNER_STOP}")


def take_given_title(sheet: Sheet, title: str, published: str | None) -> str:
    """Take off the headline that the source gives beside the text, wherever the head repeats it.

    Args:
        sheet: the text on the table.
        title: the headline as given.
        published: the day that the source gives; a date of that day after the headline ends it.

    Returns:
        The headline: the text's own where the given one is only the beginning of it.
    """
    since, found = len(sheet.parts), title
    lines = list(sheet.head())[:10]
    for line, below in zip_longest(lines, lines[1:]):
        if longer := _dated_headline(sheet, line, title, published):
            sheet.take("title", (line.start, longer), "stands before the date, begins like the title given")
            found = sheet.plain[line.start : longer].strip()
        elif end := _prefix(line.text, title):
            whole = _whole_headline(line, end)
            sheet.take("title", (line.start, line.start + whole), "repeats the title given")
            found = title if whole == end else line.text
        elif below and line is lines[0] and _above_date(sheet, line, below, title, published):
            sheet.take("title", (line.start, line.end), "stands above the date, begins like the title given")
            found = line.text
    sheet.settle(since)
    return found


def guess_title(sheet: Sheet) -> str | None:
    """Take the first line that still stands for the headline, if it looks like one and prose follows.

    A headline has three to thirty words and does not end as a statement does.
    """
    if len(sheet.lines) < 2:
        return None
    since, line = len(sheet.parts), sheet.lines[0]
    words = line.words
    looks = 3 <= len(words) <= 30 and len(line.text) <= 240 and not _STATEMENT.search(line.text) and not line.is_turn
    if not looks or not any(is_prose(other) for other in sheet.lines[1:12]):
        return None
    headline = _without_publisher(line.text, sheet.publishers)
    sheet.take("title", (line.start, line.end), "short first line without a full stop, with prose after it", headline)
    for other in list(sheet.head())[1:6]:
        if _folded(other.text) == _folded(headline):
            sheet.take("title", (other.start, other.end), "repeats the headline")
    sheet.settle(since)
    return headline


def take_subtitle(sheet: Sheet) -> None:
    """Take off a standfirst that is no sentence: the line under the headline, where a byline or stamp followed it."""
    if not sheet.lines:
        return
    since, line = len(sheet.parts), sheet.lines[0]
    under = any(
        part.kind in ("byline", "published", "updated") and part.span and 0 <= part.span.start - line.end < 200
        for part in sheet.parts
    )
    above = any(part.kind == "title" and part.span and part.span.end <= line.start for part in sheet.parts)
    if under and above and not is_prose(line) and not line.ended and len(line.words) <= 40:
        sheet.take("subtitle", (line.start, line.end), "line without a full stop between headline and byline")
    sheet.settle(since)


def publisher_in(parts: Sequence[Part], table: Publishers) -> str | None:
    """Give the first known publisher whose name stands in the headline's tail, a menu, or a line of furniture."""
    for kinds in (("menu", "date line"), ("title",), ("furniture", "published"), ("byline",)):
        for part in parts:
            if part.kind in kinds and part.span:
                words = _tail(part.span.text) if part.kind == "title" else part.span.text
                # "Sample Wire contributed to this report" names no publisher
                if words and (known := table.within(words)) and not (known.signs and part.kind == "furniture"):
                    return known.name
    return None


def _tail(title: str) -> str:
    found = _SUFFIX.search(title)
    return title[found.end() :] if found else ""


def _without_publisher(text: str, table: Publishers) -> str:
    found = _SUFFIX.search(text)
    return text[: found.start()] if found and table.within(text[found.end() :]) else text


def _prefix(text: str, title: str) -> int:
    """Give the length of the stretch of `text` that says `title`, 0 if it does not begin so or goes on in mid-word."""
    wanted = [word.casefold() for word in _WORD.findall(title)]
    found = list(islice(_WORD.finditer(text), len(wanted)))
    if not wanted or [word[0].casefold() for word in found] != wanted:
        return 0
    closing = _CLOSING.match(text, found[-1].end())
    return closing.end() if closing else 0


def _whole_headline(line: Line, end: int) -> int:
    """Give the end of the line where what follows the given title on it is the rest of a headline, else `end`."""
    rest = line.text[end:].strip()
    short = rest and len(line.text) <= 200 and not line.ended and not _SENTENCE_END.search(rest)
    return len(line.text) if short and not is_prose(line) else end


def _dated_headline(sheet: Sheet, line: Line, title: str, published: str | None) -> int | None:
    """Give where a headline ends that a date of the day follows on the same line."""
    if published is None or _folded(title[:40])[:12] != _folded(line.text[:40])[:12]:
        return None
    for start in (
        found.start() for found in _DATE_START.finditer(sheet.plain, line.start, min(line.end, line.start + 250))
    ):
        if _SENTENCE_END.search(sheet.plain, line.start, start):
            return None
        read = match(sheet.plain, start, line.end, clock=sheet.clock)
        if (
            read
            and near(read[1], published, days=3)
            and re.match(r"\s+[\"“'(]?[A-Z0-9]|\s*\Z", sheet.plain[read[0] : line.end])
        ):
            return start
    return None


def _above_date(sheet: Sheet, line: Line, below: Line, title: str, published: str | None) -> bool:
    """Tell whether a first line is the headline because the date of the day stands alone under it."""
    if (
        published is None
        or line.ended
        or len(line.text) > 240
        or _folded(title).split()[:1] != _folded(line.text[:80]).split()[:1]
    ):
        return False
    read = match(sheet.plain, below.start, below.end, clock=sheet.clock)
    return read is not None and read[0] == below.end and near(read[1], published, days=3)


def _folded(text: str) -> str:
    return _NOT_WORD.sub(" ", text).strip().casefold()
