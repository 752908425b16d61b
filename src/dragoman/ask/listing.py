"""SQL for the rows that list events and quotes, with names beside ids."""

from collections.abc import Mapping
from typing import Any

from dragoman.ask.rows import EventRow, Party, QuoteRow
from dragoman.errors import UsageError

Row = Mapping[str, Any]

_NAMED = """
select u.id, list(coalesce(p.name, u.key) order by u.pos) as names
from (select id, unnest({side}) as key, generate_subscripts({side}, 1) as pos from chosen) u
left join people p on u.key = p.id group by u.id
"""

EVENTS = f"""
with chosen as (
    select e.* exclude (mentions) from listed e where {{where}} order by e.n{{limit}}
), acting as ({_NAMED.format(side="actors")}), getting as ({_NAMED.format(side="recipients")})
select c.id, c.type, c.mode, c.cameo, coalesce(a.names, []::text[]) as actors,
    coalesce(g.names, []::text[]) as recipients,
    c.symmetric, c.date, c.place, c.country, c.lat, c.lon, c.status, c.salience, c.topics,
    coalesce(c.contexts, []::text[]) as contexts,
    len(c.articles)::bigint as reports, c.publishers, c.confidence, c.independent, c.first_report, c.last_report,
    c.actors as actor_ids, c.recipients as recipient_ids
from chosen c left join acting a on c.id = a.id left join getting g on c.id = g.id
order by c.n
"""

QUOTES = """
select q.id, q.text, coalesce(s.name, q.speaker) as speaker, coalesce(a.name, q.addressee) as addressee, q.cue,
    q.direct, q.basis, coalesce(r.source_id, r.id) as report, r.id as report_id, r.publisher, r.day as published,
    q.start, q."end", q.speaker as speaker_id, q.addressee as addressee_id
from quotes q join reports r on q.report = r.id
left join people s on q.speaker = s.id left join people a on q.addressee = a.id
where {where} order by r.day nulls last, r.id, q.start, q.id{limit}
"""


def event_row(row: Row) -> EventRow:
    """Make a row of an answer of `EVENTS`."""
    plain = {key: value for key, value in row.items() if key not in {"actor_ids", "recipient_ids"}}
    tuples = {name: tuple(row[name]) for name in ("topics", "contexts", "publishers")}
    sides = {name: _parties(row[f"{name.removesuffix('s')}_ids"], row[name]) for name in ("actors", "recipients")}
    return EventRow(**{**plain, **tuples, **sides})


def quote_row(row: Row) -> QuoteRow:
    """Make a row of an answer of `QUOTES`."""
    plain = {key: value for key, value in row.items() if key not in {"speaker_id", "addressee_id"}}
    sides = {
        name: Party(id=row[f"{name}_id"], name=row[name]) if row[f"{name}_id"] else None
        for name in ("speaker", "addressee")
    }
    return QuoteRow(**{**plain, **sides})


def limited(limit: int | None) -> str:
    """Write a limit as SQL.

    Raises:
        UsageError: it leaves nothing.
    """
    if limit is None:
        return ""
    if limit < 1:
        raise UsageError(f"a limit of {limit} leaves nothing; give 1 or more")
    return f" limit {int(limit)}"


def _parties(ids: list[str], names: list[str]) -> tuple[Party, ...]:
    return tuple(Party(id=key, name=name) for key, name in zip(ids, names, strict=True))
