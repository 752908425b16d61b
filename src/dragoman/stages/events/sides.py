"""Tells who faces whom in a report: the other side of a story is often left unsaid and yet plain to every reader."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from dragoman.model import Actor
from dragoman.stages.events.candidate import Candidate

RANKS = 3
"""How many of those who face a side are told apart."""


def side(actor: Actor) -> str:
    """Give the side that somebody is on: his state, himself where no state is known."""
    return actor.country or actor.id


class Sides:
    """The sides of a report's story.

    Args:
        actors: all of the report.
        acts: its possible events, with those whom their own words name.
    """

    def __init__(self, actors: Iterable[Actor], acts: Sequence[Candidate] = ()) -> None:
        told: Counter[str] = Counter()
        for actor in actors:
            told[side(actor)] += len(actor.mentions)
        self._told = _order(told)
        self._met: dict[str, Counter[str]] = defaultdict(Counter)
        for act in acts:
            for one, other in _pairs(act):
                self._met[one][other] += 1
        self._rows: dict[str, dict[str, str]] = {}

    def facing(self, act: Candidate) -> "Facing":
        """Give who faces whom where an act itself is left aside."""
        return Facing(self, _pairs(act))

    def row(self, one: str) -> dict[str, str]:
        """Say how every side ranks among those who face another in all acts."""
        if one not in self._rows:
            self._rows[one] = self._row(one, self._met.get(one, {}))
        return self._rows[one]

    def row_without(self, one: str, own: Iterable[str]) -> dict[str, str]:
        """Say the same where those who face it in one act do not count for that."""
        met = dict(self._met.get(one, {}))
        for other in own:
            met[other] = met.get(other, 0) - 1
        return self._row(one, {other: number for other, number in met.items() if number > 0})

    def _row(self, one: str, met: Mapping[str, int]) -> dict[str, str]:
        rows = {other: f"faces {n}" for n, other in enumerate(_order(met)[:RANKS], 1)}
        others = [other for other in self._told[: RANKS + 1] if other != one]
        for n, other in enumerate(others[:RANKS], 1):
            rows.setdefault(other, f"told {n}" if met else f"told {n} alone")
        return rows


class Facing:
    """Who faces whom, as one act of a report sees it.

    Args:
        sides: the sides of the report's story.
        own: the pairs that the act itself adds to it.
    """

    def __init__(self, sides: Sides, own: Sequence[tuple[str, str]]) -> None:
        self._sides = sides
        self._own = own
        self._rows: dict[str, dict[str, str]] = {}

    def sign(self, one: str, other: str) -> str:
        """Say how a side ranks among those who face another.

        Args:
            one: the side that is faced.
            other: the side asked for.

        Returns:
            Its rank among those who stand opposite in other acts; where it does not, among those of whom the report
            speaks most; empty where it is far down in both.
        """
        row = self._rows.get(one)
        if row is None:
            own = [opposite for first, opposite in self._own if first == one]
            row = self._rows[one] = self._sides.row_without(one, own) if own else self._sides.row(one)
        return row.get(other, "")


def _pairs(act: Candidate) -> list[tuple[str, str]]:
    actors, recipients = ([side(p.actor) for p in row if p.actor is not None] for row in (act.actors, act.recipients))
    if act.symmetric:
        actors = recipients = actors + recipients
    pairs = {
        pair for one, other in product(actors, recipients) if one != other for pair in ((one, other), (other, one))
    }
    return sorted(pairs)


def _order(counted: Mapping[str, int]) -> list[str]:
    return sorted(counted, key=lambda one: (-counted[one], one))
