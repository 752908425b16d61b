"""What stands beside one event: copies among its reports, and the events that it hangs together with."""

from dragoman.ask.rows import CopyRow, RelationRow
from dragoman.pipeline.merging import relate
from dragoman.record import nouns
from dragoman.record.reader import Reader

_NEAR = """
with this as (select n, type, since, until, first_day, last_day from listed where id = $id), met as (
    select q.n, count(*) as shared from parts p join parts q on p.actor = q.actor
    where p.n = (select n from this) group by q.n
)
select e.* exclude (n, first_day, last_day), '[]' as fields from listed e join met using (n), this
where e.since <= (this.last_day + interval 13 month)::date::text
    and e.until >= (this.first_day - interval 13 month)::date::text
    and (met.shared > 1 or (e.type = 'CONSULT' and e.mode in ('visit', 'multilateral'))
        or (e.type = 'ASSAULT' and e.last_day - e.first_day >= 4)
        or (e.type = this.type and e.since >= this.since and e.until <= this.until))
"""
"""The events that one may hang together with, not much more than a year away (`merge.relate`): those that share two
participants with it, and of those that share one what may hold it, or be held by it. The fields' history is left out.
"""


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
        "with telling as (select unnest(articles) as id from listed where id = ?) "
        "select coalesce(r.source_id, r.id) as report, coalesce(o.source_id, o.id) as of, c.kind, c.score, c.differs "
        "from copies c join reports r on c.report = r.id join reports o on c.of = o.id "
        "where c.report in (select id from telling) and c.of in (select id from telling) order by 1, 2",
        [event],
    )
    return tuple(CopyRow(**row) for row in rows)
