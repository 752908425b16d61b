"""A made-up stream of news: mentions as a coder would give them, in the proportions of real news, always the same.

    from stream import stream
    for told in stream(reports=1000, seed=1): ...

Every day a number of events take place between parties drawn from a long tail (a few states are in most of the news).
An event is told by one report or by many (the number of tellings falls off as in wire news), on the day and on the days
after, some tellings without a day, with a shorter list of participants, or in other words. A report tells four to eight
events. Names and words are numbers: nothing here was ever news.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dragoman.merge import Told
from dragoman.model import Actor, EventDate, EventMention, Span, Where

PARTIES, OUTLETS, WORDS, PLACES = 400, 60, 6000, 300
REPORTS_A_DAY = 140
TYPES = (
    "CONSULT",
    "SUPPORT",
    "REQUEST",
    "ACCUSE",
    "AGREE",
    "ASSAULT",
    "COERCE",
    "AID",
    "SANCTION",
    "REJECT",
    "MOBILIZE",
)
SHARES = (30, 14, 12, 12, 8, 8, 5, 4, 3, 2, 2)
MODES = {"CONSULT": ("meet", "call", "visit", None), "ASSAULT": ("aerial", "battle", None)}
FIRST = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class _Event:
    number: int
    day: date
    type: str
    mode: str | None
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    place: int
    words: tuple[str, ...]


def stream(reports: int, seed: int = 1, *, first: int = 0) -> Iterator[Told]:
    """Give the mentions of so many reports, in order of publication.

    Args:
        reports: how many.
        seed: another seed, another stream.
        first: number of the first report, to go on where an earlier stream ended.

    Yields:
        Mentions; those of one report follow each other.
    """
    chance = Random(seed * 1_000_003 + first)
    cast = _cast()
    running: list[_Event] = []
    number = first * 10
    for report in range(first, first + reports):
        day = FIRST + timedelta(days=report // REPORTS_A_DAY)
        if report % REPORTS_A_DAY == 0 or report == first:
            running = [event for event in running if (day - event.day).days < 4]
        told: list[_Event] = []
        for _ in range(chance.randint(4, 8)):
            if running and chance.random() < 0.45:
                # a few events are told by everybody: the earlier ones of a day are drawn most often
                told.append(running[min(int(chance.expovariate(0.02)), len(running) - 1)])
            else:
                number += 1
                made = _event(chance, number, day, cast)
                running.insert(chance.randint(0, len(running)), made)
                told.append(made)
        outlet = f"Outlet {int(chance.paretovariate(0.8)) % OUTLETS}"
        for place, event in enumerate({event.number: event for event in told}.values()):
            yield _tell(chance, event, report, place, outlet, day, cast)


def _cast() -> dict[str, Actor]:
    people = [
        Actor(id=f"k:person-{n}", name=f"Person{n}", kind="person", country=f"C{n % 150:03}", sector="GOV", known=True)
        for n in range(PARTIES)
    ]
    states = [
        Actor(id=f"k:C{n:03}", name=f"State{n}", kind="country", country=f"C{n:03}", sector="GOV", known=True)
        for n in range(150)
    ]
    return {actor.id: actor for actor in (*people, *states)}


def _event(chance: Random, number: int, day: date, cast: dict[str, Actor]) -> _Event:
    ids = list(cast)
    kind = chance.choices(TYPES, SHARES)[0]
    parties = list(dict.fromkeys(ids[int(len(ids) * chance.random() ** 2.2)] for _ in range(chance.randint(2, 4))))
    split = len(parties) if kind in {"CONSULT", "AGREE"} else 1
    return _Event(
        number=number,
        day=day - timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 30))),
        type=kind,
        mode=chance.choice(MODES.get(kind, (None,))),
        sides=(tuple(parties[:split]), tuple(parties[split:])),
        place=chance.randrange(PLACES),
        words=tuple(_word(int(WORDS * chance.random() ** 2)) for _ in range(12)),
    )


def _word(number: int) -> str:
    """Make a word of six letters, so that its stem is its own; low numbers are drawn most often."""
    letters = []
    for _ in range(6):
        number, letter = divmod(number * 7 + 11, 26)
        letters.append(chr(97 + letter))
    return "".join(letters)


def _tell(
    chance: Random, event: _Event, report: int, place: int, outlet: str, day: date, cast: dict[str, Actor]
) -> Told:
    text = " ".join(chance.sample(event.words, 8)) + f" report{report} part{place}"
    span = Span(start=0, end=len(text), text=text)
    short = chance.random() < 0.15 and len(event.sides[0]) > 2
    actors = event.sides[0][:-1] if short else event.sides[0]
    dated = chance.random()
    value = event.day.isoformat() if dated < 0.55 else day.isoformat() if dated < 0.8 else None
    mention = EventMention(
        id=f"m{report:07}{place}",
        type=event.type,
        mode=event.mode if chance.random() < 0.7 else None,
        actors=actors,
        recipients=event.sides[1],
        symmetric=event.type in {"CONSULT", "AGREE"},
        date=EventDate(value=value, basis="stated" if dated < 0.55 else "assumed from published") if value else None,
        where=_where(event.place, span) if chance.random() < 0.4 else None,
        trigger=span,
        evidence=(span,),
        frame=f"{event.type}/made-up",
        confidence=0.6,
    )
    who = {key: cast[key] for key in (*actors, *event.sides[1])}
    return Told(mention=mention, article=f"r{report:07}", publisher=outlet, published=day, actors=who)


def _where(place: int, span: Span) -> Where:
    return Where(
        span=span,
        first=0,
        last=1,
        name=f"Place{place}",
        country=f"C{place % 150:03}",
        lat=place % 90,
        lon=place % 180,
        precision="city",
    )
