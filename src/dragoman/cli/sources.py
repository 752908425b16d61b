"""What can be read, and how the user may wish it read: the verb `sources`, and options that others share."""

import json

import typer

KIND = typer.Option(
    None, "--as", metavar="KIND", help="What the sources are (`dragoman sources`); seen where not given."
)
FIELDS = typer.Option(
    [], "--fields", metavar="OURS=THEIRS", help="Fields that are called otherwise: text=body,published=day."
)
PUBLISHERS = typer.Option([], "--publishers", metavar="FILE", help="Your own table of publishers (docs/sources.md).")
PRIVATE = typer.Option(False, "--private", help="Addresses of your own network may be asked.")


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(sources)


def sources(as_json: bool = typer.Option(False, "--json", help="Print JSON.")) -> None:
    """List the kinds of source that can be read, with the endings of their names and the library they stand on."""
    from dragoman.pipeline.sources import known_formats

    rows = [
        {"kind": name, "what": found.what, "endings": list(found.endings), "needs": found.needs}
        for name, found in sorted(known_formats().items())
    ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        endings = " ".join(row["endings"])
        needs = f"  [{row['needs']}]" if row["needs"] else ""
        typer.echo(f"{row['kind']:12}{row['what']}{f'  ({endings})' if endings else ''}{needs}")
    typer.echo("\nA source is a file, a folder, an address (https://...) or - for standard input.")
    typer.echo("Packed with gzip, bzip2 or xz or not. --as KIND says what it is where it is not seen.")
