"""Resolves a file of mentions, one JSON line each, to the actors behind them."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.knowledge.resolve import resolve
from dragoman.model import Problem

FIELDS = ("id", "name", "kind", "country", "sector", "finer", "office", "actor", "reason")
UNDATED = date(2022, 8, 1)  # when most of the offices that the tables hold open were last seen


def resolve_lines(lines: Iterable[str], source: str) -> Iterator[dict[str, str | None] | Problem]:
    """Resolve mentions as of their dates.

    Args:
        lines: JSON objects `{"id", "text", "date": "YYYY-MM-DD"}`, one a line; without a date, or with null, the day
            counts on which most of the tables were made, and the reason says so; optional `country`
            (ISO alpha-3 of the report's own state) and `context` (a list of such codes).
        source: where the lines come from, for problems.

    Yields:
        For each line an object with the keys of FIELDS, None where unknown, or a Problem; empty lines are passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
        except json.JSONDecodeError as error:
            yield _problem(source, number, "broken line", f"the line is no JSON: {error}", "one JSON object a line")
            continue
        yield _answer(asked, source, number)


def _answer(asked: object, source: str, number: int) -> dict[str, str | None] | Problem:
    if not isinstance(asked, dict):
        return _problem(
            source, number, "broken line", "the line is no JSON object", '{"id": ..., "text": ..., "date": ...}'
        )
    text, written = asked.get("text"), asked.get("date")
    if not isinstance(text, str):
        return _problem(source, number, "missing field", "the mention has no text", 'a field "text" with the words')
    day = _day(written) if written is not None else UNDATED
    if day is None:
        return _problem(source, number, "date", f"the date {str(written)[:40]!r} is none", "a date YYYY-MM-DD")
    country, context = asked.get("country"), asked.get("context") or ()
    found = resolve(
        text,
        day,
        country=country if isinstance(country, str) else None,
        context=[code for code in context if isinstance(code, str)] if isinstance(context, list | tuple) else (),
    )
    known = asked.get("id")
    return {
        "id": known if isinstance(known, str) else None if known is None else str(known),
        "name": found.name,
        "kind": found.kind,
        "country": found.country,
        "sector": found.sector,
        "finer": found.finer,
        "office": found.office,
        "actor": found.actor,
        "reason": found.reason + ("" if written is not None else f"; no date given, so as of {UNDATED}"),
    }


def _day(written: object) -> date | None:
    """Read YYYY-MM-DD, with or without a time after it; YYYY-MM and YYYY count from their first day."""
    if not isinstance(written, str):
        return None
    text = written.strip()[:10]
    for filled in (text, f"{text}-01", f"{text}-01-01"):
        try:
            return date.fromisoformat(filled)
        except ValueError:
            continue
    return None


def _problem(source: str, line: int, kind: str, message: str, cure: str) -> Problem:
    return Problem(path=source, line=line, kind=kind, message=message, cure=cure)
