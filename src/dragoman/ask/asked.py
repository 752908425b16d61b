"""What may be asked of events: the filters that every question, export and chart shares."""

import math
from collections.abc import Mapping
from typing import TypedDict, Unpack

from dragoman.ask.days import Asked
from dragoman.ask.filters import Conditions
from dragoman.ask.people import People
from dragoman.codes.plover import event_types
from dragoman.codes.sectors import sectors
from dragoman.errors import UsageError
from dragoman.knowledge import contexts
from dragoman.knowledge.places import places
from dragoman.model.mention import SALIENCES
from dragoman.record.reader import Reader


class EventFilters(TypedDict, total=False):
    """The filters; an event must pass all that are given.

    Args:
        actor: somebody who takes part, on whichever side; a state's name means the state itself.
        with_: somebody else who takes part in the same event.
        country: the state of any participant, by name or ISO alpha-3 code.
        sector: PLOVER sector of any participant.
        type: PLOVER event type, in any case.
        mode: PLOVER mode.
        status: actual, planned, conditional or denied.
        salience: main, other or background.
        since: first day ("2022", "2022-03", "2022-03-01"); an event counts if it may lie on or after it.
        until: last day.
        place: part of the place's name, or a state; with `within`, a town or "latitude,longitude".
        within: kilometres around `place`.
        topic: words in one of its topics.
        context: a PLOVER context that the words telling it speak of (military, cbrn, health, ...).
        publisher: part of the name of an outlet that tells it.
        min_outlets: told by at least so many outlets that do not copy each other.
        min_confidence: confidence of at least so much, 0 to 1.
        text: words in a sentence that tells it.
    """

    actor: str | None
    with_: str | None
    country: str | None
    sector: str | None
    type: str | None
    mode: str | None
    status: str | None
    salience: str | None
    since: Asked
    until: Asked
    place: str | None
    within: float | None
    topic: str | None
    context: str | None
    publisher: str | None
    min_outlets: int | None
    min_confidence: float | None
    text: str | None


CONTEXTS = contexts.CONTEXTS
"""What `context` may be."""

FILTERS = tuple(EventFilters.__annotations__)
"""The names of all filters."""


def conditions(reader: Reader, people: People, **asked: Unpack[EventFilters]) -> Conditions:
    """Turn filters into conditions on `listed e`.

    Args:
        reader: the record, with the shared tables made.
        people: its actors.
        asked: the filters.

    Returns:
        The conditions, which hold together.

    Raises:
        UsageError: a filter that does not exist, an unknown or ambiguous name, an impossible day or number.
    """
    if unknown := [name for name in asked if name not in FILTERS]:
        known = ", ".join(name.removesuffix("_") for name in FILTERS)
        raise UsageError(f"there is no filter {unknown[0][:40]!r}; there are {known}")
    made = Conditions()
    for name in filter(None, (asked.get("actor"), asked.get("with_"))):
        made.takes_part(people.find(name))
    _of_closed_lists(made, reader, asked)
    if country := asked.get("country"):
        made.of_country(country)
    made.between(asked.get("since"), asked.get("until"), first="e.since", last="e.until")
    _somewhere(made, asked.get("place"), asked.get("within"))
    if text := asked.get("text"):
        made.told_in(text)
    for column, words in (("e.topics", asked.get("topic")), ("e.publishers", asked.get("publisher"))):
        if words:
            made.add(f"contains(lower(array_to_string({column}, chr(10))), lower(?))", words)
    _at_least(made, asked)
    return made


def in_words(what: str, asked: Mapping[str, object]) -> str:
    """Say a question in words: "Events: actor Roe, since 2022"."""
    said = ", ".join(f"{name.removesuffix('_').replace('_', ' ')} {value}" for name, value in asked.items() if value)
    return f"{what}: {said}" if said else what


def _of_closed_lists(made: Conditions, reader: Reader, asked: EventFilters) -> None:
    if kind := asked.get("type"):
        made.one_of("e.type", kind, _values(reader, "type"))
    if mode := asked.get("mode"):
        made.one_of("e.mode", mode, _values(reader, "mode"))
    if status := asked.get("status"):
        made.status(status)
    if salience := asked.get("salience"):
        made.one_of("e.salience", salience, SALIENCES)
    if context := asked.get("context"):
        made.of_context(context, CONTEXTS)
    if sector := asked.get("sector"):
        made.of_sector(sector, tuple(code for code, known in sectors().items() if known.recorded))


def _at_least(made: Conditions, asked: EventFilters) -> None:
    outlets, confidence = asked.get("min_outlets"), asked.get("min_confidence")
    if outlets is not None:
        if outlets < 1:
            raise UsageError(f"min_outlets is {outlets}; give 1 or more")
        made.add("e.independent >= ?", outlets)
    if confidence is not None:
        if not 0 <= confidence <= 1:
            raise UsageError(f"min_confidence is {confidence}; give a number from 0 to 1")
        made.add("e.confidence >= ?", confidence)


def _somewhere(made: Conditions, place: str | None, within: float | None) -> None:
    if within is None:
        if place:
            made.at(place)
        return
    if not place:
        raise UsageError("a distance needs a place to measure from; give place too")
    if not (math.isfinite(within) and within > 0):
        raise UsageError(f"a distance of {within} km holds nothing; give a number above 0")
    lat, lon = _point(place)
    made.near(lat, lon, within)


def _point(place: str) -> tuple[float, float]:
    """Give the coordinates of a town, the most populous of its name, or of "latitude,longitude"."""
    parts = place.split(",")
    try:
        lat, lon = (float(part) for part in parts)
    except ValueError:
        return _town(place)
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise UsageError(f"{place[:40]!r} is no point of the earth; write latitude,longitude in degrees (59.91,10.75)")
    return lat, lon


def _town(place: str) -> tuple[float, float]:
    found = places().find(place) or places().find(place, least=0)
    if not found:
        raise UsageError(f"no place called {place[:40]!r} is known; give its latitude,longitude (59.91,10.75)")
    return found[0].lat, found[0].lon


def _values(reader: Reader, column: str) -> tuple[str, ...]:
    """Give PLOVER's types or modes, then what else the record has: an ontology of one's own may add some."""
    types = event_types().values()
    listed = [t.code for t in types] if column == "type" else [mode.code for t in types for mode in t.modes]
    rows = reader.sql(f"select distinct {column} as v from listed where {column} is not null order by 1")
    return tuple(dict.fromkeys((*listed, *(row["v"] for row in rows))))
