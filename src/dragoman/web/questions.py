"""Pages that picture a question: timeline, network, map, counts, coverage, SQL."""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import Field

from dragoman.api.asking import ROWS, SECONDS
from dragoman.api.envelope import Place
from dragoman.api.wishes import CountsAsked, EventsAsked, GapsAsked, NetworkAsked, SqlAsked, Wishes, Words
from dragoman.ask import Questions
from dragoman.ask.columns import Table, tables
from dragoman.ask.paging import page_of_events
from dragoman.ask.statement import SHARED
from dragoman.web.rendering import Found, page

routes = APIRouter()
_TOP = 40


class _Silences(GapsAsked):
    """Coverage, whose gaps are listed from a length of seven days on."""

    least: int = Field(7, ge=1)


class _Drawn(EventsAsked):
    """Events, and the length of the periods that they are drawn by."""

    per: Words | None = None


@routes.get("/timeline")
def timeline(request: Request) -> Response:
    """Events along time, to be narrowed by dragging."""

    def question(record: Questions, place: Place, asked: _Drawn) -> Found:
        found = page_of_events(record, limit=asked.limit, offset=place.offset, **asked.filters())
        return {"rows": found.events, "total": found.total}

    return page(request, "timeline.html", _Drawn, "/api/events", question)


@routes.get("/network")
def network(request: Request) -> Response:
    """Who is in events with whom."""

    def question(record: Questions, _: Place, asked: NetworkAsked) -> Found:
        found = record.network(of=asked.of, least=asked.least, most=asked.most, **asked.filters())
        nodes, ties = (rows.page(0, _TOP) for rows in (found.nodes, found.ties))
        return {"nodes": nodes, "ties": ties, "sizes": (len(found.nodes), len(found.ties)), "of": asked.of}

    return page(request, "network.html", NetworkAsked, "/api/network", question, slow=True)


@routes.get("/map")
def world(request: Request) -> Response:
    """Where events happened."""

    def question(record: Questions, place: Place, asked: CountsAsked) -> Found:
        found = record.counts("place", **asked.filters())
        return {"rows": [row for row in found.page(0, 2 * _TOP) if row["key"]], "size": len(found)}

    return page(request, "map.html", CountsAsked, "/api/counts?by=place", question)


@routes.get("/counts")
def counts(request: Request) -> Response:
    """Events, tellings or reports by who, what or where, over time."""

    def question(record: Questions, place: Place, asked: CountsAsked) -> Found:
        own: dict[str, Any] = {"per": asked.per, "unit": asked.unit, "balanced": asked.balanced}
        found = record.counts(asked.by, **own, **asked.filters())
        rows = found.page(place.offset, asked.limit)
        return {"rows": rows, "total": len(found), "by": asked.by, "per": asked.per, "unit": asked.unit}

    return page(request, "counts.html", CountsAsked, "/api/counts", question)


@routes.get("/coverage")
def coverage(request: Request) -> Response:
    """Which publishers were silent when."""

    def question(record: Questions, place: Place, asked: GapsAsked) -> Found:
        chosen = asked.model_dump(include={"publisher", "since", "until", "least"})
        found = record.gaps(**chosen)
        return {"rows": found.page(place.offset, asked.limit), "total": len(found)}

    twin = "/api/gaps" if request.query_params.get("least") else "/api/coverage"
    return page(request, "coverage.html", _Silences, twin, question)


@routes.get("/sql")
def sql(request: Request) -> Response:
    """A query of one's own."""

    def question(record: Questions, place: Place, asked: SqlAsked) -> Found:
        found = record.sql(asked.query, seconds=SECONDS, rows=ROWS)
        rows = found.page(place.offset, asked.limit)
        return {
            "rows": rows,
            "names": found.table.column_names,
            "total": len(found),
            "tables": _tables(),
            "note": found.note,
        }

    if not request.query_params.get("query", "").strip():
        empty: Any = {"rows": None, "names": (), "tables": None}
        return page(request, "sql.html", Wishes, "/api/sql", lambda *_: {**empty, "tables": _tables()})
    return page(request, "sql.html", SqlAsked, "/api/sql", question, slow=True)


def _tables() -> list[Table]:
    """Give the tables that may be asked, with their columns; those first that most questions are about."""
    known = tables()
    first = ("events", "mentions", "reports", "actors", "quotes", "positions", *SHARED)
    return [known[name] for name in dict.fromkeys((*first, *known)) if name in known]
