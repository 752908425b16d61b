"""Read reports from JSON: one object a line, or one file with an object or a list of them."""

import json
import re
from collections.abc import Iterator

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.decode import LIMIT, decoded
from dragoman.read.formats.fields import report_of
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.source import Source

_LISTS = ("articles", "reports", "documents", "items", "results", "data", "stories")


def read_jsonl(source: Source) -> Iterator[Given | Problem]:
    """Read JSON lines one by one; a line that is broken is a problem and the rest goes on."""
    found = False
    for number, line in _lines(source):
        if isinstance(line, Problem):
            yield line
        elif line.strip():
            found = True
            yield _from_line(line, source, number)
    if not found:
        yield problems.empty(source.path)


def read_json(source: Source) -> Iterator[Given | Problem]:
    """Read one JSON file that holds a report, a list of reports, or an object with such a list."""
    text = source.text()
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        yield problems.broken_line(source.path, getattr(error, "lineno", None), _fault(error))
        return
    if isinstance(value, dict) and "text" not in value and not source.how.fields:
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), value)
    for item in value if isinstance(value, list) else [value]:
        yield _from_value(item, source, None)


def _lines(source: Source) -> Iterator[tuple[int, bytes | Problem]]:
    number = 0
    while line := source.stream.readline(LIMIT + 1):
        number += 1
        size = len(line)
        if size > LIMIT:
            while not line.endswith(b"\n") and (line := source.stream.readline(LIMIT)):
                size += len(line)
            yield number, problems.too_long(source.path, number, size, LIMIT)
            continue
        yield number, line


def _from_line(line: bytes, source: Source, number: int) -> Given | Problem:
    text = decoded(line, source.path, line=number)
    if isinstance(text, Problem):
        return text
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        return problems.broken_line(source.path, number, _fault(error))
    return _from_value(value, source, number)


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        around = error.doc[max(error.pos - 15, 0) : error.pos + 25]
        return f"{error.msg} at column {error.colno}, near {problems.shown(around)}"
    return "the JSON is nested too deep"


def _from_value(value: object, source: Source, number: int | None) -> Given | Problem:
    if not isinstance(value, dict):
        came = f"it is a {type(value).__name__} and not an object: {problems.shown(value)}"
        return problems.broken_line(source.path, number, came)
    return report_of(value, source, number)


def _lines_marked(start: bytes) -> bool:
    first, _, rest = start.partition(b"\n")
    if not re.match(rb"\{\s*\"", start) or not first.rstrip().endswith(b"}"):
        return False
    return not rest.strip() or rest.lstrip().startswith(b"{")


def _marked(start: bytes) -> bool:
    return re.match(rb"\[\s*\{|\{\s*\"", start) is not None


JSONL = Format(
    name="jsonl",
    what="JSON lines, one report a line; fields by their names or by --fields",
    read=read_jsonl,
    endings=(".jsonl", ".ndjson"),
    marks=_lines_marked,
    sure=False,
)
JSON = Format(
    name="json",
    what="JSON: one report, or a list of them; fields by their names or by --fields",
    read=read_json,
    endings=(".json",),
    marks=_marked,
    sure=False,
)
