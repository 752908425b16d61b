"""Pairs of mentions put together rightly and wrongly."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

Pair = frozenset[Hashable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairwise:
    """How a grouping compares with the right one, pair by pair.

    Args:
        wanted: pairs that belong together.
        joined: pairs put together.
        right: pairs put together that belong together.
        near: pairs that look alike and do not belong together.
        apart: those of them kept apart.
    """

    wanted: int
    joined: int
    right: int
    near: int = 0
    apart: int = 0

    @property
    def precision(self) -> float:
        """The share of pairs put together that belong together."""
        return self.right / self.joined if self.joined else 0.0

    @property
    def recall(self) -> float:
        """The share of pairs that belong together that were put together."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Pairwise") -> "Pairwise":
        return Pairwise(
            wanted=self.wanted + other.wanted,
            joined=self.joined + other.joined,
            right=self.right + other.right,
            near=self.near + other.near,
            apart=self.apart + other.apart,
        )


def pairwise(
    right: Mapping[Hashable, Hashable],
    made: Mapping[Hashable, Hashable],
    *,
    source: Mapping[Hashable, Hashable],
    near: Iterable[Collection[Hashable]] = (),
) -> Pairwise:
    """Compare two groupings over the pairs of different reports.

    Args:
        right: the right group of each mention; one without a group stands alone.
        made: the group that each mention was put into.
        source: the report of each mention.
        near: pairs that look alike and do not belong together.

    Returns:
        The counts.
    """
    wanted, joined = _pairs(right, source), _pairs(made, source)
    alike = {frozenset(pair) for pair in near}
    return Pairwise(
        wanted=len(wanted),
        joined=len(joined),
        right=len(wanted & joined),
        near=len(alike),
        apart=len(alike - joined),
    )


def _pairs(group: Mapping[Hashable, Hashable], source: Mapping[Hashable, Hashable]) -> set[Pair]:
    members: dict[Hashable, list[Hashable]] = {}
    for mention, name in group.items():
        members.setdefault(name, []).append(mention)
    return {frozenset((a, b)) for held in members.values() for a, b in combinations(held, 2) if source[a] != source[b]}
