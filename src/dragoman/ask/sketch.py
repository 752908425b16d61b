"""A series as a small picture, for notebooks: bars over time, cooperation above and conflict below a line."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple

_WIDE, _HIGH = 640, 56
_YEARS = 6
"""Years up to which events are counted by month; beyond, by year."""
_ABOVE, _BELOW = "#1f6fb2", "#c8501e"
_UP = ("verbal_cooperation", "material_cooperation")
_DOWN = ("verbal_conflict", "material_conflict")
DRAWN = frozenset({*_UP, *_DOWN, "period", "start", "count", "type", "date", "actors"})
"""The columns that are looked at."""


class _Period(NamedTuple):
    """What lies in one period: its first day, its name, what is drawn above the line and what below."""

    start: str
    period: str
    above: float
    below: float


def sketch(rows: Sequence[Mapping[str, Any]]) -> str:
    """Draw rows that lie in time.

    Args:
        rows: events, counts by period, or periods of a dyad, as plain values.

    Returns:
        An SVG picture; empty where the rows do not lie in time, or in one period alone.
    """
    series = _series(rows)
    if len(series) < 2:
        return ""
    days = [date.fromisoformat(one.start).toordinal() for one in series]
    step = min(after - before for before, after in pairwise(days))
    width = _WIDE / (days[-1] - days[0] + step)
    scale = _HIGH / ((max(one.above for one in series) + max(one.below for one in series)) or 1)
    zero = max(one.above for one in series) * scale
    bars = "".join(
        _bar((day - days[0]) * width, step * width, top, number * scale, colour, f"{one.period}: {number:g}")
        for day, one in zip(days, series, strict=True)
        for number, top, colour in ((one.above, zero - one.above * scale, _ABOVE), (one.below, zero, _BELOW))
        if number
    )
    return (
        f'<svg width="{_WIDE}" height="{_HIGH + 18}" viewBox="0 0 {_WIDE} {_HIGH + 18}" role="img" '
        f'aria-label="{escape(series[0].period)} to {escape(series[-1].period)}" style="max-width: 100%">{bars}'
        f'<line x1="0" x2="{_WIDE}" y1="{zero:.1f}" y2="{zero:.1f}" stroke="currentColor" stroke-opacity="0.4"/>'
        f"{_label(series[0].period, 0, 'start')}{_label(series[-1].period, _WIDE, 'end')}</svg>"
    )


def _series(rows: Sequence[Mapping[str, Any]]) -> list[_Period]:
    """Give the periods that something lies in, in order."""
    names = set(rows[0]) if rows else set()
    if {*_UP, *_DOWN, "start"} <= names:
        return [
            _Period(row["start"], row["period"], sum(row[n] for n in _UP), sum(row[n] for n in _DOWN)) for row in rows
        ]
    counted: Counter[tuple[str, str]] = Counter()
    if {"period", "start", "count"} <= names:
        for row in rows:
            if row["start"]:
                counted[row["start"], row["period"]] += row["count"]
    elif {"type", "date", "actors"} <= names:
        months = [row["date"][:7] for row in rows if row["date"] and len(row["date"]) >= 7]
        long = bool(months) and int(max(months)[:4]) - int(min(months)[:4]) > _YEARS
        for month in months:
            counted[(f"{month[:4]}-01-01", month[:4]) if long else (f"{month}-01", month)] += 1
    return [_Period(start, period, number, 0) for (start, period), number in sorted(counted.items())]


def _bar(x: float, step: float, top: float, height: float, colour: str, says: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{top:.1f}" width="{max(step - 1, 0.8):.1f}" height="{height:.1f}" fill="{colour}">'
        f"<title>{escape(says)}</title></rect>"
    )


def _label(words: str, x: int, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{_HIGH + 14}" text-anchor="{anchor}" font-size="11" font-family="sans-serif" '
        f'fill="currentColor">{escape(words)}</text>'
    )
