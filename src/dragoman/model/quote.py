"""Words that a report gives as somebody's own."""

from dataclasses import dataclass

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of quoted or reported words.

    Args:
        id: made by `ids.quote_id`.
        span: the words between the quotation marks, without the marks.
        speaker: id of the actor who said them, None where unknown.
        speaker_span: the words that name the speaker beside the quote, where there are any.
        addressee: id of the actor spoken to, None where unknown.
        cue: lemma of the word that introduces them ("say", "warn"), where there is one.
        direct: True between quotation marks, False for a reported clause or a turn of a transcript.
        basis: how the speaker was found: `cue`, `turn`, `continuation`, `unknown`.
        force: what the cue says is done by the words: `statement`, `warning`, `denial`, `promise`, `question`...; None
            where there is no cue.
        within: id of the quote that these words are quoted in, None where they are in none.
    """

    id: str
    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    addressee: str | None = None
    cue: str | None = None
    direct: bool = True
    basis: str = "unknown"
    force: str | None = None
    within: str | None = None
