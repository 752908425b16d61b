"""Which mentions are worth comparing at all: near in kind, participants and days, or told in the same words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from dragoman.ids import digest
from dragoman.merge.dates import Days
from dragoman.merge.table import families
from dragoman.merge.told import Order
from dragoman.merge.traits import Traits

FOUNDERS = 40
"""How many mentions of a block, the earliest ones, all others are compared with; it bounds the work of a block."""
_SLACK = 1
"""Days by which a mention looks beyond its own on each side."""
_WEEK = 8
"""Days in the buckets of mentions that know their day well."""
_COARSE = 10
"""Days from which on a mention is looked for by months."""
_EDGE = 3
"""Days by which a stretch of months may be missed: 'in February' was said of what took place on 30 January."""
_MONTHS = 14
"""How many months of a long stretch are looked at, the first ones."""
_CROWD = 6
"""Beyond so many parties, pairs of parties are taken from the first ones only."""
_FEW = 4
"""How many parties get a block of their own."""
_SIGNS = 2
"""How many of its words a mention is looked for by, so that large blocks hold together what is alike."""
_MONTHLY = "m"
_PAIR, _ALONE, _SIGN = "2", "1", "w"
"""How keys begin: of two parties, of one, of a word."""

_GUEST = "~"
"""Before the day of a mention that cannot found a block: it sorts after all days."""

Pair = tuple[str, str]
Block = tuple[str, str, str]
"""A key, the day of the report or UNDATED (after ~ where the mention cannot found the block), the id of a mention."""


def keys(traits: Traits) -> tuple[str, ...]:
    """Give the keys of the blocks that a mention belongs to; they depend on the mention alone.

    A party is the state behind a participant where there is one, so that a minister and his country meet here.

    Args:
        traits: the mention.

    Returns:
        Keys, sorted.
    """
    return tuple(sorted({key for key, _ in _placed(traits)}))


def blocks_of(mentions: Iterable[Traits]) -> tuple[Block, ...]:
    """Give (key, day, mention) for each block that some mentions belong to, sorted."""
    found: set[Block] = set()
    for traits in mentions:
        day, mention = traits.told.order
        found.update((key, day if may else _GUEST + day, mention) for key, may in _placed(traits))
    return tuple(sorted(found))


def pairs(blocks: Iterable[Block]) -> list[Pair]:
    """Give each pair of mentions that may tell the same event, once, in a fixed order.

    Args:
        blocks: what `blocks_of` gave.

    Returns:
        Ids, the lesser first.
    """
    members: dict[str, list[Order]] = defaultdict(list)
    for key, day, mention in blocks:
        members[key].append((day, mention))
    return sorted({pair for block in members.values() if len(block) > 1 for pair in within(block)})


def within(members: Iterable[Order]) -> Iterator[Pair]:
    """Give the pairs of one block: each of its founders with everybody."""
    order = sorted(members)
    for index, (_, one) in enumerate(founders(order)):
        for _, other in order[index + 1 :]:
            yield (one, other) if one < other else (other, one)


def founders(order: Sequence[Order]) -> Sequence[Order]:
    """Give those of a block that all others are compared with: the earliest of those that can found one.

    Args:
        order: the members, sorted.
    """
    return [one for one in order[:FOUNDERS] if not one[0].startswith(_GUEST)]


def _placed(traits: Traits) -> Iterator[tuple[str, bool]]:
    """Give each key with whether the mention may found that block.

    Among all of one party only those found a block who name nobody else: those who name two meet where both are the
    same. Among months only those do who do not know their day: the others have weeks to meet in.
    """
    if traits.sentence:
        yield "=" + digest(traits.sentence), True
    days = traits.window
    if days is None:
        return
    vague, single = _coarse(days), len(traits.parties) == 1
    kinds = tuple(_kinds(traits))
    for bucket in _buckets(days):
        monthly = bucket[0] == _MONTHLY
        for kind in kinds:
            if not (monthly and kind.startswith(_SIGN)):
                yield f"{kind}|{bucket}", (vague or not monthly) and (single or not kind.startswith(_ALONE))


def _kinds(traits: Traits) -> Iterator[str]:
    kind, parties = traits.mention.type, traits.parties[:_CROWD]
    for one, other in combinations(parties, 2):
        yield f"{_PAIR}|{families().get(kind, kind)}|{one}|{other}"
    yield from (f"{_ALONE}|{kind}|{party}" for party in parties[:_FEW])
    yield from (f"{_SIGN}|{kind}|{sign}" for sign in traits.signs[:_SIGNS])


def _buckets(days: Days) -> Collection[str]:
    slack = timedelta(days=_EDGE if _coarse(days) else 0)
    numbers = range(_month(days.since - slack), _month(days.until + slack) + 1)
    months = [f"{_MONTHLY}{number}" for number in numbers][:_MONTHS]
    if _coarse(days):
        return months
    weeks = range((days.since.toordinal() - _SLACK) // _WEEK, (days.until.toordinal() + _SLACK) // _WEEK + 1)
    return [*(f"w{number}" for number in weeks), *months]


def _coarse(days: Days | None) -> bool:
    return days is not None and days.length > _COARSE


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
