"""What only the headline tells: remarks before a meeting are a witness of it, though no sentence in them says so."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from dragoman.ids import mention_id
from dragoman.knowledge.fold import fold
from dragoman.language import Analyser
from dragoman.model import Actor, ActorMention, Article, Document, EventDate, EventMention, OffsetMap, Span, Stage
from dragoman.model.document import Layer
from dragoman.model.mention import ASSUMED

LONGEST = 400
"""Characters beyond which a headline is none."""
SUREST = 0.5
"""The least confidence at which a headline is believed: nothing around it bears it out, so rather likely than not."""
OCCASION = 0.6
"""How sure a meeting is that only the occasion speaks of."""


def with_headline(document: Document, analyser: Analyser, stages: Sequence[Stage]) -> Document:
    """Add the events that the headline tells and the text does not.

    Such a mention rests on the sentence of the text that first names somebody who takes part, and its reasons quote
    the headline. Its actors who are nowhere in the text have no words there.

    Args:
        document: a report with all layers.
        analyser: to read the headline with.
        stages: as for the text.

    Returns:
        The same document where the headline tells nothing new.
    """
    title = document.article.title
    if not title or len(title) > LONGEST or not document.analysis.sentences:
        return document
    told = _code(title, document.article, analyser, stages)
    if not told.actors:
        return document
    known = {actor.id: _same(actor, document.actors) for actor in told.actors}
    found = [event for event in told.events if _worth(event)] or _occasion(title, told)
    by_id = {actor.id: actor for actor in (*document.actors, *known.values())}
    present = {actor.id for actor in document.actors}
    renamed = [_renamed(event, known) for event in found]
    new = [event for event in renamed if not _told(event, document.events, by_id, present)]
    if not new:
        return document
    missing = dict.fromkeys(key for event in new for key in (*event.actors, *event.recipients) if key not in present)
    actors = (*document.actors, *(replace(by_id[key], mentions=()) for key in missing))
    events = (*document.events, *(_carried(event, number, title, document) for number, event in enumerate(new)))
    return _with_layers(document, {"actors": actors, "events": events})


def _code(title: str, article: Article, analyser: Analyser, stages: Sequence[Stage]) -> Document:
    offsets = OffsetMap.whole(title)
    head = replace(article, title=None, dateline=None, text=title, raw=title, offsets=offsets, parts=())
    document = Document(article=head, analysis=analyser.analyse(title))
    for stage in stages:
        document = document.with_layer(stage.gives, stage(document))
        if stage.gives == "events" or (stage.gives == "actors" and not document.actors):
            break  # nothing that comes after the events is read, and none is believed where it names nobody
    return document


def _same(actor: Actor, others: Iterable[Actor]) -> Actor:
    """Give the actor of the text whom the headline names by surname alone, else the headline's own.

    Whom the tables know by a surname alone is a guess, which gives way to the bearer whom the text names.
    """
    if actor.kind != "person" or (actor.known and _fully_named(actor)):
        return actor
    last = fold(actor.name.split()[-1])
    namesakes = [o for o in others if o.kind == "person" and fold(o.name.split()[-1]) == last]
    if any(o.id == actor.id for o in namesakes):
        return actor
    return next((o for o in namesakes if o.known), namesakes[0] if namesakes else actor)


def _fully_named(actor: Actor) -> bool:
    """Tell whether a person's first name stands beside the surname."""
    first = fold(actor.name.split()[0])
    return any(first in fold(mention.span.text).split() for mention in actor.mentions)


def _renamed(event: EventMention, known: Mapping[str, Actor]) -> EventMention:
    actors = tuple(dict.fromkeys(known[key].id for key in event.actors))
    recipients = tuple(dict.fromkeys(known[key].id for key in event.recipients))
    return replace(event, actors=actors, recipients=recipients)


def _occasion(title: str, told: Document) -> list[EventMention]:
    """Find a meeting in a headline that names an occasion ("at a joint press availability") and two who hold office."""
    mode = next((mode for words, mode in _occasions() if words in title.casefold()), None)
    who = tuple(actor.id for actor in told.actors if actor.kind == "person" and actor.known and actor.role)
    if mode is None or len(who) < 2:
        return []
    span = told.span(0, len(title))
    return [
        EventMention(
            id="m",
            type="CONSULT",
            mode=mode,
            actors=who,
            symmetric=True,
            trigger=span,
            evidence=(span,),
            frame="CONSULT/occasion",
            confidence=OCCASION,
        )
    ]


@cache
def _occasions() -> tuple[tuple[str, str], ...]:
    lines = (files("dragoman.pipeline") / "occasions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((words, mode) for words, mode in rows[1:])


def _worth(event: EventMention) -> bool:
    """Tell whether a headline says enough: who did it, or both who met."""
    return event.confidence >= SUREST and len(event.actors) >= (2 if event.symmetric else 1)


def _told(
    event: EventMention, others: Iterable[EventMention], by_id: Mapping[str, Actor], present: Container[str]
) -> bool:
    """Tell whether the text has the act: of that type, with those who did it or with theirs, as police for a state.

    Whom the headline calls by a title alone the text may call by name: he is at the table under another id.
    """
    unnamed = [key for key in _ids(event) if key not in present and not by_id[key].known]
    asked = 2 if event.symmetric and not unnamed else 1
    alike = [other for other in others if other.type == event.type]
    if any(len(_ids(event) & _ids(other)) >= asked for other in alike):
        return True
    # two states meet in many ways, one state does a thing to others mostly in one
    return not event.symmetric and any(_sides(event, by_id) & _sides(other, by_id) for other in alike)


def _ids(event: EventMention) -> set[str]:
    return {*event.actors, *event.recipients}


def _sides(event: EventMention, by_id: Mapping[str, Actor]) -> set[str]:
    """Give those who take part, each by his state where it is known."""
    actors = (by_id[key] for key in _ids(event) if key in by_id)
    return {actor.country or actor.id for actor in actors}


def _carried(event: EventMention, number: int, title: str, document: Document) -> EventMention:
    """Carry an event from the headline over to the text."""
    span = _witness(event, document)
    frame = f"{event.frame}@headline{number}"
    day = document.article.published.day.isoformat() if document.article.published else None
    assumed = EventDate(value=day, basis=ASSUMED, reason="the headline's news") if day else None
    told = event.date if event.times is not None else None
    return replace(
        event,
        id=mention_id(article=document.article.id, type=event.type, evidence=(span.start, span.end), frame=frame),
        date=replace(told, span=None) if told else assumed if event.status == "actual" else None,
        times=None,
        where=None,
        salience="main",
        trigger=span,
        evidence=(span,),
        arguments=(),
        source=None,
        reasons=(f"told by the headline: “{title}”", *event.reasons),
    )


def _witness(event: EventMention, document: Document) -> Span:
    """Give the first sentence that names somebody who takes part, the first of all where none does."""
    who = {*event.actors, *event.recipients}
    starts = [mention.span.start for actor in document.actors if actor.id in who for mention in _named(actor)]
    sentences = document.analysis.sentences
    first = min(starts, default=sentences[0].start)
    sentence = next((s for s in sentences if s.start <= first < s.end), sentences[0])
    return document.span(sentence.start, sentence.end)


def _named(actor: Actor) -> Iterable[ActorMention]:
    return (mention for mention in actor.mentions if mention.form in {"name", "titled"})


def _with_layers(document: Document, layers: dict[str, Layer]) -> Document:
    made = Document(article=document.article, analysis=document.analysis)
    for name, layer in document.layers.items():
        made = made.with_layer(name, layers.get(name, layer))
    return made
