"""Pages of one thing: an event, an actor, two with each other, a report."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.api.envelope import Place
from dragoman.api.refusals import sought
from dragoman.api.wishes import DyadAsked, Wishes
from dragoman.ask import Questions
from dragoman.ask.paging import page_of_events
from dragoman.model.correction import FIELDS
from dragoman.web.highlighting import segments
from dragoman.web.rendering import Found, page

routes = APIRouter()
_SHOWN = 100


@routes.get("/events/{event}")
def show(request: Request, event: str) -> Response:
    """One event: every field's evidence and dissent, its tellings, its history."""

    def question(record: Questions, _: Place, asked: Wishes) -> Found:
        with sought():
            dossier = record.show(event)
            history = record.history(event)
        return {"dossier": dossier, "history": history, "fields": FIELDS, "author": request.app.state.author}

    return page(request, "event.html", Wishes, f"/api/events/{event}", question)


@routes.get("/actors/{name}")
def actor(request: Request, name: str) -> Response:
    """One actor: offices, counterparts, events, quotes, positions."""

    def question(record: Questions, _: Place, asked: Wishes) -> Found:
        with sought():
            dossier = record.actor(name)
        key = dossier.id
        return {
            "dossier": dossier,
            "events": page_of_events(record, limit=_SHOWN, actor=key),
            "quotes": record.quotes(speaker=key, limit=_SHOWN),
            "positions": record.positions(actor=key, limit=_SHOWN),
        }

    return page(request, "actor.html", Wishes, f"/api/actors/{name}", question)


@routes.get("/actor")
def named(request: Request) -> Response:
    """Lead to the actor that a form names."""
    from urllib.parse import quote

    name = request.query_params.get("name", "").strip()
    return RedirectResponse(f"/actors/{quote(name, safe=':')}" if name else "/actors", status_code=303)


@routes.get("/dyad")
def dyad(request: Request) -> Response:
    """Two with each other: balance over time, events, quotes of the one that name the other."""

    def question(record: Questions, _: Place, asked: DyadAsked) -> Found:
        found = record.dyad(**asked.model_dump(exclude={"as_of"}))
        return {
            "dyad": found,
            "events": list(map(found.events.row, found.events.page(0, _SHOWN))),
            "quotes": list(map(found.quotes.row, found.quotes.page(0, _SHOWN))),
        }

    if not (request.query_params.get("a", "").strip() and request.query_params.get("b", "").strip()):
        return page(request, "dyad.html", _Halves, "/api/dyad", lambda *_: {"dyad": None})
    return page(request, "dyad.html", DyadAsked, "/api/dyad", question)


class _Halves(DyadAsked):
    """Two, one or both of whom are still to be named."""

    a: str = ""
    b: str = ""


@routes.get("/reports/{report}")
def report(request: Request, report: str) -> Response:
    """One report, with what was found in it marked in its text."""

    def question(record: Questions, _: Place, asked: Wishes) -> Found:
        with sought():
            found = record.report(report)
        return {"report": found, "segments": segments(found.text, found.marks)}

    return page(request, "report.html", Wishes, f"/api/reports/{report}", question)
