"""Which publishers were silent when, so that no report is not read as no event."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dragoman.ask.days import Asked, span_of
from dragoman.ask.rows import plain
from dragoman.ask.views import arrow
from dragoman.knowledge.publishers import publishers, silence
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import pyarrow

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageDay:
    """One publisher on one day.

    Args:
        publisher: the outlet; empty for reports that name none.
        day: the day.
        reports: how many reports the record has of it.
        events: how many events they tell.
        state: `reports`; `silent`, nothing although it publishes then; `pause`, nothing because it rests on that day.
        reason: what the pause is ("Sabbath"), where there is one.
    """

    publisher: str
    day: str
    reports: int
    events: int
    state: str
    reason: str | None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of days on which the record has nothing of a publisher.

    Args:
        publisher: the outlet.
        since: first day without a report.
        until: last day without a report.
        days: how many days.
        pauses: how many of them are days on which it rests; where all are, nothing is missing.
    """

    publisher: str
    since: str
    until: str
    days: int
    pauses: int

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


_DAYS = """
with chosen as (
    select publisher, day, reports, events from _covered
    where $publisher is null or contains(lower(publisher), lower($publisher))
), bounds as (
    select publisher, coalesce($since, min(day))::date as first, coalesce($until, max(day))::date as last
    from chosen group by publisher
), days as (
    select publisher, unnest(generate_series(first::timestamp, last::timestamp, interval 1 day))::date::text as day
    from bounds
)
select d.publisher, d.day, coalesce(s.reports, 0) as reports, coalesce(s.events, 0) as events
from days d left join chosen s using (publisher, day) order by d.publisher, d.day
"""


def coverage(reader: Reader, *, publisher: str | None, since: Asked, until: Asked) -> "pyarrow.Table":
    """Give every publisher on every day between its first and last report, or between the days asked for.

    Args:
        reader: the record, with the shared tables made.
        publisher: part of an outlet's name.
        since: first day.
        until: last day.

    Returns:
        Rows of `CoverageDay`, by publisher and day.
    """
    import pyarrow as pa

    first, last = span_of(since, until)
    days = arrow(reader, _DAYS, {"publisher": publisher, "since": first, "until": last})
    states, reasons = [], []
    columns = (days.column(name).to_pylist() for name in ("publisher", "day", "reports"))
    for name, rows in groupby(zip(*columns, strict=True), key=itemgetter(0)):
        told = [(day, reports) for _, day, reports in rows]
        rests = pauses(name, told[0][0], told[-1][0])
        for day, reports in told:
            reason = None if reports else rests.get(day)
            states.append("reports" if reports else "pause" if reason else "silent")
            reasons.append(reason)
    return days.append_column("state", pa.array(states, pa.string())).append_column(
        "reason", pa.array(reasons, pa.string())
    )


def gaps(reader: Reader, days: "pyarrow.Table", *, least: int) -> "pyarrow.Table":
    """Join silent days to stretches.

    Args:
        reader: the record.
        days: rows of `CoverageDay`.
        least: days that a gap has at least.

    Returns:
        Rows of `Gap`, the longest first.
    """
    query = """
    with quiet as (
        select publisher, day::date as day, state,
            day::date - row_number() over (partition by publisher order by day)::int as stretch
        from _coverage where state <> 'reports'
    )
    select publisher, min(day)::text as since, max(day)::text as until, count(*) as days,
        count(*) filter (state = 'pause') as pauses
    from quiet group by publisher, stretch having count(*) >= ? order by days desc, publisher, since
    """
    reader.offer("_coverage", {name: days.column(name).to_pylist() for name in ("publisher", "day", "state")})
    return arrow(reader, query, [least])


def pauses(publisher: str, first: str, last: str) -> dict[str, str]:
    """Give the days on which an outlet rests for at least half the day, with the reason.

    Args:
        publisher: its name; one that is not in our table is not known to rest.
        first: first day.
        last: last day.
    """
    known = publishers().get(publisher) if publisher else None
    if known is None:
        return {}
    found: dict[str, str] = {}
    for rest in silence(known, date.fromisoformat(first), date.fromisoformat(last)):
        day = rest.start.date()
        while day <= rest.end.date():
            midnight = datetime.combine(day, time(), rest.start.tzinfo)
            inside = min(rest.end, midnight + _DAY) - max(rest.start, midnight)
            if inside >= _DAY / 2:
                found[day.isoformat()] = rest.reason
            day += _DAY
    return found
