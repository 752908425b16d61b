"""Walk files, folders, archives and addresses, and read every report in them."""

import io
import lzma
import os
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from dragoman.errors import UsageError
from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.apart import read_apart
from dragoman.read.decode import binary_reason
from dragoman.read.formats import known_formats
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.report import report
from dragoman.read.sniff import format_of
from dragoman.read.source import Refused, Source, opened
from dragoman.read.unpack import budget_of, metered, unpacking


def kinds() -> tuple[str, ...]:
    """Give the names of all formats, sorted."""
    return tuple(sorted(known_formats()))


def read(source: Path | str, how: How | None = None) -> Iterator[Article | Problem]:
    """Read every report in a file, a folder, an archive or an address.

    A folder is walked in sorted order; names that begin with a point are passed over. Packed files are unpacked.

    Args:
        source: a file, a folder, an address (http, https), or "-" for standard input.
        how: the user's wishes.

    Yields:
        Articles, and a Problem for whatever could not be read or dated; nothing is raised for what a file holds.

    Raises:
        UsageError: the wish names no format.
    """
    how = how or How()
    check_kind(how.kind)
    return _read(str(source), how)


def check_kind(kind: str | None) -> None:
    """Make sure that a kind is one that can be read.

    Raises:
        UsageError: it is none.
    """
    if kind is not None and kind not in known_formats():
        raise UsageError(f"reading reports as {kind!r}: no such kind; there are {', '.join(kinds())}")


def _read(source: str, how: How) -> Iterator[Article | Problem]:
    if source == "-":
        yield from read_stream("-", sys.stdin.buffer, how)
        return
    if source.startswith(("http://", "https://")):
        from dragoman.read.net.address import read_address

        yield from read_address(source, how)
        return
    path = Path(source)
    if not path.exists():
        yield problems.missing(source)
        return
    for file in _files(path):
        if not file.is_file():
            yield problems.unreadable(str(file), "it is no plain file")
            continue
        try:
            with file.open("rb") as stream:
                yield from read_stream(str(file), stream, how, size=file.stat().st_size)
        except OSError as error:
            yield problems.unreadable(str(file), error.strerror or error)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(names) if not name.startswith("."))


def read_stream(path: str, stream: IO[bytes], how: How, *, size: int = 0) -> Iterator[Article | Problem]:
    """Read the reports of one stream of bytes.

    Args:
        path: what people see.
        stream: the bytes.
        how: the user's wishes.
        size: how many they are, where known; what they may unpack to depends on it.
    """
    try:
        source = opened(path, stream, how, budget=budget_of(size))
    except OSError as error:
        yield problems.unreadable(path, error.strerror or error)
        return
    yield from read_source(source)


def read_bytes(content: bytes, path: str, how: How | None = None) -> Iterator[Article | Problem]:
    """Read the reports of some bytes that are in memory already.

    Args:
        content: the bytes of a file.
        path: its name, which may tell what it is.
        how: the user's wishes.
    """
    return read_stream(path, io.BytesIO(content), how or How(), size=len(content))


def read_source(source: Source) -> Iterator[Article | Problem]:
    """Read the reports of one source, and of the sources in it."""
    try:
        source = _unpacked(source)
        kind = _kind(source)
        if isinstance(kind, Problem):
            yield kind
            return
        yield from _each(kind, source)
    except Refused as refused:
        yield refused.problem


def _each(kind: Format, source: Source) -> Iterator[Article | Problem]:
    """Read what a reader finds in a source; that it finds nothing is a problem, so that nothing is lost quietly."""
    if kind.holds and source.how.kind == kind.name:
        source.how = replace(source.how, kind=None)  # the wish is met; what is within is another matter
    nothing = True
    for item in _found(kind, source):
        nothing = False
        if isinstance(item, Given):
            yield from report(item, source.how)
        elif isinstance(item, Source):
            yield from read_source(item)
        else:
            yield item
        if source.budget.left < 0:
            return  # a bomb went off within; what else the archive holds would only repeat it
    if nothing:
        yield problems.empty(source.path, what=f"no report is to be found in it as {kind.name}")


def _found(kind: Format, source: Source) -> Iterator[Given | Problem | Source]:
    """Run a reader; whatever a library of others raises over a broken file costs that file alone."""
    try:
        yield from read_apart(kind.name, source) if kind.apart else kind.read(source)
    except Refused:
        raise
    except Exception as error:
        yield problems.foreign(source.path, kind.name, error)


def _unpacked(source: Source) -> Source:
    """Give what is in a source that is packed with gzip, bzip2 or xz, which may be packed again."""
    try:
        while stream := unpacking(source.stream, source.start):
            source = source.inner("", metered(stream, source.budget, source.path))
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise Refused(problems.foreign(source.path, "a packed file", error)) from error
    return source


def _kind(source: Source) -> Format | Problem:
    """Say which format reads a source: a container by its marks, anything else as the user wishes, or as it looks."""
    if not source.start.strip():
        return problems.empty(source.path)
    found = format_of(source.name, source.start) or (format_of("", source.start) if source.url else None)
    wanted = known_formats()[source.how.kind] if source.how.kind else None
    if wanted and not (found and _opens(found, wanted)):
        found = wanted
    if (found is None or not found.binary) and (what := binary_reason(source.start)):
        return problems.binary(source.path, what)
    if found is None:
        return problems.unknown_kind(source.path, kinds(), f"the file {problems.shown(source.name)}")
    return found


def _opens(found: Format, wanted: Format) -> bool:
    """Tell whether a source is opened as what it is, so that the user's wish goes to what is in it."""
    if found.name == wanted.name:
        return False
    return found.holds or (wanted.layout and found.name in ("docx", "rtf", "pdf"))
