"""Where a series changes or bursts, and the events that lead there."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.ask.rows import plain

_RATIO = 2.0
_EFFORT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """An event that stands for a stretch.

    Args:
        event: its id.
        date: its date.
        type: its PLOVER event type.
        who: the participants' names.
        reports: how many reports tell it.
    """

    event: str
    date: str | None
    type: str
    who: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A stretch that departs from what came before.

    Args:
        kind: `burst`, a stretch well above the whole series' rate; `rise` or `fall`, a level that stays.
        start: first day of the stretch.
        end: last day of the stretch.
        count: events in it.
        rate: events a period in it.
        before: events a period in the whole series (burst) or in the stretch before (rise, fall).
        weight: how much better the series is told with it than without, in nats.
        leading: the events of it that most reports tell.
    """

    kind: str
    start: str
    end: str
    count: int
    rate: float
    before: float
    weight: float
    leading: tuple[Leading, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Periods [first, last) of a series with their rate.

    Args:
        first: index of the first period.
        last: index after the last one.
        rate: events a period.
        before: the rate that it departs from.
        weight: how much better the series is told with it, in nats.
    """

    first: int
    last: int
    rate: float
    before: float
    weight: float


def shifts(series: Sequence[Mapping[str, Any]], per: str) -> list[Shift]:
    """Give bursts, rises and falls of a balanced series, in order.

    Args:
        series: rows with `start` and `count`, one a period, zeros included.
        per: length of a period.
    """
    dated = [row for row in series if row["start"]]
    counts = [int(row["count"]) for row in dated]
    found = [("burst", one) for one in bursts(counts)]
    found += [("rise" if one.rate > one.before else "fall", one) for one in levels(counts)]
    made = [
        Shift(
            kind=kind,
            start=dated[one.first]["start"],
            end=_end(dated[one.last - 1]["start"], per),
            count=sum(counts[one.first : one.last]),
            rate=one.rate,
            before=one.before,
            weight=one.weight,
        )
        for kind, one in found
    ]
    return sorted(made, key=lambda shift: (shift.start, shift.end, shift.kind))


def shift_row(row: Mapping[str, Any]) -> Shift:
    """Make a row of an answer of `shifts`."""
    told = tuple(Leading(**{**one, "who": tuple(one["who"])}) for one in row["leading"])
    return Shift(**{**row, "leading": told})


def _end(start: str, per: str) -> str:
    """Give the last day of the period that begins on a day."""
    first = date.fromisoformat(start)
    if per in {"day", "week"}:
        return (first + timedelta(days=6 if per == "week" else 0)).isoformat()
    months = {"month": 1, "quarter": 3, "year": 12}[per]
    year, month = divmod(first.month - 1 + months, 12)
    return (date(first.year + year, month + 1, 1) - timedelta(days=1)).isoformat()


def bursts(series: Sequence[int]) -> list[Stretch]:
    """Find stretches in which events come at twice the usual rate or more.

    Two states, the usual rate and twice that, with Poisson counts; entering the higher one costs the logarithm of the
    series' length; the cheapest way through is found by dynamic programming. Source: Kleinberg, Bursty and hierarchical
    structure in streams (2002), section 2, with counts a period in place of gaps between arrivals.

    Args:
        series: events a period.

    Returns:
        The stretches in order.
    """
    total = sum(series)
    if len(series) < 3 or total == 0:
        return []
    rate = total / len(series)
    # what the higher state gains over the lower one in each period
    gains = [n * math.log(_RATIO) - rate * (_RATIO - 1) for n in series]
    enter = _EFFORT * math.log(len(series))
    found = []
    for first, last, gain in _best_stretches(gains, enter):
        found.append(
            Stretch(first=first, last=last, rate=sum(series[first:last]) / (last - first), before=rate, weight=gain)
        )
    return found


def _best_stretches(gains: Sequence[float], enter: float) -> list[tuple[int, int, float]]:
    """Give the stretches of the higher state on the best way through, each with what it gains."""
    low, high = 0.0, -math.inf
    backs: list[tuple[bool, bool]] = []  # whether the best way into (low, high) comes from high
    for gain in gains:
        low_from_high, high_from_high = high > low, high >= low - enter
        low, high = max(low, high), max(high, low - enter) + gain
        backs.append((low_from_high, high_from_high))
    states, now = [], high > low
    for back in reversed(backs):
        states.append(now)
        now = back[1] if now else back[0]
    states.reverse()
    found, first = [], None
    for index, up in enumerate([*states, False]):
        if up and first is None:
            first = index
        elif not up and first is not None:
            found.append((first, index, sum(gains[first:index]) - enter))
            first = None
    return found


def levels(series: Sequence[int]) -> list[Stretch]:
    """Find where the level of a series changes for good.

    Binary segmentation with Poisson counts: the split that tells the series best is kept where it gains more than the
    Bayesian information criterion asks for. Source: Scott and Knott (1974); penalty of Schwarz (1978), two parameters.

    Args:
        series: events a period.

    Returns:
        The stretches after the first one, in order, each with the rate of the stretch before it.
    """
    sums = [0]
    for n in series:
        sums.append(sums[-1] + n)
    cuts = sorted(_cuts(sums, 0, len(series), 1.5 * math.log(max(len(series), 2))))
    bounds = [0, *(cut for cut, _ in cuts), len(series)]
    found = []
    for index, (_, weight) in enumerate(cuts, 1):
        first, last = bounds[index], bounds[index + 1]
        before = (sums[first] - sums[bounds[index - 1]]) / (first - bounds[index - 1])
        rate = (sums[last] - sums[first]) / (last - first)
        found.append(Stretch(first=first, last=last, rate=rate, before=before, weight=weight))
    return found


def _cuts(sums: Sequence[int], first: int, last: int, price: float) -> list[tuple[int, float]]:
    whole = _told(sums, first, last)
    best, gain = None, price
    for cut in range(first + 2, last - 1):
        gained = _told(sums, first, cut) + _told(sums, cut, last) - whole
        if gained > gain:
            best, gain = cut, gained
    if best is None:
        return []
    return [*_cuts(sums, first, best, price), (best, gain), *_cuts(sums, best, last, price)]


def _told(sums: Sequence[int], first: int, last: int) -> float:
    """Give the Poisson log-likelihood of a stretch at its own rate, without the terms that no cut changes."""
    total = sums[last] - sums[first]
    return total * math.log(total / (last - first)) if total else 0.0
