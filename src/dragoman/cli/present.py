"""Answers as a table for people, or as JSON or CSV for programs."""

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import typer


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    csv = "csv"


FORMAT = typer.Option(Format.table, "--format", "-f", help="How to write the answer.")
WIDE = 200  # columns of a table that goes into a file or a pipe, where no terminal says how wide it is


def present(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], form: Format, *, none: str) -> None:
    """Print rows.

    Args:
        rows: mappings of plain values.
        columns: key and heading of what a table shows; JSON and CSV give all keys.
        form: table, JSON (an array) or CSV (with a header).
        none: what a table says where there are no rows.
    """
    if form is Format.json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form is Format.csv:
        typer.echo(as_csv(rows, list(columns)), nl=False)
    elif rows:
        _table(rows, columns)
    else:
        typer.echo(none)


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
