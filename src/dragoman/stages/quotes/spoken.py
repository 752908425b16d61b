"""Gives the turns of a transcript as quotes, with whoever has the floor as their speaker."""

from dragoman.ids import quote_id
from dragoman.model import Actor, Document, Quote
from dragoman.stages.actors.linker import Linker
from dragoman.text.turns import Turn, transcript


def turn_quotes(document: Document, linker: Linker) -> list[Quote]:
    """Find the turns of a transcript; a report that is none has none.

    Args:
        document: with the layer `actors`.
        linker: who words stand for.

    Returns:
        A quote for each paragraph of a turn, basis `turn`; `direct` is False, for no marks stand around it.
    """
    found = transcript(document.text)
    if not found:
        return []
    at = {token.start: token.i for token in document.tokens}
    ends = {token.end: token.i for token in document.tokens}
    return [_quote(document, turn, _speaker(document, linker, turn, at, ends)) for turn in found]


def _quote(document: Document, turn: Turn, speaker: Actor | None) -> Quote:
    return Quote(
        id=quote_id(article=document.article.id, start=turn.start, end=turn.end),
        span=document.span(turn.start, turn.end),
        speaker=speaker.id if speaker else None,
        speaker_span=document.span(*turn.label),
        direct=False,
        basis="turn",
    )


def _speaker(document: Document, linker: Linker, turn: Turn, at: dict[int, int], ends: dict[int, int]) -> Actor | None:
    """Take the actor that the label names, else the one person of the report who bears its last word as a surname."""
    first, last = at.get(turn.label[0]), ends.get(turn.label[1])
    if first is not None and last is not None:
        for word in range(last, first - 1, -1):
            named = [actor for actor in linker.at(word) if actor.kind == "person"]
            if named:
                return named[0]
    surname = document.text[turn.label[0] : turn.label[1]].split()[-1].casefold()
    bearers = [a for a in document.actors if a.kind == "person" and a.name.split()[-1].casefold() == surname]
    return bearers[0] if len(bearers) == 1 else None
