"""Cheap tests that tell most pairs of different events apart before any comparison is written down."""

from collections.abc import Sequence

from dragoman.merge.told import Told
from dragoman.merge.traits import Traits


def apart(left: Traits, right: Traits) -> bool:
    """Tell whether two mentions are sure to be judged different, with a sum too low for the pair to be kept.

    The outcome of merging is the same without this test; it only saves the work. Two exact days with more than a day
    between them decide alone, and so do doers none of whom has anything to do with any of the others.

    Args:
        left: the one.
        right: the other.
    """
    return _days_apart(left, right) or _strangers(left, right)


def _days_apart(left: Traits, right: Traits) -> bool:
    """Two exact days; fighting that goes on has none."""
    one, other = left.day, right.day
    return one is not None and other is not None and abs(one - other) > 1


def _strangers(left: Traits, right: Traits) -> bool:
    if left.mention.symmetric or right.mention.symmetric:
        return _no_tie(left.told, right.told, left.everybody, right.everybody)
    return _no_tie(left.told, right.told, left.doers, right.doers)


def _no_tie(left: Told, right: Told, one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether no two are the same, nor of one state, nor may be one name spelt in two ways."""
    if not one or not other:
        return False
    actors, others = left.actors, right.actors
    for key in one:
        mine = actors.get(key)
        for their in other:
            if key == their:
                return False
            his = others.get(their)
            if mine is None or his is None:
                continue
            if (mine.country and mine.country == his.country) or not (mine.known and his.known):
                return False
    return True
