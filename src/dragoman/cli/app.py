"""The verbs of the command line, gathered."""

import sys

import typer

from dragoman.cli import (
    actors,
    asking,
    codebook,
    correcting,
    counting,
    exporting,
    plotting,
    positions,
    reading,
    reports,
    reviewing,
    serving,
    sources,
    summing,
    versions,
    watch,
    why,
)
from dragoman.errors import DragomanError
from dragoman.version import __version__

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Who did what to whom, when and where, and in whose words: a cited record of events from news reports.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Who did what to whom, when and where, and in whose words: a cited record of events from news reports."""


reading.add_verbs(app)
sources.add_verbs(app)
watch.add_verbs(app)
summing.add_verbs(app)
asking.add_verbs(app)
reports.add_verbs(app)
counting.add_verbs(app)
exporting.add_verbs(app)
plotting.add_verbs(app)
actors.add_verbs(app)
reviewing.add_verbs(app)
correcting.add_verbs(app)
versions.add_verbs(app)
codebook.add_verbs(app)
positions.add_verbs(app)
why.add_verbs(app)
serving.add_verbs(app)


def run() -> None:
    """Run a verb; what is wrong with the question or the record is told in one line, with exit status 2."""
    try:
        app()
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone (`| head`): nothing is wrong
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("dragoman: stopped; what was committed is kept, and running the same again completes it", err=True)
        sys.exit(130)
