"""What a person says about an event, over HTTP: the verbs of `run.correcting` as addresses."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from dragoman.api.envelope import Item, Items, Place, Reply, answered, enveloped, item
from dragoman.api.refusals import RESPONSES, sought
from dragoman.api.shelf import Shelf
from dragoman.api.wishes import Paged, Words
from dragoman.ask import Questions
from dragoman.ask.forwarding import find_event
from dragoman.model.correction import undone_by
from dragoman.run import correcting
from dragoman.run.correcting import Corrected

routes = APIRouter(prefix="/api", responses=RESPONSES, tags=["corrections"])


class Entry(BaseModel):
    """What every entry says."""

    model_config = ConfigDict(extra="forbid")

    by: Words | None = Field(None, description="Who says so; who started the server otherwise.")
    why: str = Field("", max_length=2000, description="The reason; it is kept.")


class Setting(Entry):
    """A field's right value."""

    field: Words = Field(description="type, mode, cameo, actors, recipients, date, place, country, status, ...")
    value: str = Field(max_length=2000, description='The value; names are parted by ";", "none" leaves it without one.')


class Merging(Entry):
    """The other event."""

    other: Words = Field(description="The other event's id.")


class Splitting(Entry):
    """The tellings that tell another event."""

    mentions: list[Words] = Field(min_length=1, max_length=1000, description="Ids of mentions, or reports' names.")


@routes.get("/corrections", response_model=Items)
def corrections(request: Request, asked: Annotated[Paged, Query()]) -> Response:
    """Every entry of a person, the latest first, with the undo that took it back."""

    def question(record: Questions, place: Place) -> dict[str, Any]:
        entries = record.reader.corrections()
        undone = undone_by(entries)
        rows = [{**asdict(entry), "undone": undone.get(entry.id)} for entry in reversed(entries)]
        shown = rows[place.offset : place.offset + asked.limit]
        return enveloped(record, shown, asked="Corrections", after=place.offset + len(shown), total=len(rows))

    return answered(request, asked, question)


@routes.post("/events/{event}/confirm", response_model=Item)
def confirm(request: Request, event: str, entry: Annotated[Entry, Body()]) -> Response:
    """Say that an event is as the record has it; its confidence is 1 then."""
    return _done(request, event, lambda folder, said: correcting.confirm(folder, event, **said), entry)


@routes.post("/events/{event}/correct", response_model=Item)
def correct(request: Request, event: str, entry: Annotated[Setting, Body()]) -> Response:
    """Put a value into a field of an event; it outranks every report and every rule."""
    return _done(
        request, event, lambda folder, said: correcting.correct(folder, event, entry.field, entry.value, **said), entry
    )


@routes.post("/events/{event}/merge", response_model=Item)
def merge(request: Request, event: str, entry: Annotated[Merging, Body()]) -> Response:
    """Say that two events are one."""
    return _done(request, event, lambda folder, said: correcting.merge(folder, event, entry.other, **said), entry)


@routes.post("/events/{event}/split", response_model=Item)
def split(request: Request, event: str, entry: Annotated[Splitting, Body()]) -> Response:
    """Say that some tellings of an event tell another one."""
    return _done(request, event, lambda folder, said: correcting.split(folder, event, entry.mentions, **said), entry)


@routes.post("/events/{event}/reject", response_model=Item)
def reject(request: Request, event: str, entry: Annotated[Entry, Body()]) -> Response:
    """Say that an event is none."""
    return _done(request, event, lambda folder, said: correcting.reject(folder, event, **said), entry)


@routes.post("/corrections/{correction}/undo", response_model=Item)
def undo(request: Request, correction: str, entry: Annotated[Entry, Body()]) -> Response:
    """Take an entry back; taking back an undo restores what it took back."""
    with sought():
        return _kept(request, lambda folder, said: correcting.undo(folder, correction, **said), entry)


Verb = Callable[[Any, dict[str, str]], Corrected]


def _done(request: Request, event: str, verb: Verb, entry: Entry) -> Response:
    shelf: Shelf = request.app.state.shelf
    with shelf.asked() as record, sought():
        find_event(record.reader, event)
    return _kept(request, verb, entry)


def _kept(request: Request, verb: Verb, entry: Entry) -> Response:
    shelf: Shelf = request.app.state.shelf
    said = {"by": entry.by or request.app.state.author, "why": entry.why}
    with shelf.changing:
        done = verb(shelf.folder, said)
    with shelf.asked() as record:
        before, after = ([event.id for event in events] for events in (done.before, done.after))
        return Reply(item(record, {"correction": asdict(done.correction), "before": before, "after": after}))
