"""Verbs on the user's own actors: `actors import`."""

from pathlib import Path

import typer

FILE = typer.Argument(..., metavar="FILE", help="Actors: CSV with a header, or FollowTheMoney JSON lines.")
TO = typer.Option(
    None, "--to", help="Folder that keeps them; DRAGOMAN_ACTORS where not given, else the user's data folder."
)


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    actors = typer.Typer(name="actors", no_args_is_help=True, help="Your own actors, offices and aliases.")
    actors.callback()(_actors)
    actors.command(name="import")(import_)
    app.add_typer(actors)


def _actors() -> None:
    """Your own actors, offices and aliases, which outrank the packaged ones (docs/actors.md)."""


def import_(file: Path = FILE, to: Path | None = TO) -> None:
    """Import actors, their offices and aliases; they outrank the packaged ones. Importing again replaces the file."""
    from dragoman.pipeline.actors import ENVIRONMENT, folder, import_actors

    in_use = folder()
    done = import_actors(file, to)
    left = "".join(f"; left out {number} {schema}" for schema, number in sorted(done.left_out.items()))
    typer.echo(
        f"{done.actors:,} actors with {done.offices:,} terms of office kept in {done.table}; "
        f"{done.known:,} of them are in the packaged tables too{left}"
    )
    if in_use is None or done.table.parent.resolve() != in_use.resolve():
        typer.echo(f"to use them, set {ENVIRONMENT}={done.table.parent}")
