"""Events and actors as FollowTheMoney entities, one JSON object a line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.export.selection import Selection
from dragoman.export.telling import Told, told
from dragoman.knowledge.countries import countries

_SCHEMATA = {
    "person": "Person",
    "country": "PublicBody",
    "government_body": "PublicBody",
    "organisation": "Organization",
    "armed_group": "Organization",
    "group": "LegalEntity",
}
_CAST = "with $common select distinct event, key, name, kind, country, wikidata, role from party order by key, event"


def ftm(selection: Selection, target: Path) -> int:
    """Write FollowTheMoney entities: an Event each with those involved, and every actor once.

    Source: followthemoney.tech, schemata Event, Person, PublicBody, Organization, LegalEntity.
    """
    involved: dict[str, list[str]] = {}
    actors: dict[str, Mapping[str, Any]] = {}
    for row in selection.rows(selection.fill(_CAST)):
        involved.setdefault(row["event"], []).append(_id(row["key"]))
        actors[row["key"]] = row
    done = 0
    with target.open("w", encoding="utf-8") as out:
        for entity in (*map(_actor, actors.values()), *_events(selection, involved)):
            out.write(json.dumps(entity, ensure_ascii=False) + "\n")
            done += 1
    return done


def _actor(row: Mapping[str, Any]) -> dict[str, Any]:
    schema = _SCHEMATA.get(row["kind"], "LegalEntity")
    given = {
        "name": row["name"],
        "country": _country(row["country"]),
        "wikidataId": row["wikidata"],
        "position" if schema == "Person" else "description": row["role"],
    }
    return _entity(_id(row["key"]), schema, given)


def _events(selection: Selection, involved: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    for one in told(selection):
        entity = _entity(f"dragoman-{one.id}", "Event", _event(one))
        entity["properties"]["involved"] = involved.get(one.id, [])
        yield entity


def _event(one: Told) -> dict[str, str | None]:
    return {
        "name": one.headline,
        "startDate": one.since,
        "endDate": one.until,
        "country": _country(one.country),
        "location": one.place,
        "summary": one.sentence,
        "keywords": one.type,
        "sourceUrl": one.url,
        "recordId": one.id,
    }


def _entity(key: str, schema: str, given: Mapping[str, str | None]) -> dict[str, Any]:
    return {"id": key, "schema": schema, "properties": {name: [value] for name, value in given.items() if value}}


def _country(iso3: str | None) -> str | None:
    """Give FollowTheMoney's code of a state: ISO 3166 alpha-2 in lower case."""
    state = countries().get(iso3) if iso3 else None
    return state.iso2.lower() if state and state.iso2 else None


def _id(key: str) -> str:
    return f"dragoman-{key.replace(':', '-')}"
