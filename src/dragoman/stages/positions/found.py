"""A stand as it is read off a sentence, before it becomes a position."""

from dataclasses import dataclass

from dragoman.model import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A stand.

    Args:
        stance: `for` or `against`.
        text: what it is about.
        span: the words that this was read from.
        cue: index of the word that takes it.
        words: the cue as it is said ("must not", "oppose").
        subjects: heads of the words that stand for the holder; empty where only a speaker can be.
        reason: in words.
    """

    stance: str
    text: str
    span: Span
    cue: int
    words: str
    subjects: tuple[int, ...]
    reason: str


OTHER = {"for": "against", "against": "for"}
