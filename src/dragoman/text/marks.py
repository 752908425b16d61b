"""Pairs quotation marks of every style and gives the stretches between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.model import Document

PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
DOUBLE = re.compile(r"[\"“”„‟«»＂]|``|(?<!')''(?!')")
SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'‹](?=[^\W_]|\[|…)(?!\d\ds?\b)")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…;:\])])[’'›](?!\w)")
OPENERS, CLOSERS = "“„‟«``", "”»''"
BEFORE_OPEN = " \t\u00a0([{-–—/:,‘'“«"
AFTER_CLOSE = " \t\u00a0)]}.,;:!?-–—/’'”»…"
LONGEST_SINGLE = 600
LONGEST_BROKEN = 1500
"""How many code points a quotation that is broken over lines may have."""
ENDS = ".!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text [start, end) between two quotation marks, the marks left out.

    Args:
        start: code point after the opening mark.
        end: code point of the closing mark, or the paragraph's end where the next paragraph goes on.
        single: whether the marks were single ones.
        goes_on: whether the same speech goes on in the next paragraph.
    """

    start: int
    end: int
    single: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


@lru_cache(maxsize=2)  # a report's own, and its headline's: several stages ask for them
def stretches(text: str) -> tuple[Stretch, ...]:
    """Find every outermost stretch between quotation marks.

    Marks pair within their paragraph. A paragraph that opens a quotation without closing it goes on in the next one
    where that begins with an opening mark again, as newspapers print long speeches; where the first mark behind it can
    only close, the quotation was broken over lines.

    Args:
        text: any text.

    Returns:
        Stretches in order, none overlapping.
    """
    paragraphs = [(m.start(), m.end()) for m in PARAGRAPH.finditer(text) if not m.group().isspace()]
    marks = [_double_marks(text, start, end) for start, end in paragraphs]
    found = list(_over_lines(text, marks))
    for number, (start, end) in enumerate(paragraphs):
        follows = number + 1 < len(paragraphs) and _begins_with_mark(text, *paragraphs[number + 1])
        doubles = _pair(text, marks[number], end, goes_on=follows)
        singles = _singles(text, start, end, doubles)
        found.extend(_outermost([*doubles, *singles]))
    return tuple(_outermost(found))


def _over_lines(text: str, marks: list[list[_Mark]]) -> Iterator[Stretch]:
    """Pair a mark left open in its paragraph with the first one behind it, where that only closes; take both out."""
    opened: tuple[int, _Mark] | None = None
    for number, own in enumerate(marks):
        if opened is not None and own and own[0].closes and not own[0].opens:
            above, mark = opened
            if own[0].start - mark.end <= LONGEST_BROKEN:
                yield Stretch(start=mark.end, end=own[0].start)
                marks[above].remove(mark)
                own.pop(0)
            opened = None
        if own or opened is None:
            left = _left_open(text, own)
            opened = (number, left) if left is not None and left is own[-1] else None


def _left_open(text: str, marks: list[_Mark]) -> _Mark | None:
    waiting: list[_Mark] = []
    for mark in marks:
        if waiting and mark.closes and (not mark.opens or text[waiting[-1].end : mark.start].strip()):
            waiting.pop()
        elif mark.opens:
            waiting.append(mark)
    return waiting[-1] if waiting else None


def nested(text: str, outer: Stretch) -> tuple[Stretch, ...]:
    """Find the stretches between marks inside a stretch: what a speaker quotes in turn.

    Args:
        text: the whole text.
        outer: a stretch between marks.

    Returns:
        Stretches in order, none overlapping: between single marks, and between double ones inside single or double.
    """
    doubles = _pair(text, _double_marks(text, outer.start, outer.end), outer.end, goes_on=False)
    singles = [] if outer.single else _singles(text, outer.start, outer.end, doubles)
    return tuple(_outermost([*doubles, *singles]))


def quoted_words(document: Document) -> list[bool]:
    """Mark the words of a document that stand between quotation marks."""
    starts = [token.start for token in document.tokens]
    inside = [False] * len(starts)
    for stretch in stretches(document.text):
        first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
        inside[first:last] = [True] * (last - first)
    return inside


def _double_marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in DOUBLE.finditer(text, start, end):
        mark, before = match.group(), text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        opens = before in BEFORE_OPEN and not after.isspace()
        closes = not before.isspace() and (after in AFTER_CLOSE or not after.isalnum())
        if mark in OPENERS and not (closes and not opens):
            opens, closes = True, mark in "“‟" and closes
        elif mark in CLOSERS and not (opens and not closes):
            opens, closes = False, True
        elif not opens and not closes:
            opens = closes = True
        marks.append(_Mark(match.start(), match.end(), opens, closes))
    return marks


def _begins_with_mark(text: str, start: int, end: int) -> bool:
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    match = DOUBLE.match(text, start + lead, end)
    return bool(match) and match is not None and match.group() not in CLOSERS


def _pair(text: str, marks: list[_Mark], end: int, *, goes_on: bool) -> list[Stretch]:
    """Match marks of one paragraph by a stack; what stays open at its end goes on, or was a slip and is dropped."""
    found: list[Stretch] = []
    waiting: list[_Mark] = []
    for mark in marks:
        if waiting and mark.closes and (not mark.opens or text[waiting[-1].end : mark.start].strip()):
            opened = waiting.pop()
            found.append(Stretch(start=opened.end, end=mark.start))
        elif mark.opens:
            waiting.append(mark)
    found += _reopened(text, marks, waiting[:-1] if goes_on else waiting)
    if waiting and goes_on:
        stop = end - (len(text[waiting[0].end : end]) - len(text[waiting[0].end : end].rstrip()))
        found.append(Stretch(start=waiting[0].end, end=max(stop, waiting[0].end), goes_on=True))
    return found


def _reopened(text: str, marks: list[_Mark], waiting: list[_Mark]) -> Iterator[Stretch]:
    """End a quotation that is never closed where a new sentence opens it again: paragraphs were joined to one line."""
    for opened in waiting:
        again = next((mark for mark in marks if mark.start > opened.start), None)
        said = text[opened.end : again.start].rstrip() if again is not None else ""
        if again is not None and again.opens and said and said[-1] in ENDS:
            yield Stretch(start=opened.end, end=opened.end + len(said), goes_on=True)


def _singles(text: str, start: int, end: int, doubles: list[Stretch]) -> list[Stretch]:
    """Find single-quoted stretches: an apostrophe closes nothing, and a plural possessive only as a last resort."""
    found: list[Stretch] = []
    at = start
    while opened := SINGLE_OPEN.search(text, at, end):
        at = opened.end()
        if any(double.start <= opened.start() < double.end for double in doubles):
            continue
        closed = _closing_single(text, at, min(end, at + LONGEST_SINGLE))
        if closed is not None:
            found.append(Stretch(start=at, end=closed, single=True))
            at = closed + 1
    return found


def _closing_single(text: str, start: int, end: int) -> int | None:
    possessive: int | None = None
    following = SINGLE_OPEN.search(text, start, end)
    for closed in SINGLE_CLOSE.finditer(text, start, following.start() if following else end):
        lower_next = text[closed.end() : closed.end() + 2].strip()[:1].islower()
        if text[closed.start() - 1] == "s" and lower_next:
            possessive = possessive or closed.start()
            continue
        return closed.start()
    return possessive


def _outermost(found: list[Stretch]) -> Iterator[Stretch]:
    reach = -1
    for stretch in sorted(found, key=lambda s: (s.start, -s.end)):
        if stretch.start >= reach and stretch.end > stretch.start:
            yield stretch
            reach = stretch.end
