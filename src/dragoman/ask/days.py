"""The days that a question names."""

import calendar
import re
from datetime import date

from dragoman.errors import UsageError

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")

Asked = str | date | None


def first_day(asked: Asked) -> str | None:
    """Give the first day of what was asked ("2022", "2022-03", "2022-03-01").

    Raises:
        UsageError: there is no such day.
    """
    return _edge(asked, last=False)


def last_day(asked: Asked) -> str | None:
    """Give the last day of what was asked ("2022" means its 31 December).

    Raises:
        UsageError: there is no such day.
    """
    return _edge(asked, last=True)


def span_of(since: Asked, until: Asked) -> tuple[str | None, str | None]:
    """Give the first and last day of a stretch, either of them open.

    Raises:
        UsageError: there is no such day, or the stretch ends before it begins.
    """
    first, last = first_day(since), last_day(until)
    if first and last and first > last:
        raise UsageError(f"the time asked for ends ({last}) before it begins ({first}); swap since and until")
    return first, last


def _edge(asked: Asked, *, last: bool) -> str | None:
    if asked is None:
        return None
    if isinstance(asked, date):
        return date(asked.year, asked.month, asked.day).isoformat()
    match = _DAY.fullmatch(asked.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        return _day(year or 0, month or (12 if last else 1), day, last=last).isoformat()
    except ValueError:
        raise UsageError(f"{asked[:40]!r} is no day; write 2022, 2022-03 or 2022-03-01") from None


def _day(year: int, month: int, day: int | None, *, last: bool) -> date:
    if day is not None:
        return date(year, month, day)
    first = date(year, month, 1)
    return first.replace(day=calendar.monthrange(year, month)[1]) if last else first
