"""Puts the pages together, with the API beside them."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

from dragoman import api
from dragoman.api.refusals import KINDS, message_of, refused, status_of
from dragoman.api.shelf import Shelf
from dragoman.ask import search
from dragoman.ask.overview import overview
from dragoman.web import dossiers, lists, pictures, questions, signing
from dragoman.web.rendering import shown, templates


def made(record: Path, *, token: str | None, author: str | None) -> FastAPI:
    """Make the application; the arguments are those of `dragoman.api.app`."""
    app = api.app(record, token=token, author=author)
    for routes in (lists.routes, questions.routes, dossiers.routes, pictures.routes, signing.routes):
        app.include_router(routes, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    for kind in KINDS:
        app.add_exception_handler(kind, _refused)
    # so that the first visitor need not wait for them
    app.state.shelf.keep("overview", overview)
    for name in templates().list_templates(extensions=["html"]):
        templates().get_template(name)
    app.router.lifespan_context = _drawing
    return app


@asynccontextmanager
async def _drawing(app: FastAPI) -> AsyncIterator[None]:
    """Have the program that draws charts and the index of words made while nobody waits for them yet."""
    threading.Thread(target=pictures.bundle, daemon=True).start()
    threading.Thread(target=_find_words, args=(app.state.shelf,), daemon=True).start()
    yield


def _find_words(shelf: Shelf) -> None:
    with shelf.asked() as record:
        search.prepare(record.reader)


def _refused(request: Request, error: Exception) -> Response:
    """Answer an error with a page, or in the API's form where the API was asked."""
    if request.url.path.startswith(("/api", "/charts")):
        return refused(request, error)
    status = status_of(error)
    near = tuple(getattr(error, "near", ()))
    return shown(request, "error.html", {"status": status, "message": message_of(error), "near": near}, status=status)
