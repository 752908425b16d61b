"""Stretches of the calendar with their TIMEX3 values, and how to move along it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

# A winter is counted to the year it ends in.
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some days in a row, with the value that names them.

    Args:
        value: TIMEX3 value.
        grain: `day`, `week`, `weekend`, `month`, `season`, `quarter`, `half`, `year`, `decade`, `century`...
        year: its year, negative before Christ, None where unknown.
        month: its month, None above the grain of months.
        since: first day, None before Christ and where the year is unknown.
        until: last day.
    """

    value: str
    grain: str
    year: int | None = None
    month: int | None = None
    since: date | None = None
    until: date | None = None

    def part(self, edge: str) -> "Stretch":
        """Give the beginning, middle or end of this stretch; the value stays (TIMEX3 keeps such words in `mod`)."""
        if self.since is None or self.until is None or self.grain == "day":
            return self
        days = (self.until - self.since).days + 1
        third = timedelta(days=days // 3)
        first, last = {
            "start": (self.since, self.since + third),
            "mid": (self.since + third, self.until - third),
        }.get(edge, (self.until - third, self.until))
        return replace(self, since=first, until=last)


def safe_date(year: int, month: int, number: int) -> date | None:
    """Give a day, or None where the calendar has none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_text(year: int | None) -> str:
    """Write a year as TIMEX3 does."""
    if year is None:
        return "XXXX"
    return f"{year:04}" if year >= 0 else f"BC{-year:04}"


def day(on: date) -> Stretch:
    """Give one day."""
    return Stretch(value=on.isoformat(), grain="day", year=on.year, month=on.month, since=on, until=on)


def month_day(year: int | None, month: int, number: int) -> Stretch:
    """Give one day by its numbers; the year may be unknown or before Christ."""
    on = safe_date(year, month, number) if year is not None and year > 0 else None
    if on is not None:
        return day(on)
    return Stretch(value=f"{year_text(year)}-{month:02}-{number:02}", grain="day", year=year, month=month)


def month(year: int | None, number: int) -> Stretch:
    """Give one month."""
    value = f"{year_text(year)}-{number:02}"
    if year is None or not 1 <= year <= 9998:
        return Stretch(value=value, grain="month", year=year, month=number)
    since = date(year, number, 1)
    until = date(year + number // 12, number % 12 + 1, 1) - ONE_DAY
    return Stretch(value=value, grain="month", year=year, month=number, since=since, until=until)


def year(number: int | None) -> Stretch:
    """Give one year."""
    if number is None or not 1 <= number <= 9999:
        return Stretch(value=year_text(number), grain="year", year=number)
    return Stretch(
        value=year_text(number), grain="year", year=number, since=date(number, 1, 1), until=date(number, 12, 31)
    )


def week(on: date) -> Stretch:
    """Give the week (ISO 8601, Monday to Sunday) that holds a day."""
    first = on - timedelta(days=on.weekday())
    number = on.isocalendar()
    return Stretch(
        value=f"{number.year}-W{number.week:02}",
        grain="week",
        year=on.year,
        month=on.month,
        since=first,
        until=first + 6 * ONE_DAY,
    )


def weekend(on: date) -> Stretch:
    """Give the Saturday and Sunday of the week that holds a day."""
    whole = week(on)
    assert whole.until is not None
    return replace(whole, value=whole.value + "-WE", grain="weekend", since=whole.until - ONE_DAY)


def season(number: int | None, code: str) -> Stretch:
    """Give spring, summer, autumn or winter of a year."""
    value = f"{year_text(number)}-{code}"
    first, last = SEASONS[code]
    if number is None or not 2 <= number <= 9998:
        return Stretch(value=value, grain="season", year=number)
    since = date(number - 1 if code == "WI" else number, first, 1)
    return Stretch(value=value, grain="season", year=number, month=last, since=since, until=month(number, last).until)


def months(number: int | None, first: int, last: int, label: str) -> Stretch:
    """Give a run of months of one year under a label such as `Q1` or `H2`."""
    grain = "quarter" if label.startswith("Q") else "half"
    return Stretch(
        value=f"{year_text(number)}-{label}",
        grain=grain,
        year=number,
        month=first,
        since=month(number, first).since,
        until=month(number, last).until,
    )


def quarter(number: int | None, which: int) -> Stretch:
    """Give a quarter of a year."""
    return months(number, 3 * which - 2, 3 * which, f"Q{which}")


def half(number: int | None, which: int) -> Stretch:
    """Give a half of a year."""
    return months(number, 6 * which - 5, 6 * which, f"H{which}")


def decade(first: int) -> Stretch:
    """Give the ten years that begin with a year such as 1990 (or -480 for the 480s BC)."""
    if first < 0:
        return Stretch(value=f"BC{-first // 10:03}", grain="decade", year=first)
    return Stretch(
        value=f"{first // 10:03}",
        grain="decade",
        year=first,
        since=date(max(first, 1), 1, 1),
        until=date(min(first + 9, 9999), 12, 31),
    )


def century(number: int) -> Stretch:
    """Give a century: 20 for the twentieth, -4 for the fourth before Christ."""
    if number < 0:
        return Stretch(value=f"BC{-number - 1:02}", grain="century", year=number * 100)
    first = (number - 1) * 100
    return Stretch(
        value=f"{number - 1:02}",
        grain="century",
        year=first,
        since=date(first + 1, 1, 1),
        until=date(min(first + 100, 9999), 12, 31),
    )


def add_months(on: tuple[int, int], count: int) -> tuple[int, int]:
    """Move along the months: (year, month) plus a number of months."""
    total = on[0] * 12 + on[1] - 1 + count
    return total // 12, total % 12 + 1


def easter(number: int) -> date:
    """Give Easter Sunday of a year (Meeus, Astronomical Algorithms, 1991, chapter 8: Gregorian calendar)."""
    a, b, c = number % 19, number // 100, number % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month_number, day_number = divmod(h + m - 7 * n + 114, 31)
    return date(number, month_number, day_number + 1)
