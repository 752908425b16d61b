"""Who is for or against what, on whose words that rests."""

from dataclasses import dataclass

from dragoman.model.span import Span

STANCES = ("for", "against")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A stand that somebody takes in a report.

    Args:
        id: made by `ids.position_id`.
        holder: id of the actor whose stand it is.
        stance: `for` or `against`.
        object: what it is about, in few words: a noun phrase ("new sanctions"), or a clause with its verb in the
            dictionary form ("Iran obtain nuclear weapons", "lift sanctions").
        span: the words that the object was read from.
        holder_span: the words that stand for the holder, None where he speaks and is not named beside it.
        cue: the word that takes the stand ("oppose", "must not").
        cue_span: where it stands.
        evidence: the sentence.
        date: the day he is told to have taken it, `YYYY-MM-DD` or coarser; None where nothing says.
        quote: id of the quote it is taken in, None where the report tells it.
        basis: `told` by the report, `quoted` in his own words, or `reported` as what he said.
        reason: in words, how it was read.
    """

    id: str
    holder: str
    stance: str
    object: str
    span: Span
    holder_span: Span | None = None
    cue: str
    cue_span: Span
    evidence: Span
    date: str | None = None
    quote: str | None = None
    basis: str
    reason: str = ""
