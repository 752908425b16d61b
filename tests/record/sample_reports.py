"""Documents made by hand, small and complete, for the tests of the record."""

from datetime import date

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
    Part,
    Problem,
    Quote,
    Span,
    Stamp,
    When,
    Where,
)

RECIPE = "recipe-one"


def document(
    number: int, text: str = "Minister Ada Roe met Ben Lund in Oslo on Tuesday. “We agree,” she said."
) -> Document:
    """Make a report with one layer of each kind; documents of different numbers differ in all ids."""
    raw = f"Report {number}\n{text}"
    report = ids.article_id(publisher="Sample Wire", published="2022-03-02", title=None, raw=raw)
    article = Article(
        id=report,
        source_id=f"wire-{number}",
        publisher="Sample Wire",
        published=Stamp(value="2022-03-02", basis="field published"),
        title=f"Report {number}",
        text=text,
        raw=raw,
        offsets=OffsetMap(runs=((0, len(raw) - len(text), len(text)),)),
        parts=(Part(kind="title", span=Span.of(raw, 0, 6), value="Report", basis="first line"),),
        path=f"wire-{number}.txt",
    )
    base = Document(article=article, analysis=Analysis(tokens=(), sentences=(), names=()))

    def span(words: str) -> Span:
        start = text.index(words)
        return base.span(start, start + len(words))

    roe = Actor(
        id="k:ada-roe",
        name="Ada Roe",
        kind="person",
        country="NOR",
        role="minister",
        sector="GOV",
        known=True,
        reason="in the table",
        mentions=(ActorMention(span=span("Minister Ada Roe"), first=0, last=3, head=2, form="titled", reason="title"),),
    )
    lund = Actor(id="p:1", name="Ben Lund", kind="person", mentions=())
    when = When(
        span=span("Tuesday"),
        first=8,
        last=9,
        value="2022-03-01",
        type="DATE",
        since=date(2022, 3, 1),
        until=date(2022, 3, 1),
        grain="day",
        basis="relative to published",
        reason="the Tuesday before",
    )
    where = Where(
        span=span("Oslo"),
        first=6,
        last=7,
        name="Oslo",
        country="NOR",
        lat=59.9,
        lon=10.7,
        precision="city",
        reason="only one",
    )
    sentence = Span.of(text, 0, text.index(".") + 1)
    mention = EventMention(
        id=ids.mention_id(article=report, type="CONSULT", evidence=(0, sentence.end), frame="CONSULT/meet.v"),
        type="CONSULT",
        mode="meet",
        cameo="040",
        actors=("k:ada-roe", "p:1"),
        symmetric=True,
        date=EventDate(value="2022-03-01", basis="relative to published", span=span("Tuesday"), reason="governs 'met'"),
        times=when,
        where=where,
        topics=("trade",),
        salience="main",
        trigger=span("met"),
        evidence=(sentence,),
        arguments=(Argument(role="actor", actor="k:ada-roe", span=span("Minister Ada Roe"), path="nsubj"),),
        frame="CONSULT/meet.v",
        confidence=0.75,
        reasons=("the frame fired on 'met'",),
    )
    said = span("We agree,")
    quote = Quote(
        id=ids.quote_id(article=report, start=said.start, end=said.end),
        span=said,
        speaker="k:ada-roe",
        speaker_span=span("she"),
        cue="say",
        basis="cue",
    )
    layers = {"actors": (roe, lund), "events": (mention,), "quotes": (quote,), "times": (when,), "places": (where,)}
    for name, layer in layers.items():
        base = base.with_layer(name, layer)
    return base


def problem(number: int) -> Problem:
    """Make a problem with a number of its own."""
    return Problem(path="batch.jsonl", line=number, kind="broken line", message="no JSON", cure="an object a line")
