"""The verb that reads one report with what was found in it: dragoman report."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from dragoman.cli.asking import AS_OF
from dragoman.cli.dossiers import headline
from dragoman.cli.present import FORCE, FORMAT, OUTPUT, Format, present, screen
from dragoman.cli.reading import RECORD

if TYPE_CHECKING:
    from dragoman.ask.report import Mark, ReportDossier

COLUMNS = {"kind": "kind", "words": "words", "says": "what it means", "id": "id", "start": "from", "end": "to"}
_STYLES = {"trigger": "bold green", "quote": "magenta", "position": "magenta", "time": "yellow", "place": "cyan"}
_NAMES = {"trigger": "event"}


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(report)


def report(
    key: str = typer.Argument(..., metavar="REPORT", help="The report's id, or what its source calls it."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """Read one report sentence by sentence, with the events, quotes, actors, times and places found in it."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).report(key)
    if form is Format.table and output is None:
        print_report(found)
    elif form is Format.json and output is None:
        typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=1))
    else:
        rows = [{**mark, "words": found.text[mark["start"] : mark["end"]]} for mark in found.as_dict()["marks"]]
        present(rows, COLUMNS, form, none="Nothing was found in it.", output=output, force=force)


def print_report(found: "ReportDossier") -> None:
    """Print a report: its head, its sentences with what stands in each, and the events that it tells."""
    from dragoman.ask.sentences import lines

    out = screen()
    for line in _head(found):
        out.print(line)
    for number, sentence in enumerate(lines(found), start=1):
        out.print()
        out.print(Text.assemble((f"{number:>3}  ", "dim"), sentence.text))
        for mark in _once(sentence.marks):
            out.print(_told(mark, found.text[mark.start : mark.end]))
    if found.events:
        out.print()
        out.print(Text("events", style="bold"))
        for event in found.events:
            out.print(Text.assemble("  ", headline(event), (f"  {event.id}", "dim")))


def _head(found: "ReportDossier") -> Iterator[Text]:
    yield Text(found.title or found.report, style="bold")
    known = (found.publisher, found.published, found.byline, found.dateline, found.report, found.url)
    yield Text(", ".join(part for part in known if part), style="dim")


def _once(marks: "Iterable[Mark]") -> "Iterator[Mark]":
    """Give each thing once where its words lie within longer ones: "Antony Blinken" in "Secretary Antony Blinken"."""
    reached: dict[tuple[str, str], int] = {}
    for mark in marks:
        if mark.end > reached.get((mark.kind, mark.id), 0):
            reached[mark.kind, mark.id] = mark.end
            yield mark


def _told(mark: "Mark", words: str) -> Text:
    name = _NAMES.get(mark.kind, mark.kind)
    where = f"  {mark.id}" if mark.kind in {"trigger", "actor"} else ""
    said = "" if mark.kind in {"quote", "position"} and mark.says == "speaker unknown" else mark.says
    return Text.assemble(
        "       ", (f"{name:9}", _STYLES.get(mark.kind, "")), f"“{_short(words)}”  ", (said, ""), (where, "dim")
    )


def _short(words: str, most: int = 60) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most // 2]} … {flat[-most // 3 :]}"
