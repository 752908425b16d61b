"""Verbs on the states that a record went through: versions, diff, verify."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.present import FORMAT, Format, as_csv, cell, present
from dragoman.cli.reading import RECORD

if TYPE_CHECKING:
    from dragoman.ask.differences import EventChange

COLUMNS = {
    "number": "version",
    "time": "time (UTC)",
    "run": "run",
    "reports": "reports",
    "mentions": "mentions",
    "events": "events",
    "corrections": "corrections",
    "changed": "changed",
}


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (versions, diff, verify):
        app.command()(verb)


def versions(record: Path = RECORD, form: Format = FORMAT) -> None:
    """List the versions of a record: what ran, and what it held then."""
    from dragoman import ask

    rows = [row.as_dict() for row in ask.versions(record)]
    if form is Format.table:
        for row in rows:
            row["time"] = str(row["time"])[:19].replace("T", " ")
    present(rows, COLUMNS, form, none="No versions.")


def diff(
    one: str = typer.Argument(..., metavar="V1", help="A version's number, or a day."),
    other: str = typer.Argument(..., metavar="V2", help="A later one."),
    record: Path = RECORD,
    form: Format = FORMAT,
) -> None:
    """Say which events came, went or changed between two versions, and why."""
    from dragoman import ask

    found = ask.diff(record, one, other)
    if form is Format.json:
        typer.echo(json.dumps([change.as_dict() for change in found], ensure_ascii=False, indent=1))
    elif form is Format.csv:
        rows = [_flat(change) for change in found]
        typer.echo(as_csv(rows, ("kind", "event", "fields", "reports", "lost", "into", "why")), nl=False)
    else:
        _print_changes(found)


def verify(
    record: Path = RECORD,
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """Derive all events anew and compare; check every quotation and file. Nothing is written."""
    from dragoman.run.verifying import verify as run_verify

    found = run_verify(record)
    if as_json:
        typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=1))
    else:
        for check in found.checks:
            typer.echo(f"{'same' if check.sound else 'DIFFERS':8} {check.what}: {check.said}")
            for line in check.wrong[:20]:
                typer.echo(f"           {line}")
            if len(check.wrong) > 20:
                typer.echo(f"           and {len(check.wrong) - 20:,} more")
    if not found.sound:
        raise typer.Exit(1)


def _flat(change: "EventChange") -> dict[str, Any]:
    fields = "; ".join(f"{one.field}: {cell(one.before)} -> {cell(one.after)}" for one in change.fields)
    return {**change.as_dict(), "fields": fields}


def _print_changes(found: "list[EventChange]") -> None:
    counts = ", ".join(f"{sum(c.kind == kind for c in found):,} {kind}" for kind in ("came", "went", "changed"))
    typer.echo(counts)
    for change in found:
        where = f" {'into' if change.kind == 'went' else 'out of'} {', '.join(change.into)}" if change.into else ""
        typer.echo(f"{change.kind:8} {change.event}{where}: {'; '.join(change.why)}")
        for one in change.fields:
            typer.echo(f"           {one.field}: {cell(one.before) or 'none'} -> {cell(one.after) or 'none'}")
