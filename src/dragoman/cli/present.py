"""Answers as a table for people, or as JSON or CSV for programs."""

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

from dragoman.errors import UsageError


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


FORMAT = typer.Option(Format.table, "--format", "-f", help="How to write the answer.")
OUTPUT = typer.Option(None, "--output", "-o", help="File to write; standard output where not given.")
FORCE = typer.Option(False, "--force", help="Replace the file if it is there.")
WIDE = 200  # columns of a table that goes into a file or a pipe, where no terminal says how wide it is


def present(
    rows: Sequence[Mapping[str, Any]],
    columns: Mapping[str, str],
    form: Format,
    *,
    none: str,
    output: Path | None = None,
    force: bool = False,
) -> None:
    """Print rows, or write them to a file.

    Args:
        rows: mappings of plain values.
        columns: key and heading of what a table shows; all other formats give all keys.
        form: table, JSON (an array), JSON lines, CSV (with a header) or Parquet.
        none: what a table says where there are no rows.
        output: the file, None for standard output; a table becomes CSV there, or what the file's name ends in.
        force: replace the file if it is there.

    Raises:
        UsageError: the file is there already, or Parquet is to go to the screen.
    """
    if output is not None:
        _write(rows, columns, _format_of(output) if form is Format.table else form, output, force)
    elif form is Format.parquet:
        raise UsageError("Parquet goes into a file; name one with -o")
    elif form is not Format.table:
        typer.echo(_written(rows, columns, form), nl=False)
    elif rows:
        _table(rows, columns)
    else:
        typer.echo(none)


def _format_of(output: Path) -> Format:
    known = {f".{form.value}": form for form in Format if form is not Format.table}
    return known.get(output.suffix.lower(), Format.csv)


def _write(
    rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], form: Format, output: Path, force: bool
) -> None:
    from dragoman.export.target import writing

    with writing(output, force=force) as path:
        if form is Format.parquet:
            import pyarrow as pa
            from pyarrow import parquet

            empty = pa.table({key: pa.array([], pa.string()) for key in columns})
            parquet.write_table(pa.Table.from_pylist([dict(row) for row in rows]) if rows else empty, path)
        else:
            path.write_text(_written(rows, columns, form), encoding="utf-8")


def _written(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], form: Format) -> str:
    if form is Format.csv:
        return as_csv(rows, list(columns))
    if form is Format.jsonl:
        return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
    return json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n"


def as_csv(rows: Sequence[Mapping[str, Any]], otherwise: Sequence[str]) -> str:
    """Write rows as CSV with a header; lists are joined by "; ", what is missing is empty.

    Args:
        rows: mappings that share their keys.
        otherwise: the header where there are no rows.
    """
    out = io.StringIO()
    header = list(rows[0]) if rows else list(otherwise)
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def cell(value: Any) -> str:
    """Write one value for people."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(cell(item) for item in value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    widest = max(columns, key=lambda key: max(len(cell(row.get(key))) for row in rows))
    for key, heading in columns.items():
        table.add_column(heading, overflow="fold", no_wrap=key != widest and key in SHORT, ratio=None)
    for row in rows:
        # Text, not markup: a headline may hold brackets
        table.add_row(*(Text(cell(row.get(key))) for key in columns))
    screen().print(table)


SHORT = {"id", "event", "type", "date", "mode", "status", "published", "reports", "confidence"}


def screen() -> Any:
    """Give the console that tables are drawn on."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else WIDE, highlight=False, soft_wrap=False)
