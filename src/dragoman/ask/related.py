"""What stands beside one event: copies among its reports, and the events that it hangs together with."""

from dragoman.ask.rows import CopyRow, RelationRow
from dragoman.pipeline.merging import relate
from dragoman.record import nouns
from dragoman.record.reader import Reader

_NEAR = """
with this as (select list_concat(actors, recipients) as cast_, since, until from events where id = $id)
select e.* replace ('[]' as fields) from events e, this
where list_has_any(list_concat(e.actors, e.recipients), this.cast_)
    and e.since <= (this.until::date + interval 13 month)::date::text
    and e.until >= (this.since::date - interval 13 month)::date::text
"""
"""The events that share a participant with one, not much more than a year away; the fields' history is left out."""


def relations_of(reader: Reader, event: str) -> tuple[RelationRow, ...]:
    """Give how an event hangs together with others; worked out from the events, never kept.

    Args:
        reader: the record.
        event: its id.
    """
    near = map(nouns.event, reader.sql_rows(_NEAR, {"id": event}))
    return tuple(
        RelationRow(
            kind=tie.kind,
            event=tie.left if tie.right == event else tie.right,
            reverse=tie.right == event,
            reason=tie.reason,
        )
        for tie in relate(near)
        if event in (tie.left, tie.right)
    )


def copies_within(reader: Reader, event: str) -> tuple[CopyRow, ...]:
    """Give the copies among the reports that tell an event.

    Args:
        reader: the record.
        event: its id.
    """
    rows = reader.sql(
        "with told as (select unnest(articles) as id from events where id = ?) "
        "select coalesce(r.source_id, r.id) as report, coalesce(o.source_id, o.id) as of, c.kind, c.score, c.differs "
        "from copies c join reports r on c.report = r.id join reports o on c.of = o.id "
        "where c.report in (select id from told) and c.of in (select id from told) order by 1, 2",
        [event],
    )
    return tuple(CopyRow(**row) for row in rows)
