"""Verbs that say what a record holds: summary, overview."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.text import Text

from dragoman.cli.asking import AS_OF
from dragoman.cli.dossiers import headline
from dragoman.cli.present import FORMAT, Format, as_csv, screen
from dragoman.cli.reading import RECORD

if TYPE_CHECKING:
    from dragoman.ask import Summary
    from dragoman.ask.overview import Overview

_ACTORS = 10


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (summary, overview):
        app.command()(verb)


def summary(record: Path = RECORD, as_of: str | None = AS_OF, form: Format = FORMAT) -> None:
    """Say what the record holds: reports, events, quotes, actors, outlets, first and last day."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).summary()
    if form is Format.table:
        _print_summary(found)
    elif form is Format.csv:
        typer.echo(as_csv([_flat(found)], ()), nl=False)
    else:
        typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=None if form is Format.jsonl else 1))


def overview(record: Path = RECORD, as_of: str | None = AS_OF, form: Format = FORMAT) -> None:
    """Show the record at a glance: what it holds, the events most told, who is in most, when."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).overview()
    if form is Format.table:
        _print_overview(found)
    elif form is Format.csv:
        typer.echo(as_csv([row.as_dict() for row in found.series], ("key", "period", "count")), nl=False)
    else:
        typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=None if form is Format.jsonl else 1))


def _print_summary(found: "Summary") -> None:
    days = f", {found.first_day} to {found.last_day}" if found.first_day else ""
    typer.echo(f"{found.reports:,} reports{days}")
    for outlet in found.publishers:
        typer.echo(f"  {outlet.count:>9,}  {outlet.key or '(no outlet named)'}")
    for name in ("events", "mentions", "quotes", "actors", "problems"):
        typer.echo(f"{getattr(found, name):,} {name}")
    if found.stale:
        typer.echo("reports were added that the events do not know of yet; reading again completes them")


def _print_overview(found: "Overview") -> None:
    _print_summary(found.summary)
    out = screen()
    _heading(out, "events that most reports tell")
    for event in found.events:
        told = f"  {event.id}, {event.reports} report{'' if event.reports == 1 else 's'}"
        out.print(Text.assemble("  ", headline(event), (told, "dim")))
    _heading(out, "in most events")
    for actor in found.actors[:_ACTORS]:
        out.print(Text(f"  {actor.count:>9,}  {actor.key}"))
    _heading(out, f"events per {found.per}")
    for period, counts in _periods(found).items():
        parts = ", ".join(f"{count:,} {quad}" for quad, count in counts.items())
        out.print(Text.assemble(f"  {period}  {sum(counts.values()):>5,}  ", (parts, "dim")))


def _heading(out: Any, words: str) -> None:
    out.print()
    out.print(Text(words, style="bold"))


def _periods(found: "Overview") -> dict[str, dict[str, int]]:
    made: dict[str, dict[str, int]] = {}
    for row in found.series:
        made.setdefault(row.period or "", {})[row.key or "of no class"] = row.count
    return made


def _flat(found: "Summary") -> dict[str, Any]:
    return {**found.as_dict(), "publishers": [f"{one.key} ({one.count})" for one in found.publishers]}
