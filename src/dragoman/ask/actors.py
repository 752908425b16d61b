"""Everything the record knows of one actor, put together."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dragoman.ask.people import People
from dragoman.ask.rows import Count, Party, plain
from dragoman.knowledge.offices import offices
from dragoman.knowledge.titles import titles
from dragoman.record.reader import Reader

_COUNTERPARTS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """An office that somebody held.

    Args:
        office: what it is ("minister of foreign affairs").
        country: ISO alpha-3 of the state, or the body's key, where known.
        since: first day known.
        until: last day known, None where it is open.
        basis: `record` (a report has it so on these days) or what the office table rests on.
        reports: how many reports have it so, in whatever words; 0 where only the table knows.
    """

    office: str
    country: str | None
    since: str | None
    until: str | None
    basis: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody met in the same events.

    Args:
        party: who.
        events: in how many events.
    """

    party: Party
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDossier:
    """Everything the record knows of one actor.

    Args:
        id: the actor's id.
        name: the name that most reports use.
        kind: person, country, government_body, organisation, armed_group or group.
        country: ISO alpha-3, as most reports have it.
        wikidata: its Wikidata id, where known.
        aliases: the names that reports use, with the number of reports, the most used first.
        offices: offices in order of their days.
        first_seen: day of the first report that has it.
        last_seen: day of the last one.
        reports: how many reports have it.
        events: how many events it takes part in.
        quotes: how many quotes are its own.
        counterparts: those it meets in events, the most frequent first.
    """

    id: str
    name: str
    kind: str
    country: str | None
    wikidata: str | None
    aliases: tuple[Count, ...]
    offices: tuple[OfficeRow, ...]
    first_seen: str | None
    last_seen: str | None
    reports: int
    events: int
    quotes: int
    counterparts: tuple[Counterpart, ...]

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.actor(self)


def actor_dossier(reader: Reader, people: People, key: str) -> ActorDossier:
    """Put a dossier together.

    Args:
        reader: the record, with the shared tables made.
        people: its actors.
        key: the actor's id.

    Returns:
        Names, offices, first and last day, counterparts.
    """
    (known,) = reader.sql("select id, name, kind, country, wikidata, reports from people where id = ?", [key])
    (seen,) = reader.sql(
        "select min(since) as first_seen, max(until) as last_seen, "
        "(select count(*) from parts where actor = $key) as events, "
        "(select count(*) from quotes where speaker = $key) as quotes "
        "from _seen where id = $key",
        {"key": key},
    )
    return ActorDossier(
        **known,
        **seen,
        aliases=_aliases(reader, key),
        offices=_joined(_seen_offices(reader, key), _listed_offices(key)),
        counterparts=_counterparts(reader, people, key),
    )


def _aliases(reader: Reader, key: str) -> tuple[Count, ...]:
    rows = reader.sql(
        "select form, reports as n from forms where id = ? order by n desc, form",
        [key],
    )
    return tuple(Count(key=row["form"], count=row["n"]) for row in rows)


def _seen_offices(reader: Reader, key: str) -> list[OfficeRow]:
    """Give the offices as the reports' days have them: from the first to the last report that has each."""
    rows = reader.sql(
        "select role as office, country, since, until, 'record' as basis, reports from _seen "
        "where id = ? and role is not null order by since nulls last, office",
        [key],
    )
    return [OfficeRow(**row) for row in rows]


def _listed_offices(key: str) -> list[OfficeRow]:
    """Give the offices that our tables know of, whether or not a report falls into them."""
    terms = offices().terms(key.removeprefix("k:")) if key.startswith("k:") else ()
    return [
        OfficeRow(
            office=term.office,
            country=term.where,
            since=_written(term.since),
            until=_written(term.until),
            basis=f"table, {term.basis}",
            reports=0,
        )
        for term in terms
    ]


def _joined(seen: list[OfficeRow], listed: list[OfficeRow]) -> tuple[OfficeRow, ...]:
    """Count what reports call somebody for the term that the table has of it ("secretary of state", a minister)."""
    alone = []
    for row in seen:
        place = next((i for i, term in enumerate(listed) if _same_office(row, term)), None)
        if place is None:
            alone.append(row)
        else:
            listed[place] = replace(listed[place], reports=listed[place].reports + row.reports)
    return (*alone, *listed)


def _same_office(row: OfficeRow, term: OfficeRow) -> bool:
    title = titles().find(row.office)
    named = {row.office, title.office if title and not title.effect else None}
    begins, ends = term.since or "", term.until or "9999"
    return (
        term.office in named
        and row.country in (None, term.country)
        and (row.since or begins) <= ends
        and (row.until or ends) >= begins
    )


def _counterparts(reader: Reader, people: People, key: str) -> tuple[Counterpart, ...]:
    rows: list[dict[str, Any]] = reader.sql(
        "select q.actor, count(*) as n from parts p join parts q on p.n = q.n and q.actor <> p.actor "
        f"where p.actor = ? group by q.actor order by n desc, q.actor limit {_COUNTERPARTS}",
        [key],
    )
    return tuple(Counterpart(party=people.party(row["actor"]), events=row["n"]) for row in rows)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
