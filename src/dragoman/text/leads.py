"""Finds the words before a sentence that belong to no clause: a speaker's label or a dateline."""

import re
from functools import cache

from dragoman.text.wordlists import turns

_CAPITALS = r"(?:M(?:r|s|rs)\.?\s|Dr\.?\s)?[A-Z][A-Z.’'-]+(?:,?\s[A-Z][A-Z.’'-]*){0,6}"
_DAY = r"(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?)?"
_SOURCE = r"(?:\s?[(\[][^)\]\n]{1,60}[)\]])"
# A place in capitals needs nothing beside it; one in small letters needs the agency that sent the report.
_LOUD = rf"[A-Z][A-Z.’'/-]{{2,}}(?:,?\s[A-Z][\w.’'/-]+){{0,5}}{_DAY}{_SOURCE}?"
_QUIET = rf"[A-Z][\w.’'-]+(?:,?\s[A-Z][\w.’'-]+){{0,4}}{_DAY}{_SOURCE}"
_DATELINE = re.compile(rf"(?P<lead>(?:{_LOUD}|{_QUIET})\s?(?:—|–|--|-))\s+(?=[\"“‘']?[A-Z])")


def lead(text: str, start: int, end: int, *, begins_line: bool) -> tuple[int, int] | None:
    """Find a label ("MR ELM:") or a dateline ("OSLO (Sample Wire) —") at the beginning of a sentence.

    Args:
        text: the whole text; offsets refer to it.
        start: code point where the sentence begins.
        end: code point after its end.
        begins_line: whether it begins a line; only there a dateline can stand.

    Returns:
        Where the label or dateline ends and where the rest of the sentence begins; None where there is neither.
    """
    match = _label().match(text, start, end) or (_DATELINE.match(text, start, end) if begins_line else None)
    return (match.end("lead"), match.end()) if match else None


@cache
def _label() -> re.Pattern[str]:
    parts = "|".join(sorted(turns("label")))
    return re.compile(rf"(?P<lead>(?:{_CAPITALS}|{parts})(?:\s\([^)\n]{{1,60}}\))?\s?:)\s+(?=\S)")
