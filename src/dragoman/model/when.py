"""A time that a text speaks of: the words, the value, and the days it covers."""

import calendar
from dataclasses import dataclass
from datetime import date

from dragoman.model.span import Span

STATED = "stated"
PUBLISHED = "relative to published"
NARRATIVE = "relative to narrative"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time expression, resolved.

    Args:
        span: the words.
        first: document index of its first word.
        last: document index after its last word.
        value: TIMEX3 value: `2023-01-31`, `2023-01-31TMO`, `2021-W49`, `2022-Q1`, `P2D`, `PRESENT_REF`...
        type: DATE, TIME, DURATION or SET.
        since: first day it covers; None for durations, sets and vague times.
        until: last day it covers (inclusive).
        grain: `minute`, `part of day`, `day`, `week`, `weekend`, `month`, `quarter`, `season`, `year`, `decade`...
        basis: `stated`, `relative to published`, `relative to narrative`, `unknown`.
        reason: in words, how it was resolved ("Friday before or on the report's Friday 2021-12-10").
    """

    span: Span
    first: int
    last: int
    value: str
    type: str
    since: date | None = None
    until: date | None = None
    grain: str
    basis: str
    reason: str = ""


def edges(value: str) -> tuple[date, date] | None:
    """Give the first and the last day of a date as ISO 8601 writes it.

    Args:
        value: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, or two of them with a slash between.

    Returns:
        The two days, in the order in which they are written; None where the value names no days.
    """
    first, _, last = value.partition("/")
    try:
        return _edge(first, last=False), _edge(last or first, last=True)
    except ValueError:
        return None


def _edge(value: str, *, last: bool) -> date:
    parts = [int(part) for part in value.split("-")]
    if not 1 <= len(parts) <= 3:
        raise ValueError(value)
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    if len(parts) > 2:
        return date(parts[0], month, parts[2])
    first = date(parts[0], month, 1)
    return first.replace(day=calendar.monthrange(parts[0], month)[1]) if last else first
