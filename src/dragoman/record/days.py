"""The first and the last day that a date written as text may mean."""

import calendar
from datetime import date


def days(value: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day of a date.

    Args:
        value: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `start/end` of such (the extended format of ISO 8601).

    Returns:
        Two days as `YYYY-MM-DD`, so that text order is time order; None twice where the value names no days.
    """
    if not value:
        return None, None
    first, _, last = value.partition("/")
    try:
        return _edge(first, last=False), _edge(last or first, last=True)
    except ValueError:
        return None, None


def _edge(value: str, *, last: bool) -> str:
    parts = [int(part) for part in value.split("-")]
    if not 1 <= len(parts) <= 3:
        raise ValueError(value)
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    month_end = calendar.monthrange(date(year, month, 1).year, month)[1]
    day = parts[2] if len(parts) > 2 else (month_end if last else 1)
    return date(year, month, day).isoformat()
