"""Mentions for tests: what is not said is a meeting of Roe and Lund on 1 March 2022, reported the day after."""

from collections.abc import Sequence
from datetime import date

from dragoman.merge import Told
from dragoman.model import Actor, ActorMention, EventDate, EventMention, Span, Where

PLACES = {"Oslo": "NOR", "Bergen": "NOR", "Vienna": "AUT"}


def person(name: str, country: str | None = None) -> Actor:
    span = Span(start=0, end=len(name), text=name)
    mention = ActorMention(span=span, first=0, last=1, head=0, form="name")
    return Actor(id=f"k:{name.lower()}", name=name, kind="person", country=country, sector="GOV", mentions=(mention,))


ROE, LUND, VEGA = person("Roe", "NOR"), person("Lund", "SWE"), person("Vega", "ESP")
BERG = person("Berg", "NOR")
NORWAY = Actor(id="k:NOR", name="Norway", kind="country", country="NOR", sector="GOV")
JUAN_VEGA = Actor(id="k:juan-vega", name="Juan Alvaro Vega", kind="person", country="ESP", known=True)
J_VEGA = Actor(id="p:j-vega", name="M. Juan Alvaro Vega", kind="person", country="ESP")
FORCES = Actor(id="p:forces", name="forces", kind="group", country="NOR")
CAST = {actor.id: actor for actor in (ROE, LUND, VEGA, BERG, NORWAY, FORCES, JUAN_VEGA, J_VEGA)}


def told(
    number: int,
    words: str = "talked about fishing quotas",
    *,
    type: str = "CONSULT",
    mode: str | None = "meet",
    actors: Sequence[Actor] = (ROE, LUND),
    recipients: Sequence[Actor] = (),
    day: str | None = "2022-03-01",
    basis: str = "stated",
    place: str | None = None,
    status: str = "actual",
    published: date | None = date(2022, 3, 2),
    report: str | None = None,
    publisher: str | None = "Sample Wire",
    confidence: float = 0.5,
    trigger: str | None = None,
    stamp: str | None = None,
    cameo: str | None = None,
) -> Told:
    """Make a mention; what is not said is a meeting of two on 1 March, reported the day after."""
    span = Span(start=0, end=len(words), text=words)
    named = trigger or words
    start = words.index(named)
    where = place and Where(span=span, first=0, last=1, name=place, country=PLACES[place], precision="city")
    mention = EventMention(
        id=f"m{number:03}",
        type=type,
        mode=mode,
        cameo=cameo,
        actors=tuple(actor.id for actor in actors),
        recipients=tuple(actor.id for actor in recipients),
        symmetric=type == "CONSULT",
        date=EventDate(value=day, basis=basis) if day else None,
        where=where or None,
        status=status,
        trigger=Span(start=start, end=start + len(named), text=named),
        evidence=(span,),
        frame=f"{type}/x",
        confidence=confidence,
    )
    return Told(
        mention=mention,
        article=report or f"r{number:03}",
        publisher=publisher,
        published=published,
        stamp=stamp,
        actors=CAST,
    )


def accusation(number: int, words: str) -> Told:
    """Make a mention in which Roe accuses Lund."""
    return told(number, words, type="ACCUSE", mode=None, actors=(ROE,), recipients=(LUND,))
