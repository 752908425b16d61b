"""Reads a user's actors from FollowTheMoney entities, one JSON object a line.

Source: https://followthemoney.tech; schemata Person, Organization, PublicBody, Company, LegalEntity, Position and
Occupancy.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.knowledge.countries import countries
from dragoman.knowledge.own.claim import Claim, Place, check
from dragoman.knowledge.table import rows

KINDS = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "government_body",
}
LINKED = ("Position", "Occupancy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity of the file.

    Args:
        place: where it stands.
        id: its id.
        schema: its schema.
        properties: property to values.
    """

    place: Place
    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """Give the first value of a property, "" where it has none."""
        return next(iter(self.properties.get(name, ())), "")


def read(path: Path) -> tuple[list[Claim], dict[str, int]]:
    """Read and check every entity.

    Args:
        path: JSON lines in UTF-8.

    Returns:
        The actors with their offices, and how many entities of each schema that names no actor were left out.

    Raises:
        KnowledgeError: a line is no entity, or a property breaks its rule; the message names file, line and property.
    """
    entities = list(_entities(path))
    posts = {each.id: each for each in entities if each.schema == "Position"}
    held: dict[str, list[Entity]] = {}
    for each in entities:
        if each.schema == "Occupancy":
            held.setdefault(each.first("holder"), []).append(each)
    _check_links(entities, held, posts)
    claims, left_out = [], dict[str, int]()
    for each in entities:
        if each.schema in KINDS:
            claims += list(_claims(each, held.get(each.id, []), posts))
        elif each.schema not in LINKED:
            left_out[each.schema] = left_out.get(each.schema, 0) + 1
    return claims, left_out


def _entities(path: Path) -> Iterator[Entity]:
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        place = Place(path=str(path), line=number)
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError as error:
            raise place.refuse("(line)", line[:60].decode("utf-8", "replace"), f"is no JSON ({error})") from error
        properties = found.get("properties") if isinstance(found, dict) else None
        if not isinstance(properties, dict) or not isinstance(found.get("schema"), str):
            raise place.refuse("schema", str(found), "is no FollowTheMoney entity with id, schema and properties")
        yield Entity(
            place=place, id=str(found.get("id", "")), schema=found["schema"],
            properties={name: _values(value) for name, value in properties.items()},
        )  # fmt: skip


def _values(value: object) -> tuple[str, ...]:
    """Give the values of a property; linked entities nested in it count by their ids."""
    many = value if isinstance(value, list) else [value]
    return tuple(str(each.get("id", "")) if isinstance(each, dict) else str(each) for each in many if each is not None)


def _check_links(entities: list[Entity], held: Mapping[str, list[Entity]], posts: Mapping[str, Entity]) -> None:
    known = {each.id for each in entities if each.schema == "Person"}
    for holder, occupancies in held.items():
        for each in occupancies:
            if holder not in known:
                raise each.place.refuse("holder", holder, "is the id of no Person in this file")
            if each.first("post") not in posts:
                raise each.place.refuse("post", each.first("post"), "is the id of no Position in this file")


def _claims(entity: Entity, held: list[Entity], posts: Mapping[str, Entity]) -> Iterator[Claim]:
    """Give an actor once for each office, or once without."""
    names = [*entity.properties.get("name", ()), *entity.properties.get("alias", ())]
    names += entity.properties.get("weakAlias", ())
    own = {
        "name": names[0] if names else "",
        "aliases": "|".join(names[1:]),
        "kind": KINDS[entity.schema],
        "country": _country(entity),
        "sector": _sector(entity),
        "wikidata": entity.first("wikidataId"),
    }
    if not held:
        yield check(own, entity.place)
    for each in held:
        post = posts[each.first("post")]
        term = {"office": post.first("name"), "start": each.first("startDate")[:10], "end": each.first("endDate")[:10]}
        yield check(own | term | {"country": _country(post) or own["country"]}, each.place)


def _country(entity: Entity) -> str:
    """Give the ISO alpha-3 code of the first state; FollowTheMoney has alpha-2 codes in small letters."""
    for name in ("country", "nationality", "citizenship", "jurisdiction", "mainCountry"):
        code = entity.first(name).upper()
        if code:
            return _alpha3().get(code, code)
    return ""


@cache
def _alpha3() -> dict[str, str]:
    return {state.iso2: state.iso3 for state in countries()}


def _sector(entity: Entity) -> str:
    found = (_topics().get(topic) for topic in entity.properties.get("topics", ()))
    return next((sector for sector in found if sector is not None), "")


@cache
def _topics() -> dict[str, str]:
    return dict(rows("own/topics.tsv", ("topic", "sector")))
