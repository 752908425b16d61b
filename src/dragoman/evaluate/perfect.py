"""Annotated events as if a coder had found them all without fault, so that merging can be measured by itself."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dragoman.evaluate.gold import Report
from dragoman.ids import actor_id, mention_id
from dragoman.knowledge.resolve import resolve
from dragoman.merge import Told
from dragoman.model import Actor, ActorMention, EventDate, EventMention, Span, Where
from dragoman.model.mention import ASSUMED


def perfect(report: Report) -> tuple[Told, ...]:
    """Give the events of an annotated report as mentions.

    Actors are named by the tables as in coding; whom they do not know is named by the annotation. A place has the
    country that the annotation gives it, and no coordinates.

    Args:
        report: in the annotation format.

    Returns:
        One mention for each event, in order.
    """
    published = date.fromisoformat(report["published"][:10]) if report.get("published") else None
    cast = {entry["id"]: _actor(entry, published) for entry in report["actors"]}
    actors = {actor.id: actor for actor in cast.values()}
    return tuple(
        Told(
            mention=_mention(report, event, {key: actor.id for key, actor in cast.items()}, published),
            article=report["id"],
            publisher=report.get("publisher"),
            published=published,
            actors=actors,
        )
        for event in report["events"]
    )


def _actor(entry: dict[str, Any], day: date | None) -> Actor:
    known = _known(entry, day)
    spans = [Span(start=0, end=len(words), text=words) for words in entry.get("mentions", ())]
    return Actor(
        id=actor_id(known=known, name=entry["name"], country=entry.get("country"), role=None),
        name=entry["name"],
        kind=entry["kind"],
        country=entry.get("country"),
        role=entry.get("role"),
        sector=entry.get("sector") or "UNK",
        known=known is not None,
        mentions=tuple(ActorMention(span=span, first=0, last=1, head=0, form="name") for span in spans),
    )


def _known(entry: dict[str, Any], day: date | None) -> str | None:
    if entry["kind"] == "country" and entry.get("country"):
        return str(entry["country"])
    found = resolve(entry["name"], day or date.today(), country=entry.get("country"))
    return found.actor if found.kind == entry["kind"] else None


def _mention(report: Report, event: dict[str, Any], ids: dict[str, str], published: date | None) -> EventMention:
    evidence = tuple(_spans(report["text"], event["evidence"]))
    return EventMention(
        id=mention_id(
            article=report["id"], type=event["type"], evidence=(evidence[0].start, evidence[0].end), frame=event["id"]
        ),
        type=event["type"],
        mode=event.get("mode"),
        actors=tuple(ids[key] for key in event["actors"]),
        recipients=tuple(ids[key] for key in event["recipients"]),
        symmetric=bool(event.get("symmetric")),
        date=_date(event, published),
        where=_where(event),
        status=event["status"],
        topics=tuple(event.get("topics", ())),
        salience=event.get("salience", "other"),
        trigger=evidence[0],
        evidence=evidence,
        frame="annotated",
        confidence=1.0,
    )


def _date(event: dict[str, Any], published: date | None) -> EventDate | None:
    """Give the date; the guidelines put an act told without a day on the report's own, which counts as assumed."""
    value = event.get("date")
    if not value:
        return None
    assumed = published is not None and value == published.isoformat()
    return EventDate(value=value, basis=ASSUMED if assumed else "relative to published")


def _where(event: dict[str, Any]) -> Where | None:
    name = event.get("place")
    if not name:
        return None
    span = Span(start=0, end=len(name), text=name)
    return Where(span=span, first=0, last=1, name=name, country=event.get("country"), precision="unknown")


def _spans(text: str, strings: Sequence[str]) -> Iterator[Span]:
    for words in strings:
        start = text.find(words)
        yield Span.of(text, start, start + len(words)) if start >= 0 else Span(start=0, end=len(words), text=words)
