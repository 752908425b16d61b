"""The stage that finds who is for or against what."""

from collections.abc import Iterable

from dragoman.ids import position_id
from dragoman.knowledge.positions import stands
from dragoman.model import Document, EventMention, Position
from dragoman.stages.events.tree import Tree, tree_of
from dragoman.stages.positions.found import Found
from dragoman.stages.positions.holders import Holder, Holders
from dragoman.stages.positions.musts import demanded
from dragoman.stages.positions.words import worded


class Positions:
    """Finds stands: in acts of words that the report tells, and in what somebody is quoted as saying."""

    name = "positions"
    version = "1"
    needs = ("actors", "quotes", "events")
    gives = "positions"

    def __call__(self, document: Document) -> tuple[Position, ...]:
        """Find all stands of a report, in order.

        Args:
            document: with the layers `actors`, `quotes` and `events`.

        Returns:
            One position for each holder, stance and stretch of words.
        """
        if not document.tokens or not document.actors:
            return ()
        tree = tree_of(document.analysis)
        holders = Holders(document, tree)
        dates = _dates(document.events, tree)
        found: dict[str, Position] = {}
        for one in worded(document, tree, stands()):
            for holder in holders.subject(one.cue, list(one.subjects)):
                _note(found, _position(document, tree, one, holder, dates))
        for one in demanded(document, tree, stands()):
            speaker = holders.speaker(one.cue)
            if speaker is not None:
                _note(found, _position(document, tree, one, speaker, dates))
        return tuple(sorted(found.values(), key=lambda p: (p.cue_span.start, p.span.start, p.holder)))


def _note(found: dict[str, Position], position: Position) -> None:
    found.setdefault(position.id, position)


def _dates(events: Iterable[EventMention], tree: Tree) -> dict[int, str]:
    """Give the days of the events by the code points of their triggers: the act of words is the taking of the stand."""
    return {event.trigger.start: event.date.value for event in events if event.date is not None}


def _position(document: Document, tree: Tree, one: Found, holder: Holder, dates: dict[int, str]) -> Position:
    sentence = document.analysis.sentences[tree.sentence_of[one.cue]]
    cue = document.words(one.cue, one.cue + 1)
    stamp = document.article.published
    return Position(
        id=position_id(
            article=document.article.id,
            holder=holder.actor.id,
            stance=one.stance,
            start=one.span.start,
            end=one.span.end,
        ),
        holder=holder.actor.id,
        stance=one.stance,
        object=one.text,
        span=one.span,
        holder_span=holder.span,
        cue=one.words,
        cue_span=cue,
        evidence=document.span(sentence.start, sentence.end),
        date=dates.get(cue.start) or (stamp.value[:10] if stamp else None),
        quote=holder.quote.id if holder.quote else None,
        basis=holder.basis,
        reason=one.reason,
    )
