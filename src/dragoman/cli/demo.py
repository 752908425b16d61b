"""A walk through what can be asked, on the sample reports."""

import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.cli import asking, reading
from dragoman.cli.present import Format

if TYPE_CHECKING:
    from dragoman.ask import Questions


def walk() -> None:
    """Read the sample into a temporary record and ask it, printing each command before its answer."""
    from dragoman import ask

    typer.echo(
        "dragoman demo: 41 short reports by three invented outlets, telling public events of 2020 to 2023,\n"
        "are read into a temporary record. Each step prints the command that you would type.\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record"
        _step("dragoman read sample.jsonl", lambda: _read(record))
        _step(
            "dragoman timeline Biden Putin",
            lambda: asking.timeline("Biden", "Putin", record, None, None, None, Format.table, None, False),
        )
        _step(
            "dragoman timeline Blinken --since 2022 --until 2022",
            lambda: asking.timeline("Blinken", None, record, "2022", "2022", None, Format.table, None, False),
        )
        _step(
            "dragoman quotes --since 2022",
            lambda: asking.quotes(record, None, None, None, "2022", None, None, None, Format.table, None, False),
        )
        event = _told_by_most(ask.open(record))
        if event:
            typer.echo("One event is one row, however many reports tell it, with the sentence behind every field:\n")
            _step(f"dragoman show {shlex.quote(event)}", lambda: asking.show(event, record, None, Format.table))
        _step("dragoman actor Blinken", lambda: asking.actor("Blinken", record, None, Format.table))
    typer.echo("The record is gone again. To keep one: dragoman read YOUR_FILES --record FOLDER")


def _read(record: Path) -> None:
    from dragoman import sample

    reading.read(
        [str(sample.path())], record, 1, False, frames=None, kind=None, fields=[], publishers=[], private=False
    )


def _step(command: str, answer: Callable[[], None]) -> None:
    typer.secho(f"$ {command}", bold=True)
    answer()
    typer.echo("")


def _told_by_most(questions: "Questions") -> str | None:
    rows = questions.events()
    return max(rows, key=lambda row: (len(row.publishers), row.reports, row.id)).id if rows else None
