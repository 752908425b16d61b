"""Verbs that write a record in formats of the trade, and read annotators' work back: export, gold."""

import json
from pathlib import Path
from typing import Any

import typer

from dragoman.cli.asking import AS_OF
from dragoman.cli.filters import filtered
from dragoman.cli.present import FORCE, OUTPUT
from dragoman.cli.reading import RECORD
from dragoman.errors import UsageError


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (export, gold):
        app.command()(verb)


@filtered
def export(
    asked: dict[str, Any],
    kind: str | None = typer.Argument(None, metavar="KIND", help="The format; none lists them."),
    output: Path | None = OUTPUT,
    no_text: bool = typer.Option(False, "--no-text", help="Leave out all words of reports."),
    one_a_day: bool = typer.Option(
        False, "--one-a-day", help="One event of a type between the same participants a day."
    ),
    question: Path | None = typer.Option(
        None, "--question", help="A JSON file of filters, for a question asked again and again."
    ),
    force: bool = FORCE,
    record: Path = RECORD,
    as_of: str | None = AS_OF,
) -> None:
    """Write events in a format of the trade: CSV, GDELT, ICEWS, POLECAT, PLOVER, graphs, maps, feeds, tasks."""
    from dragoman import ask
    from dragoman.export.kinds import KINDS
    from dragoman.export.kinds import export as write

    if kind is None:
        for known in KINDS.values():
            typer.echo(f"{known.name:16} {known.says}{f' ({known.suffix})' if known.suffix else ''}")
        return
    if kind in KINDS and output is None:
        raise UsageError(f"an export goes into a {'file' if KINDS[kind].suffix else 'folder'}; name one with -o")
    filters = {**(_saved(question) if question else {}), **asked}
    done = write(
        ask.open(record, as_of=as_of),
        kind,
        output or Path(),
        no_text=no_text,
        one_a_day=one_a_day,
        force=force,
        **filters,
    )
    left = "; only what is told as having happened, since this format cannot mark the rest" if done.only_actual else ""
    typer.echo(f"{done.events:,} events in {done.rows:,} rows written to {done.path}{left}")


def gold(
    tasks: Path = typer.Argument(..., metavar="FILE", help="Label Studio's JSON export, or Prodigy's JSON lines."),
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """Turn finished annotation tasks into annotated reports, which `dragoman evaluate` reads."""
    from dragoman.export.gold import annotated
    from dragoman.export.target import writing

    lines = [json.dumps(report, ensure_ascii=False) + "\n" for report in annotated(tasks)]
    if output is None:
        typer.echo("".join(lines), nl=False)
        return
    with writing(output, force=force) as path:
        path.write_text("".join(lines), encoding="utf-8")
    typer.echo(f"{len(lines):,} annotated reports written to {output}")


def _saved(question: Path) -> dict[str, Any]:
    """Read the filters of a saved question: {"actor": "Blinken", "since": "2022", "min_outlets": 2}."""
    try:
        found = json.loads(question.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"reading the question {question}: {error}; write a JSON object of filters") from error
    if not isinstance(found, dict):
        raise UsageError(f"reading the question {question}: it is no JSON object of filters")
    return {"with_" if name == "with" else name: value for name, value in found.items()}
