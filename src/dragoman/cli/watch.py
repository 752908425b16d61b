"""The verb that watches feeds: watch."""

from pathlib import Path

import typer

from dragoman.cli.reading import RECORD
from dragoman.cli.sources import PRIVATE, PUBLISHERS


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(watch)


def watch(
    feeds: Path = typer.Argument(..., metavar="FEEDS.toml", help="The feeds (docs/sources.md)."),
    record: Path = RECORD,
    once: bool = typer.Option(False, "--once", help="Look at the feeds that are due, and end."),
    publishers: list[Path] = PUBLISHERS,
    private: bool = PRIVATE,
) -> None:
    """Watch feeds and read what is new into a record, until stopped; one line for each look at a feed."""
    from dragoman.pipeline import sources
    from dragoman.run.watching import Watch
    from dragoman.run.watching import watch as run_watch

    wishes = sources.how(publisher_tables=publishers, private=private)
    watched = Watch(feeds=sources.feeds_of(feeds), folder=record, wishes=wishes, tell=typer.echo)
    if once and not watched.due():
        typer.echo("no feed is due yet")
    run_watch(watched, once=once)
