"""Tells what a report is about from what it only mentions and from what is long past."""

from datetime import date, timedelta

OPENING = 4
"""How many sentences make up the head of a report."""
UPPER = 10
"""Below how many sentences even the news of its day stands beside what a report is about."""
MONTH = 31
EVE = timedelta(days=1)
"""Morning papers tell the news of the day before."""


def salience(*, sentence: int, day: str | None, published: date | None, tense: str) -> str:
    """Weigh an act's place in a report.

    Args:
        sentence: index of the first sentence that tells it.
        day: its date, where one is known.
        published: the report's day, where known.
        tense: tense of its first telling.

    Returns:
        `background` for what is older than a month, `main` for the head of the report and the news of its day in its
        upper part, else `other`.
    """
    first = day.partition("/")[0] if day else None
    last = day.partition("/")[2] or first if day else None
    if first and last and published:
        age = (published - _day(last)).days
        if age > MONTH:
            return "background"
        fresh = first in (published.isoformat(), (published - EVE).isoformat())
        return "main" if sentence < (UPPER if fresh else OPENING) else "other"
    if tense == "pluperfect":
        return "background"
    return "main" if sentence < OPENING else "other"


def _day(value: str) -> date:
    """Give the last day that a date may mean."""
    if len(value) == 4:
        return date(int(value), 12, 31)
    if len(value) == 7:
        return date(int(value[:4]), int(value[5:]), 28)
    return date.fromisoformat(value)
