"""One actor as a user's file states it, checked cell by cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.codes.sectors import sectors
from dragoman.errors import KnowledgeError
from dragoman.knowledge.countries import countries
from dragoman.knowledge.own.row import KINDS
from dragoman.knowledge.titles import titles

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a user's file something stands.

    Args:
        path: the file.
        line: counted from 1.
    """

    path: str
    line: int

    def refuse(self, column: str, came: str, wanted: str) -> KnowledgeError:
        """Make the error that refuses the whole file for one cell."""
        shown = came if len(came) <= 60 else came[:60] + "..."
        return KnowledgeError(f"{self.path}:{self.line}: column {column!r}: {shown!r} {wanted}; nothing was imported")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A checked row that has no key yet; the fields are those of `Row`.

    Args:
        place: where it stands.
        key: as the user gave it, "" where not.
        name: usual name.
        aliases: other names.
        kind: kind of actor.
        country: ISO alpha-3.
        sector: code of `codes.sectors`.
        office: normalised office.
        start: first day.
        end: last day.
        wikidata: Wikidata id.
    """

    place: Place
    key: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str
    sector: str
    office: str
    start: str
    end: str
    wikidata: str


def check(cells: Mapping[str, str], place: Place) -> Claim:
    """Check the cells of one row.

    Args:
        cells: column to text; columns left out count as empty.
        place: where they stand.

    Raises:
        KnowledgeError: a cell breaks its rule; the message names file, line and column.
    """
    text = {column: _SPACE.sub(" ", cell).strip() for column, cell in cells.items()}
    get = text.get
    if not get("name"):
        raise place.refuse("name", "", "is empty: every actor needs a name")
    kind = get("kind", "")
    if kind not in KINDS:
        raise place.refuse("kind", kind, f"is no kind of actor; one of {', '.join(KINDS)}")
    _check_codes(text, place)
    _check_term(text, place, kind)
    aliases = tuple(part.strip() for part in get("aliases", "").split("|") if part.strip())
    return Claim(
        place=place, key=get("key", ""), name=text["name"], aliases=aliases, kind=kind, country=get("country", ""),
        sector=get("sector", ""), office=normalised(get("office", "")), start=get("start", ""), end=get("end", ""),
        wikidata=get("wikidata", ""),
    )  # fmt: skip


def _check_codes(text: Mapping[str, str], place: Place) -> None:
    country, sector, wikidata = (text.get(column, "") for column in ("country", "sector", "wikidata"))
    if country and countries().get(country) is None:
        raise place.refuse("country", country, "is no state; an ISO 3166 alpha-3 code such as ISR, XKX for Kosovo")
    if sector and sector not in sectors():
        raise place.refuse("sector", sector, f"is no sector; one of {' '.join(sectors())}")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise place.refuse("wikidata", wikidata, "is no Wikidata id; one such as Q3847")


def _check_term(text: Mapping[str, str], place: Place, kind: str) -> None:
    start, end, office = (text.get(column, "") for column in ("start", "end", "office"))
    for column, day in (("start", start), ("end", end)):
        if day and not _is_day(day):
            raise place.refuse(column, day, "is no date; YYYY, YYYY-MM or YYYY-MM-DD")
    common = min(len(start), len(end))
    if start and end and end[:common] < start[:common]:
        raise place.refuse("end", end, f"is before the term starts ({start})")
    if kind != "person" and (office or start or end):
        column = "office" if office else "start" if start else "end"
        raise place.refuse(column, text[column], f"stands beside {kind!r}; only a person holds an office for a time")
    if (start or end) and not office and not text.get("sector"):
        raise place.refuse(
            "start" if start else "end", start or end, "dates nothing: give an office or a sector with it"
        )
    if office and not text.get("country"):
        raise place.refuse("country", "", f"is empty, but the office {office!r} belongs to a state")


def _is_day(day: str) -> bool:
    from datetime import date

    if not _DAY.fullmatch(day):
        return False
    try:
        date.fromisoformat(day if len(day) == 10 else f"{day}-01" if len(day) == 7 else f"{day}-01-01")
    except ValueError:
        return False
    return True


def normalised(office: str) -> str:
    """Give the office that a title means ("Foreign Minister": minister of foreign affairs), else the title itself."""
    found = titles().find(office) if office else None
    if found is not None and found.office and not found.effect:
        return found.office
    return office.lower()
