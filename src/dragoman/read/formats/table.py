"""Read reports from tables, one a row: CSV, TSV and Parquet, with a map of columns."""

import csv
import io
import sys
from collections.abc import Iterator
from typing import Any

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.decode import LIMIT
from dragoman.read.formats.fields import columns, report_of
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.source import Source

_BATCH = 64  # rows of a Parquet file held at a time


def read_csv(source: Source) -> Iterator[Given | Problem]:
    """Read a table with a header line; a row that is broken is a problem and the rest goes on."""
    csv.field_size_limit(min(LIMIT, sys.maxsize))
    lines = io.TextIOWrapper(source.stream, "utf-8-sig", "surrogateescape", newline="")
    rows = csv.reader(lines, delimiter=_delimiter(source.start), strict=False)
    header = next(rows, None) or []
    names = columns(header, source) if header else problems.empty(source.path)
    if isinstance(names, Problem):
        yield names
        return
    wanted = sorted({header.index(column) for column in names.values()})
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield problems.broken_line(source.path, line, f"the row is no row of a table: {error}")
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield _from_row({header[i]: row[i] for i in wanted if i < len(row)}, names, source, line)


def read_parquet(source: Source) -> Iterator[Given | Problem]:
    """Read a Parquet file, a handful of rows at a time, and of it the columns that are needed."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(source.file())
    except pa.ArrowException as error:
        yield problems.foreign(source.path, "Parquet", error)
        return
    names = columns(table.schema_arrow.names, source)
    if isinstance(names, Problem):
        yield names
        return
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH, columns=sorted(set(names.values()))):
        for row in batch.to_pylist():
            number += 1
            yield _from_row(row, names, source, number)


def _from_row(row: dict[str, Any], names: dict[str, str], source: Source, line: int) -> Given | Problem:
    """Make a report of one row, unless a byte of it is no text."""
    torn = next((value for value in row.values() if isinstance(value, str) and _torn(value)), None)
    if torn is not None:
        byte = next(ord(letter) - 0xDC00 for letter in torn if _torn(letter))
        return problems.encoding(source.path, line, "UTF-8", byte)
    plain = {column: value.isoformat() if hasattr(value, "isoformat") else value for column, value in row.items()}
    return report_of(plain, source, line, mapped=names)


def _torn(value: str) -> bool:
    return not value.isascii() and any("\udc80" <= letter <= "\udcff" for letter in value)


def _delimiter(start: bytes) -> str:
    """Give the mark between the cells: the one of tab, semicolon, bar and comma that the header has most of."""
    header = start.partition(b"\n")[0].decode("utf-8", "replace")
    return max(",\t;|", key=header.count)


CSV = Format(
    name="csv",
    what="a table with a header line, one report a row (comma, semicolon, tab or bar); columns as for jsonl",
    read=read_csv,
    endings=(".csv", ".tsv", ".tab"),
)
PARQUET = Format(
    name="parquet",
    what="a Parquet table, one report a row; columns as for jsonl",
    read=read_parquet,
    endings=(".parquet", ".pq"),
    marks=lambda start: start.startswith(b"PAR1"),
    needs="pyarrow",
    binary=True,
)
