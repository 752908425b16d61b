"""Read reports from JSON: one object a line, or one file with an object or a list of them."""

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.decode import LIMIT, decoded
from dragoman.read.given import Given
from dragoman.read.plain import stem
from dragoman.read.report import report


def read_jsonl(stream: BinaryIO, path: str, *, today: date) -> Iterator[Article | Problem]:
    """Read JSON lines one by one, gzip-packed or not; a line that is broken is a problem and the rest goes on.

    Args:
        stream: the file, at its beginning; it must be seekable or not packed.
        path: where it came from.
        today: no report is of a later day.
    """
    found = False
    for number, line in _lines(stream, path):
        if isinstance(line, Problem):
            yield line
        elif line.strip():
            found = True
            yield from _from_line(line, path, number, today)
    if not found:
        yield problems.empty(path)


def read_json(content: bytes, path: str, *, today: date) -> Iterator[Article | Problem]:
    """Read one JSON file that holds a report, or a list of reports."""
    text = decoded(content, path)
    if isinstance(text, Problem):
        yield text
        return
    if not text.strip():
        yield problems.empty(path)
        return
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        yield problems.broken_line(path, getattr(error, "lineno", None), _fault(error))
        return
    for item in value if isinstance(value, list) else [value]:
        yield from _from_value(item, path, None, today)


def _lines(stream: BinaryIO, path: str) -> Iterator[tuple[int, bytes | Problem]]:
    start = stream.read(2)
    rest = io.BufferedReader(_Joined(start, stream))
    source: io.BufferedIOBase = gzip.GzipFile(fileobj=rest) if start == b"\x1f\x8b" else rest
    number = 0
    try:
        while line := source.readline(LIMIT + 1):
            number += 1
            size = len(line)
            if size > LIMIT:
                while not line.endswith(b"\n") and (line := source.readline(LIMIT)):
                    size += len(line)
                yield number, problems.too_long(path, number, size, LIMIT)
                continue
            yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile, OSError) as error:
        yield number, problems.unreadable(path, f"after line {number}: {error}")


class _Joined(io.RawIOBase):
    """A stream with the bytes that were already looked at put back before it."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start, self._stream = start, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        chunk, self._start = self._start or self._stream.read(len(view)), b""
        view[: len(chunk)] = chunk
        return len(chunk)


def _from_line(line: bytes, path: str, number: int, today: date) -> Iterator[Article | Problem]:
    text = decoded(line, path, line=number)
    if isinstance(text, Problem):
        yield text
        return
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        yield problems.broken_line(path, number, _fault(error))
        return
    yield from _from_value(value, path, number, today)


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        around = error.doc[max(error.pos - 15, 0) : error.pos + 25]
        return f"{error.msg} at column {error.colno}, near {problems.shown(around)}"
    return "the JSON is nested too deep"


def _from_value(value: object, path: str, number: int | None, today: date) -> Iterator[Article | Problem]:
    if not isinstance(value, dict):
        yield problems.broken_line(
            path, number, f"it is a {type(value).__name__} and not an object: {problems.shown(value)}"
        )
        return
    text = value.get("text")
    if not isinstance(text, str):
        yield problems.missing_field(path, number, "text", "nothing" if text is None else text)
        return
    if not text.strip():
        yield problems.empty(path, number, "the field 'text' is empty")
        return
    yield from report(_given(value, text, path, number), today=today)


def _given(value: dict[str, object], text: str, path: str, number: int | None) -> Given:
    """Map the fields; a field that is no string counts as it prints, null and "" as absent."""

    def field(*names: str) -> str | None:
        for name in names:
            said = value.get(name)
            if said is not None and not isinstance(said, (dict, list)) and str(said).strip():
                return str(said).strip()
        return None

    name = "published" if field("published") else "date"
    return Given(
        raw=text,
        source_id=field("id") or (stem(path) if number is None else None),
        publisher=field("publisher"),
        published=field("published", "date"),
        updated=field("updated"),
        basis=f"field {name}",
        title=field("title"),
        byline=field("byline", "author"),
        url=field("url"),
        language=field("language"),
        path=path,
        line=number,
    )
