"""Verbs that ask a record: events, show, timeline, quotes, actor."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.dossiers import print_actor, print_event
from dragoman.cli.filters import filtered
from dragoman.cli.present import FORCE, FORMAT, OUTPUT, Format, as_csv, present
from dragoman.cli.reading import RECORD

if TYPE_CHECKING:
    from dragoman.ask import EventRow
    from dragoman.ask.answer import Answer

ACTOR = typer.Option(None, "--actor", "-a", help="Somebody who takes part: a name, part of one, or an id.")
SINCE = typer.Option(None, "--since", help="First day: YYYY, YYYY-MM or YYYY-MM-DD.")
UNTIL = typer.Option(None, "--until", help="Last day, inclusive.")
AS_OF = typer.Option(
    None, "--as-of", metavar="VERSION|DATE", help="The record as it was then; `dragoman versions` lists them."
)
LIMIT = typer.Option(None, "--limit", "-n", help="At most so many.")
EVENT_COLUMNS = {
    "id": "event",
    "date": "date",
    "type": "type",
    "actors": "actors",
    "recipients": "recipients",
    "place": "place",
    "status": "status",
    "reports": "reports",
}


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (events, show, timeline, quotes, actor):
        app.command()(verb)


@filtered
def events(
    asked: dict[str, Any],
    record: Path = RECORD,
    limit: int | None = LIMIT,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List events, in order of their days."""
    from dragoman import ask

    _print_events(ask.open(record, as_of=as_of).events(limit=limit, **asked), form, output, force)


def show(
    event: str = typer.Argument(..., help="The event's id, or how it begins."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
) -> None:
    """Show one event with the sentences that every field rests on, and why."""
    from dragoman import ask

    dossier = ask.open(record, as_of=as_of).show(event)
    if form in {Format.json, Format.jsonl}:
        typer.echo(json.dumps(dossier.as_dict(), ensure_ascii=False, indent=1))
    elif form is Format.csv:
        rows = [
            {"field": field.name, "value": field.value, "policy": field.policy, "says": says, **_witness(witness)}
            for field in dossier.fields
            for says, witness in (
                *(("for", one) for one in field.support),
                *((f"against: {other.value}", other.witness) for other in field.dissent),
            )
        ]
        typer.echo(as_csv(rows, ("field", "value", "policy", "says", "report", "sentence")), nl=False)
    else:
        print_event(dossier)


def timeline(
    actor: str = typer.Argument(..., help="Somebody: a name, part of one, or an id."),
    other: str | None = typer.Argument(None, help="Somebody else: only events with both."),
    record: Path = RECORD,
    since: str | None = SINCE,
    until: str | None = UNTIL,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List the events of an actor, or of two actors with each other, in order of their days."""
    from dragoman import ask

    _print_events(ask.open(record, as_of=as_of).timeline(actor, other, since=since, until=until), form, output, force)


def quotes(
    record: Path = RECORD,
    actor: str | None = typer.Option(None, "--speaker", "--actor", "-a", help="Who said it."),
    about: str | None = typer.Option(None, "--about", help="Somebody or something that the words name."),
    text: str | None = typer.Option(None, "--text", help="Words of the quote."),
    since: str | None = SINCE,
    until: str | None = UNTIL,
    limit: int | None = LIMIT,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List quotes with their speakers, in order of their reports' days."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).quotes(
        speaker=actor, about=about, text=text, since=since, until=until, limit=limit
    )
    columns = {
        "published": "reported",
        "speaker": "speaker",
        "text": "words",
        "publisher": "outlet",
        "report": "report",
    }
    present(found.dicts(), columns, form, none="No quotes.", output=output, force=force)


def actor(
    name: str = typer.Argument(..., help="A name, part of one, or an id."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
) -> None:
    """Show an actor: offices in order, names used, first and last seen, counterparts."""
    from dragoman import ask

    dossier = ask.open(record, as_of=as_of).actor(name)
    if form in {Format.json, Format.jsonl}:
        typer.echo(json.dumps(dossier.as_dict(), ensure_ascii=False, indent=1))
    elif form is Format.csv:
        typer.echo(as_csv([dossier.as_dict()], ()), nl=False)
    else:
        print_actor(dossier)


def _print_events(found: "Answer[EventRow]", form: Format, output: Path | None, force: bool) -> None:
    rows = found.dicts()
    columns = EVENT_COLUMNS if any(row["recipients"] for row in rows) else _without("recipients")
    present(rows, columns, form, none="No events.", output=output, force=force)


def _without(key: str) -> dict[str, str]:
    return {name: heading for name, heading in EVENT_COLUMNS.items() if name != key}


def _witness(witness: object) -> dict[str, object]:
    return {key: getattr(witness, key) for key in ("report", "publisher", "published", "words", "sentence", "reason")}
