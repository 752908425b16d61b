"""The days on which a mention says that its event may lie."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.merge.told import Told
from dragoman.model.mention import ASSUMED
from dragoman.model.when import edges

_RECENT = timedelta(days=31)
_SOON = timedelta(days=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """A stretch of days and how it is meant.

    Args:
        since: first day.
        until: last day.
        firm: whether the report states the stretch; otherwise it is a guess from the day of publication.
    """

    since: date
    until: date
    firm: bool

    @property
    def length(self) -> int:
        """How many days it covers."""
        return (self.until - self.since).days + 1

    def gap(self, other: "Days") -> int:
        """How many days lie between the two; 0 where they touch or overlap."""
        if self.until < other.since:
            return (other.since - self.until).days
        return max((self.since - other.until).days, 0)


@lru_cache(maxsize=100_000)
def parse(value: str) -> tuple[date, date] | None:
    """Give the first and last day of a date as ISO 8601 writes it; None where it names no days.

    Args:
        value: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of them with a slash between.
    """
    found = edges(value)
    return found if found and found[0] <= found[1] else None


def stated(told: Told) -> Days | None:
    """Give the days that a mention's date covers, None where it has no date that names days."""
    written = told.mention.date
    days = parse(written.value) if written else None
    if written is None or days is None:
        return None
    return Days(since=days[0], until=days[1], firm=written.basis != ASSUMED)


def window(told: Told) -> Days | None:
    """Give the days among which to look for the same event, also where the mention has no date.

    An undated act lies in the month before its report, an undated plan in the two months after.
    """
    days = stated(told)
    if days is not None:
        return days
    day = told.published
    if day is None:
        return None
    if told.mention.status in {"planned", "conditional"}:
        return Days(since=day, until=day + _SOON, firm=False)
    return Days(since=day - _RECENT, until=day, firm=False)
