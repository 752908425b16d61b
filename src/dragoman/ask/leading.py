"""The events that stand for a stretch of time: those that most reports tell."""

from dragoman.ask.asked import EventFilters
from dragoman.ask.filters import Conditions
from dragoman.ask.opened import Opened
from dragoman.ask.shifts import Leading, Shift

_SHOWN = 3


def leading(record: Opened, stretch: Shift, asked: EventFilters) -> tuple[Leading, ...]:
    """Give the events of a stretch that most reports tell.

    Args:
        record: the record.
        stretch: from when to when.
        asked: the filters of the series.

    Returns:
        At most three, the most told first.
    """
    within: EventFilters = {**asked, "since": stretch.start, "until": stretch.end}
    found = record.conditions(**within)
    query = f"select e.id from listed e where {found.sql()} order by len(e.articles) desc, e.since, e.id limit {_SHOWN}"
    chosen = Conditions()
    chosen.add("list_contains(?, e.id)", record.table(query, found.values).column("id").to_pylist())
    rows = sorted(record.listed(chosen, None), key=lambda row: -row.reports)
    return tuple(
        Leading(
            event=row.id,
            date=row.date,
            type=row.type,
            who=tuple(party.name for party in (*row.actors, *row.recipients)),
            reports=row.reports,
        )
        for row in rows
    )
