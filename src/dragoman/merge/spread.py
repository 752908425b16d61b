"""Merging cut into tasks that can run in any process: blocks, then pairs of blocks, then groups that hang together.

Each task is a pure function of the mentions that it is given, so the outcome is that of `merge`, to the byte. What
the tasks take is cut along the days of the reports: mentions of the same event lie near each other in time, so each
mention travels to few tasks.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from dragoman.merge.block import Block, Pair, blocks_of, pairs
from dragoman.merge.merging import Merged, derive, judged
from dragoman.merge.relate import relate
from dragoman.merge.told import Told
from dragoman.merge.traits import Traits
from dragoman.model import Copy, Correction, Event, Link, in_force

MENTIONS = 2_000
"""Mentions in a task, about."""
PAIRS = 10_000
"""Pairs in a task."""

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Runs a task over many things, giving the results in order: `map`, or an engine's."""
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judging:
    told: tuple[Told, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folding:
    told: tuple[Told, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    entries: tuple[Correction, ...]


def merge_spread(
    told: Iterable[Told], each: Each, *, copies: Iterable[Copy] = (), corrections: Iterable[Correction] = ()
) -> Merged:
    """Find out which mentions tell the same event, as `merge` does, with the work given to others.

    Args:
        told: all mentions.
        each: runs the tasks.
        copies: reports that say again what others said.
        corrections: what people have said.

    Returns:
        What `merge` returns.
    """
    known = {one.id: one for one in told}
    order = sorted(known.values(), key=lambda one: one.order)
    blocks = tuple(sorted(block for some in each(_blocks, _cut(order, MENTIONS)) for block in some))
    place = {one.id: index for index, one in enumerate(order)}
    near = sorted(pairs(blocks), key=lambda pair: sorted((place[pair[0]], place[pair[1]])))
    judging = (
        _Judging(pairs=some, told=tuple(known[key] for key in sorted({key for pair in some for key in pair})))
        for some in _cut(near, PAIRS)
    )
    links = sorted((link for some in each(_judge, judging) for link in some), key=lambda link: (link.left, link.right))
    folding = _foldings(order, links, tuple(copies), tuple(corrections))
    events = tuple(sorted((event for some in each(_fold, folding) for event in some), key=lambda event: event.id))
    return Merged(events=events, links=tuple(links), relations=relate(events), blocks=blocks)


def _blocks(told: Sequence[Told]) -> tuple[Block, ...]:
    return blocks_of(map(Traits, told))


def _judge(task: _Judging) -> list[Link]:
    return judged(task.pairs, {one.id: Traits(one) for one in task.told})


def _fold(task: _Folding) -> tuple[Event, ...]:
    return derive({one.id: Traits(one) for one in task.told}, task.links, task.copies, task.entries)


def _foldings(
    order: Sequence[Told], links: Sequence[Link], copies: Sequence[Copy], corrections: Sequence[Correction]
) -> Iterator[_Folding]:
    """Cut all mentions into parts that no link of verdict `same` and nothing that people have said leads out of."""
    same = [link for link in links if link.verdict == "same"]
    groups = _together(order, same, corrections)
    beside: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        for report in {copy.report, copy.of}:
            beside[report].append(copy)
    joined: dict[str, list[Link]] = defaultdict(list)
    for link in same:
        joined[link.left].append(link)
    for part in _gathered(groups):
        reports = {one.article: None for one in part}
        yield _Folding(
            told=tuple(part),
            links=tuple(link for one in part for link in joined[one.id]),
            copies=tuple({(c.report, c.of): c for report in reports for c in beside[report]}.values()),
            entries=tuple(corrections),
        )


def _together(
    order: Sequence[Told], same: Iterable[Link], corrections: Iterable[Correction]
) -> Iterable[Sequence[Told]]:
    """Give the mentions that hang together, directly or by way of others, in order of the first of them."""
    above = {one.id: one.id for one in order}

    def top(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    said = ([key for key in (*entry.mentions, *entry.others) if key in above] for entry in in_force(corrections))
    for keys in (*((link.left, link.right) for link in same), *said):
        for other in keys[1:]:
            above[top(other)] = top(keys[0])
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in order:
        groups[top(one.id)].append(one)
    return groups.values()


def _gathered(groups: Iterable[Sequence[Told]]) -> Iterator[list[Told]]:
    """Put groups together until a task is full."""
    part: list[Told] = []
    for group in groups:
        part.extend(group)
        if len(part) >= MENTIONS:
            yield part
            part = []
    if part:
        yield part


def _cut(things: Iterable[Thing], size: int) -> Iterator[tuple[Thing, ...]]:
    rest = iter(things)
    while some := tuple(islice(rest, size)):
        yield some
