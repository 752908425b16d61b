"""The questions of a record as addresses, each under its own name."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from dragoman import ask
from dragoman.api.envelope import Item, Items, Place, answered, enveloped, item, items
from dragoman.api.refusals import RESPONSES, sought
from dragoman.api.wishes import (
    MOST,
    CountsAsked,
    CoverageAsked,
    DiffAsked,
    DyadAsked,
    EventsAsked,
    GapsAsked,
    NetworkAsked,
    Paged,
    PositionsAsked,
    QuotesAsked,
    ReviewAsked,
    SearchAsked,
    ShiftsAsked,
    SqlAsked,
    TimelineAsked,
    Wishes,
)
from dragoman.ask import Questions
from dragoman.ask.paging import page_of_events
from dragoman.ask.versions import version_rows

SECONDS = 10.0
"""How long a query of a visitor's own may take."""
ROWS = 10_000
"""How many rows it gives at most."""

routes = APIRouter(prefix="/api", responses=RESPONSES)
LIST: dict[str, Any] = {"response_model": Items, "tags": ["lists"]}
ONE: dict[str, Any] = {"response_model": Item, "tags": ["dossiers"]}


@routes.get("/summary", **ONE)
def summary(request: Request, asked: Annotated[Wishes, Query()]) -> Response:
    """What the record holds: reports, events, tellings, quotes, actors, outlets, first and last day."""
    return answered(request, asked, lambda record, _: item(record, record.summary().as_dict()))


@routes.get("/overview", **ONE)
def overview(request: Request, asked: Annotated[Wishes, Query()]) -> Response:
    """The record at a glance: what it holds, the events most told, those in most of them, events by quad class."""
    return answered(request, asked, lambda record, _: item(record, record.overview().as_dict()))


@routes.get("/events", **LIST)
def events(request: Request, asked: Annotated[EventsAsked, Query()]) -> Response:
    """Events in order of their days, undated ones last."""
    return answered(request, asked, lambda record, place: _events(record, place, asked, asked.filters()))


@routes.get("/events/{event}", **ONE)
def show(request: Request, event: str, asked: Annotated[Wishes, Query()]) -> Response:
    """Everything the record knows of one event: every field with the sentences for and against it."""

    def question(record: Questions, _: Place) -> dict[str, Any]:
        with sought():
            return item(record, record.show(event).as_dict())

    return answered(request, asked, question)


@routes.get("/events/{event}/history", **ONE)
def history(request: Request, event: str, asked: Annotated[Wishes, Query()]) -> Response:
    """All that happened to one event: reports arriving, entries of people, judgements."""

    def question(record: Questions, _: Place) -> dict[str, Any]:
        with sought():
            return item(record, record.history(event).as_dict())

    return answered(request, asked, question)


@routes.get("/timeline", **LIST)
def timeline(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """The events of an actor, or of two actors with each other, in order of their days."""
    filters = {"actor": asked.actor, "with_": asked.other, "since": asked.since, "until": asked.until}
    return answered(request, asked, lambda record, place: _events(record, place, asked, filters))


@routes.get("/actors/{name}", **ONE)
def actor(request: Request, name: str, asked: Annotated[Wishes, Query()]) -> Response:
    """Everything the record knows of one actor: names, offices, first and last day, counterparts."""

    def question(record: Questions, _: Place) -> dict[str, Any]:
        with sought():
            return item(record, record.actor(name).as_dict())

    return answered(request, asked, question)


@routes.get("/dyad", **ONE)
def dyad(request: Request, asked: Annotated[DyadAsked, Query()]) -> Response:
    """All between two over time: periods with the balance of cooperation and conflict, events, quotes."""
    chosen = asked.model_dump(exclude={"as_of"})
    return answered(request, asked, lambda record, _: item(record, record.dyad(**chosen).as_dict(MOST)))


@routes.get("/quotes", **LIST)
def quotes(request: Request, asked: Annotated[QuotesAsked, Query()]) -> Response:
    """Who said what, in order of the reports' days."""
    chosen = asked.model_dump(exclude={"as_of", "limit", "cursor"})
    return answered(request, asked, lambda record, place: items(record, record.quotes(**chosen), asked, place))


@routes.get("/positions", **LIST)
def positions(request: Request, asked: Annotated[PositionsAsked, Query()]) -> Response:
    """Who is for or against what, in order of days."""
    chosen: Any = asked.model_dump(exclude={"as_of", "limit", "cursor"})
    return answered(request, asked, lambda record, place: items(record, record.positions(**chosen), asked, place))


@routes.get("/counts", **LIST)
def counts(request: Request, asked: Annotated[CountsAsked, Query()]) -> Response:
    """Events, tellings or reports by who, what or where, over time."""
    own: dict[str, Any] = {"per": asked.per, "unit": asked.unit, "balanced": asked.balanced}
    return answered(
        request,
        asked,
        lambda record, place: items(record, record.counts(asked.by, **own, **asked.filters()), asked, place),
    )


@routes.get("/network", **ONE)
def network(request: Request, asked: Annotated[NetworkAsked, Query()]) -> Response:
    """Who is in events with whom, how central each is, and which belong together."""
    own: dict[str, Any] = {"of": asked.of, "least": asked.least, "most": asked.most}

    def question(record: Questions, _: Place) -> dict[str, Any]:
        return item(record, record.network(**own, **asked.filters()).as_dict())

    return answered(request, asked, question, slow=True)


@routes.get("/search", **LIST)
def search(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """Reports and quotes by their words, the most relevant first."""

    def question(record: Questions, place: Place) -> dict[str, Any]:
        chosen = asked.model_dump(exclude={"as_of", "limit", "cursor"})
        # one more than is shown tells whether there is a next page
        found = record.search(**chosen, limit=place.offset + asked.limit + 1)
        rows = found.page(place.offset, asked.limit)
        after = place.offset + len(rows)
        made = enveloped(record, rows, asked=found.asked, after=after, total=len(found))
        return {**made, "total": None if len(found) > after else after}

    return answered(request, asked, question)


@routes.get("/coverage", **LIST)
def coverage(request: Request, asked: Annotated[CoverageAsked, Query()]) -> Response:
    """For every publisher and day whether the record has reports, so that no report is not read as no event."""
    chosen = asked.model_dump(include={"publisher", "since", "until"})
    return answered(request, asked, lambda record, place: items(record, record.coverage(**chosen), asked, place))


@routes.get("/gaps", **LIST)
def gaps(request: Request, asked: Annotated[GapsAsked, Query()]) -> Response:
    """Stretches of days on which the record has nothing of a publisher, the longest first."""
    chosen = asked.model_dump(include={"publisher", "since", "until", "least"})
    return answered(request, asked, lambda record, place: items(record, record.gaps(**chosen), asked, place))


@routes.get("/shifts", **LIST)
def shifts(request: Request, asked: Annotated[ShiftsAsked, Query()]) -> Response:
    """Where a series of events bursts or changes its level, with the events that lead there."""
    return answered(
        request,
        asked,
        lambda record, place: items(record, record.shifts(per=asked.per, **asked.filters()), asked, place),
    )


@routes.get("/reports/{report}", **ONE)
def report(request: Request, report: str, asked: Annotated[Wishes, Query()]) -> Response:
    """One report: its text, and what was found where in it."""

    def question(record: Questions, _: Place) -> dict[str, Any]:
        with sought():
            return item(record, record.report(report).as_dict())

    return answered(request, asked, question)


@routes.get("/review", **LIST)
def review(request: Request, asked: Annotated[ReviewAsked, Query()]) -> Response:
    """Events that nobody has confirmed or corrected yet, the least certain first."""

    def question(record: Questions, place: Place) -> dict[str, Any]:
        found = record.review(limit=asked.limit, offset=place.offset, **asked.filters())
        rows = [doubt.as_dict() for doubt in found.doubts]
        return enveloped(record, rows, asked="Events to review", after=place.offset + len(rows), total=found.waiting)

    return answered(request, asked, question)


@routes.get("/versions", **LIST)
def versions(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """Every version of the record, the oldest first: what ran, and what had changed."""

    def question(record: Questions, place: Place) -> dict[str, Any]:
        rows = [row.as_dict() for row in version_rows(record.reader)]
        shown = rows[place.offset : place.offset + asked.limit]
        return enveloped(record, shown, asked="Versions", after=place.offset + len(shown), total=len(rows))

    return answered(request, asked, question)


@routes.get("/diff", **LIST)
def diff(request: Request, asked: Annotated[DiffAsked, Query()]) -> Response:
    """Events that came, went or changed between two versions of the record, and why."""

    def question(record: Questions, place: Place) -> dict[str, Any]:
        rows = [change.as_dict() for change in ask.diff(record.reader.folder, asked.one, asked.other)]
        shown = rows[place.offset : place.offset + asked.limit]
        return enveloped(record, shown, asked="Changes", after=place.offset + len(shown), total=len(rows))

    return answered(request, asked, question)


@routes.get("/sql", **LIST)
def sql(request: Request, asked: Annotated[SqlAsked, Query()]) -> Response:
    """Rows of a `select` of your own over the record's tables; nothing else can be read, and nothing written."""
    return answered(
        request,
        asked,
        lambda record, place: items(record, record.sql(asked.query, seconds=SECONDS, rows=ROWS), asked, place),
        slow=True,
    )


def _events(record: Questions, place: Place, asked: Paged, filters: dict[str, Any]) -> dict[str, Any]:
    found = page_of_events(record, limit=asked.limit, offset=place.offset, **filters)
    rows = found.events.dicts()
    return enveloped(record, rows, asked=found.events.asked, after=place.offset + len(rows), total=found.total)
