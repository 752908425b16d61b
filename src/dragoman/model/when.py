"""A time that a text speaks of: the words, the value, and the days it covers."""

from dataclasses import dataclass
from datetime import date

from dragoman.model.span import Span


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
