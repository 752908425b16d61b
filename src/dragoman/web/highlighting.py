"""Cuts a report's text where marks begin and end, so that marks may overlap and every word stands there once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, urlencode

from dragoman.ask.report import Mark

_LINKING = ("trigger", "actor", "place", "time")
"""Kinds of marks that lead somewhere, the most telling first."""
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that all of its marks cover.

    Args:
        text: the words.
        kinds: what it is part of, for its look.
        says: what it means, in words.
        link: where a click leads, None where nowhere.
        anchors: ids of the event mentions and quotes that begin here.
        events: ids of the events that it is evidence of.
    """

    text: str
    kinds: tuple[str, ...]
    says: str
    link: str | None
    anchors: tuple[str, ...]
    events: tuple[str, ...]


def segments(text: str, marks: Sequence[Mark]) -> list[Segment]:
    """Cut a text.

    Args:
        text: the report's clean text.
        marks: what was found in it.

    Returns:
        Segments, whose texts in order are the text.
    """
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    cuts = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    waiting = sorted(inside, key=lambda mark: mark.start, reverse=True)
    active: list[Mark] = []
    made = []
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[-1].start == start:
            active.append(waiting.pop())
        made.append(_segment(text[start:end], start, active))
    return made


def _segment(words: str, start: int, marks: Iterable[Mark]) -> Segment:
    here = list(marks)
    linking = sorted((m for m in here if m.kind in _LINKING), key=lambda m: (_LINKING.index(m.kind), m.end - m.start))
    links = [(mark, link) for mark in linking if (link := _link(mark))]
    saying = [mark for mark in here if mark.kind != "evidence"] or here
    return Segment(
        text=words,
        kinds=tuple(sorted({mark.kind for mark in here})),
        says="; ".join(dict.fromkeys(f"{mark.kind}: {mark.says}" for mark in saying)),
        link=links[0][1] if links else None,
        anchors=tuple(dict.fromkeys(_anchor(mark) for mark in here if mark.start == start and _anchor(mark))),
        events=tuple(dict.fromkeys(mark.id for mark in here if mark.kind == "evidence")),
    )


def _anchor(mark: Mark) -> str:
    if mark.kind == "evidence":
        return mark.mention or ""
    return mark.id if mark.kind in {"quote", "position"} else ""


def _link(mark: Mark) -> str | None:
    if mark.kind == "trigger":
        return f"/events/{quote(mark.id)}"
    if mark.kind == "actor":
        return f"/actors/{quote(mark.id, safe=':')}"
    if mark.kind == "place":
        return f"/events?{urlencode({'place': mark.id})}"
    return f"/events?{urlencode({'since': mark.id, 'until': mark.id})}" if _DAY.fullmatch(mark.id) else None
