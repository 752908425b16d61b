"""What a record is about, at a glance: how much, when, what most tell, who is in most."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ask.counting import Tally, tally
from dragoman.ask.filters import Conditions
from dragoman.ask.rows import EventRow, Summary, plain

if TYPE_CHECKING:
    from dragoman.ask.questions import Questions

_EVENTS = 8
_ACTORS = 300
_MONTHS = 72
"""Months up to which the series is by month; a longer one is by year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A record at a glance.

    Args:
        summary: how much it holds.
        events: the events that most reports tell, the most told first.
        actors: those in most events, the most frequent first.
        per: `month` or `year`.
        series: events by quad class and period, in order of periods.
        quads: the quad class of each type of event, 1 to 4.
    """

    summary: Summary
    events: tuple[EventRow, ...]
    actors: tuple[Tally, ...]
    per: str
    series: tuple[Tally, ...]
    quads: dict[str, int]

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**plain(self), "events": [event.as_dict() for event in self.events]}

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.overview(self)


def overview(record: "Questions") -> Overview:
    """Give a record at a glance.

    Args:
        record: the record.
    """
    summary = record.summary()
    top = "select id from listed order by independent desc, len(articles) desc, since desc nulls last, id limit ?"
    chosen = Conditions()
    chosen.add("list_contains(?, e.id)", [row["id"] for row in record.reader.sql(top, [_EVENTS])])
    events = sorted(record.listed(chosen, None), key=lambda event: (-event.independent, -event.reports, event.id))
    per = "month" if _months(summary.first_day, summary.last_day) <= _MONTHS else "year"
    return Overview(
        summary=summary,
        events=tuple(events),
        actors=tuple(tally(row) for row in record.counts("actor").page(0, _ACTORS)),
        per=per,
        series=tuple(row for row in record.counts("quad", per=per) if row.start),
        quads={row["type"]: row["quad"] for row in record.reader.sql("select type, quad from types")},
    )


def _months(first: str | None, last: str | None) -> int:
    if not first or not last:
        return 0
    (y, m), (z, n) = ((int(part) for part in day.split("-")[:2]) for day in (first, last))
    return (z - y) * 12 + n - m
