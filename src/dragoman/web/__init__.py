"""A record in a browser: pages that are plain links, work without network, and write nothing but a person's word.

`app(record)` gives the pages and, under `/api`, the API beside them; `dragoman serve` runs it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ask.optional import need

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["app"]


def app(record: Path | str, *, token: str | None = None, author: str | None = None) -> "FastAPI":
    """Give the application with all pages; the arguments are those of `dragoman.api.app`.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
        UsageError: FastAPI or Jinja2 is not installed.
    """
    for module in ("fastapi", "jinja2"):
        need(module, extra="web")
    from dragoman.web.application import made

    return made(Path(record), token=token, author=author)
