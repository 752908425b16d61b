"""All the places that a name can mean: states and their parts, cities, regions, seas, sites."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.countries import countries
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.places import Place, places
from dragoman.stages.places.words import words

# Weighs a state against cities of the same name as if it were a city of that many people.
_STATE_WEIGHT = 20_000_000
# A region or site stands in the table because news speaks of it: it counts as much as a city of so many people.
_FAME = {"region": 3_000_000, "point": 50_000}
_LISTED = 1_000_000  # so do the towns listed by hand, Geneva and Davos among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One place that a name can mean.

    Args:
        name: the gazetteer's name.
        country: ISO alpha-3, None where it belongs to none.
        lat: degrees, None where unknown.
        lon: degrees.
        weight: people, or a stand-in for fame.
        precision: `point`, `city`, `province`, `country`, `region`.
        admin1: its state or province.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    weight: int
    precision: str
    admin1: str | None = None


@lru_cache(maxsize=8192)
def options(form: str) -> tuple[Option, ...]:
    """Give every place that a form can mean, the weightiest first; none for demonyms and metonyms."""
    plain = " ".join(form.split())
    full = _spelled_out(plain)
    if full:
        return tuple(option for option in options(full) if option.country in ("USA", "CAN", "AUS"))
    state = _state(plain)
    if state is None and _is_people(plain):
        return ()
    known = plain[:1].isupper() or plain.startswith(("al-", "el-"))
    found = _named(plain) if known and not _is_body(plain) else ()
    if state is not None and any(_is_part(option, plain, state) for option in found):
        state = None  # "Wales" is also a name of the state that it belongs to
    if state is not None:
        found = tuple(o for o in found if o.country != state.country or o.precision not in ("country", "province"))
    every = (state, *found) if state else found
    return tuple(sorted(every, key=lambda option: -option.weight))


def _is_part(option: Option, form: str, state: Option) -> bool:
    """Tell whether the gazetteer knows a form as a part of the state, and the state has another name."""
    return option.precision == "province" and option.country == state.country and state.name != form == option.name


def _spelled_out(form: str) -> str | None:
    """Give the state that an abbreviation of newspapers or of the post stands for."""
    packed = form.replace(" ", "")
    full = words("short").get(form) or words("postal").get(form)
    if full is None and "." in packed:
        full = words("short").get(packed) or words("short").get(packed + ".")
    return full


def _named(form: str) -> tuple[Option, ...]:
    """Ask the gazetteer for a name, then without its kind: "Nyanza Province", but "Orange County" as it stands."""
    found = places().find(form, least=0)
    bare, _, kind = form.rpartition(" ")
    if bare and kind.lower() in words("unit"):
        wider = tuple(place for place in places().find(bare, least=0) if place.precision == "province")
        found = wider or found or places().find(bare, least=0)
    elif bare and kind.lower() in words("kind") and not found:
        found = places().find(bare, least=0)
        if kind.lower() in words("settlement"):
            found = tuple(place for place in found if place.precision == "city") or found
    return tuple(_of(place) for place in found)


def _state(form: str) -> Option | None:
    known = countries().find_as(form, "name")
    country = countries().get(known.iso3) if known else None
    if country is None or (form != country.name and not form.isupper() and _names_people(form)):
        return None
    better = places().find(f"state {country.iso3}")  # GeoNames' point, for the large ones
    return Option(
        name=country.name,
        country=country.iso3,
        lat=better[0].lat if better else country.lat,
        lon=better[0].lon if better else country.lon,
        weight=_STATE_WEIGHT,
        precision="country",
    )


def _names_people(form: str) -> bool:
    return countries().find_as(form, "people") is not None or countries().find_as(form, "demonym") is not None


def _is_people(form: str) -> bool:
    known = countries().find(form)
    return known is not None and known.kind in ("demonym", "people", "metonym") and not places().find(form)


def _is_body(form: str) -> bool:
    """Tell whether capitals are the letters of a known body ("UN", "NATO"), though some town is spelled so."""
    return form.isupper() and organisations().find(form) is not None


def _of(place: Place) -> Option:
    fame = _FAME.get(place.precision, _LISTED if place.source == "hand" and place.precision == "city" else 0)
    weight = max(place.population, fame)
    return Option(
        name=place.name, country=place.country, lat=place.lat, lon=place.lon, weight=weight,
        precision=place.precision, admin1=place.admin1,
    )  # fmt: skip


def is_capital(form: str) -> bool:
    """Tell whether a form can stand for a government because it names a capital."""
    return countries().find_as(form, "capital") is not None
