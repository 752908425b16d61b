"""Verbs that count, compare and relate: counts, dyad, network, shifts, search, coverage, gaps, sql."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.asking import AS_OF, SINCE, UNTIL
from dragoman.cli.filters import filtered
from dragoman.cli.present import FORCE, FORMAT, OUTPUT, Format, present
from dragoman.cli.reading import RECORD

if TYPE_CHECKING:
    from dragoman.ask.answer import Answer

PER = typer.Option("month", "--per", help="day, week, month, quarter or year.")
PUBLISHER = typer.Option(None, "--publisher", help="Part of an outlet's name.")


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    for verb in (counts, dyad, network, shifts, search, coverage, gaps, sql):
        app.command()(verb)


@filtered
def counts(
    asked: dict[str, Any],
    by: str = typer.Option(
        "type",
        "--by",
        help="type, actor, dyad, directed, states, country, quad, place, topic, context, ...",
    ),
    per: str | None = typer.Option(None, "--per", help="day, week, month, quarter or year; none for the whole time."),
    unit: str = typer.Option("events", "--unit", help="events, mentions (tellings) or reports."),
    balanced: bool = typer.Option(False, "--balanced", help="Every key in every period, zeros included."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """Count events, tellings or reports by who, what or where, over time."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).counts(by, per=per, unit=unit, balanced=balanced, **asked)
    columns = {"period": per or "", "key": by, "count": unit, "goldstein_mean": "Goldstein mean"}
    _print(found, columns if per else {key: columns[key] for key in list(columns)[1:]}, form, output, force)


def dyad(
    a: str = typer.Argument(..., help="The one: a name, part of one, or an id."),
    b: str = typer.Argument(..., help="The other."),
    per: str = PER,
    states: bool = typer.Option(False, "--states", help="Both are states, and everybody of theirs counts."),
    status: str = typer.Option("actual", "--status", help="Only events of this status; `all` for every one."),
    since: str | None = SINCE,
    until: str | None = UNTIL,
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """Show all between two over time, and how cooperation and conflict balance."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).dyad(a, b, per=per, states=states, status=status, since=since, until=until)
    if form is Format.table and output is None:
        balance = "neither" if found.balance is None else f"{found.balance:+.2f}"
        typer.echo(f"{found.a.name} and {found.b.name}: {len(found.events)} events, balance {balance} (-1 to +1)")
    columns = {
        "period": per,
        "events": "events",
        "verbal_cooperation": "verbal coop.",
        "material_cooperation": "material coop.",
        "verbal_conflict": "verbal conf.",
        "material_conflict": "material conf.",
        "balance": "balance",
        "goldstein_mean": "Goldstein mean",
    }
    _print(found.periods, columns, form, output, force)


@filtered
def network(
    asked: dict[str, Any],
    of: str = typer.Option("actors", "--of", help="actors, or states."),
    least: int = typer.Option(1, "--least", help="Events that a tie needs at least."),
    ties: bool = typer.Option(False, "--ties", help="List the ties instead of the actors."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List who is in events with whom, how central each is, and which belong together."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).network(of=of, least=least, **asked)
    if ties:
        columns = {"a_name": "one", "b_name": "other", "events": "events", "cooperation": "coop.", "conflict": "conf."}
        _print(found.ties, columns, form, output, force)
        return
    columns = {name: name for name in ("name", "country", "events", "degree", "strength", "betweenness", "community")}
    _print(found.nodes, columns, form, output, force)


@filtered
def shifts(
    asked: dict[str, Any],
    per: str = typer.Option("week", "--per", help="day, week, month, quarter or year."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List where events burst, rise or fall, with the events that lead there."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).shifts(per=per, **asked)
    rows = found.dicts()
    if form not in {Format.json, Format.jsonl}:  # what has no room for events within rows names them
        rows = [{**row, "leading": [one["event"] for one in row["leading"]]} for row in rows]
    columns = {
        "kind": "kind",
        "start": "from",
        "end": "to",
        "count": "events",
        "rate": f"a {per}",
        "before": "before",
        "leading": "leading events",
    }
    present(rows, columns, form, none="Nothing stands out.", output=output, force=force)


def search(
    words: str = typer.Argument(..., help='All of these words; "a phrase"; -without; begin*.'),
    within: str = typer.Option("all", "--within", help="reports, quotes or all."),
    publisher: str | None = PUBLISHER,
    since: str | None = SINCE,
    until: str | None = UNTIL,
    limit: int = typer.Option(50, "--limit", "-n", help="At most so many."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """Find reports and quotes by their words, the most relevant first."""
    from dragoman import ask

    asked = ask.open(record, as_of=as_of)
    found = asked.search(words, within=within, publisher=publisher, since=since, until=until, limit=limit)
    columns = {
        "published": "reported",
        "publisher": "outlet",
        "report": "report",
        "speaker": "speaker",
        "snippet": "words",
    }
    _print(found, columns, form, output, force)


def coverage(
    publisher: str | None = PUBLISHER,
    since: str | None = SINCE,
    until: str | None = UNTIL,
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List for every publisher and day whether the record has reports."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).coverage(publisher=publisher, since=since, until=until)
    _print_all(found, form, output, force)


def gaps(
    least: int = typer.Option(2, "--least", help="Days that a gap has at least."),
    publisher: str | None = PUBLISHER,
    since: str | None = SINCE,
    until: str | None = UNTIL,
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """List the stretches of days on which the record has nothing of a publisher, the longest first."""
    from dragoman import ask

    found = ask.open(record, as_of=as_of).gaps(least=least, publisher=publisher, since=since, until=until)
    _print_all(found, form, output, force)


def sql(
    query: str | None = typer.Argument(None, help="One SELECT over the record's tables; none lists them."),
    seconds: float = typer.Option(60.0, "--seconds", help="How long it may take."),
    rows: int = typer.Option(100_000, "--rows", min=1, help="How many rows it gives at most."),
    record: Path = RECORD,
    as_of: str | None = AS_OF,
    form: Format = FORMAT,
    output: Path | None = OUTPUT,
    force: bool = FORCE,
) -> None:
    """Ask in SQL; it can read the record and nothing else. Without a query, list the tables and their columns."""
    from dragoman import ask

    if query is None:
        present(_columns(), {"table": "table", "column": "column", "kind": "kind", "says": "is"}, form, none="Nothing.")
        return
    found = ask.open(record, as_of=as_of).sql(query, seconds=seconds, rows=rows)
    _print_all(found, form, output, force)
    if found.note:
        typer.echo(f"{found.note}; or raise --rows", err=True)


def _print(found: "Answer[Any]", columns: dict[str, str], form: Format, output: Path | None, force: bool) -> None:
    present(found.dicts(), columns, form, none="Nothing.", output=output, force=force)


def _print_all(found: "Answer[Any]", form: Format, output: Path | None, force: bool) -> None:
    _print(found, {name: name for name in found.table.column_names}, form, output, force)


def _columns() -> list[dict[str, str]]:
    from dragoman.ask.columns import tables

    return [
        {"table": table.name, "column": name, "kind": kind, "says": says}
        for table in tables().values()
        for name, kind, says in (("", "", table.says), *((c.name, c.kind, c.says) for c in table.columns))
    ]
