"""Knows the states: their codes, names, demonyms, peoples and capitals."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.table import rows

_COLUMNS = (
    "iso3",
    "iso2",
    "name",
    "demonyms",
    "names",
    "capital",
    "lat",
    "lon",
    "capital_lat",
    "capital_lon",
    "wikidata",
)
_REMEMBERED = 1 << 15
_KINDS = ("name", "demonym", "people", "capital", "metonym")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or territory.

    Args:
        iso3: ISO 3166-1 alpha-3 (XKX for Kosovo).
        iso2: ISO 3166-1 alpha-2.
        name: as English news calls it.
        demonyms: adjectives, the usual one first.
        names: other names.
        capital: its capital, None where it has none.
        lat: degrees, None where unknown.
        lon: degrees.
        capital_lat: degrees.
        capital_lon: degrees.
        wikidata: Wikidata id.
    """

    iso3: str
    iso2: str
    name: str
    demonyms: tuple[str, ...]
    names: tuple[str, ...]
    capital: str | None
    lat: float | None
    lon: float | None
    capital_lat: float | None
    capital_lon: float | None
    wikidata: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryForm:
    """A form that stands for a state.

    Args:
        form: the form as the table has it.
        iso3: the state.
        kind: `name`, `demonym`, `people`, `capital` or `metonym`.
    """

    form: str
    iso3: str
    kind: str


class Countries:
    """All states and every form that stands for one."""

    def __init__(self, states: Iterator[Country], forms: Iterator[CountryForm]) -> None:
        self._states = {state.iso3: state for state in states}
        self._forms: dict[str, dict[str, CountryForm]] = {}
        for form in forms:
            self._forms.setdefault(form.form, {})[form.kind] = form
        self._capitals: dict[str, str] = {}
        for form_text in self._forms:
            if len(form_text) > 3 and not form_text.isupper():
                self._capitals.setdefault(form_text.upper(), form_text)
        # reports name the same few thousand forms over and over
        self._lookup = lru_cache(maxsize=_REMEMBERED)(self._look_up)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)
        firsts = {form.split(" ")[0] for form in (*self._forms, *self._capitals)}
        self._openings = frozenset(first[:length] for first in firsts for length in range(1, len(first) + 1))

    def __iter__(self) -> Iterator[Country]:
        return iter(self._states.values())

    def get(self, iso3: str) -> Country | None:
        """Give a state by its ISO alpha-3 code."""
        return self._states.get(iso3)

    def find(self, form: str) -> CountryForm | None:
        """Tell which state a form stands for.

        Case counts as in news: "turkey" is a bird and "us" a pronoun; "TURKEY" in a headline is the state.

        Args:
            form: the words; a leading "the" and typographic apostrophes do no harm.

        Returns:
            The form with its state and kind, None where it stands for none. A form of several kinds ("Iraqi",
            "British") is given as name before demonym before people before capital before metonym.
        """
        return self._found(form)

    def _find(self, form: str) -> CountryForm | None:
        kinds = self._lookup(form)
        return next((kinds[kind] for kind in _KINDS if kind in kinds), None)

    def may_open(self, start: str) -> bool:
        """Tell whether a form may begin so: False spares the look-up of all that begins there.

        Args:
            start: the first letters or words of a text.
        """
        first = start.replace("\u2019", "'").split()[:1]
        return any(word in self._openings or word.lower() == "the" for word in first)

    def find_as(self, form: str, kind: str) -> CountryForm | None:
        """Tell which state a form stands for when read as one kind ("US" as a demonym)."""
        return self._lookup(form).get(kind)

    def _look_up(self, form: str) -> dict[str, CountryForm]:
        plain = " ".join(form.replace("\u2019", "'").replace(" & ", " and ").split())
        for candidate in (plain, plain[4:] if plain[:4].lower() == "the " else ""):
            if candidate in self._forms:
                return self._forms[candidate]
            if candidate in self._capitals:
                return self._forms[self._capitals[candidate]]
        return {}


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _state(cells: list[str]) -> Country:
    iso3, iso2, name, demonyms, names, capital, lat, lon, capital_lat, capital_lon, wikidata = cells
    return Country(
        iso3=iso3,
        iso2=iso2,
        name=name,
        demonyms=tuple(filter(None, demonyms.split("|"))),
        names=tuple(filter(None, names.split("|"))),
        capital=capital or None,
        lat=_number(lat),
        lon=_number(lon),
        capital_lat=_number(capital_lat),
        capital_lon=_number(capital_lon),
        wikidata=wikidata or None,
    )


@lru_cache(maxsize=1)
def countries() -> Countries:
    """Give the packaged table of states, read once."""
    forms = (CountryForm(form=f, iso3=i, kind=k) for f, i, k in rows("country_forms.tsv", ("form", "iso3", "kind")))
    return Countries((_state(cells) for cells in rows("countries.tsv", _COLUMNS)), forms)
