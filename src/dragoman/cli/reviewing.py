"""The verb that leads through what a person should look at first: dragoman review."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.text import Text

from dragoman.cli.asking import AS_OF
from dragoman.cli.correcting import BY, author, tell
from dragoman.cli.dossiers import headline, print_event
from dragoman.cli.filters import filtered
from dragoman.cli.present import FORCE, FORMAT, OUTPUT, Format, present, screen
from dragoman.cli.reading import RECORD
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.ask.review import Doubt
    from dragoman.run.correcting import Corrected

COLUMNS = {
    "id": "event",
    "confidence": "sure",
    "type": "type",
    "actors": "actors",
    "recipients": "recipients",
    "date": "date",
    "sentence": "sentence",
    "dissent": "otherwise",
    "near": "perhaps one with",
}
KEYS = "c confirm, x reject, e correct a field, m merge, s split, o show all, u undo, Enter next, q leave"


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(review)


@filtered
def review(
    asked: dict[str, Any],
    limit: int = typer.Option(20, "--limit", "-n", help="At most so many."),
    decide: bool = typer.Option(False, "--decide", help="Go through them one by one, by the keys of the web page."),
    by: str | None = BY,
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List the events that nobody has spoken on yet, the least certain first; --decide asks about each."""
    from dragoman import ask

    if decide and as_of:
        raise UsageError("what was cannot be decided any more: leave out --as-of, or --decide")
    found = ask.open(record, as_of=as_of).review(limit=limit, **asked)
    if decide:
        _decide(found.doubts, record, author(by))
        return
    if form is Format.table and output is None:
        typer.echo(f"{found.waiting:,} events that nobody has spoken on yet; --decide asks about each")
        rows = [{**one.event.as_dict(), **_beside(one)} for one in found.doubts]
        shown = {name: heading for name, heading in COLUMNS.items() if any(row[name] for row in rows)}
        present(rows, shown, form, none="Nothing waits.")
        return
    whole = [one.as_dict() for one in found.doubts]
    flat = [{**one.event.as_dict(), "report": one.report, **_beside(one)} for one in found.doubts]
    nested = form in {Format.json, Format.jsonl}
    present(whole if nested else flat, COLUMNS, form, none="Nothing waits.", output=output, force=force)


def _beside(one: "Doubt") -> dict[str, object]:
    return {"sentence": one.sentence, "dissent": one.dissent or None, "near": list(one.near)}


def _decide(doubts: "tuple[Doubt, ...]", record: Path, by: str) -> None:
    """Ask about each event; whatever is said is kept at once."""
    typer.echo(f"{len(doubts):,} events to decide: {KEYS}")
    for number, doubt in enumerate(doubts, start=1):
        _print_doubt(number, doubt)
        if not _decided(doubt, record, by):
            break


def _print_doubt(number: int, doubt: "Doubt") -> None:
    out = screen()
    out.print()
    out.print(Text.assemble((f"{number}. ", "dim"), (headline(doubt.event), "bold")))
    out.print(Text(f"   “{doubt.sentence}”"))
    said = [f"{doubt.event.id}, confidence {doubt.event.confidence:.2f}, {', '.join(doubt.event.publishers)}"]
    said += [f"{doubt.dissent} say otherwise"] if doubt.dissent else []
    said += [f"perhaps one with {', '.join(doubt.near)}"] if doubt.near else []
    out.print(Text(f"   {'; '.join(said)}", style="dim"))


def _decided(doubt: "Doubt", record: Path, by: str) -> bool:
    """Ask until something was said of an event; give False where the person leaves."""
    from dragoman.errors import DragomanError
    from dragoman.run import correcting

    last: str | None = None
    while True:
        key = str(typer.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip()[:1].lower()
        if key in {"", "j", "q"}:
            return key != "q"
        try:
            if key == "o":
                _show(record, doubt.event.id)
            elif key == "u" and last:
                tell(correcting.undo(record, last, by=by))
                last = None
            elif key in _VERBS:
                done = _VERBS[key](record, doubt.event.id, by)
                tell(done)
                last = done.correction.id
            else:
                typer.echo(KEYS if key != "u" else "nothing was said of this event yet")
        except DragomanError as error:
            typer.echo(f"{error}")


def _show(record: Path, event: str) -> None:
    from dragoman import ask

    print_event(ask.open(record).show(event))


def _confirm(record: Path, event: str, by: str) -> "Corrected":
    from dragoman.run import correcting

    return correcting.confirm(record, event, by=by)


def _reject(record: Path, event: str, by: str) -> "Corrected":
    from dragoman.run import correcting

    return correcting.reject(record, event, by=by, why=_why())


def _correct(record: Path, event: str, by: str) -> "Corrected":
    from dragoman.run import correcting

    field, value = typer.prompt("field"), typer.prompt("value")
    return correcting.correct(record, event, field, value, by=by, why=_why())


def _merge(record: Path, event: str, by: str) -> "Corrected":
    from dragoman.run import correcting

    return correcting.merge(record, event, typer.prompt("with event"), by=by, why=_why())


def _split(record: Path, event: str, by: str) -> "Corrected":
    from dragoman.run import correcting

    return correcting.split(record, event, typer.prompt("tellings, or reports").split(), by=by, why=_why())


def _why() -> str:
    return str(typer.prompt("why", default="", show_default=False))


_VERBS: "dict[str, Callable[[Path, str, str], Corrected]]" = {
    "c": _confirm,
    "x": _reject,
    "e": _correct,
    "m": _merge,
    "s": _split,
}
