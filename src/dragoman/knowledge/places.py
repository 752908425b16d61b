"""Knows places: towns, states and counties, seas, regions and the sites that news speaks of."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.fold import fold
from dragoman.knowledge.table import Index, lines

_COLUMNS = ("form", "name", "country", "lat", "lon", "population", "precision", "admin1", "source")
_PRECISION = {"c": "city", "p": "province", "r": "region", "s": "country", "o": "point"}
_SOURCE = {"g": "geonames", "h": "hand"}
_SHORT = re.compile(r"^(?:st|ste|mt|ft)(?= )")
_LONG = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# Whoever asks without saying otherwise wants places that news names without more ado.
_WELL_KNOWN = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    Args:
        name: as English news has it.
        country: ISO alpha-3, None where it belongs to none or to several (a sea, a disputed region).
        lat: degrees.
        lon: degrees.
        population: people, or for a site or region a rank among namesakes.
        precision: `point`, `city`, `province` (states and counties too), `country` or `region`.
        admin1: state or province in which it lies, None where unknown.
        source: `geonames` (CC BY 4.0) or `hand`.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    population: int
    precision: str
    admin1: str | None
    source: str


def place_form(name: str) -> str:
    """Fold the name of a place: as `fold`, and "St. Louis" is "Saint Louis", "Mt. Vernon" "Mount Vernon"."""
    folded = fold(name)
    if folded[:2] in ("st", "mt", "ft"):
        return _SHORT.sub(lambda found: _LONG[found.group()], folded)
    return folded


class Places:
    """All places by every form of their names."""

    def __init__(self) -> None:
        self._rows = lines("places.tsv.gz", _COLUMNS)
        self._index = Index("places_index.tsv.gz")

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, name: str, *, least: int = _WELL_KNOWN) -> tuple[Place, ...]:
        """Give the places that bear a name, the most populous first; a leading "the" does no harm.

        Args:
            name: in any case, with or without accents.
            least: towns and counties of fewer people are left out; the gazetteer goes down to 1,000.
        """
        form = place_form(name)
        found = self._named(form) or (self._named(form[4:]) if form.startswith("the ") else [])
        known = (place for place in found if place.population >= least or place.source == "hand")
        return tuple(sorted(known, key=lambda p: (-p.population, p.name, p.country or "", p.lat, p.lon)))

    def _named(self, form: str) -> list[Place]:
        if not form:
            return []
        numbers = {*self._own(form), *self._index.find(form)}
        return [_place(self._rows[number]) for number in sorted(numbers)]

    def _own(self, form: str) -> Iterator[int]:
        start = form + "\t"
        number = bisect_left(self._rows, start)
        while number < len(self._rows) and self._rows[number].startswith(start):
            yield number
            number += 1


def _place(row: str) -> Place:
    form, name, country, lat, lon, population, precision, admin1, source = row.split("\t")
    return Place(
        name=name or form.title(),
        country=country or None,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        precision=_PRECISION[precision],
        admin1=admin1 or None,
        source=_SOURCE[source],
    )


@lru_cache(maxsize=1)
def places() -> Places:
    """Give the packaged gazetteer, read once."""
    return Places()
