"""What a time expression is read against: the day of the report, the date told last, the tense of its clause."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.when import NARRATIVE, PUBLISHED, STATED, UNKNOWN
from dragoman.stages.times import calendar
from dragoman.stages.times.calendar import Stretch
from dragoman.stages.times.found import Found

# A date told further back than this many code points is no longer what "two days later" counts from in news.
REACH = 600
HALF_YEAR = 6
# A day whose year is left out is seldom further ahead than this: news then says "next May".
JUST_BEHIND = timedelta(days=270)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means.

    Args:
        value: TIMEX3 value.
        type: DATE, TIME, DURATION or SET.
        grain: its precision.
        basis: `stated`, `relative to published`, `relative to narrative`, `unknown`.
        reason: in words.
        since: first day.
        until: last day.
        told: the stretch that later expressions may count from; None where it moves nothing.
    """

    value: str
    type: str = "DATE"
    grain: str
    basis: str
    reason: str
    since: date | None = None
    until: date | None = None
    told: Stretch | None = None


def dated(stretch: Stretch, basis: str, reason: str, *, moves: bool = True) -> Reading:
    """Make a reading of a stretch of the calendar."""
    return Reading(
        value=stretch.value,
        grain=stretch.grain,
        basis=basis,
        reason=reason,
        since=stretch.since,
        until=stretch.until,
        told=stretch if moves else None,
    )


@dataclass(slots=True)
class Scene:
    """The state of the telling while a report is read from its beginning to its end.

    Args:
        published: day of the report, None where unknown.
        narrative: whether the report tells of a past far from its own day, so that dates count from each other.
        tense: gives `past`, `present`, `future` or nothing for the clause of an expression.
        told: the stretch told last.
        told_end: where its words end.
        told_basis: why its value is believed.
        ahead: the year that stands right behind the expression in hand ("August and September 1914").
        apposed: the day in full right behind the expression ("today, 8 June 2022").
    """

    published: date | None
    narrative: bool
    tense: Callable[[Found], str]
    told: Stretch | None = None
    told_end: int = -1
    told_basis: str = UNKNOWN
    ahead: int | None = None
    apposed: date | None = None

    def tell(self, reading: Reading, end: int) -> None:
        """Move on: later expressions may count from this one."""
        if reading.told is not None:
            self.told, self.told_end, self.told_basis = reading.told, end, reading.basis

    def near(self, found: Found, reach: int = REACH) -> Stretch | None:
        """Give the date told last if it still stands close by, or anywhere in a narrative."""
        if self.told is None or not (self.narrative or found.start - self.told_end <= reach):
            return None
        return self.told

    def base(self) -> tuple[date | None, str]:
        """Give the day that "last year" and "this week" count from, and the basis."""
        if self.narrative and self.told is not None and self.told.since is not None:
            return self.told.since, NARRATIVE
        return self.published, PUBLISHED if self.published else UNKNOWN

    def year_for(self, month: int, number: int | None, found: Found) -> tuple[int | None, str, str]:
        """Find the year of a month or day whose year is left out: (year, basis, reason)."""
        if self.ahead is not None:
            return self.ahead, STATED, "the year said right behind it"
        told = self.near(found, 300)
        if told is not None and told.year is not None and (self.narrative or self._told_aside(found)):
            return self._year_by_telling(told, month)
        if self.published is None:
            return None, UNKNOWN, "the year is left out and the report has no date"
        year, reason = self._year_by_report(month, number, found)
        return year, PUBLISHED, reason

    def _told_aside(self, found: Found) -> bool:
        """Tell whether the sentence has just named another year than the report's."""
        if self.told is None or self.published is None or self.told.year is None or self.told_basis != STATED:
            return self.told is not None and self.published is None
        between = found.words.text[self.told_end : found.start]
        return self.told.year < self.published.year and "." not in between and "\n" not in between

    def _year_by_telling(self, told: Stretch, month: int) -> tuple[int, str, str]:
        assert told.year is not None
        if told.month is not None and told.month - month > HALF_YEAR:
            return told.year + 1, NARRATIVE, f"the year after {told.value}, told before"
        return told.year, NARRATIVE, f"the year of {told.value}, told before"

    def _year_by_report(self, month: int, number: int | None, found: Found) -> tuple[int, str]:
        assert self.published is not None
        on, tense = self.published, self.tense(found)
        here = (month, number) if number else (month,)
        now = (on.month, on.day) if number else (on.month,)
        last = on.year if here <= now else on.year - 1
        if tense == "future":
            following = on.year if here >= now else on.year + 1
            ahead = calendar.safe_date(following, month, number or 1)
            if not number or (ahead is not None and ahead - on < JUST_BEHIND):
                return following, f"the first on or after the report's {on}, since the clause looks ahead"
            # "to condemn the May 27 seizure", told on May 30: a day just behind is nobody's day of next year
            return _nearest(on, month, number), f"the nearest to the report's {on}, most of a year from the next"
        if number and tense != "past":
            return _nearest(on, month, number), f"the nearest to the report's {on}"
        return last, f"the last on or before the report's {on}"

    def weekday(self, number: int, found: Found) -> tuple[date | None, str, str]:
        """Find the day that a bare weekday (1 Monday to 7 Sunday) names: (day, basis, reason)."""
        base, basis = self.base()
        if base is None:
            return None, UNKNOWN, "a weekday, and the report has no date"
        back = (base.isoweekday() - number) % 7
        tense = self.tense(found)
        kind = "the report's" if basis == PUBLISHED else "the told"
        if tense == "future" or (tense == "present" and back > 3):
            return base + timedelta(days=(7 - back) % 7), basis, f"the first on or after {kind} {base}"
        return base - timedelta(days=back), basis, f"the last on or before {kind} {base}"


def _nearest(on: date, month: int, number: int) -> int:
    choices = [y for y in (on.year - 1, on.year, on.year + 1) if calendar.safe_date(y, month, number)]
    return min(choices, key=lambda y: abs((date(y, month, number) - on).days), default=on.year)
