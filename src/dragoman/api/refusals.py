"""The one form of all errors: what was wrong, in words that say what would have worked."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from dragoman.api.envelope import Reply
from dragoman.errors import BusyError, DragomanError, StaleError, UnknownNameError, UsageError


class Wrong(BaseModel):
    """What was wrong."""

    status: int
    kind: str = Field(description="The status in words.")
    message: str = Field(description="What was wrong, and what would have worked.")
    near: list[str] = Field(description="Names near one that is unknown, or those that one may mean.")


class Refusal(BaseModel):
    """An error."""

    error: Wrong


class NotFoundError(UnknownNameError):
    """What an address names is not in the record."""


RESPONSES: dict[int | str, dict[str, Any]] = {
    304: {"description": "The visitor has this answer already (`If-None-Match`)"},
    **{
        code: {"model": Refusal, "description": says}
        for code, says in {
            400: "The question is wrong: an unknown name, an impossible day, a value that does not exist",
            401: "A token is asked for",
            403: "A correction from another site's page, or a question to another host's name",
            404: "There is no such thing in the record",
            405: "No such verb here",
            409: "Another process changed the record meanwhile; the same again will do",
            503: "Too many ask at once; the same again in a moment",
            422: "A parameter that does not exist, or is of the wrong kind",
        }.items()
    },
}
"""Every answer that is not 200, for the description of the API."""


_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (NotFoundError, 404),
    (StaleError, 409),
    (BusyError, 503),
    (UsageError, 400),
    (RequestValidationError, 422),
)


@contextmanager
def sought() -> Iterator[None]:
    """Say 404 where what an address names is not there."""
    try:
        yield
    except UsageError as error:
        raise NotFoundError(str(error), near=tuple(getattr(error, "near", ()))) from error


def status_of(error: Exception) -> int:
    """Give the HTTP status of an error."""
    if isinstance(error, HTTPException):
        return error.status_code
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


def message_of(error: Exception) -> str:
    """Say what was wrong."""
    if isinstance(error, RequestValidationError):
        return "; ".join(_said(one) for one in error.errors())
    return str(error.detail) if isinstance(error, HTTPException) else str(error)


def refusal(status: int, message: str, near: tuple[str, ...] = ()) -> dict[str, Any]:
    """Put an error into its form."""
    kind = HTTPStatus(status).phrase.lower()
    return {"error": {"status": status, "kind": kind, "message": message, "near": list(near)}}


def refused(request: Request, error: Exception) -> Response:
    """Answer an error."""
    status = status_of(error)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    near = tuple(getattr(error, "near", ()))
    return Reply(refusal(status, message_of(error), near), status_code=status, headers=headers)


KINDS: tuple[type[Exception], ...] = (DragomanError, RequestValidationError, HTTPException)


def add_refusals(app: FastAPI) -> None:
    """Answer all errors in one form."""
    for kind in KINDS:
        app.add_exception_handler(kind, refused)


def _said(one: Any) -> str:
    where = ".".join(str(part) for part in one["loc"][1:]) or str(one["loc"][0])
    if one["type"] == "extra_forbidden":
        return f"there is no parameter {where[:40]!r}"
    return f"{where[:40]}: {one['msg']}"
