"""A small record made by hand: four outlets' days in the life of two invented and some real states."""

from datetime import date
from pathlib import Path

from dragoman import ids
from dragoman.merge import Told, merge
from dragoman.model import (
    Actor,
    ActorMention,
    Analysis,
    Argument,
    Article,
    Document,
    EventDate,
    EventMention,
    OffsetMap,
    Problem,
    Quote,
    Span,
    Stamp,
    Where,
)
from dragoman.record import Changes, Reader, Run, Writer

ROE = ("k:ada-roe", "Ada Roe", "person", "NOR", "minister of foreign affairs", ("Ada Roe", "Roe", "Minister Roe"))
LUND = ("p:lund", "Ben Lund", "person", "SWE", "prime minister", ("Ben Lund", "Lund"))
BLINKEN = ("k:antony-blinken", "Antony Blinken", "person", "USA", "secretary of state", ("Antony Blinken", "Blinken"))
ISRAEL = ("k:ISR", "Israel", "country", "ISR", None, ("Israel",))
NORWAY = ("k:NOR", "Norway", "country", "NOR", None, ("Norway",))
SMITH_ONE = ("p:smith-1", "Jan Smith", "person", "NLD", "minister of defence", ("Jan Smith",))
SMITH_TWO = ("p:smith-2", "Eva Smith", "person", "GBR", "member of parliament", ("Eva Smith",))
Cast = tuple[str, str, str, str | None, str | None, tuple[str, ...]]


def report(
    label: str,
    publisher: str,
    day: str,
    text: str,
    cast: tuple[Cast, ...],
    *,
    events: tuple[dict[str, object], ...] = (),
) -> Document:
    """Make a report; events give trigger, type, actors and what else departs from a plain meeting."""
    key = ids.article_id(publisher=publisher, published=day, title=None, raw=text)
    article = Article(
        id=key,
        source_id=label,
        publisher=publisher,
        published=Stamp(value=day, basis="field published"),
        text=text,
        raw=text,
        offsets=OffsetMap.whole(text),
    )
    made = tuple(_mention(text, key, event) for event in events)
    document = Document(article=article, analysis=Analysis(tokens=(), sentences=(), names=()))
    actors = tuple(_actor(text, member) for member in cast)
    return (
        document.with_layer("actors", actors).with_layer("events", made).with_layer("quotes", _quotes(text, key, cast))
    )


def _actor(text: str, member: Cast) -> Actor:
    key, name, kind, country, role, forms = member
    mentions = [_span(text, form) for form in forms if form in text]
    return Actor(
        id=key,
        name=name,
        kind=kind,
        country=country,
        role=role,
        sector="GOV",
        mentions=tuple(ActorMention(span=span, first=0, last=1, head=0, form="name") for span in mentions),
    )


def _mention(text: str, report: str, event: dict[str, object]) -> EventMention:
    trigger = _span(text, str(event["trigger"]))
    sentence = _sentence(text, trigger.start)
    actors, recipients = event["actors"], event.get("recipients", ())
    assert isinstance(actors, tuple)
    assert isinstance(recipients, tuple)
    place, day = event.get("place"), event.get("date")
    kind = str(event.get("type", "CONSULT"))
    where = _where(_span(text, str(place)), str(event["in"])) if place else None
    return EventMention(
        id=ids.mention_id(article=report, type=kind, evidence=(sentence.start, sentence.end), frame=f"{kind}/x"),
        type=kind,
        mode=str(event["mode"]) if event.get("mode") else None,
        actors=actors,
        recipients=recipients,
        symmetric=kind == "CONSULT",
        date=EventDate(value=str(day), basis="stated", span=trigger, reason="told beside it") if day else None,
        where=where,
        status=str(event.get("status", "actual")),
        topics=(str(event["topic"]),) if event.get("topic") else (),
        contexts=("economic", "diplomatic") if event.get("topic") else (),
        trigger=trigger,
        evidence=(sentence,),
        arguments=tuple(Argument(role="actor", actor=key, span=trigger, path="nsubj") for key in actors),
        frame=f"{kind}/x",
        confidence=0.6,
        reasons=("by the frame",),
    )


def _where(span: Span, country: str) -> Where:
    return Where(span=span, first=0, last=1, name=span.text, country=country, precision="city")


def _quotes(text: str, report: str, cast: tuple[Cast, ...]) -> tuple[Quote, ...]:
    if "“" not in text:
        return ()
    start, end = text.index("“") + 1, text.index("”")
    return (
        Quote(
            id=ids.quote_id(article=report, start=start, end=end),
            span=Span.of(text, start, end),
            speaker=cast[0][0],
            cue="say",
            basis="cue",
        ),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def _sentence(text: str, within: int) -> Span:
    start = text.rfind(". ", 0, within)
    end = text.find(".", within)
    return Span.of(text, 0 if start < 0 else start + 2, len(text) if end < 0 else end + 1)


def documents() -> list[Document]:
    """Six reports: two tell the same meeting, one a plan, one an accusation without a day, two of namesakes."""
    oslo = {"trigger": "met", "mode": "meet", "actors": (ROE[0], BLINKEN[0]), "place": "Oslo", "in": "NOR"}
    return [
        report(
            "wire-1", "Sample Wire", "2022-03-02",
            "Norway’s Ada Roe met Antony Blinken in Oslo on fishing quotas. “Our fleets need Israel’s radar,” "
            "Roe said.",
            (ROE, BLINKEN, NORWAY), events=({**oslo, "date": "2022-03-01", "topic": "fishing quotas"},),
        ),
        report(
            "post-1", "Sample Post", "2022-03-03",
            "Minister Roe met Blinken in Oslo to talk about fishing quotas.",
            (ROE, BLINKEN), events=({**oslo, "date": "2022-03", "topic": "fishing quotas"},),
        ),
        report(
            "wire-2", "Sample Wire", "2021-12-10",
            "Roe spoke by phone with Blinken. She will visit Ben Lund in January.",
            (ROE, BLINKEN, LUND),
            events=(
                {"trigger": "spoke", "mode": "call", "actors": (ROE[0], BLINKEN[0]), "date": "2021-12-10"},
                {"trigger": "visit", "mode": "visit", "actors": (ROE[0], LUND[0]), "date": "2022-01",
                 "status": "planned"},
            ),
        ),
        report(
            "wire-3", "Sample Wire", "2022-05-05",
            "Israel blamed Lund for the delay. “A 100% delay”, it said.",
            (ISRAEL, LUND),
            events=({"trigger": "blamed", "type": "ACCUSE", "actors": (ISRAEL[0],), "recipients": (LUND[0],)},),
        ),
        report("gazette-1", "Sample Gazette", "2022-06-01", "Jan Smith spoke.", (SMITH_ONE,)),
        report("gazette-2", "Sample Gazette", "2022-06-02", "Eva Smith spoke. “Quotas are quotable.”", (SMITH_TWO,)),
    ]  # fmt: skip


def build(folder: Path) -> Path:
    """Write the sample into a folder, events and all."""
    writer = Writer(folder)
    writer.commit(documents(), [Problem(path="x.txt", kind="empty", message="nothing in it", cure="text")], "recipe")
    reader = Reader(folder)
    told = [
        Told(
            mention=telling.mention,
            article=telling.report,
            publisher=telling.publisher,
            published=date.fromisoformat(telling.published) if telling.published else None,
            actors=telling.actors,
        )
        for telling in reader.mentions()
    ]
    merged = merge(told)
    changes = Changes(whole=True, events=merged.events, links=merged.links, counts={"events": len(merged.events)})
    writer.derive(changes, upon=reader, run=Run(verb="read", time="2022-06-02T10:00:00.000000Z"))
    return folder
