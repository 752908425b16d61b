"""The verb that follows stands: dragoman positions."""

from pathlib import Path

import typer

from dragoman.cli.asking import AS_OF, LIMIT, SINCE, UNTIL
from dragoman.cli.present import FORCE, FORMAT, OUTPUT, Format, present
from dragoman.cli.reading import RECORD

COLUMNS = {
    "date": "date",
    "holder": "who",
    "stance": "stance",
    "object": "what",
    "cue": "word",
    "evidence": "sentence",
    "publisher": "outlet",
    "report": "report",
}


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(positions)


def positions(
    record: Path = RECORD,
    actor: str | None = typer.Option(None, "--actor", "-a", help="Whose stand: a name, part of one, or an id."),
    topic: str | None = typer.Option(None, "--topic", help="Words of what it is about."),
    stance: str | None = typer.Option(None, "--stance", help="for or against."),
    since: str | None = SINCE,
    until: str | None = UNTIL,
    limit: int | None = LIMIT,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List who is for or against what, in order of days."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).positions(
        actor=actor, topic=topic, stance=stance, since=since, until=until, limit=limit
    )
    present(found.dicts(), COLUMNS, form, none="No positions.", output=output, force=force)
