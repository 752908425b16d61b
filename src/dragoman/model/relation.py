"""How two events hang together without being one."""

from dataclasses import dataclass

RELATION_KINDS = ("part of", "follows", "answers", "repeats")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between two events, read from left to right: `left` is part of, follows, answers or repeats `right`.

    Args:
        left: id of the one event.
        right: id of the other.
        kind: `part of` (a meeting on a visit, a strike in an offensive), `follows` (what comes of it),
            `answers` (those acted upon act upon the doer), `repeats` (the next of a series of the same pair).
        reason: in words.
    """

    left: str
    right: str
    kind: str
    reason: str
