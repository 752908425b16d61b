"""What a person should look at first: events that nobody has spoken on yet, the most doubtful first."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Unpack

from dragoman.ask.asked import EventFilters
from dragoman.ask.filters import Conditions
from dragoman.ask.rows import EventRow, plain
from dragoman.model import in_force

if TYPE_CHECKING:
    from dragoman.ask.opened import Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An event that waits for a person's word.

    Args:
        event: the event.
        sentence: the first sentence that tells it.
        report: id of the report that the sentence stands in.
        dissent: how many reports say otherwise in some field.
        near: ids of other events that it may be one with: pairs of tellings that were judged unsure.
    """

    event: EventRow
    sentence: str
    report: str | None
    dissent: int
    near: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**plain(self), "event": self.event.as_dict()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The events to look at.

    Args:
        waiting: how many wait in all.
        doubts: the first of them, the most doubtful first.
    """

    waiting: int
    doubts: tuple[Doubt, ...]

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.queue(self)


_WAITING = """
with spoken as (select unnest(?::text[]) as mention), done as (
    select distinct t.event from told t semi join spoken s on t.mention = s.mention
), open as (
    select e.id, e.mentions, e.confidence, len(e.articles) as reports from listed e
    anti join done d on e.id = d.event where {where}
)
"""
_FIRST = """
select o.id, v.fields, m.evidence::json->>'$[0].text' as sentence, m.report
from (select * from open order by confidence, reports desc, id limit {limit} offset {offset}) o
join events v on v.id = o.id left join mentions m on m.id = o.mentions[1]
order by o.confidence, o.reports desc, o.id
"""
_NEAR = """
with pairs as (
    select "left" as one, "right" as other from links where verdict = 'unsure'
    union all select "right", "left" from links where verdict = 'unsure'
)
select a.event, list(distinct b.event order by b.event) as near from pairs p
join told a on a.mention = p.one join told b on b.mention = p.other
where a.event <> b.event and list_contains($ids, a.event) group by a.event
"""


def review(record: "Opened", *, limit: int = 20, offset: int = 0, **asked: Unpack[EventFilters]) -> Queue:
    """Give the events that nobody has confirmed, corrected, merged or split yet, the least certain first.

    Args:
        record: the record.
        limit: at most so many.
        offset: so many are passed over.
        asked: the filters (`EventFilters`).

    Returns:
        How many wait, and the first of them.

    Raises:
        UsageError: an unknown filter, or an impossible value.
    """
    spoken = sorted({m for entry in in_force(record.reader.corrections()) for m in (*entry.mentions, *entry.others)})
    found = record.conditions(**asked)
    head = _WAITING.format(where=found.sql())
    (size,) = record.reader.sql(head + "select count(*) as n from open", [spoken, *found.values])
    query = head + _FIRST.format(limit=int(limit), offset=int(offset))
    rows = record.reader.sql(query, [spoken, *found.values])
    ids = [row["id"] for row in rows]
    near = {row["event"]: tuple(row["near"]) for row in record.reader.sql(_NEAR, {"ids": ids})}
    chosen = Conditions()
    chosen.add("list_contains(?, e.id)", ids)
    events = {event.id: event for event in record.listed(chosen, None)}
    doubts = tuple(
        Doubt(
            event=events[row["id"]],
            sentence=row["sentence"] or "",
            report=row["report"],
            dissent=sum(len(field["dissent"]) for field in json.loads(row["fields"])),
            near=near.get(row["id"], ()),
        )
        for row in rows
    )
    return Queue(waiting=size["n"], doubts=doubts)
