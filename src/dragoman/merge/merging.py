"""The whole way from mentions to events: block, compare, judge, cluster, fold, relate."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.merge.block import Block, blocks_of, pairs
from dragoman.merge.cluster import cluster
from dragoman.merge.corrected import bind
from dragoman.merge.fold import fold
from dragoman.merge.forced import Forced
from dragoman.merge.judge import UNSURE, enough, judge
from dragoman.merge.relate import relate
from dragoman.merge.screen import apart
from dragoman.merge.told import Told
from dragoman.merge.traits import Traits
from dragoman.merge.witnesses import Copies
from dragoman.model import Copy, Correction, Event, Link, Relation, in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging gives.

    Args:
        events: every event, by id; each mention that nobody rejected is in exactly one.
        links: the judged pairs behind them, by ids: those called same or unsure, and the near misses.
        relations: how the events hang together, by ids.
        blocks: (key, day, mention) for each block that a mention belongs to, so that `renew` need not begin anew.
    """

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    relations: tuple[Relation, ...] = ()
    blocks: tuple[Block, ...] = ()


def merge(told: Iterable[Told], *, copies: Iterable[Copy] = (), corrections: Iterable[Correction] = ()) -> Merged:
    """Find out which mentions tell the same event.

    The answer does not depend on the order of anything given.

    Args:
        told: all mentions; one that is there twice counts once.
        copies: reports that say again what others said: no witnesses of their own.
        corrections: what people have said, undone entries and all.

    Returns:
        Events, the links that they rest on, and the relations between them.
    """
    known = {one.id: Traits(one) for one in told}
    blocks = blocks_of(known.values())
    links = judged(pairs(blocks), known)
    events = derive(known, links, copies, corrections)
    return Merged(events=events, links=tuple(links), relations=relate(events), blocks=blocks)


def derive(
    known: Mapping[str, Traits], links: Sequence[Link], copies: Iterable[Copy], corrections: Iterable[Correction]
) -> tuple[Event, ...]:
    """Put judged mentions together and fold them.

    Args:
        known: mentions by id.
        links: judged pairs of them.
        copies: reports that say again what others said.
        corrections: what people have said.

    Returns:
        Events, by id.
    """
    entries = in_force(corrections)
    forced, by_report = Forced(entries, known), Copies(copies)
    said = bind(entries, known.keys() - forced.rejected)
    events = []
    for group in cluster(known, links, forced):
        bound = [entry for one in group for entry in said.get(one.id, ())]
        events.append(fold(group, by_report, sorted(bound, key=lambda entry: entry.order)))
    return tuple(sorted(events, key=lambda event: event.id))


def worth_keeping(link: Link, wanted: float) -> Link | None:
    """Give a link back unless the two are far from being one event; a near miss stays, with what spoke against it.

    Args:
        link: the judged pair.
        wanted: the sum from which it would be the same.
    """
    if link.verdict != "different" or link.score >= wanted - 2 * UNSURE:
        return link
    return None


def judged(pairs: Iterable[tuple[str, str]], known: Mapping[str, Traits]) -> list[Link]:
    """Judge pairs, and keep what is worth it.

    Args:
        pairs: ids of mentions, the lesser first.
        known: mentions by id.

    Returns:
        Links in the order of the pairs.
    """
    found = []
    for one, other in pairs:
        left, right = known[one], known[other]
        if apart(left, right):
            continue
        wanted = enough(left, right)
        link = worth_keeping(judge(left, right, wanted), wanted)
        if link is not None:
            found.append(link)
    return found
