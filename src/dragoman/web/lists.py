"""Pages that list: the front, search, events, quotes, positions, actors, the review queue."""

from typing import Any

from fastapi import APIRouter, Request, Response

from dragoman.api.envelope import Place
from dragoman.api.wishes import EventsAsked, Paged, PositionsAsked, QuotesAsked, ReviewAsked, SearchAsked, Wishes
from dragoman.ask import Questions
from dragoman.ask.answer import Answer
from dragoman.ask.overview import Overview
from dragoman.ask.paging import page_of_events
from dragoman.model.correction import FIELDS
from dragoman.web.bars import bars
from dragoman.web.rendering import Found, at_a_glance, page

routes = APIRouter()
_PAGING = {"as_of", "limit", "cursor"}


@routes.get("/")
def front(request: Request) -> Response:
    """The record at a glance, and a line to search it by."""
    glance = at_a_glance(request)
    return page(request, "front.html", Wishes, "/api/overview", lambda *_: _front(glance))


def _front(glance: Overview) -> Found:
    return {"bars": bars(glance.series, glance.per)}


@routes.get("/search")
def search(request: Request) -> Response:
    """Reports and quotes by their words."""

    def question(record: Questions, place: Place, asked: SearchAsked) -> Found:
        found = record.search(**asked.model_dump(exclude=_PAGING), limit=place.offset + asked.limit + 1)
        return {"rows": found[place.offset : place.offset + asked.limit], "total": len(found)}

    if not request.query_params.get("words", "").strip():
        return page(request, "search.html", Wishes, "/api/search", lambda *_: {"rows": None})
    return page(request, "search.html", SearchAsked, "/api/search", question)


@routes.get("/events")
def events(request: Request) -> Response:
    """Events that pass filters."""

    def question(record: Questions, place: Place, asked: EventsAsked) -> Found:
        found = page_of_events(record, limit=asked.limit, offset=place.offset, **asked.filters())
        return {"rows": found.events, "total": found.total, "asked": found.events.asked}

    return page(request, "events.html", EventsAsked, "/api/events", question)


@routes.get("/quotes")
def quotes(request: Request) -> Response:
    """Who said what."""

    def question(record: Questions, place: Place, asked: QuotesAsked) -> Found:
        return _part(record.quotes(**asked.model_dump(exclude=_PAGING)), place, asked)

    return page(request, "quotes.html", QuotesAsked, "/api/quotes", question)


@routes.get("/positions")
def positions(request: Request) -> Response:
    """Who is for or against what."""

    def question(record: Questions, place: Place, asked: PositionsAsked) -> Found:
        chosen: Any = asked.model_dump(exclude=_PAGING)
        return _part(record.positions(**chosen), place, asked)

    return page(request, "positions.html", PositionsAsked, "/api/positions", question)


@routes.get("/actors")
def actors(request: Request) -> Response:
    """Those in most events."""
    return page(request, "actors.html", Wishes, "/api/counts?by=actor", lambda *_: {})


@routes.get("/review")
def review(request: Request) -> Response:
    """What a person should look at first, with keys to decide it by."""

    def question(record: Questions, place: Place, asked: ReviewAsked) -> Found:
        found = record.review(limit=min(asked.limit, 25), offset=place.offset, **asked.filters())
        return {"rows": found.doubts, "total": found.waiting, "fields": FIELDS, "author": request.app.state.author}

    return page(request, "review.html", ReviewAsked, "/api/review", question)


def _part(found: Answer[Any], place: Place, asked: Paged) -> Found:
    rows = map(found.row, found.page(place.offset, asked.limit))
    return {"rows": list(rows), "total": len(found), "asked": found.asked}
