"""The conditions of a question on events, as SQL on `listed e` with its values."""

import json
from dataclasses import dataclass, field

from dragoman.ask.days import Asked, span_of
from dragoman.errors import UsageError
from dragoman.knowledge.countries import countries
from dragoman.model.mention import STATUSES


@dataclass(slots=True, kw_only=True)
class Conditions:
    """Conditions that all must hold.

    Args:
        parts: SQL with `?` where values go.
        values: those values, in order.
    """

    parts: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, part: str, *values: object) -> None:
        """Add one condition."""
        self.parts.append(part)
        self.values.extend(values)

    def sql(self) -> str:
        """Give them as the `where` of a query."""
        return " and ".join(f"({part})" for part in self.parts) or "true"

    def between(self, since: Asked, until: Asked, *, first: str, last: str) -> None:
        """Demand that a stretch of days in the columns `first` and `last` touches the days asked for."""
        start, end = span_of(since, until)
        if start:
            self.add(f"{last} >= ?", start)
        if end:
            self.add(f"{first} <= ?", end)

    def takes_part(self, actor: str, *, states: bool = False) -> None:
        """Demand that an actor, or anybody of a state, takes part, on whichever side."""
        column = "country" if states else "actor"
        self.add(f"e.n in (select n from parts where {column} = ?)", actor)

    def of_country(self, country: str) -> None:
        """Demand that somebody of a state takes part, the state itself included."""
        code = iso3(country)
        self.takes_part(code, states=True)

    def of_sector(self, sector: str, known: tuple[str, ...]) -> None:
        """Demand that somebody of a sector takes part.

        Raises:
            UsageError: the sector is not known.
        """
        code = sector.strip().upper()
        if code not in known:
            raise UsageError(f"there is no sector {sector[:40]!r}; there are {', '.join(known)}")
        self.add("e.n in (select n from parts where actor in (select id from people where sector = ?))", code)

    def of_context(self, context: str, known: tuple[str, ...]) -> None:
        """Demand a PLOVER context.

        Raises:
            UsageError: there is none of that name.
        """
        code = context.strip().lower().replace(" ", "_").replace("-", "_")
        if code not in known:
            raise UsageError(f"there is no context {context[:40]!r}; there are {', '.join(known)}")
        self.add("list_contains(e.contexts, ?)", code)

    def near(self, lat: float, lon: float, within: float) -> None:
        """Demand a place within some kilometres of a point, on a sphere of the earth's mean radius."""
        haversine = (
            "2 * 6371.009 * asin(sqrt(least(1, pow(sin(radians(e.lat - ?) / 2), 2) "
            "+ cos(radians(?)) * cos(radians(e.lat)) * pow(sin(radians(e.lon - ?) / 2), 2))))"
        )
        self.add(f"{haversine} <= ?", lat, lat, lon, within)

    def at(self, place: str) -> None:
        """Demand a place by part of its name, or any place of a state."""
        found = countries().find(place)
        if found is not None and found.kind == "name":
            self.add("e.country = ? or contains(lower(e.place), lower(?))", found.iso3, place)
        else:
            self.add("contains(lower(e.place), lower(?))", place)

    def told_in(self, words: str) -> None:
        """Demand words in one of the sentences that tell it."""
        written = json.dumps(words, ensure_ascii=False)[1:-1]
        self.add(
            "e.n in (select t.n from told t join mentions m on t.mention = m.id "
            "where contains(lower(m.evidence), lower(?)))",
            written,
        )

    def one_of(self, column: str, asked: str, known: tuple[str, ...]) -> None:
        """Demand a value out of a closed list.

        Raises:
            UsageError: the value is not in it.
        """
        wanted = {value.casefold(): value for value in known}.get(asked.strip().casefold())
        if wanted is None:
            what = column.removeprefix("e.")
            raise UsageError(f"there is no {what} {asked[:40]!r}; there are {', '.join(known) or 'none yet'}")
        self.add(f"{column} = ?", wanted)

    def status(self, asked: str) -> None:
        """Demand a status.

        Raises:
            UsageError: there is none of that name.
        """
        self.one_of("e.status", asked, STATUSES)


def iso3(country: str) -> str:
    """Give the code of a state that is named by code, name or demonym.

    Raises:
        UsageError: no state is called so.
    """
    known = countries()
    if known.get(country.upper()) is not None:
        return country.upper()
    found = known.find(country) or known.find(country.title())
    if found is None:
        raise UsageError(f"no state is called {country[:40]!r}; give its name or its ISO 3166 code (ISR)")
    return found.iso3
