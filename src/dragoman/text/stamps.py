"""Read the times that pages print about themselves: "JANUARY 31, 2023 10:11", "3 May 2022, 4.05pm BST"."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_WEEKDAY = rf"(?:(?:{'|'.join([*calendar.day_name, *calendar.day_abbr, 'tues', 'thur', 'thurs'])})\b\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d{2})\b"
_DATES = (
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s?,?\s+{_YEAR}",
    rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
    r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2})(?!\d)",
)
_TIME = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<sec>\d{2})(?:\.\d+)?)?(?!\d)\s?(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s?\(?(?P<offset>[+-]\d{2}:?\d{2}|[A-Z]{1,4})\b\)?)?"
)
_GAP = r"(?:\s*(?:,|-|–|—|\||•|·|/)\s*|\s+at\s+|T|\s+)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for shape in _DATES
    for form in (rf"{shape}(?:{_GAP}{_TIME})?", rf"{_TIME}{_GAP}{shape}")
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(?P<offset>Z|[+-]\d{2}:?\d{2})?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """How a publisher's stamps are to be read.

    Args:
        zone: IANA time zone of a time that names none; None leaves it without.
        day_first: whether 01/02/2023 is the first of February; None reads it only where one order is possible.
        offsets: offset by abbreviation ("EST": "-05:00").
    """

    zone: str | None = None
    day_first: bool | None = None
    offsets: Mapping[str, str] = field(default_factory=dict)


def match(text: str, start: int = 0, end: int | None = None, *, clock: Clock) -> tuple[int, str] | None:
    """Read a full date, with or without a time of day, that begins at `start`.

    Args:
        text: where it stands.
        start: offset where it must begin.
        end: offset where it must have ended; None for the end of the text.
        clock: how to read what the words leave open.

    Returns:
        The offset after it and its ISO 8601 value; None where none begins there or no such day exists.
    """
    best: tuple[int, str] | None = None
    for form in _FORMS:
        found = form.match(text, start, len(text) if end is None else end)
        if found and (best is None or found.end() > best[0]) and (value := _value(found, clock)):
            best = found.end(), value
    return best


def iso(words: str, *, clock: Clock) -> str | None:
    """Read a field that holds a date: ISO 8601 first, RFC 822 or a newspaper's form else.

    Returns:
        ISO 8601 as precise as given, on the clock's zone where it holds a time; None if it is no real date.
    """
    words = words.strip()
    if found := _ISO.fullmatch(words):
        return _moment(found["day"], found["time"], (found["offset"] or "").replace("Z", "+00:00") or None, clock)
    read = match(words, clock=clock)
    return read[1] if read and not words[read[0] :].strip(" .)") else None


def near(value: str, other: str, *, days: int) -> bool:
    """Tell whether two ISO values lie within some days of each other."""
    return abs(date.fromisoformat(value[:10]) - date.fromisoformat(other[:10])) <= timedelta(days=days)


def _value(found: re.Match[str], clock: Clock) -> str | None:
    parts = found.groupdict()
    month = _MONTHS.get(str(parts.get("month", "")).lower().rstrip(".")) or parts.get("month")
    if parts.get("first"):
        # points are written only where the day comes first
        day_first = True if parts["mark"] == "." else clock.day_first
        numbers = _ordered(int(parts["first"]), int(parts["second"]), day_first)
        if numbers is None:
            return None
        parts["day"], month = str(numbers[0]), str(numbers[1])
    day = f"{int(parts['year']):04}-{int(month or 0):02}-{int(parts['day']):02}"
    if not parts.get("hour"):
        return _moment(day, None, None, clock)
    hour, half = int(parts["hour"]), (parts.get("half") or "").lower()[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour
    offset = parts.get("offset")
    known = offset if offset and offset[0] in "+-" else clock.offsets.get((offset or "").upper())
    return _moment(day, f"{hour:02}:{parts['minute']}", known, clock)


def _ordered(first: int, second: int, day_first: bool | None) -> tuple[int, int] | None:
    if first > 12 or second > 12 or first == second:
        return (first, second) if second <= 12 else (second, first)
    return None if day_first is None else (first, second) if day_first else (second, first)


def _moment(day: str, time: str | None, offset: str | None, clock: Clock) -> str | None:
    """Join day, time and offset; a time with an offset is carried over to the clock's zone."""
    try:
        if time is None:
            return date.fromisoformat(day).isoformat()
        if offset and ":" not in offset:
            offset = f"{offset[:3]}:{offset[3:]}"
        moment = datetime.fromisoformat(f"{day}T{time}{offset or ''}")
        zone = ZoneInfo(clock.zone) if clock.zone else None
    except (ValueError, ZoneInfoNotFoundError):
        return None
    if zone and moment.tzinfo:
        moment = moment.astimezone(zone)
    elif zone:
        moment = moment.replace(tzinfo=zone)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")
