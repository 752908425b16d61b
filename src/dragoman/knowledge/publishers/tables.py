"""Read tables of publishers, ours and the user's, and say file and line of what is wrong in them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dragoman.errors import KnowledgeError
from dragoman.knowledge.publishers.publisher import Publisher, Rest, Spot

_KEYS = {"name", "also", "domains", "country", "language", "zone", "lines", "rest", "signs"}
_REST_KEYS = {"days", "of", "only", "begins", "ends"}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HEADER = re.compile(r"\s*\[\[\s*publisher\s*\]\]")
_LINE = re.compile(r"at line (\d+)")


class _Wrong(Exception):
    """What is wrong, and under which key."""

    def __init__(self, key: str | None, message: str) -> None:
        super().__init__(message)
        self.key = key


def parsed(text: str, file: str) -> tuple[Publisher, ...]:
    """Read a table of publishers.

    Args:
        text: TOML (see docs/sources.md).
        file: its name, for errors.

    Raises:
        KnowledgeError: naming file and line: no TOML, an unknown key, a missing one, a zone or country that is none.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        raise KnowledgeError(f"{file}:{at[1] if at else 1}: this is no TOML: {error}") from error
    blocks = table.get("publisher")
    if not isinstance(blocks, list) or set(table) != {"publisher"}:
        raise KnowledgeError(f"{file}:1: a table of publishers has [[publisher]] blocks and nothing else")
    found = []
    for number, row in enumerate(blocks):
        try:
            found.append(_publisher(row))
        except _Wrong as wrong:
            raise KnowledgeError(f"{file}:{_line(text, number, wrong.key)}: {wrong}") from wrong
    return tuple(found)


def _publisher(row: Mapping[str, Any]) -> Publisher:
    _check_keys(row, _KEYS, "publisher")
    for key in ("name", "zone"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise _Wrong(None, f"the publisher {row.get('name', '')!r} lacks {key!r}")
    domains = tuple(_strings(row, "domains"))
    if wrong := next((d for d in domains if d != d.lower() or "/" in d or d.startswith("www.") or "." not in d), None):
        raise _Wrong("domains", f"{wrong!r} is no domain; write example.org, small, without www. and without paths")
    return Publisher(
        name=row["name"],
        names=(row["name"], *_strings(row, "also")),
        domains=domains,
        country=_code(row, "country", 3),
        language=_code(row, "language", 2),
        zone=_zone(row["zone"]),
        lines=tuple(_pattern(line) for line in _strings(row, "lines")),
        rests=tuple(_rest(rest) for rest in row.get("rest", ())),
        signs=tuple(_strings(row, "signs")),
    )


def _rest(row: Mapping[str, Any]) -> Rest:
    _check_keys(row, _REST_KEYS, "rest")
    days, begins, ends = row.get("days"), _spot(row, "begins"), _spot(row, "ends")
    if days not in ("sabbath", "holidays", *_WEEKDAYS):
        raise _Wrong("days", f"days = {days!r}: write sabbath, holidays or a weekday")
    if days == "holidays" and not row.get("of"):
        raise _Wrong("days", 'days = "holidays" needs of = "IL" (ISO 3166 alpha-2) beside it')
    if days == "sabbath" and not begins:
        raise _Wrong(
            "days", 'days = "sabbath" needs begins = { latitude = ..., longitude = ... }: whose sunset begins it'
        )
    return Rest(
        days=days,
        of=_code(row, "of", 2),
        only=tuple(_strings(row, "only")),
        by_sun=begins is not None,
        begins=begins,
        ends=ends or begins,
    )


def _spot(row: Mapping[str, Any], key: str) -> Spot | None:
    said = row.get(key)
    if said is None:
        return None
    try:
        spot = Spot(latitude=float(said["latitude"]), longitude=float(said["longitude"]))
    except (KeyError, TypeError, ValueError) as error:
        raise _Wrong(key, f"{key} needs {{ latitude = 31.8, longitude = 35.2 }}, and has {said!r}") from error
    if abs(spot.latitude) > 60 or abs(spot.longitude) > 180:
        raise _Wrong(key, f"{key}: the sun of {said!r} does not set every day of the year, or there is no such place")
    return spot


def _check_keys(row: object, known: set[str], what: str) -> None:
    if not isinstance(row, dict):
        raise _Wrong(None, f"a {what} is a block of keys, not {row!r}")
    if unknown := sorted(set(row) - known):
        raise _Wrong(unknown[0], f"{unknown[0]!r} is no key of a {what}; there are {', '.join(sorted(known))}")


def _strings(row: Mapping[str, Any], key: str) -> Iterator[str]:
    values = row.get(key, ())
    if not isinstance(values, Sequence) or isinstance(values, str) or not all(isinstance(v, str) and v for v in values):
        raise _Wrong(key, f'{key} is a list of texts: {key} = ["..."]')
    yield from values


def _code(row: Mapping[str, Any], key: str, length: int) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    fits = isinstance(value, str) and len(value) == length and value.isalpha()
    if not fits or value != (value.lower() if key == "language" else value.upper()):
        example = {"country": "ISR", "language": "en", "of": "IL"}[key]
        raise _Wrong(key, f"{key} = {value!r} is no code of {length} letters such as {example!r}")
    return str(value)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _Wrong("zone", f"zone = {name!r} is no time zone; write one such as Asia/Jerusalem") from error
    return name


def _pattern(words: str) -> str:
    try:
        re.compile(words)
    except re.error as error:
        raise _Wrong("lines", f"the pattern {words!r} is broken: {error}") from error
    return words


def _line(text: str, number: int, key: str | None) -> int:
    """Give the line of a key of a block, or of the block's header where it has no such key."""
    lines = text.splitlines()
    starts = [i for i, line in enumerate(lines) if _HEADER.match(line)]
    if number >= len(starts):
        return 1
    first = starts[number]
    last = starts[number + 1] if number + 1 < len(starts) else len(lines)
    wanted = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=") if key else None
    return next((i for i in range(first, last) if wanted and wanted.match(lines[i])), first) + 1
