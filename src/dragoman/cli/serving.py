"""The verb that opens the record to browsers and programs: serve."""

import secrets
from ipaddress import ip_address
from pathlib import Path

import typer

from dragoman.cli.reading import RECORD


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verbs to the command line."""
    app.command()(serve)


def serve(
    folder: Path | None = typer.Argument(None, metavar="[RECORD]", help="Folder of the record."),
    record: Path = RECORD,
    host: str = typer.Option(
        "127.0.0.1", "--host", help="Address to listen on; any but this machine's own asks for a token."
    ),
    port: int = typer.Option(8000, "--port", "-p", min=0, max=65535, help="Port; 0 takes a free one."),
    token: str | None = typer.Option(
        None,
        "--token",
        envvar="DRAGOMAN_TOKEN",
        help="What visitors must show; made up where one is needed and none given.",
    ),
    by: str | None = typer.Option(None, "--by", envvar="DRAGOMAN_AUTHOR", help="Who corrections are by."),
) -> None:
    """Open the record in a browser, with an API beside it; only this machine can reach it, unless you say otherwise."""
    from dragoman import web
    from dragoman.ask.optional import need

    uvicorn = need("uvicorn", extra="web")
    shown = token or (secrets.token_urlsafe(24) if needs_token(host) else None)
    app = web.app(folder or record, token=shown, author=by)
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    listening = config.bind_socket()
    where = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    typer.echo(f"{folder or record} at {where}")
    if shown and not token:
        typer.echo(f"visitors are asked for this token: {shown}")
    if needs_token(host):
        typer.echo("what passes is not encrypted: put a server with TLS before it, or use a network that you trust")
    typer.echo("stop with Ctrl-C")
    uvicorn.Server(config).run(sockets=[listening])


def needs_token(host: str) -> bool:
    """Tell whether others than this machine can reach an address."""
    if host == "localhost":
        return False
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return True
