"""Which labels of a crowded picture are written, so that none covers another."""

from collections.abc import Iterable
from dataclasses import dataclass

_LETTER = 6.1
_LINE = 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point that wants a label.

    Args:
        x: pixels from the left.
        y: pixels from the top.
        radius: pixels of its circle.
        words: the label.
    """

    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label that found its place.

    Args:
        x: pixels from the left of its anchor.
        y: pixels from the top of its middle.
        words: what it says.
        align: `left`, `right` or `center`.
    """

    x: float
    y: float
    words: str
    align: str


def placed(spots: Iterable[Spot], *, width: float, height: float, most: int) -> list[Label]:
    """Place labels, the most important first, each beside, above or below its point, or nowhere.

    Args:
        spots: points in order of importance.
        width: pixels of the picture.
        height: pixels of the picture.
        most: so many labels at most.
    """
    known = list(spots)
    taken = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in known[: most * 2]]
    found: list[Label] = []
    for index, spot in enumerate(known):
        if len(found) >= most:
            break
        others = [box for number, box in enumerate(taken) if number != index]
        for label in _options(spot):
            box = _box(label)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_overlap(box, other) for other in others):
                found.append(label)
                taken.append(box)
                break
    return found


def _options(spot: Spot) -> list[Label]:
    gap = spot.radius + 4
    return [
        Label(x=spot.x + gap, y=spot.y, words=spot.words, align="left"),
        Label(x=spot.x - gap, y=spot.y, words=spot.words, align="right"),
        Label(x=spot.x, y=spot.y - gap - _LINE / 2, words=spot.words, align="center"),
        Label(x=spot.x, y=spot.y + gap + _LINE / 2, words=spot.words, align="center"),
        *(
            Label(x=spot.x + side * gap * 0.75, y=spot.y + down * (gap * 0.75 + 4), words=spot.words, align=align)
            for down in (-1, 1)
            for side, align in ((1, "left"), (-1, "right"))
        ),
    ]


def _box(label: Label) -> tuple[float, float, float, float]:
    wide = len(label.words) * _LETTER
    left = {"left": label.x, "right": label.x - wide, "center": label.x - wide / 2}[label.align]
    return (left, label.y - _LINE / 2, left + wide, label.y + _LINE / 2)


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
