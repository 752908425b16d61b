"""Reports made by rule: a few parties who meet, call and accuse each other, told by a few outlets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman import ids
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
    Span,
    Stamp,
)

PARTIES = ("Arden", "Borland", "Cassia", "Dorne")
OUTLETS = ("Sample Wire", "Sample Post", "Sample Gazette")
ACTS = (("CONSULT", "meet", "met"), ("CONSULT", "call", "called"), ("ACCUSE", None, "blamed"))
TOPICS = ("fishing quotas in the northern waters", "a railway through the eastern valley")
FIRST = date(2022, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Told:
    """What one sentence of a report tells.

    Args:
        act: index in ACTS.
        doer: index in PARTIES.
        other: index in PARTIES.
        topic: index in TOPICS.
        lag: days between the act and the report.
    """

    act: int
    doer: int
    other: int
    topic: int
    lag: int


def report(number: int, outlet: int, day: int, told: Sequence[Told]) -> Document:
    """Make a report; the number keeps two reports that say the same apart."""
    published = FIRST + timedelta(days=day)
    sentences = [_sentence(one, published) for one in told]
    text = " ".join([*sentences, f"This is report number {number}."])
    key = ids.article_id(publisher=OUTLETS[outlet], published=published.isoformat(), title=None, raw=text)
    article = Article(
        id=key,
        source_id=f"n{number}",
        publisher=OUTLETS[outlet],
        published=Stamp(value=published.isoformat(), basis="field published"),
        text=text,
        raw=text,
        offsets=OffsetMap.whole(text),
    )
    document = Document(article=article, analysis=Analysis(tokens=(), sentences=(), names=()))
    taking_part = sorted({index for one in told for index in (one.doer, one.other)})
    actors = tuple(_actor(PARTIES[index], text) for index in taking_part)
    start, mentions = 0, []
    for one, sentence in zip(told, sentences, strict=True):
        mentions.append(_mention(one, key, published, Span.of(text, start, start + len(sentence))))
        start += len(sentence) + 1
    return document.with_layer("actors", actors).with_layer("events", tuple(mentions))


def _sentence(one: Told, published: date) -> str:
    day = (published - timedelta(days=one.lag)).isoformat()
    return f"{PARTIES[one.doer]} {ACTS[one.act][2]} {PARTIES[one.other]} over {TOPICS[one.topic]} on {day}."


def _actor(name: str, text: str) -> Actor:
    start = text.index(name)
    span = Span.of(text, start, start + len(name))
    mention = ActorMention(span=span, first=0, last=1, head=0, form="name")
    return Actor(id=f"k:{name.lower()}", name=name, kind="person", sector="GOV", known=True, mentions=(mention,))


def _mention(one: Told, report: str, published: date, evidence: Span) -> EventMention:
    kind, mode, verb = ACTS[one.act]
    start = evidence.start + evidence.text.index(verb)
    trigger = Span(start=start, end=start + len(verb), text=verb)
    doer, other = (f"k:{PARTIES[index].lower()}" for index in (one.doer, one.other))
    both = kind == "CONSULT"
    frame = f"{kind}/{verb}.v"
    return EventMention(
        id=ids.mention_id(article=report, type=kind, evidence=(evidence.start, evidence.end), frame=frame),
        type=kind,
        mode=mode,
        actors=(doer, other) if both else (doer,),
        recipients=() if both else (other,),
        symmetric=both,
        date=EventDate(value=(published - timedelta(days=one.lag)).isoformat(), basis="stated"),
        topics=(TOPICS[one.topic],),
        trigger=trigger,
        evidence=(evidence,),
        arguments=(Argument(role="actor", actor=doer, span=evidence, path="nsubj"),),
        frame=frame,
        confidence=0.7,
    )
