"""Chooses how many of those who may have taken part to take, so that the choice is likeliest to be right by half."""

from collections.abc import Sequence
from math import prod

BESIDE = 0.3
"""From what share on somebody is taken beside a likelier one: with less he would only be there for safety's sake."""

MOST = 6
"""How many of the likeliest are looked at."""


def how_many(shares: Sequence[float], nobody: float) -> int:
    """Say how many of the likeliest to take.

    A choice is right by half where those rightly taken are at least half of all who were taken or should have been: of
    two who are equally likely to be the one, both are taken; one who is unlikely is left out.

    Args:
        shares: how likely each took part, the likeliest first; taken as independent.
        nobody: how much less likely than by these it is that nobody did.
    """
    shares = shares[:MOST]
    best, number = nobody * prod([1.0 - share for share in shares]), 0
    taken = [1.0]
    for k, share in enumerate(shares, 1):
        if k > 1 and share < BESIDE:
            break
        taken = _with(taken, share)
        right = _right(taken, _counts(shares[k:]))
        if right > best:
            best, number = right, k
    return number


def _right(taken: Sequence[float], left: Sequence[float]) -> float:
    """Give the chance that those rightly taken are half of all, from how many are right of those taken and left out."""
    most = len(taken) - 1
    enough = [(chance, left[: max(2 * hits - most + 1, 0)]) for hits, chance in enumerate(taken) if hits]
    return sum([chance * other for chance, missed in enough for other in missed])


def _counts(shares: Sequence[float]) -> list[float]:
    """Give the chances that none, one, two... of some are right."""
    found = [1.0]
    for share in shares:
        found = _with(found, share)
    return found


def _with(counts: Sequence[float], share: float) -> list[float]:
    """Give the chances that so many are right where one more may be."""
    found = [n * (1.0 - share) for n in counts] + [0.0]
    for n, chance in enumerate(counts, 1):
        found[n] += chance * share
    return found
