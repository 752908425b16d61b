"""Tell when a publisher is silent: its Sabbath by the sun, its holidays, its weekly day off."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dragoman.knowledge.publishers.publisher import Publisher, Rest, Spot

if TYPE_CHECKING:
    from astral import Observer

_DAY = timedelta(days=1)
_NIGHTFALL = 8.5  # degrees of the sun below the horizon at which three stars are seen
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A time in which a publisher reports nothing, so that no report is no sign that nothing happened.

    Args:
        start: its beginning, on the publisher's clock.
        end: its end, on the publisher's clock.
        reason: why, in words.
    """

    start: datetime
    end: datetime
    reason: str


def silence(publisher: Publisher, first: date, last: date) -> tuple[Silence, ...]:
    """Give the times in which a publisher is silent.

    Days of rest that follow each other are one silence: it begins with the sunset before the first of them and ends
    with the nightfall of the last (the sun 8.5 degrees below the horizon).

    Args:
        publisher: whose.
        first: the first day, on the publisher's clock.
        last: the last day.

    Returns:
        The silences that touch these days, in order.
    """
    zone = ZoneInfo(publisher.zone)
    found = []
    for by_sun in (True, False):
        rules = [rest for rest in publisher.rests if rest.by_sun == by_sun]
        for run in _runs(_days(rules, first - 3 * _DAY, last + 3 * _DAY)):
            found.append(_silence(run, zone))
    since = datetime.combine(first, time(), zone)
    until = datetime.combine(last + _DAY, time(), zone)
    return tuple(sorted((s for s in found if s.end > since and s.start < until), key=lambda s: (s.start, s.end)))


def _days(rules: Iterable[Rest], first: date, last: date) -> dict[date, tuple[str, Rest]]:
    """Give the days of rest, each with its reason and its rule."""
    days: dict[date, tuple[str, Rest]] = {}
    for rest in rules:
        for day, reason in _of_rule(rest, first, last):
            before = days.get(day)
            days[day] = (f"{before[0]}, {reason}", before[1]) if before else (reason, rest)
    return days


def _of_rule(rest: Rest, first: date, last: date) -> Iterator[tuple[date, str]]:
    if rest.days == "holidays":
        yield from _holidays(rest, first, last)
        return
    wanted = 5 if rest.days == "sabbath" else _WEEKDAYS.index(rest.days)
    for n in range((last - first).days + 1):
        if (first + n * _DAY).weekday() == wanted:
            yield first + n * _DAY, "Sabbath" if rest.days == "sabbath" else f"no work on {rest.days.title()}s"


def _holidays(rest: Rest, first: date, last: date) -> Iterator[tuple[date, str]]:
    import holidays

    years = range(first.year, last.year + 1)
    try:
        table = holidays.country_holidays(rest.of or "", years=years, language="en_US")
    except (NotImplementedError, KeyError):
        return  # the country is in no table; the rule says nothing then, and silence is never invented
    for day, names in sorted(table.items()):
        kept = [name for name in names.split("; ") if not rest.only or any(only in name for only in rest.only)]
        if kept and first <= day <= last:
            yield day, ", ".join(kept)


def _runs(days: dict[date, tuple[str, Rest]]) -> Iterator[list[tuple[date, str, Rest]]]:
    """Join days that follow each other."""
    rows = [(day, *days[day]) for day in sorted(days)]
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1][0] - pair[0] * _DAY):
        yield [row for _, row in run]


def _silence(run: list[tuple[date, str, Rest]], zone: ZoneInfo) -> Silence:
    (first, _, opening), (last, _, closing) = run[0], run[-1]
    reason = ", ".join(dict.fromkeys(reason for _, reason, _ in run))
    if opening.begins and closing.ends:
        start, end = _sunset(opening.begins, first - _DAY), _nightfall(closing.ends, last)
        return Silence(start=_minute(start, zone), end=_minute(end, zone), reason=reason)
    return Silence(
        start=datetime.combine(first, time(), zone), end=datetime.combine(last + _DAY, time(), zone), reason=reason
    )


def _sunset(spot: Spot, day: date) -> datetime:
    from astral.sun import sunset

    return _evening(sunset(_observer(spot), date=day), spot, day)


def _nightfall(spot: Spot, day: date) -> datetime:
    from astral.sun import dusk

    return _evening(dusk(_observer(spot), date=day, depression=_NIGHTFALL), spot, day)


def _evening(moment: datetime, spot: Spot, day: date) -> datetime:
    """Put a time of the sun into the evening that belongs to the day there: west of Greenwich UTC is a day ahead."""
    local = moment + timedelta(hours=spot.longitude / 15)
    return moment + (day - local.date())


def _observer(spot: Spot) -> "Observer":
    from astral import Observer

    return Observer(latitude=spot.latitude, longitude=spot.longitude)


def _minute(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(second=0, microsecond=0)
