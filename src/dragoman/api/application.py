"""Puts the API together."""

import getpass
from inspect import cleandoc
from pathlib import Path

from fastapi import FastAPI

from dragoman.api import asking, correcting
from dragoman.api.guard import Guard
from dragoman.api.refusals import add_refusals
from dragoman.api.shelf import Shelf
from dragoman.version import __version__

ABOUT = """
    Who did what to whom, when and where, and in whose words: questions to one record of events from news reports.

    Every list comes as `items`, with `next` as the `cursor` of the following page; every single thing as `item`. Both
    name the version of the record. A cursor leads on in the version that it was made in, and `as_of` asks an earlier
    one. Every answer bears an `ETag` that changes with the record. Every error is `{"error": {"status", "kind",
    "message", "near"}}`.
"""


def made(record: Path, *, token: str | None, author: str | None) -> FastAPI:
    """Make the application; the arguments are those of `dragoman.api.app`."""
    app = FastAPI(
        title="dragoman",
        version=__version__,
        description=cleandoc(ABOUT),
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page fetches scripts from elsewhere
        redoc_url=None,
    )
    app.state.shelf = Shelf(record)
    app.state.author = author or _login()
    app.state.guard = Guard(token)
    app.middleware("http")(app.state.guard)
    add_refusals(app)
    app.include_router(asking.routes)
    app.include_router(correcting.routes)
    return app


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""  # a user id without a name: an entry must say who it is by
