"""Verbs with which people correct a record: correct, merge, split, reject, confirm, undo, history."""

import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.cli.dossiers import print_history
from dragoman.cli.present import FORMAT, Format, as_csv, cell
from dragoman.cli.reading import RECORD

if TYPE_CHECKING:
    from dragoman.model import Event
    from dragoman.run.correcting import Corrected

EVENT = typer.Argument(..., help="The event's id, or how it begins.")
WHY = typer.Option("", "--why", help="The reason, in words; it is kept.")
BY = typer.Option(None, "--by", envvar="DRAGOMAN_AUTHOR", help="Who says so; the name you are logged in by otherwise.")


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (correct, merge, split, reject, confirm, undo, history):
        app.command()(verb)


def correct(
    event: str = EVENT,
    field: str = typer.Argument(..., help="type, mode, actors, recipients, date, place, status, ..."),
    value: str = typer.Argument(..., help='The right value; names are parted by ";", "none" leaves it without one.'),
    why: str = WHY,
    by: str | None = BY,
    record: Path = RECORD,
) -> None:
    """Put a value into a field of an event; it outranks every report and every rule."""
    from dragoman.run import correcting

    done = correcting.correct(record, event, field, value, by=author(by), why=why)
    now = next(iter(done.after), None)
    said = next((one for one in now.fields if one.name == field), None) if now else None
    typer.echo(f"{field} of {now.id if now else event} is {_said(said.value if said else done.correction.value)} now")
    tell(done)


def merge(
    one: str = typer.Argument(..., metavar="EVENT", help="The one event's id."),
    other: str = typer.Argument(..., metavar="OTHER", help="The other event's id."),
    why: str = WHY,
    by: str | None = BY,
    record: Path = RECORD,
) -> None:
    """Say that two events are one; the id that goes leads to the one that stays."""
    from dragoman.run import correcting

    tell(correcting.merge(record, one, other, by=author(by), why=why))


def split(
    event: str = EVENT,
    mentions: list[str] = typer.Argument(
        ..., metavar="MENTION...", help="Mentions (or reports) that tell another event; `show` lists them."
    ),
    why: str = WHY,
    by: str | None = BY,
    record: Path = RECORD,
) -> None:
    """Say that some tellings of an event tell another one."""
    from dragoman.run import correcting

    tell(correcting.split(record, event, mentions, by=author(by), why=why))


def reject(event: str = EVENT, why: str = WHY, by: str | None = BY, record: Path = RECORD) -> None:
    """Say that an event is none; it leaves all answers, its history stays."""
    from dragoman.run import correcting

    tell(correcting.reject(record, event, by=author(by), why=why))


def confirm(event: str = EVENT, why: str = WHY, by: str | None = BY, record: Path = RECORD) -> None:
    """Say that an event is as the record has it; its confidence is 1 then."""
    from dragoman.run import correcting

    tell(correcting.confirm(record, event, by=author(by), why=why))


def undo(
    correction: str = typer.Argument(..., help="The entry's id (c...), or how it begins; `history` lists them."),
    why: str = WHY,
    by: str | None = BY,
    record: Path = RECORD,
) -> None:
    """Take an entry back; taking back an undo restores what it took back."""
    from dragoman.run import correcting

    tell(correcting.undo(record, correction, by=author(by), why=why))


def history(event: str = EVENT, record: Path = RECORD, form: Format = FORMAT) -> None:
    """Tell all that happened to an event: reports, entries of people, merges and splits, judgements."""
    from dragoman import ask

    found = ask.open(record).history(event)
    if form is Format.json:
        typer.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=1))
    elif form is Format.csv:
        typer.echo(
            as_csv([row.as_dict() for row in found.rows], ("version", "time", "kind", "about", "text")), nl=False
        )
    else:
        print_history(found)


def author(by: str | None) -> str:
    """Give who an entry is by: who was named, else the name one is logged in by."""
    if by:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""  # a user id without a name: the entry is refused, and says to give --by


def tell(done: "Corrected") -> None:
    """Say what the events were, what they are, and how to take it back."""
    before, after = _ids(done.before), _ids(done.after)
    if before != after:
        typer.echo(f"{before or 'no event'} -> {after or 'no event'}")
    for event in done.after:
        typer.echo(f"  {_line(event)}")
    entry = done.correction
    typer.echo(f"kept as {entry.id} by {entry.author}; take it back with: dragoman undo {entry.id}")


def _said(value: str | None) -> str:
    read = json.loads(value or "null")
    return cell(read) or "none"


def _ids(events: "tuple[Event, ...]") -> str:
    return ", ".join(event.id for event in events)


def _line(event: "Event") -> str:
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    reports = f"{len(event.articles)} report{'s' if len(event.articles) != 1 else ''}"
    parts = (event.id, kind, event.date, event.place, event.status, reports, f"confidence {event.confidence:.2f}")
    return ", ".join(part for part in parts if part)
