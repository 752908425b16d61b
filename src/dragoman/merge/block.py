"""Which mentions are worth comparing at all: near in kind, participants and days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.merge.dates import window
from dragoman.merge.told import Told

SLACK = 2
"""Days by which two mentions of one event may miss each other and still be compared."""
NEAR = 80
"""How many neighbours in its block a mention is compared with at most, so that cost grows with n log n."""
_CROWD = 6
"""Beyond so many parties, pairs of parties are taken from the first ones only."""

Key = tuple[str, ...]


def pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Give each pair of mentions of different reports that may tell the same event, once, in a fixed order.

    Args:
        told: mentions, in any order.

    Returns:
        Pairs with the lesser id first.
    """
    seen: set[tuple[str, str]] = set()
    for block in _blocks(told):
        for one, other in _neighbours(block):
            left, right = sorted((one, other), key=lambda t: t.id)
            if one.article != other.article and (left.id, right.id) not in seen:
                seen.add((left.id, right.id))
                yield left, right


def keys(told: Told) -> Iterator[Key]:
    """Give the keys of the blocks that a mention belongs to: its type with each pair of parties, and each party.

    A party is the state behind a participant where there is one, so that a minister and his country meet here.
    """
    parties = sorted({told.country(actor) or actor for actor in told.participants})[:_CROWD]
    for one, other in combinations(parties, 2):
        yield (told.mention.type, one, other)
    for party in parties:
        yield (told.mention.type, party)


def _blocks(told: Sequence[Told]) -> Iterator[list[Told]]:
    members: dict[Key, dict[str, Told]] = defaultdict(dict)
    for one in sorted(told, key=lambda t: t.id):
        for key in keys(one):
            members[key][one.id] = one
    for key in sorted(members):
        yield list(members[key].values())


def _neighbours(block: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Slide over a block in order of days; equal casts stand side by side, so the cut at NEAR falls on strangers."""
    dated = [(days, one) for one in block if (days := window(one)) is not None]
    dated.sort(key=lambda pair: (pair[0].since, pair[0].until, pair[1].participants, pair[1].id))
    for index, (days, one) in enumerate(dated):
        for later, other in dated[index + 1 : index + 1 + NEAR]:
            if (later.since - days.until).days > SLACK:
                break
            yield one, other
