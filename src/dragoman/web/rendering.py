"""Turns answers into pages: every word of a report is escaped, every page names its version and its JSON twin."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import quote, urlencode, urlsplit

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from pydantic import ValidationError

from dragoman.api.envelope import Place, cursor, etag, says
from dragoman.api.refusals import NotFoundError, message_of, status_of
from dragoman.api.shelf import Shelf
from dragoman.api.wishes import Paged, Wishes
from dragoman.ask import Questions
from dragoman.ask.asked import CONTEXTS
from dragoman.ask.overview import Overview, overview
from dragoman.errors import UsageError
from dragoman.version import __version__

W = TypeVar("W", bound=Wishes)
Found = Mapping[str, Any]
_FOUND = re.compile(r"\[([^\[\]]*)\]")
_OWN = ("cursor", "limit", "as_of", "format")
"""Parameters that are no filters."""


@lru_cache(maxsize=1)
def templates() -> Environment:
    """Give the templates."""
    made = Environment(
        loader=PackageLoader("dragoman.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "segment": lambda words: quote(str(words), safe=":"),
        "address": _address,
        "number": "{:,}".format,
        "cell": _cell,
        "marked": _marked,
        "query_of": query_of,
    }
    made.globals["program"] = __version__
    made.globals["contexts"] = CONTEXTS
    return made


def page(
    request: Request,
    template: str,
    kind: type[W],
    twin: str,
    question: Callable[[Questions, Place, W], Found],
    *,
    slow: bool = False,
) -> Response:
    """Answer with a page.

    Args:
        request: what was asked; empty parameters of a form count as not given.
        template: the page.
        kind: what may be asked.
        twin: the address of the same answer as JSON.
        question: asks it; gives what the page shows.
        slow: whether it may take long.
    """
    given = {name: value for name, value in request.query_params.items() if value.strip() and name != "format"}
    address = f"{twin}?{urlencode(given)}" if given else twin
    if request.query_params.get("format") == "json":
        return RedirectResponse(address, status_code=307)
    found: dict[str, Any] = {"twin": address, "given": given, "found": None, "problem": None, "near": ()}
    try:
        asked = checked(kind, given)
        place = Place.of(asked)
        shelf: Shelf = request.app.state.shelf
        with shelf.asked(place.as_of, slow=slow) as record:
            tag = etag(record).removesuffix('"') + '-page"'
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=_kept(tag))
            answer = dict(question(record, place, asked))
            turning = _turning(request, given, place, asked, answer, record)
            whole = {**found, "found": answer, "turning": turning, "says": says(record)}
            return shown(request, template, whole, headers=_kept(tag))
    except NotFoundError:
        raise
    except (UsageError, RequestValidationError) as error:
        wrong = {**found, "problem": message_of(error), "near": getattr(error, "near", ()), "turning": {}}
        return shown(request, template, wrong, status=status_of(error))


def shown(
    request: Request,
    template: str,
    values: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Draw a page."""
    glance = at_a_glance(request)
    base = {"request": request, "path": request.url.path, "glance": glance, "quads": glance.quads, "says": None}
    words = templates().get_template(template).render({**base, **values})
    return HTMLResponse(words, status_code=status, headers=headers)


def at_a_glance(request: Request) -> Overview:
    """Give the record at a glance, made once for each state of it."""
    shelf: Shelf = request.app.state.shelf
    return shelf.keep("overview", overview)


def checked(kind: type[W], given: Mapping[str, str]) -> W:
    """Check the parameters of an address.

    Raises:
        RequestValidationError: one does not exist, or is of the wrong kind.
    """
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise RequestValidationError([{**one, "loc": ("query", *one["loc"])} for one in error.errors()]) from None


def _turning(
    request: Request, given: Mapping[str, str], place: Place, asked: Wishes, answer: Found, record: Questions
) -> dict[str, Any]:
    """Give the links to the pages before and after, and the one that cites this page as it stands now."""
    number = record.reader.number
    fixed = {**given, "as_of": str(number)} if number and "cursor" not in given else dict(given)
    turning = {"cite": f"{request.url.path}?{urlencode(fixed)}"}
    if not isinstance(asked, Paged) or "total" not in answer:
        return turning
    after = place.offset + asked.limit
    plain = {name: value for name, value in given.items() if name not in {"cursor", "as_of"}}

    def link(offset: int) -> str:
        return f"{request.url.path}?{urlencode({**plain, 'cursor': cursor(number, offset)})}"

    if after < answer["total"]:
        turning["next"] = link(after)
    if place.offset:
        turning["before"] = link(max(place.offset - asked.limit, 0))
    return {**turning, "first": place.offset + 1, "last": min(after, answer["total"])}


def query_of(given: Mapping[str, str]) -> str:
    """Give the filters of an address as the query of another one."""
    return urlencode({name: value for name, value in given.items() if name not in _OWN})


def _cell(value: Any) -> str:
    """Write a value for people."""
    if isinstance(value, list | tuple):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)


def _marked(snippet: str) -> Markup:
    """Mark the words found, which stand between [ and ], after everything else was escaped."""
    return Markup(_FOUND.sub(r"<mark>\1</mark>", str(escape(snippet))))


def _kept(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "private, no-cache"}


def _address(url: str | None) -> str | None:
    """Give an address that may be followed; what a report calls its address may be a program."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None
