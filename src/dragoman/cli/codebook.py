"""The verb that writes down what events are coded by: dragoman codebook."""

from pathlib import Path

import typer

from dragoman.cli.reading import FRAMES, writing


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(codebook)


def codebook(
    output: Path | None = typer.Option(
        None, "--output", "-o", help="File to write: .md, .html or .csv; Markdown on standard output where not given."
    ),
    frames: str | None = FRAMES,
) -> None:
    """Write the codebook of what is in force: types, modes, codes, frames, examples."""
    from dragoman.export.codebook import codebook as gather
    from dragoman.export.codebook_files import written
    from dragoman.pipeline.ontology import ontology

    text = written(gather(ontology(frames)), output)
    with writing(output) as out:
        out.write(text)
