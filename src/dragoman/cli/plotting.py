"""The verb that draws: plot."""

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
    app.command()(plot)


@filtered
def plot(
    asked: dict[str, Any],
    kind: str | None = typer.Argument(None, metavar="KIND", help="The chart; none lists them."),
    names: list[str] | None = typer.Argument(None, metavar="[A B]", help="For `dyad`, the two."),
    output: Path | None = OUTPUT,
    per: str | None = typer.Option(None, "--per", help="day, week, month, quarter or year."),
    by: str | None = typer.Option(None, "--by", help="For `heat`, what the rows are: type, actor, dyad, country, ..."),
    unit: str | None = typer.Option(None, "--unit", help="For `heat`: events, mentions or reports."),
    of: str | None = typer.Option(None, "--of", help="For `network`: actors or states."),
    least: int | None = typer.Option(None, "--least", help="For `network`: events that a tie needs at least."),
    states: bool = typer.Option(False, "--states", help="For `dyad`: both are states, and everybody of theirs counts."),
    scale: float = typer.Option(2.0, "--scale", help="Pixels of a PNG for each unit of the chart."),
    force: bool = FORCE,
    record: Path = RECORD,
    as_of: str | None = AS_OF,
) -> None:
    """Draw a chart into a file: .png, .svg or .html, none of which needs the network."""
    from dragoman import ask
    from dragoman.charts import KINDS, draw
    from dragoman.charts.save import SUFFIXES, rendered
    from dragoman.export.target import writing

    if kind is None:
        for known in KINDS.values():
            typer.echo(f"{known.name:10} {known.says}")
        return
    if output is None or output.suffix.lower() not in SUFFIXES:
        raise UsageError(f"a chart goes into a file that ends in {', '.join(SUFFIXES)}; name one with -o")
    two = dict(zip(("a", "b"), names or (), strict=False))
    own = {"per": per, "by": by, "unit": unit, "of": of, "least": least, "states": states or None, **two}
    with writing(output, force=force) as path:
        chart = draw(
            ask.open(record, as_of=as_of), kind, **{key: v for key, v in own.items() if v is not None}, **asked
        )
        path.write_bytes(rendered(chart, output.suffix, scale=scale))
    typer.echo(f"{kind} drawn into {output}")
