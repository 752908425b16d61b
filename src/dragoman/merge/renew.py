"""A few new mentions beside many known ones: only what they touch is judged anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.merge.block import Block, Pair, blocks_of, founders, keys
from dragoman.merge.merging import derive, judged
from dragoman.merge.told import Order, Told
from dragoman.merge.traits import Traits
from dragoman.model import Copy, Correction, Event, Link, in_force


class Store(Protocol):
    """What is known already, asked for piece by piece."""

    def blocks(self, keys: Collection[str]) -> Mapping[str, Sequence[Order]]:
        """Give (day of report or UNDATED, mention) of all known members of some blocks, in any order."""

    def told(self, mentions: Collection[str]) -> Iterable[Told]:
        """Give known mentions by id."""

    def links(self, mentions: Collection[str]) -> Iterable[Link]:
        """Give the kept links that have either end among some mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What new mentions change.

    Args:
        events: the events in place of all old ones that hold any of `mentions`, by id.
        links: new kept links, by ids.
        dropped_links: (left, right) of kept links that are no longer there, sorted.
        mentions: every mention whose event was derived anew.
        blocks: (key, day, mention) of the new mentions.
    """

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    dropped_links: tuple[Pair, ...]
    mentions: frozenset[str]
    blocks: tuple[Block, ...]


def renew(
    fresh: Sequence[Told],
    store: Store,
    *,
    copies: Iterable[Copy] = (),
    corrections: Iterable[Correction] = (),
    touched: Collection[str] = (),
) -> Renewed:
    """Add mentions to what is known; the outcome is that of `merge` over all.

    A pair is compared where one of it is among the founders of a block of both. So a new mention is compared with the
    founders of its blocks, or with all members where it is a founder itself; and where it takes a founder's place, the
    pairs of that one are looked at again.

    Args:
        fresh: mentions that the store does not know.
        store: what is known.
        copies: at least all copies of the reports whose mentions may be touched.
        corrections: all that people have said, undone entries and all.
        touched: known mentions whose events are to be derived anew for another reason: a new correction or copy.

    Returns:
        What changes.
    """
    corrections = tuple(corrections)
    known = _Known(store, fresh)
    blocks = blocks_of(known.traits[one.id] for one in fresh)
    found, lost = _changed_pairs(blocks, known)
    links = judged(sorted(found), known.traits)
    start = {one.id for one in fresh} | set(touched) | {key for link in lost for key in (link.left, link.right)}
    held = _component(start, links, lost, store, in_force(corrections))
    known.load(held.mentions)
    there = {key: known.get(key) for key in held.mentions if key in known.traits}
    return Renewed(
        events=derive(there, held.links, copies, corrections),
        links=tuple(links),
        dropped_links=tuple(sorted((link.left, link.right) for link in lost)),
        mentions=frozenset(there),
        blocks=blocks,
    )


class _Known:
    """Mentions by id, fetched from the store when first needed."""

    def __init__(self, store: Store, fresh: Iterable[Told]) -> None:
        self.store = store
        self.traits = {one.id: Traits(one) for one in fresh}

    def load(self, mentions: Iterable[str]) -> None:
        missing = sorted({key for key in mentions if key not in self.traits})
        if missing:
            self.traits.update((one.id, Traits(one)) for one in self.store.told(missing))

    def get(self, mention: str) -> Traits:
        return self.traits[mention]


def _changed_pairs(blocks: Sequence[Block], known: _Known) -> tuple[set[Pair], list[Link]]:
    """Give the pairs to be compared that were not before, and the kept links of pairs that no longer are."""
    new: dict[str, list[Order]] = defaultdict(list)
    for key, day, mention in blocks:
        new[key].append((day, mention))
    old = known.store.blocks(sorted(new))
    found: set[Pair] = set()
    displaced: set[str] = set()
    for key, members in new.items():
        before, fresh = sorted(old.get(key, ())), set(members)
        order = sorted([*before, *members])
        leading = founders(order)
        for index, one in enumerate(leading):
            found.update(_pair(one[1], other[1]) for other in order[index + 1 :] if one in fresh or other in fresh)
        displaced.update(mention for _, mention in set(founders(before)) - set(leading))
    known.load(mention for pair in found for mention in pair)
    return found, _lost(displaced, new, known) if displaced else []


def _lost(displaced: set[str], new: Mapping[str, Sequence[Order]], known: _Known) -> list[Link]:
    """Give the kept links of displaced founders whose two mentions no block brings together any more."""
    links = {(link.left, link.right): link for link in known.store.links(sorted(displaced))}
    known.load(key for pair in links for key in pair)
    held = {pair: set(keys(known.get(pair[0]))) & set(keys(known.get(pair[1]))) for pair in links}
    members = known.store.blocks(sorted({key for shared in held.values() for key in shared}))
    leading = {key: {m for _, m in founders(sorted([*members[key], *new.get(key, ())]))} for key in members}
    return [links[pair] for pair in sorted(links) if all(leading[key].isdisjoint(pair) for key in held[pair])]


@dataclass(frozen=True, slots=True)
class _Component:
    mentions: set[str]
    links: list[Link]


def _component(
    start: Iterable[str], links: Iterable[Link], lost: Iterable[Link], store: Store, entries: Iterable[Correction]
) -> _Component:
    """Give all that hangs on some mentions by links of verdict `same` or by what people have said."""
    said: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        both = {*entry.mentions, *entry.others}
        for key in both:
            said[key] |= both
    beside: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        beside[link.left].append(link)
        beside[link.right].append(link)
    gone = {(link.left, link.right) for link in lost}
    mentions: set[str] = set()
    held: dict[Pair, Link] = {}
    edge = set(start)
    while edge:
        mentions |= edge
        near = [*store.links(sorted(edge)), *(link for key in edge for link in beside[key])]
        same = [link for link in near if link.verdict == "same" and (link.left, link.right) not in gone]
        held |= {(link.left, link.right): link for link in same}
        reached = {key for link in same for key in (link.left, link.right)} | {o for key in edge for o in said[key]}
        edge = reached - mentions
    return _Component(mentions, [held[pair] for pair in sorted(held)])


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
