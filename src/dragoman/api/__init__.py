"""A record over HTTP: the questions of `dragoman.ask` under the same names, in one envelope.

`app(record)` gives a FastAPI application, which any ASGI server runs; `dragoman serve` does, with the pages of
`dragoman.web` beside it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ask.optional import need

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["app"]


def app(record: Path | str, *, token: str | None = None, author: str | None = None) -> "FastAPI":
    """Give the application that answers questions to a record.

    Args:
        record: the folder of the record.
        token: what every visitor must show; None lets in whoever comes from this machine, and nobody else.
        author: who corrections are by, where one does not say; the name you are logged in by otherwise.

    Returns:
        The application.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
        UsageError: FastAPI is not installed.
    """
    need("fastapi", extra="web")
    from dragoman.api.application import made

    return made(Path(record), token=token, author=author)
