"""Chooses how many of those who may have taken part to take, so that the choice is likeliest to be right by half."""

from collections.abc import Sequence

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
    best, number = nobody * _counts(shares)[0], 0
    for k in range(1, len(shares) + 1):
        if k > 1 and shares[k - 1] < BESIDE:
            break
        right = _right(_counts(shares[:k]), _counts(shares[k:]))
        if right > best:
            best, number = right, k
    return number


def _right(taken: Sequence[float], left: Sequence[float]) -> float:
    """Give the chance that those rightly taken are half of all, from how many are right of those taken and left out."""
    most = len(taken) - 1
    return sum(
        chance * other
        for hits, chance in enumerate(taken)
        for missed, other in enumerate(left)
        if hits and 2 * hits >= most + missed
    )


def _counts(shares: Sequence[float]) -> list[float]:
    """Give the chances that none, one, two... of some are right."""
    found = [1.0]
    for share in shares:
        more = [n * share for n in found]
        found = [n * (1.0 - share) for n in found] + [0.0]
        for n, chance in enumerate(more):
            found[n + 1] += chance
    return found
