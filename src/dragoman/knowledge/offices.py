"""Knows who held which office on a day, and how sure that is."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.knowledge.own import Row, imported
from dragoman.knowledge.table import Index, lines, rows

_COLUMNS = ("person", "office", "where", "since", "until", "basis", "as_of", "title", "source")
_SURE = {"stated": 0.97, "successor": 0.85, "last seen": 0.75, "open": 0.9}
OWN = "imported"
_HALF_LIFE = 730  # days after which an office last seen open is as likely lost as held


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One person's time in one office.

    Args:
        person: key of the person.
        office: normalised, lower case ("minister of foreign affairs").
        where: ISO alpha-3 of the state, else key of the organisation.
        title: the office as the state itself calls it, lower case ("secretary of state").
        since: first day, None where unknown; a month or year counts from its first day.
        until: the day it ended, None where it was open when last seen; a month or year counts to its last day.
        basis: `stated`, `successor`, `last seen` or `open`: why the end is believed.
        trust: 0 to 1, how likely the person held it on the day asked about.
        source: where the fact came from; `imported` for the user's own.
        sector: code of `codes.sectors` that the user gave for it, None where not.
    """

    person: str
    office: str
    where: str
    title: str
    since: date | None
    until: date | None
    basis: str
    trust: float
    source: str
    sector: str | None = None

    @property
    def own(self) -> bool:
        """Whether the user imported it."""
        return self.source == OWN


class Offices:
    """All terms of office, asked by person or by office, state and day.

    Args:
        own: rows that the user imported; their terms outrank ours.
    """

    def __init__(self, own: Sequence[Row] = ()) -> None:
        self._rows = lines("offices.tsv.gz", _COLUMNS)
        self._posts = Index("offices_index.tsv.gz")
        self._own: dict[str, list[Row]] = {}
        self._own_posts: dict[tuple[str, str], list[Row]] = {}
        for row in own:
            if row.kind == "person" and (row.office or row.sector):
                self._own.setdefault(row.key, []).append(row)
                self._own_posts.setdefault((row.office, row.country), []).append(row)

    def __len__(self) -> int:
        return len(self._rows)

    def terms(self, person: str) -> tuple[Term, ...]:
        """Give every term of a person in the order of their starts; trust is that of the term's first day."""
        found = [_term(cells, None) for cells in self._of(person)]
        found += [_own_term(row, None) for row in self._own.get(person, ())]
        return tuple(sorted(found, key=lambda term: (term.since or date.min, term.office, term.where)))

    def held(self, person: str, day: date) -> tuple[Term, ...]:
        """Give the offices that a person held on a day, the most likely and highest first."""
        own = [term for row in self._own.get(person, ()) if (term := _own_term(row, day)).trust]
        return _on((_term(cells, day) for cells in self._of(person)), own)

    def holders(self, office: str, where: str, day: date) -> tuple[Term, ...]:
        """Give those who held an office on a day.

        Args:
            office: normalised, or as the state calls it ("secretary of state").
            where: ISO alpha-3, or key of an organisation.
            day: the day asked about.

        Returns:
            Terms, the most likely first; several where tables disagree or the office is shared.
        """
        own = [term for row in self._own_posts.get((office.lower(), where), ()) if (term := _own_term(row, day)).trust]
        if own:
            return _on((), own)  # what the user says of a post is not doubted
        places = self._posts.find(f"{office.lower()}|{where}")
        return _on((_term(self._rows[place].split("\t"), day) for place in places), ())

    def _of(self, person: str) -> list[list[str]]:
        start = person + "\t"
        place = bisect_left(self._rows, start)
        found = []
        while place < len(self._rows) and self._rows[place].startswith(start):
            found.append(self._rows[place].split("\t"))
            place += 1
        return found


def _on(terms: Iterable[Term], own: Sequence[Term]) -> tuple[Term, ...]:
    """Give the terms that cover a day, one for each person and office, the user's first, then the likeliest."""
    best: dict[tuple[str, str, str], Term] = {(term.person, term.office, term.where): term for term in own}
    for term in terms:
        key = (term.person, term.office, term.where)
        if term.trust > 0 and (key not in best or best[key].trust < term.trust):
            best[key] = term
    return tuple(sorted(best.values(), key=_order))


def _own_term(row: Row, day: date | None) -> Term:
    start, end = _first(row.start), _last(row.end)
    covers = day is None or ((start is None or start <= day) and (end is None or day <= end))
    return Term(
        person=row.key, office=row.office, where=row.country, title=row.office, since=start, until=end, basis="stated",
        trust=1.0 if covers else 0.0, source=OWN, sector=row.sector or None,
    )  # fmt: skip


def _order(term: Term) -> tuple[bool, float, int, int, str, str]:
    rank = office_ranks().get(term.office, (6 if term.office.startswith("minister") else 8, 0.5))[0]
    # The later start wins between two who seem to hold one post: the older term was merely never closed.
    started = -(term.since or date.min).toordinal()
    return (not term.own, -round(term.trust, 1), rank, started, term.office, term.person)


def _first(cell: str) -> date | None:
    """Read YYYY, YYYY-MM or YYYY-MM-DD as its first day."""
    if not cell:
        return None
    return date(int(cell[:4]), int(cell[5:7] or 1), int(cell[8:10] or 1))


def _last(cell: str) -> date | None:
    """Read YYYY, YYYY-MM or YYYY-MM-DD as its last day."""
    if not cell:
        return None
    year, month = int(cell[:4]), int(cell[5:7] or 12)
    if len(cell) == 10:
        return date(year, month, int(cell[8:10]))
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def _term(cells: list[str], day: date | None) -> Term:
    person, office, where, since, until, basis, as_of, title, source = cells
    start, end = _first(since), _last(until)
    asked = day or start or date.min
    trust = _trust(asked, start, end, basis, _last(as_of)) * _grain(asked, since, until)
    return Term(
        person=person, office=office, where=where, title=title or office, since=start, until=end, basis=basis,
        trust=trust, source=source,
    )  # fmt: skip


def _grain(day: date, since: str, until: str) -> float:
    """Lower the trust at the edges of a term whose dates are coarse.

    A term that began in a year is the likelier to have begun by a day, the more of that year has gone by; one that
    ended in a year the less likely to go on.
    """
    trust = 1.0
    if len(since) < 10 and (start := _first(since)) and (last := _last(since)) and day <= last:
        trust *= 0.5 + 0.5 * ((day - start).days / (last - start).days)
    if len(until) < 10 and (first := _first(until)) and (end := _last(until)) and day >= first:
        trust *= 0.5 + 0.5 * ((end - day).days / (end - first).days)
    return trust


def _trust(day: date, start: date | None, end: date | None, basis: str, seen: date | None) -> float:
    """Say how likely a term covers a day; zero outside it, falling by halves after an open term was last seen."""
    if (start is not None and day < start) or (end is not None and day > end):
        return 0.0
    sure = _SURE[basis] if start is not None else _SURE[basis] * 0.3
    if end is None and seen is not None and day > seen:
        return float(sure * 0.5 ** ((day - seen).days / _HALF_LIFE))
    return sure


@lru_cache(maxsize=1)
def office_ranks() -> dict[str, tuple[int, float]]:
    """Give how high offices stand: order of naming (0 first), and weight as evidence that their holder is meant."""
    table = rows("office_ranks.tsv", ("office", "rank", "weight"))
    return {office: (int(rank), float(weight)) for office, rank, weight in table}


@lru_cache(maxsize=1)
def offices() -> Offices:
    """Give the packaged table of offices, read once."""
    return Offices(imported())
