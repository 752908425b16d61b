"""One report as a reader sees it: its text, and what the record found where in it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ask.filters import Conditions
from dragoman.ask.rows import EventRow, plain
from dragoman.errors import UnknownNameError

if TYPE_CHECKING:
    from dragoman.ask.opened import Opened

Row = Mapping[str, Any]
_SHOWN = 5
_LIKE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a report's text that means something.

    Args:
        start: offset of its first code point.
        end: offset after its last one.
        kind: `evidence` or `trigger` of an event, `quote`, `position`, `actor`, `time` or `place`.
        id: the event's, quote's, position's or actor's id, a time's value, or a place's name.
        mention: id of the event mention, for `evidence` and `trigger`.
        says: what it means, in words.
    """

    start: int
    end: int
    kind: str
    id: str
    mention: str | None
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDossier:
    """One report with all that was found in it.

    Args:
        id: the report's id in the record.
        report: what its source calls it.
        publisher: its outlet, where known.
        published: its day, where known.
        title: its headline, where known.
        byline: who wrote it, where known.
        dateline: where it was written, where known.
        url: its address, where known.
        text: its clean text, in which offsets count.
        events: the events that it tells.
        marks: what was found, in order of the text.
    """

    id: str
    report: str
    publisher: str | None
    published: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    url: str | None
    text: str
    events: tuple[EventRow, ...]
    marks: tuple[Mark, ...]

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**plain(self), "events": [event.as_dict() for event in self.events]}

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.report(self)


def report(record: "Opened", key: str) -> ReportDossier:
    """Give one report with all that was found in it.

    Args:
        record: the record.
        key: the report's id, or what its source calls it.

    Returns:
        Its text, its events, and every mark with its offsets.

    Raises:
        UsageError: there is no such report, or several are called so.
    """
    rows = record.reader.sql(
        "select id, coalesce(source_id, id) as report, publisher, day as published, title, byline, dateline, url, text "
        "from reports where id = $key or source_id = $key order by id",
        {"key": key},
    )
    if len(rows) != 1:
        raise _several(key, rows) if rows else _unknown(record, key)
    (row,) = rows
    told = Conditions()
    told.add("list_contains(e.articles, ?)", row["id"])
    marks = sorted(_marks(record, row["id"]), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.id))
    return ReportDossier(**row, events=tuple(record.listed(told, None)), marks=tuple(marks))


def _several(key: str, rows: Sequence[Row]) -> UnknownNameError:
    ids = tuple(row["id"] for row in rows[:_SHOWN])
    return UnknownNameError(f"several reports are called {key[:80]!r}: {', '.join(ids)}", ids)


def _unknown(record: "Opened", key: str) -> UnknownNameError:
    rows = record.reader.sql(
        "select name from (select distinct coalesce(source_id, id) as name from reports) "
        f"where jaro_winkler_similarity(name, $key) > {_LIKE} "
        f"order by jaro_winkler_similarity(name, $key) desc, name limit {_SHOWN}",
        {"key": key},
    )
    near = tuple(row["name"] for row in rows)
    cure = f"; near it: {', '.join(near)}" if near else "; `dragoman search` and `dragoman show` name reports"
    return UnknownNameError(f"there is no report {key[:80]!r}{cure}", near)


def _marks(record: "Opened", key: str) -> Iterator[Mark]:
    yield from _events(record, key)
    for row in record.reader.sql("select id, mentions from actors where report = ?", [key]):
        for mention in json.loads(row["mentions"]):
            span = mention["span"]
            yield _mark(span["start"], span["end"], "actor", row["id"], record.name(row["id"]))
    for kind, query in _SPANS.items():
        for row in record.reader.sql(query, [key]):
            yield _mark(row["start"], row["end"], kind, row["id"], _said(record, kind, row))


_SPANS = {
    "quote": "select start, \"end\", id, speaker as who, coalesce(cue, '') as words from quotes where report = ?",
    "position": 'select start, "end", id, holder as who, stance as words from positions where report = ?',
    "time": "select start, \"end\", value as id, null as who, nullif(basis, 'unknown') as words from times "
    "where report = ?",
    "place": "select start, \"end\", name as id, null as who, coalesce(country, '') as words "
    "from places where report = ?",
}


def _said(record: "Opened", kind: str, row: Row) -> str:
    who = record.name(row["who"]) if row["who"] else "speaker unknown"
    if kind == "quote":
        return f"said by {who}" if row["who"] else who
    if kind == "position":
        return f"{who} is {row['words']} it"
    return ", ".join(part for part in (row["id"], row["words"]) if part)


def _events(record: "Opened", key: str) -> Iterator[Mark]:
    rows = record.reader.sql(
        "select m.id, m.type, m.mode, m.status, m.actors, m.recipients, m.evidence, m.trigger_start, m.trigger_end, "
        "t.event from mentions m join told t on t.mention = m.id where m.report = ? order by m.trigger_start, m.id",
        [key],
    )
    for row in rows:
        words = ", ".join(part for part in (row["type"], row["mode"], row["status"]) if part) + _who(record, row)
        for span in json.loads(row["evidence"]):
            yield _mark(span["start"], span["end"], "evidence", row["event"], words, row["id"])
        yield _mark(row["trigger_start"], row["trigger_end"], "trigger", row["event"], words, row["id"])


def _who(record: "Opened", row: Row) -> str:
    """Say who does it to whom in this telling (": Fiji -> Tonga"), nothing where it names nobody."""
    actors, recipients = (", ".join(record.name(key) for key in row[side]) for side in ("actors", "recipients"))
    sides = [actors or "somebody", recipients] if recipients else [actors]
    return f": {' -> '.join(sides)}" if any(sides) else ""


def _mark(start: int, end: int, kind: str, key: str, says: str, mention: str | None = None) -> Mark:
    return Mark(start=start, end=end, kind=kind, id=key, mention=mention, says=says)
