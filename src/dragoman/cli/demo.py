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


def walk(kept: Path | None = None) -> None:
    """Read the sample into a record and ask it, printing each command before its answer.

    Args:
        kept: folder of the record; None for a temporary one, which is gone in the end.
    """
    where = "a temporary record" if kept is None else str(kept)
    typer.echo(
        "dragoman demo: 41 short reports by three invented outlets, telling public events of 2020 to 2023,\n"
        f"are read into {where}. Each step prints the command that you would type.\n"
    )
    if kept is not None:
        _steps(kept)
        typer.echo(f"The record stays in {kept}. In a browser: dragoman serve {shlex.quote(str(kept))}")
        return
    with tempfile.TemporaryDirectory() as folder:
        _steps(Path(folder) / "record")
    typer.echo("The record is gone again. To keep it: dragoman demo --record my-record")


def _steps(record: Path) -> None:
    from dragoman import ask

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


def _read(record: Path) -> None:
    from dragoman import sample

    reading.read(
        [str(sample.path())],
        record,
        workers=1,
        cluster=None,
        strict=False,
        frames=None,
        kind=None,
        fields=[],
        publishers=[],
        private=False,
        full=False,
    )


def _step(command: str, answer: Callable[[], None]) -> None:
    typer.secho(f"$ {command}", bold=True)
    answer()
    typer.echo("")


def _told_by_most(questions: "Questions") -> str | None:
    rows = questions.events()
    return max(rows, key=lambda row: (len(row.publishers), row.reports, row.id)).id if rows else None
