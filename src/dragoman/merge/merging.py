"""The whole way from mentions to events: block, compare, judge, cluster, fold."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.merge.block import pairs
from dragoman.merge.cluster import cluster
from dragoman.merge.fold import fold
from dragoman.merge.judge import judge
from dragoman.merge.told import Told
from dragoman.model import Event, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What merging gives.

    Args:
        events: every event, by id; each mention is in exactly one.
        links: the judged pairs behind them, by ids: those called same or unsure, and the near misses.
    """

    events: tuple[Event, ...]
    links: tuple[Link, ...]


def merge(told: Sequence[Told]) -> Merged:
    """Find out which mentions tell the same event.

    The answer does not depend on the order of the mentions.

    Args:
        told: all mentions; one that is there twice counts once.

    Returns:
        Events and the links that they rest on.
    """
    once = sorted({one.id: one for one in told}.values(), key=lambda one: one.order)
    links = [judge(left, right) for left, right in pairs(once)]
    events = (fold(group) for group in cluster(once, links))
    kept = (link for link in links if link.verdict != "different" or _near_miss(link))
    return Merged(
        events=tuple(sorted(events, key=lambda event: event.id)),
        links=tuple(sorted(kept, key=lambda link: (link.left, link.right))),
    )


def _near_miss(link: Link) -> bool:
    """Tell whether a pair has the same participants all the same: worth keeping, with what spoke against it."""
    return any(c.name == "participants" and c.score >= 0.5 for c in link.comparisons)
