"""The stage that finds the times of a report and says which days they are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from dragoman.model import Analysis, Document, Span, Token, When
from dragoman.stages.times.calendar import safe_date
from dragoman.stages.times.dates import month_of
from dragoman.stages.times.found import Found
from dragoman.stages.times.grammar import grammar
from dragoman.stages.times.scene import Reading, Scene
from dragoman.stages.times.tense import tense_of

_DEICTIC_RULES = frozenset(("deictic", "weekday", "part", "part_edge", "part_this", "this_unit", "ago"))
_CLOCK_RULES = frozenset(("clock", "clock_dotted", "clock_24", "noon"))
_FULL_RULES = frozenset(("mdy", "dmy", "month_year", "year", "old_year", "years"))
# A report with at least this many years in full, and more of them than of words that point from its own day, is a
# history: its dates count from each other.
_LEAST_YEARS = 6
# A report dated outside these years is dated wrongly; counting from it could leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_YEARS_TO_POINTERS = 3
_JOINT = re.compile(r"[\s,]*(?:and|to|or|through|until|-|–|—)[\s,]*(?:in |on |the )*$")


class Times:
    """Find the time expressions of a report and resolve each to the days it covers."""

    name = "times"
    version = "1"
    needs: tuple[str, ...] = ()
    gives = "times"

    def __call__(self, document: Document) -> tuple[When, ...]:
        """Give every time expression of the report, in order."""
        stamp = document.article.published
        return read_times(document.text, stamp.day if stamp else None, document.analysis)


def read_times(text: str, published: date | None, analysis: Analysis | None = None) -> tuple[When, ...]:
    """Find and resolve the time expressions of a text.

    Args:
        text: any text.
        published: the day it appeared, None where unknown.
        analysis: its words and trees; without them tense is judged by the words around and indices are 0.

    Returns:
        The expressions in order, none overlapping.
    """
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    finds = grammar().find(text)
    scene = Scene(published=published, narrative=is_history(finds, published), tense=tense_of(analysis))
    tokens = analysis.tokens if analysis is not None else ()
    starts = [token.start for token in tokens]
    times: list[When] = []
    for index, found in enumerate(finds):
        scene.ahead = _year_ahead(finds, index)
        scene.apposed = _day_behind(finds, index)
        for reading, start, end in _read(found, scene):
            scene.tell(reading, end)
            times.append(_when(Span.of(text, start, end), reading, starts, tokens))
    return tuple(times)


def is_history(finds: Sequence[Found], published: date | None) -> bool:
    """Tell whether a text tells of a past far from its own day."""
    years = [found for found in finds if found.rule.name in _FULL_RULES]
    pointers = sum(found.rule.name in _DEICTIC_RULES for found in finds)
    if len(years) < _LEAST_YEARS or len(years) < _YEARS_TO_POINTERS * pointers:
        return False
    if published is None:
        return True
    old = sum(found.number("year") != published.year for found in years)
    return old > len(years) / 2


def _year_ahead(finds: Sequence[Found], index: int) -> int | None:
    """Give the year of the next find where the two are joined ("August and September 1914") and it states one."""
    if index + 1 >= len(finds) or finds[index].has("year"):
        return None
    found, after = finds[index], finds[index + 1]
    if not after.has("year") or not _JOINT.match(found.words.text[found.end : after.start]):
        return None
    return after.number("year")


def _day_behind(finds: Sequence[Found], index: int) -> date | None:
    """Give the day in full that explains the find in hand ("today, June 8, 2022", "8 pm on Friday, June 10, 2022")."""
    if index + 1 >= len(finds) or finds[index + 1].rule.name not in ("mdy", "dmy"):
        return None
    after = finds[index + 1]
    between = after.words.text[finds[index].end : after.start].strip()
    if between not in (",", "(", "-", "–") and not (finds[index].rule.name in _CLOCK_RULES and between == "on"):
        return None
    return safe_date(after.number("year"), month_of(after), after.number("day"))


def _read(found: Found, scene: Scene) -> list[tuple[Reading, int, int]]:
    result = found.rule.resolve(found, scene)
    if result is None:
        return []
    if isinstance(result, Reading):
        return [(result, found.start, found.end)]
    assert isinstance(result, tuple)
    bounds = found.words.bounds
    return [(reading, bounds[first][0], bounds[last - 1][1]) for reading, first, last in result]


def _when(span: Span, reading: Reading, starts: list[int], tokens: Sequence[Token]) -> When:
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = max(bisect_left(starts, span.end), min(first + 1, len(tokens)))
    return When(
        span=span,
        first=first,
        last=last,
        value=reading.value,
        type=reading.type,
        since=reading.since,
        until=reading.until,
        grain=reading.grain,
        basis=reading.basis,
        reason=reading.reason,
    )
