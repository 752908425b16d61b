"""A small series as rectangles, drawn without any program in the browser."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ask.counting import Tally

WIDTH, HEIGHT = 720.0, 84.0
_ORDER = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One rectangle.

    Args:
        x: from the left.
        y: from the top.
        width: how wide.
        height: how high.
        quad: number of the quad class, 1 to 4; 0 for none.
        since: first day of the period.
        says: what it stands for.
    """

    x: float
    y: float
    width: float
    height: float
    quad: int
    since: str
    says: str


def bars(series: Sequence[Tally], per: str) -> list[Bar]:
    """Stack the quad classes of each period.

    Args:
        series: events by quad class and period, those periods in order.
        per: `month` or `year`.

    Returns:
        Rectangles in a field of WIDTH by HEIGHT.
    """
    steps = [_step(row.start or "", per) for row in series]
    if not steps:
        return []
    first, wide = min(steps), WIDTH / (max(steps) - min(steps) + 1)
    heights: dict[int, int] = {}
    for step, row in zip(steps, series, strict=True):
        heights[step] = heights.get(step, 0) + row.count
    scale = HEIGHT / max(heights.values())
    made: list[Bar] = []
    filled: dict[int, float] = {}
    for step, row in sorted(zip(steps, series, strict=True), key=lambda pair: (pair[0], _rank(pair[1].key))):
        top = filled.get(step, HEIGHT) - row.count * scale
        filled[step] = top
        made.append(
            Bar(
                x=round((step - first) * wide, 2),
                y=round(top, 2),
                width=round(max(wide - 1, 0.8), 2),
                height=round(row.count * scale, 2),
                quad=_rank(row.key),
                since=row.period or "",
                says=f"{row.period}: {row.count} {row.key}",
            )
        )
    return made


def _step(day: str, per: str) -> int:
    year, month = (int(part) for part in day.split("-")[:2])
    return year * 12 + month if per == "month" else year


def _rank(quad: str) -> int:
    return _ORDER.index(quad) + 1 if quad in _ORDER else 0
