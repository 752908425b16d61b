"""Take the dateline off the text: the place, day and agency before its first words."""

import calendar
import re
from collections.abc import Sequence

from dragoman.model import Part, Span
from dragoman.read.page.sheet import Sheet
from dragoman.text.lines import Line
from dragoman.text.stamps import match

_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_PLACE = r"(?:[A-Z][\w’'.-]*)(?:[ -](?:[A-Z][\w’'.-]*|de|del|of|la|al|el|the|and|upon|am)){0,4}"
_AGENCY = r"\((?P<agency>[A-Z][\w .&’'/-]{1,30})\)"
_DASH = r"\s*(?:—|–|--|―)\s*|\s+-\s+"
_MONTH = rf"(?:{'|'.join([*calendar.month_name[1:], *calendar.month_abbr[1:], 'Sept'])})"
_WEEKDAY = rf"(?:{'|'.join(calendar.day_name)})"
_DAY = rf"(?:{_WEEKDAY}|(?:{_WEEKDAY},? )?(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH}\.?))(?:,? \d{{4}})?"
_DATED_PLACE = re.compile(rf"(?P<city>{_PLACE})(?P<region>(?:, {_PLACE}){{0,2}}?), (?P<day>{_DAY})\.?(?: \([^()]+\))?")
_DATELINE = re.compile(
    rf"(?P<place>(?P<city>{_PLACE})(?P<region>(?:, {_PLACE}){{0,2}}?))?(?P<day>,? {_DAY})?(?P<by>[, ]*{_AGENCY})?"
    rf"(?:(?P<dash>{_DASH})|(?P<colon>:\s+)|(?P<run_on>\s*))(?=[\"“‘'«]?[A-Z\d$€£])"
)


def take_dateline(sheet: Sheet) -> str | None:
    """Take the dateline off the first line: "KYIV, Ukraine (AP) —".

    Returns:
        The agency that it names, where it names one.
    """
    if not sheet.lines:
        return None
    since, line = len(sheet.parts), sheet.lines[0]
    found = _DATELINE.match(sheet.plain, line.start, min(line.end, line.start + 140))
    if not found or found.end() >= line.end or not _is_dateline(sheet, found):
        return None
    basis = "place, agency or day before a dash" if found["dash"] else "agency in brackets before the text"
    place = "" if sheet.publishers.get(found["city"] or "") else found["place"] or ""
    sheet.take("dateline", (line.start, found.end()), basis, place)
    _note_day(sheet, found)
    sheet.settle(since)
    known = sheet.publishers.get(found["agency"] or found["city"] or "")
    return known.name if known else None


def take_dated_place(sheet: Sheet, line: Line) -> bool:
    """Take off a line that holds a place and a day and nothing else ("Oslo, 3 May 2022"); tell whether it was one."""
    found = _DATED_PLACE.fullmatch(sheet.plain, line.start, line.end)
    if found:
        sheet.take("dateline", (line.start, line.end), "line of a place and a day", found["city"] + found["region"])
        _note_day(sheet, found)
    return found is not None


def take_place_line(sheet: Sheet) -> None:
    """Take off a place in capitals on a line of its own, right under the byline or the stamp."""
    if len(sheet.lines) < 2:
        return
    since, line = len(sheet.parts), sheet.lines[0]
    words = _WORD.findall(line.text)
    shouted = (
        0 < len(words) <= 3 and line.text.isupper() and len(line.text) >= 4 and line.text.replace(" ", "").isalpha()
    )
    under = any(
        part.kind in ("byline", "published", "updated") and part.span and 0 < line.start - part.span.end <= 6
        for part in sheet.parts
    )
    if shouted and under and not {word.lower() for word in words} & sheet.furniture.words["not_places"]:
        sheet.take("dateline", (line.start, line.end), "place in capitals under the byline or the stamp")
    sheet.settle(since)


def dateline_of(parts: Sequence[Part]) -> str | None:
    """Give the first place among the dateline parts."""
    return next((part.value for part in parts if part.kind == "dateline" and part.value), None)


def _note_day(sheet: Sheet, found: re.Match[str]) -> None:
    """Keep the day of a dateline, where it is a full date."""
    if not found["day"]:
        return
    start = found.end("day") - len(found["day"].lstrip(" ,"))
    if read := match(sheet.plain, start, found.end("day"), clock=sheet.clock):
        sheet.stamps.setdefault("dateline", (read[1], Span.of(sheet.raw, start, found.end("day"))))


def _is_dateline(sheet: Sheet, found: re.Match[str]) -> bool:
    """Tell a dateline from a subject set off by a dash: capitals, an agency, a day, or a town with its country."""
    city, agency = found["city"], found["agency"]
    words = sheet.furniture.words
    if agency and agency.split("/")[0].strip().lower() not in words["agencies"] and not sheet.publishers.get(agency):
        return False
    if (found["colon"] and not (agency and city)) or (found["dash"] is None and not agency):
        return False
    if city is None:
        return agency is not None
    plain = {word.lower() for word in _WORD.findall(city)}
    if plain <= words["not_places"]:
        return False
    shouted = city.isupper() and len(city) > 2
    return bool(shouted or agency or found["day"] or found["region"])
