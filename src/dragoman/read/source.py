"""Walk a file or a folder and read every report in it."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import UsageError
from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.decode import LIMIT, binary_reason, unpacked
from dragoman.read.feeds import read_feed
from dragoman.read.pages import read_html
from dragoman.read.plain import read_text
from dragoman.read.records import read_json, read_jsonl
from dragoman.read.sniff import KINDS, kind_of

_START = 65536
_WHOLE: dict[str, Callable[..., Iterator[Article | Problem]]] = {
    "feed": read_feed,
    "html": read_html,
    "json": read_json,
    "text": read_text,
}


def kinds() -> tuple[str, ...]:
    """Give the kinds of file that can be read: feed (RSS, Atom), html, json, jsonl (one report a line), text."""
    return KINDS


def read(source: Path | str, *, kind: str | None = None, today: date | None = None) -> Iterator[Article | Problem]:
    """Read every report in a file or a folder.

    A folder is walked in sorted order; names that begin with a point are passed over. ".gz" files are unpacked.

    Args:
        source: a file, a folder, or "-" for standard input.
        kind: one of `kinds()`; None finds it by name and content.
        today: a report dated later than the day after is kept without its date; None takes the calendar's.

    Yields:
        Articles, and a Problem for whatever could not be read or dated; nothing is raised for what a file holds.

    Raises:
        UsageError: `kind` is none of `kinds()`.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"reading {source} as {kind!r}: no such kind; there are {', '.join(KINDS)}")
    return _read(source, kind, today or date.today())


def _read(source: Path | str, kind: str | None, today: date) -> Iterator[Article | Problem]:
    if str(source) == "-":
        yield from _from_stream(_seekable(sys.stdin.buffer), "-", kind, today)
        return
    path = Path(source)
    if not path.exists():
        yield problems.missing(str(path))
        return
    for file in _files(path):
        try:
            with file.open("rb") as stream:
                yield from _from_stream(stream, str(file), kind, today)
        except OSError as error:
            yield problems.unreadable(str(file), error.strerror or error)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))


def _seekable(stream: BinaryIO) -> BinaryIO:
    return stream if stream.seekable() else io.BytesIO(stream.read())


def _from_stream(stream: BinaryIO, path: str, kind: str | None, today: date) -> Iterator[Article | Problem]:
    start = stream.read(_START)
    stream.seek(0)
    if not start.strip():
        yield problems.empty(path)
        return
    opened = _opening(start)
    found = kind or kind_of(path, opened)
    if what := binary_reason(opened):
        yield problems.binary(path, what)
    elif found is None:
        yield problems.unknown_kind(path, KINDS, f"the file {problems.shown(Path(path).name)}")
    elif found == "jsonl":
        yield from read_jsonl(stream, path, today=today)
    else:
        content = unpacked(stream.read(LIMIT + 1), path)
        yield from (content,) if isinstance(content, Problem) else _WHOLE[found](content, path, today=today)


def _opening(start: bytes) -> bytes:
    """Give the first bytes, unpacked where they are packed."""
    import zlib

    if start[:2] != b"\x1f\x8b":
        return start
    try:
        return zlib.decompressobj(wbits=31).decompress(start, _START)
    except zlib.error:
        return b""
