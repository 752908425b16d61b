"""Says what a known person was on a day: office, sector, state."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.codes.sectors import plover
from dragoman.knowledge.offices import Term, offices
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.persons import Person
from dragoman.knowledge.table import rows

LEAST_TRUST = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a person was on a day.

    Args:
        office: as the state calls it, lower case; "former ..." where it had ended.
        country: ISO alpha-3 of the state served; None for the head of an international body.
        sector: PLOVER sector.
        reason: in words.
    """

    office: str | None
    country: str | None
    sector: str | None
    reason: str


def standing(person: Person, day: date, wanted: str | None = None) -> Standing:
    """Say what a person was on a day.

    Args:
        person: a known person.
        day: the day.
        wanted: the office that the report names; of several held at once that one is given.
    """
    held = [term for term in offices().held(person.key, day) if term.trust >= LEAST_TRUST]
    if held:
        term = next((term for term in held if term.office == wanted), held[0])
        sure = f"{term.basis} in {term.source}" + ("" if term.trust > 0.7 else f", trust {term.trust:.2f}")
        since = f"since {term.since}" if term.since else "since an unknown day"
        return Standing(
            office=spoken(term) or None,
            country=state_of(term) or (person.country if term.own else None),
            sector=sector_of(term),
            reason=f"{spoken(term) or sector_of(term)} {since} on {day} ({sure})",
        )
    if person.sector is not None:
        return Standing(
            office=None, country=person.country, sector=plover(person.sector), reason="its sector is the user's own"
        )
    past = [term for term in offices().terms(person.key) if term.office and term.until is not None and term.until < day]
    if past:
        term = min(past, key=lambda term: (_rank(term), -(term.until or day).toordinal()))
        return Standing(
            office=f"former {spoken(term)}",
            country=state_of(term) or person.country,
            sector="GOV" if sector_of(term) in ("OPP", "IGO") else sector_of(term),
            reason=f"{spoken(term)} until {term.until}, no office known on {day}",
        )
    return Standing(office=None, country=person.country, sector=None, reason=f"no office known on {day}")


def spoken(term: Term) -> str:
    """Give an office as its own state calls it where news does so too ("secretary of state"), else normalised."""
    return _spoken().get((term.office, term.where), term.office)


@cache
def _spoken() -> dict[tuple[str, str], str]:
    return {(office, iso3): said for office, iso3, said in rows("resolve/spoken.tsv", ("office", "iso3", "said"))}


def sector_of(term: Term) -> str:
    """Give the sector of whoever holds an office."""
    if term.sector is not None:
        return plover(term.sector)
    if not term.where.isupper():
        body = organisations().get(term.where)
        return body.sector if body is not None else "IGO"
    if "-" in term.where:
        return "REB"  # breakaway territories: "UKR-DNR"
    office = term.office.removeprefix("acting ").removeprefix("deputy ")
    parts = office.split()
    for length in range(len(parts), 0, -1):
        found = _sectors().get(" ".join(parts[:length]))
        if found is not None:
            return found
    body = organisations().find(office.partition(" of the ")[2].title())
    return body.sector if body is not None and body.sector in ("LEG", "JUD") else "GOV"


@cache
def _sectors() -> dict[str, str]:
    return dict(rows("resolve/office_sectors.tsv", ("begins", "sector")))


def state_of(term: Term) -> str | None:
    """Give the state that an office belongs to; None for an international body's."""
    if term.where.isupper():
        return term.where[:3]
    body = organisations().get(term.where)
    return body.country if body is not None else None


def _rank(term: Term) -> int:
    order = (
        "president",
        "prime minister",
        "supreme leader",
        "head of state",
        "minister of foreign affairs",
        "vice president",
    )
    return order.index(term.office) if term.office in order else len(order)
