"""The one form of all answers: `items` or `item`, `next`, and the version of the record that they are of."""

import base64
import binascii
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from dragoman.api.shelf import Shelf
from dragoman.api.wishes import Paged, Wishes
from dragoman.ask import Questions
from dragoman.ask.answer import Answer
from dragoman.errors import UsageError
from dragoman.version import __version__


class RecordSays(BaseModel):
    """What was asked."""

    name: str = Field(description="The record's folder, without its path.")
    version: int = Field(description="Number of the version; `as_of` with it gives the same answer again.")
    state: str = Field(description="Digest of all that the record holds.")
    stale: bool = Field(description="Whether reports were added that the events do not know of yet.")
    citation: str = Field(description="What can stand under a table or a figure.")


class Items(BaseModel):
    """A page of rows."""

    items: list[dict[str, Any]]
    total: int | None = Field(description="How many rows there are in all, where that is known.")
    next: str | None = Field(description="`cursor` of the next page; null on the last.")
    asked: str = Field(description="The question in words.")
    note: str = Field("", description="What was left out and how to get it; empty where nothing was.")
    record: RecordSays


class Item(BaseModel):
    """One thing."""

    item: dict[str, Any]
    record: RecordSays


class Reply(JSONResponse):
    """JSON that any value of a record can be written in."""

    def render(self, content: Any) -> bytes:
        """Write it; what JSON has no word for becomes text, and what is no number becomes null."""
        return super().render(plain_json(content))


def plain_json(value: Any) -> Any:
    """Give a value as JSON can hold it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): plain_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain_json(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page begins.

    Args:
        offset: rows before it.
        as_of: the version that it is of, None for the record as it stands now.
    """

    offset: int
    as_of: str | None

    @classmethod
    def of(cls, asked: Wishes) -> "Place":
        """Read it off a question.

        Raises:
            UsageError: the cursor is none of ours.
        """
        cursor = asked.cursor if isinstance(asked, Paged) else None
        if cursor is None:
            return cls(offset=0, as_of=asked.as_of)
        try:
            number, offset = (int(part) for part in base64.b64decode(cursor, b"-_", validate=True).split(b"."))
        except (binascii.Error, ValueError):
            raise UsageError(f"{cursor[:40]!r} is no cursor; give `next` of the page before, or none") from None
        if not (0 <= offset < 2**48 and 0 <= number < 2**48):
            raise UsageError(f"{cursor[:40]!r} leads nowhere; give `next` of the page before, or none")
        return cls(offset=offset, as_of=str(number) if number else None)


def cursor(number: int, offset: int) -> str:
    """Write where a page begins."""
    return base64.urlsafe_b64encode(b"%d.%d" % (number, offset)).decode()


def says(record: Questions) -> dict[str, Any]:
    """Say what was asked."""
    reader = record.reader
    return {
        "name": reader.folder.resolve().name,
        "version": reader.number,
        "state": reader.state,
        "stale": reader.stale,
        "citation": record.citation,
    }


def items(record: Questions, found: Answer[Any], asked: Paged, place: Place) -> dict[str, Any]:
    """Put one page of a whole answer into the envelope."""
    rows = found.page(place.offset, asked.limit)
    made = enveloped(record, rows, asked=found.asked, total=len(found), after=place.offset + len(rows))
    return {**made, "note": found.note}


def enveloped(
    record: Questions, rows: list[dict[str, Any]], *, asked: str, after: int, total: int | None = None
) -> dict[str, Any]:
    """Put the rows of a page into the envelope.

    Args:
        record: what was asked.
        rows: the rows of the page.
        asked: the question in words.
        after: rows up to the page's end.
        total: rows in all; None leaves open whether there are more, and the next page says so.
    """
    more = bool(rows) and (total is None or after < total)
    following = cursor(record.reader.number, after) if more else None
    return {"items": rows, "total": total, "next": following, "asked": asked, "note": "", "record": says(record)}


def item(record: Questions, found: dict[str, Any]) -> dict[str, Any]:
    """Put one thing into the envelope."""
    return {"item": found, "record": says(record)}


def etag(record: Questions) -> str:
    """Give the tag of all answers of a record as it stands."""
    return f'W/"{record.reader.number}-{record.reader.state}-{__version__}"'


def answered(
    request: Request, asked: Wishes, question: Callable[[Questions, Place], dict[str, Any]], *, slow: bool = False
) -> Response:
    """Ask a question, unless the visitor has its answer already.

    Args:
        request: says which answer the visitor has.
        asked: the question's version and page.
        question: asks it.
        slow: whether it may take long.
    """
    shelf: Shelf = request.app.state.shelf
    place = Place.of(asked)
    with shelf.asked(place.as_of, slow=slow) as record:
        headers = {"ETag": etag(record), "Cache-Control": "private, no-cache"}
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Reply(question(record, place), headers=headers)
