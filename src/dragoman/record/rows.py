"""Nouns to rows: what the tables keep of a document, a problem, an event and a link."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, cast

from dragoman.ids import digest
from dragoman.model import (
    Actor,
    Article,
    Comparison,
    Copy,
    Correction,
    Document,
    Event,
    EventMention,
    Link,
    Position,
    Problem,
    Quote,
    Span,
    When,
    Where,
)
from dragoman.record.days import days
from dragoman.record.tables import EVENT_LISTS, PLAIN

Row = dict[str, Any]


def _dict(noun: Any) -> Row:
    """Take a noun apart, nouns within it too; `dataclasses.asdict` copies every leaf and takes ten times as long."""
    return {name: _leaf(getattr(noun, name)) for name in noun.__slots__}


def _leaf(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | date):
        return value
    return [_leaf(item) for item in value] if isinstance(value, tuple) else _dict(value)


def _plain(noun: object, table: str) -> Row:
    return {name: getattr(noun, name) for name in PLAIN[table]}


def _acting(layers: Mapping[str, tuple[object, ...]]) -> list[Actor]:
    """Leave out the states that a report names only as places, unless something that it tells refers to them."""
    told = cast(tuple[EventMention, ...], layers.get("events", ()))
    said = cast(tuple[Quote, ...], layers.get("quotes", ()))
    needed = {i for one in told for i in (*one.actors, *one.recipients, one.source)}
    needed |= {argument.actor for one in told for argument in one.arguments}
    needed |= {i for one in said for i in (one.speaker, one.addressee)}
    needed |= {one.holder for one in cast(tuple[Position, ...], layers.get("positions", ()))}
    return [a for a in cast(tuple[Actor, ...], layers.get("actors", ())) if a.acts or a.id in needed or not a.mentions]


def document_rows(document: Document) -> dict[str, list[Row]]:
    """Give the rows that a document adds to each table, without the shard; a layer that is not there adds none."""
    report = document.article.id
    layers = document.layers
    return {
        "reports": [_report(document.article)],
        "actors": [_actor(report, actor) for actor in _acting(layers)],
        "mentions": [_mention(report, mention) for mention in cast(tuple[EventMention, ...], layers.get("events", ()))],
        "positions": [_position(report, one) for one in cast(tuple[Position, ...], layers.get("positions", ()))],
        "quotes": [_quote(report, quote) for quote in cast(tuple[Quote, ...], layers.get("quotes", ()))],
        "times": [_time(report, when) for when in cast(tuple[When, ...], layers.get("times", ()))],
        "places": [_place(report, where) for where in cast(tuple[Where, ...], layers.get("places", ()))],
    }


def problem_row(problem: Problem) -> Row:
    """Give the row of a problem; the same problem met twice is one row."""
    return {"id": problem_id(problem), **_dict(problem)}


def problem_id(problem: Problem) -> str:
    """Name a problem by its content."""
    return "x" + digest(problem.path, problem.line, problem.kind, problem.message)


def event_row(event: Event) -> Row:
    """Give the row of a merged event."""
    since, until = days(event.date)
    row = _plain(event, "events")
    lists = {name: list(getattr(event, name)) for name in EVENT_LISTS}
    return {**row, **lists, "since": since, "until": until, "fields": _json([_dict(field) for field in event.fields])}


def link_row(link: Link) -> Row:
    """Give the row of a judged pair."""
    return {
        "left": link.left,
        "right": link.right,
        "verdict": link.verdict,
        "score": link.score,
        "comparisons": f"[{','.join(map(_comparison, link.comparisons))}]",
    }


def copy_row(copy: Copy) -> Row:
    """Give the row of a copy."""
    return _plain(copy, "copies")


def correction_row(correction: Correction) -> Row:
    """Give the row of a person's entry."""
    row = _plain(correction, "corrections")
    return {**row, "mentions": list(correction.mentions), "others": list(correction.others)}


def _report(article: Article) -> Row:
    row: Row = _plain(article, "reports")
    for name in ("published", "updated"):
        stamp = getattr(article, name)
        row[name] = stamp.value if stamp else None
        row[f"{name}_basis"] = stamp.basis if stamp else None
        row[f"{name}_span"] = _span(stamp.span) if stamp else None
    row["day"] = article.published.value[:10] if article.published else None
    row["offsets"] = _json(article.offsets.runs)
    row["parts"] = _json([_dict(part) for part in article.parts])
    return row


def _actor(report: str, actor: Actor) -> Row:
    row: Row = _plain(actor, "actors")
    named = dict.fromkeys(m.span.text for m in actor.mentions if m.form in {"name", "titled"})
    mentions = _json([_dict(mention) for mention in actor.mentions])
    return {"report": report, **row, "forms": list(named), "mentions": mentions}


def _mention(report: str, mention: EventMention) -> Row:
    row: Row = _plain(mention, "mentions")
    where = mention.where
    return {
        "report": report,
        **row,
        "actors": list(mention.actors),
        "recipients": list(mention.recipients),
        "topics": list(mention.topics),
        "contexts": list(mention.contexts),
        "reasons": list(mention.reasons),
        "date": mention.date.value if mention.date else None,
        "date_basis": mention.date.basis if mention.date else None,
        "dated": _json(_dict(mention.date)) if mention.date else None,
        "times": _when(mention.times) if mention.times else None,
        "place": where.name if where else None,
        "country": where.country if where else None,
        "where": _json(_dict(where)) if where else None,
        "trigger": mention.trigger.text,
        "trigger_start": mention.trigger.start,
        "trigger_end": mention.trigger.end,
        "evidence": _json([_dict(span) for span in mention.evidence]),
        "arguments": _json([_dict(argument) for argument in mention.arguments]),
    }


def _quote(report: str, quote: Quote) -> Row:
    return {
        "report": report,
        **_plain(quote, "quotes"),
        **_dict(quote.span),
        "speaker_span": _span(quote.speaker_span),
    }


def _position(report: str, position: Position) -> Row:
    return {
        "report": report,
        **_plain(position, "positions"),
        **_dict(position.span),
        "holder_span": _span(position.holder_span),
        "cue_span": _span(position.cue_span),
        "evidence": _span(position.evidence),
    }


def _time(report: str, when: When) -> Row:
    row = _dict(when)
    span = row.pop("span")
    return {"report": report, **row, **span, "since": _day(when.since), "until": _day(when.until)}


def _place(report: str, where: Where) -> Row:
    row = _dict(where)
    span = row.pop("span")
    return {"report": report, **row, **span}


def _when(when: When) -> str:
    return _json({**_dict(when), "since": _day(when.since), "until": _day(when.until)})


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span | None) -> str | None:
    return _json(_dict(span)) if span else None


@lru_cache(maxsize=20_000)
def _comparison(comparison: Comparison) -> str:
    return _json(_dict(comparison))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes a value; one encoder for all, since making one takes longer than writing most values."""
