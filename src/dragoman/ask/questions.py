"""The questions that a record answers."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from dragoman.ask import views
from dragoman.ask.actors import ActorDossier, actor_dossier
from dragoman.ask.days import Asked
from dragoman.ask.dossiers import event_dossier
from dragoman.ask.filters import Conditions, iso3
from dragoman.ask.people import People
from dragoman.ask.rows import Count, EventDossier, EventRow, QuoteRow, Summary
from dragoman.codes.plover import event_types
from dragoman.errors import UsageError
from dragoman.record.reader import Reader

Row = Mapping[str, Any]

_COUNTED = {
    "type": "e.type",
    "mode": "coalesce(e.mode, '')",
    "status": "e.status",
    "place": "coalesce(e.place, '')",
    "year": "coalesce(left(e.since, 4), '')",
    "month": "coalesce(left(e.since, 7), '')",
    "day": "coalesce(case when e.since = e.until then e.since end, '')",
    "publisher": "unnest(e.publishers)",
    "topic": "unnest(e.topics)",
    "actor": None,
    "country": None,
    "pair": None,
}


class Questions:
    """A record, open for questions; it answers as the record stood when it was opened.

    Args:
        folder: the record.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
    """

    def __init__(self, folder: Path | str) -> None:
        self._reader = Reader(folder)
        views.make(self._reader)

    @cached_property
    def people(self) -> People:
        """The actors of the record by all their names."""
        return views.people(self._reader)

    def events(
        self,
        *,
        actor: str | None = None,
        with_: str | None = None,
        type: str | None = None,
        mode: str | None = None,
        status: str | None = None,
        country: str | None = None,
        since: Asked = None,
        until: Asked = None,
        place: str | None = None,
        topic: str | None = None,
        publisher: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> list[EventRow]:
        """Give the events for which all that is asked holds, in order of their days, undated ones last.

        Args:
            actor: somebody who takes part, on whichever side; a state's name means the state itself.
            with_: somebody else who takes part in the same event.
            type: PLOVER event type, in any case.
            mode: PLOVER mode.
            status: actual, planned, conditional or denied.
            country: the state of any participant, by name or ISO alpha-3 code.
            since: first day ("2022", "2022-03", "2022-03-01"); an event counts if it may lie on or after it.
            until: last day.
            place: part of the place's name, or a state.
            topic: words in one of its topics.
            publisher: part of the name of an outlet that tells it.
            text: words in a sentence that tells it.
            limit: at most so many.

        Returns:
            The events.

        Raises:
            UsageError: an unknown or ambiguous name, an impossible day, a value that does not exist.
        """
        asked = Conditions()
        for name in filter(None, (actor, with_)):
            asked.takes_part(self.people.find(name))
        for column, value in (("type", type), ("mode", mode)):
            if value:
                asked.one_of(f"e.{column}", value, self._values(column))
        if status:
            asked.status(status)
        if country:
            asked.of_country(country)
        asked.between(since, until, first="e.since", last="e.until")
        if place:
            asked.at(place)
        if text:
            asked.told_in(text)
        for column, words in (("e.topics", topic), ("e.publishers", publisher)):
            if words:
                asked.add(f"contains(lower(array_to_string({column}, chr(10))), lower(?))", words)
        return self._events(asked, limit)

    def timeline(
        self, actor: str, other: str | None = None, *, since: Asked = None, until: Asked = None
    ) -> list[EventRow]:
        """Give what an actor did, or did with another, in order of days; events without a day stand last.

        Args:
            actor: somebody who takes part.
            other: somebody else who does.
            since: first day.
            until: last day.

        Returns:
            The events.

        Raises:
            UsageError: an unknown or ambiguous name, or an impossible day.
        """
        return self.events(actor=actor, with_=other, since=since, until=until)

    def show(self, event: str) -> EventDossier:
        """Give everything the record knows of one event.

        Args:
            event: its id, or as much of the beginning as no other event shares.

        Returns:
            Every field with the sentences for and against it, every telling, every judged pair.

        Raises:
            UsageError: no event, or several, have an id that begins so.
        """
        asked = Conditions()
        asked.add("starts_with(e.id, ?)", event.strip())
        found = self._events(asked, 6) if event.strip() else []
        exact = [row for row in found if row.id == event.strip()]
        if len(exact or found) != 1:
            several = ", ".join(row.id for row in found[:5])
            raise UsageError(
                f"several events begin with {event!r}: {several}" if several else f"there is no event {event[:40]!r}"
            )
        row = (exact or found)[0]
        (fields,) = self._reader.sql("select fields from events where id = ?", [row.id])
        return event_dossier(row, fields["fields"], self._mentions(row.id), self._links(row.id), self._name)

    def quotes(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        text: str | None = None,
        since: Asked = None,
        until: Asked = None,
        limit: int | None = None,
    ) -> list[QuoteRow]:
        """Give quotes in order of their reports' days.

        Args:
            speaker: who said them.
            about: an actor whom the words name by any of its names, else words that they hold, whole words only.
            text: letters that the quote holds.
            since: first day of publication.
            until: last day of publication.
            limit: at most so many.

        Returns:
            The quotes.

        Raises:
            UsageError: an unknown or ambiguous speaker, or an impossible day.
        """
        asked = Conditions()
        if speaker:
            asked.add("q.speaker = ?", self.people.find(speaker))
        if text:
            asked.add("contains(lower(q.text), lower(?))", text)
        if about:
            asked.add("regexp_matches(q.text, ?, 'i')", self._naming(about))
        asked.between(since, until, first="r.day", last="r.day")
        rows = self._reader.sql(
            "select q.*, r.id as report_id, coalesce(r.source_id, r.id) as label, r.publisher, r.day "
            f"from quotes q join reports r on q.report = r.id where {asked.sql()} "
            f"order by r.day nulls last, r.id, q.start, q.id{_limit(limit)}",
            asked.values,
        )
        return [self._quote(row) for row in rows]

    def actor(self, name: str) -> ActorDossier:
        """Give everything the record knows of one actor, with the offices that our tables know of.

        Args:
            name: a name, part of one, or an id.

        Returns:
            Names, offices, first and last day, counterparts.

        Raises:
            UsageError: an unknown or ambiguous name.
        """
        return actor_dossier(self._reader, self.people, self.people.find(name))

    def counts(self, by: str, *, country: str | None = None, since: Asked = None, until: Asked = None) -> list[Count]:
        """Count events, the most frequent first.

        Args:
            by: type, mode, status, place, year, month, day, publisher, topic, actor, country (of participants) or pair.
            country: only events with a participant of this state.
            since: first day.
            until: last day.

        Returns:
            Keys with their numbers; the empty key counts events that say nothing of it.

        Raises:
            UsageError: an unknown thing to count by, or an impossible day.
        """
        if by not in _COUNTED:
            raise UsageError(f"events cannot be counted by {by[:40]!r}; count by {', '.join(_COUNTED)}")
        asked = Conditions()
        if country:
            asked.of_country(iso3(country))
        asked.between(since, until, first="e.since", last="e.until")
        rows = self._reader.sql(_counting(by, asked.sql()), asked.values)
        return [Count(key=row["key"], count=row["n"]) for row in rows]

    def summary(self) -> Summary:
        """Give what the record holds."""
        (row,) = self._reader.sql(
            "select (select count(*) from reports) as reports, (select count(*) from events) as events, "
            "(select count(*) from mentions) as mentions, (select count(*) from quotes) as quotes, "
            "(select count(*) from people) as actors, (select count(*) from problems) as problems, "
            "(select min(day) from reports) as first_day, (select max(day) from reports) as last_day"
        )
        outlets = self._reader.sql(
            "select coalesce(publisher, '') as key, count(*) as n from reports group by 1 order by n desc, key"
        )
        publishers = tuple(Count(key=outlet["key"], count=outlet["n"]) for outlet in outlets)
        return Summary(**row, publishers=publishers, stale=self._reader.stale)

    def _events(self, asked: Conditions, limit: int | None) -> list[EventRow]:
        rows = self._reader.sql(
            "select e.* exclude (fields, mentions, since, until) from events e "
            f"where {asked.sql()} order by e.since nulls last, e.until, e.id{_limit(limit)}",
            asked.values,
        )
        return [self._event(row) for row in rows]

    def _event(self, row: dict[str, Any]) -> EventRow:
        articles = row.pop("articles")
        tuples: dict[str, Any] = {name: tuple(row.pop(name)) for name in ("topics", "publishers")}
        sides: dict[str, Any] = {
            name: tuple(map(self.people.party, row.pop(name))) for name in ("actors", "recipients")
        }
        return EventRow(**row, **tuples, **sides, reports=len(articles))

    def _quote(self, row: Row) -> QuoteRow:
        same = {name: row[name] for name in ("id", "text", "cue", "direct", "basis", "report_id", "publisher")}
        parties: dict[str, Any] = {n: self.people.party(row[n]) if row[n] else None for n in ("speaker", "addressee")}
        return QuoteRow(
            **same, **parties, report=row["label"], published=row["day"], start=row["start"], end=row["end"]
        )

    def _mentions(self, event: str) -> list[dict[str, Any]]:
        return self._reader.sql(
            "select m.*, coalesce(r.source_id, r.id) as label, r.publisher, r.day as published, r.title, r.url "
            "from told t join mentions m on t.mention = m.id join reports r on m.report = r.id "
            "where t.event = ? order by r.day nulls last, m.id",
            [event],
        )

    def _links(self, event: str) -> list[dict[str, Any]]:
        return self._reader.sql(
            'select * from links where "left" in (select mention from told where event = ?) '
            'or "right" in (select mention from told where event = ?) order by score desc, "left", "right"',
            [event, event],
        )

    def _values(self, column: str) -> tuple[str, ...]:
        """Give PLOVER's types or modes, then what else the record has: an ontology of one's own may add some."""
        types = event_types().values()
        listed = [t.code for t in types] if column == "type" else [mode.code for t in types for mode in t.modes]
        rows = self._reader.sql(f"select distinct {column} as v from events where {column} is not null order by 1")
        return tuple(dict.fromkeys((*listed, *(row["v"] for row in rows))))

    def _naming(self, words: str) -> str:
        """Give a pattern for whole words that name an actor, or for the words themselves."""
        try:
            forms = self.people.forms(self.people.find(words))
        except UsageError:
            forms = [words]
        return r"(?:^|\W)(?:" + "|".join(_escaped(form) for form in forms) + r")(?:\W|$)"

    def _name(self, key: str) -> str:
        return self.people.party(key).name


def _counting(by: str, where: str) -> str:
    key = _COUNTED[by]
    if key is not None:
        chosen = f"select {key} as key from events e where {where}"
    elif by == "pair":
        chosen = (
            "select a.name || ' / ' || b.name as key from events e join parts p on p.event = e.id "
            "join parts q on q.event = e.id and p.actor < q.actor join people a on p.actor = a.id "
            f"join people b on q.actor = b.id where {where}"
        )
    else:
        columns = "a.id, a.name as key" if by == "actor" else "coalesce(a.country, '') as key"
        chosen = (
            f"select distinct e.id, {columns} from events e join parts p on p.event = e.id "
            f"join people a on p.actor = a.id where {where}"
        )
    return f"select key, count(*) as n from ({chosen}) group by key order by n desc, key"


def _limit(limit: int | None) -> str:
    if limit is None:
        return ""
    if limit < 1:
        raise UsageError(f"a limit of {limit} leaves nothing; give 1 or more")
    return f" limit {int(limit)}"


def _escaped(words: str) -> str:
    return "".join(sign if sign.isalnum() or sign == " " else f"\\x{{{ord(sign):x}}}" for sign in words)
