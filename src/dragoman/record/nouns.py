"""Rows to nouns: the exact way back from the tables."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dragoman.model import (
    Actor,
    ActorMention,
    Argument,
    Article,
    Comparison,
    Copy,
    Correction,
    Event,
    EventDate,
    EventMention,
    Field,
    Link,
    OffsetMap,
    Part,
    Position,
    Problem,
    Quote,
    Span,
    Stamp,
    When,
    Where,
)
from dragoman.record.tables import EVENT_LISTS, PLAIN

Row = Mapping[str, Any]


def _plain(row: Row, table: str) -> dict[str, Any]:
    return {name: row[name] for name in PLAIN[table]}


def article(row: Row) -> Article:
    """Give the report of a row of `reports`."""
    given = _plain(row, "reports")
    return Article(
        **given,
        published=_stamp(row, "published"),
        updated=_stamp(row, "updated"),
        offsets=OffsetMap(runs=tuple((c, r, n) for c, r, n in json.loads(row["offsets"]))),
        parts=tuple(Part(**{**part, "span": _span(part["span"])}) for part in json.loads(row["parts"])),
    )


def actor(row: Row) -> Actor:
    """Give the actor of a row of `actors`."""
    return Actor(**_plain(row, "actors"), mentions=tuple(map(_naming, json.loads(row["mentions"]))))


def bare_actor(row: Row) -> Actor:
    """Give the actor of a row of `actors` with one mention for each wording, and no pronouns: what merging looks at."""
    wordings = {m["span"]["text"]: m for m in json.loads(row["mentions"]) if m["form"] != "pronoun"}
    return Actor(**_plain(row, "actors"), mentions=tuple(map(_naming, wordings.values())))


def mention(row: Row) -> EventMention:
    """Give the event mention of a row of `mentions`."""
    arguments = tuple(Argument(**{**a, "span": Span(**a["span"])}) for a in json.loads(row["arguments"]))
    times = json.loads(row["times"]) if row["times"] else None
    reasons = tuple(row["reasons"])
    return _mention(row, arguments=arguments, times=_when(times) if times else None, reasons=reasons)


def bare_mention(row: Row) -> EventMention:
    """Give the event mention of a row of `mentions` as merging needs it: no arguments, times, reasons."""
    return _mention(row)


def _mention(row: Row, **rest: Any) -> EventMention:
    given = _plain(row, "mentions")
    dated, where = (json.loads(row[name]) if row[name] else None for name in ("dated", "where"))
    return EventMention(
        **given,
        **rest,
        actors=tuple(row["actors"]),
        recipients=tuple(row["recipients"]),
        topics=tuple(row["topics"]),
        contexts=tuple(row["contexts"] or ()),
        date=EventDate(**{**dated, "span": _span(dated["span"])}) if dated else None,
        where=Where(**{**where, "span": Span(**where["span"])}) if where else None,
        trigger=Span(start=row["trigger_start"], end=row["trigger_end"], text=row["trigger"]),
        evidence=tuple(Span(**span) for span in json.loads(row["evidence"])),
    )


def _naming(given: Row) -> ActorMention:
    return ActorMention(**{**given, "span": Span(**given["span"])})


def quote(row: Row) -> Quote:
    """Give the quote of a row of `quotes`."""
    given = _plain(row, "quotes")
    said_by = json.loads(row["speaker_span"]) if row["speaker_span"] else None
    return Quote(**given, span=_cut(row), speaker_span=_span(said_by))


def position(row: Row) -> Position:
    """Give the stand of a row of `positions`."""
    given = _plain(row, "positions")
    named = json.loads(row["holder_span"]) if row["holder_span"] else None
    return Position(
        **given,
        span=_cut(row),
        holder_span=_span(named),
        cue_span=Span(**json.loads(row["cue_span"])),
        evidence=Span(**json.loads(row["evidence"])),
    )


def when(row: Row) -> When:
    """Give the time expression of a row of `times`."""
    given = _plain(row, "times")
    return _when({**given, "span": {name: row[name] for name in ("start", "end", "text")}})


def where(row: Row) -> Where:
    """Give the place of a row of `places`."""
    given = _plain(row, "places")
    return Where(**given, span=_cut(row))


def problem(row: Row) -> Problem:
    """Give the problem of a row of `problems`."""
    return Problem(**_plain(row, "problems"))


def link(row: Row) -> Link:
    """Give the judged pair of a row of `links`."""
    given = _plain(row, "links")
    return Link(**given, comparisons=tuple(Comparison(**c) for c in json.loads(row["comparisons"])))


def copy(row: Row) -> Copy:
    """Give the copy of a row of `copies`."""
    return Copy(**_plain(row, "copies"))


def correction(row: Row) -> Correction:
    """Give the entry of a row of `corrections`."""
    return Correction(**_plain(row, "corrections"), mentions=tuple(row["mentions"]), others=tuple(row["others"]))


def event(row: Row) -> Event:
    """Give the merged event of a row of `events`."""
    # a version from before there was a column has none
    lists: dict[str, Any] = {name: tuple(row.get(name) or ()) for name in EVENT_LISTS}
    return Event(**_plain(row, "events"), **lists, fields=tuple(_field(field) for field in json.loads(row["fields"])))


def _field(field: dict[str, Any]) -> Field:
    dissent = tuple((value, mention) for value, mention in field["dissent"])
    return Field(**{**field, "support": tuple(field["support"]), "dissent": dissent})


def _stamp(row: Row, name: str) -> Stamp | None:
    if row[name] is None:
        return None
    span = row[f"{name}_span"]
    return Stamp(value=row[name], basis=row[f"{name}_basis"], span=_span(json.loads(span)) if span else None)


def _when(content: dict[str, Any]) -> When:
    edges = {name: date.fromisoformat(content[name]) if content[name] else None for name in ("since", "until")}
    return When(**{**content, **edges, "span": Span(**content["span"])})


def _span(content: dict[str, Any] | None) -> Span | None:
    return Span(**content) if content else None


def _cut(row: Row) -> Span:
    return Span(start=row["start"], end=row["end"], text=row["text"])
