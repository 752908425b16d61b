"""A coded report as JSON in the annotation format of the gold reports (docs/annotation.md)."""

from collections.abc import Callable
from typing import Any

from dragoman.export.salience import listed
from dragoman.model import Actor, Document, EventMention, Position, Quote, Span, When, Where

Json = dict[str, Any]


def annotation(document: Document) -> Json:
    """Write a coded report as a careful reader's annotation would be written.

    Args:
        document: with all layers.

    Returns:
        A JSON-able dict: `id, publisher, published, title, text, actors, events, quotes, times, places`. `text` is
        the report as given; every offset and every string of words refers to it, not to the cleaned text. Actors are
        those who take part in an event or speak, and those who likely do, numbered in order of appearance.
    """
    article = document.article
    cast = listed(document)
    places = set(document.places)
    toponyms: tuple[Where, ...] = document.layers.get("toponyms", document.places)  # type: ignore[assignment]
    names = {actor.id: f"a{i}" for i, actor in enumerate(cast, 1)}
    raw = article.raw_span
    positions: tuple[Position, ...] = document.layers.get("positions", ())  # type: ignore[assignment]
    return {
        "id": article.label,
        "publisher": article.publisher,
        "published": article.published.value if article.published else None,
        "title": article.title,
        "text": article.raw,
        "actors": [_actor(actor, names, raw) for actor in cast],
        "events": [_event(event, i, names, raw) for i, event in enumerate(document.events, 1)],
        "quotes": [_quote(quote, names, raw) for quote in document.quotes],
        "positions": [_position(one, names, {a.id: a.name for a in document.actors}, raw) for one in positions],
        "times": _stamps(document) + [_time(time, raw) for time in document.times],
        "places": [_place(place, place in places, raw) for place in toponyms],
    }


def _actor(actor: Actor, names: dict[str, str], raw: Callable[[Span], Span]) -> Json:
    said = [raw(m.span).text for m in actor.mentions if m.form != "pronoun"]
    return {
        "id": names[actor.id],
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "role": actor.role,
        "sector": actor.sector,
        "mentions": list(dict.fromkeys(said)) or [actor.name],
        "known_as": actor.id,
        "wikidata": actor.wikidata,
        "reason": actor.reason,
    }


def _event(event: EventMention, number: int, names: dict[str, str], raw: Callable[[Span], Span]) -> Json:
    return {
        "id": f"e{number}",
        "type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "actors": [names[i] for i in event.actors],
        "recipients": [names[i] for i in event.recipients],
        "symmetric": event.symmetric,
        "date": event.date.value if event.date else None,
        "date_basis": event.date.basis if event.date else None,
        "place": event.where.name if event.where else None,
        "country": event.where.country if event.where else None,
        "status": event.status,
        "source": names.get(event.source) if event.source else None,
        "topics": list(event.topics),
        "contexts": list(event.contexts),
        "salience": event.salience,
        "evidence": [raw(span).text for span in event.evidence],
        "evidence_spans": [_offsets(raw(span)) for span in event.evidence],
        **_around(raw(event.evidence[0])),
        "trigger": _offsets(raw(event.trigger)),
        "confidence": round(event.confidence, 3),
        "frame": event.frame,
        "reasons": list(event.reasons),
    }


def _quote(quote: Quote, names: dict[str, str], raw: Callable[[Span], Span]) -> Json:
    span = raw(quote.span)
    return {
        "text": span.text,
        "speaker": names.get(quote.speaker) if quote.speaker else None,
        "speaker_span": _offsets(raw(quote.speaker_span)) if quote.speaker_span else None,
        "addressee": names.get(quote.addressee) if quote.addressee else None,
        "direct": quote.direct,
        "cue": quote.cue,
        "force": quote.force,
        **_around(span),
    }


def _position(position: Position, numbers: dict[str, str], names: dict[str, str], raw: Callable[[Span], Span]) -> Json:
    return {
        "holder": numbers.get(position.holder),
        "holder_name": names.get(position.holder),
        "known_as": position.holder,
        "stance": position.stance,
        "object": position.object,
        "cue": position.cue,
        "date": position.date,
        "basis": position.basis,
        "evidence": raw(position.evidence).text,
        **_around(raw(position.span)),
    }


def _time(time: When, raw: Callable[[Span], Span]) -> Json:
    span = raw(time.span)
    return {"span": span.text, "value": time.value, "type": time.type, **_around(span)}


def _stamps(document: Document) -> list[Json]:
    """The times in the report's head, which were taken off the text: its own stamps."""
    found = []
    for stamp in (document.article.published, document.article.updated):
        if stamp and stamp.span:
            kind = "TIME" if "T" in stamp.value else "DATE"
            found.append({"span": stamp.span.text, "value": stamp.value, "type": kind, **_around(stamp.span)})
    return found


def _place(place: Where, is_place: bool, raw: Callable[[Span], Span]) -> Json:
    span = raw(place.span)
    return {
        "span": span.text,
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "is_place": is_place,
        **_around(span),
    }


def _around(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]
