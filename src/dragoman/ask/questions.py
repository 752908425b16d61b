"""The questions that a record answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Unpack

from dragoman.ask import listing
from dragoman.ask.actors import ActorDossier, actor_dossier
from dragoman.ask.analyses import Analyses
from dragoman.ask.answer import Answer
from dragoman.ask.asked import EventFilters, in_words
from dragoman.ask.days import Asked
from dragoman.ask.dossiers import event_dossier
from dragoman.ask.filters import Conditions
from dragoman.ask.forwarding import find_event
from dragoman.ask.history import EventHistory, event_history
from dragoman.ask.overview import Overview, overview
from dragoman.ask.positions import PositionFilters, PositionRow, positions
from dragoman.ask.related import copies_within, relations_of
from dragoman.ask.report import ReportDossier, report
from dragoman.ask.review import Queue, review
from dragoman.ask.rows import Count, EventDossier, EventRow, QuoteRow, Summary
from dragoman.errors import UsageError

Row = Mapping[str, Any]


class Questions(Analyses):
    """A record, open for questions; it answers as the record stood when it was opened.

    Args:
        folder: the record.
        as_of: a version's number, or a day or time (UTC): answer as the record stood then; None as it stands now.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
        UsageError: there is no such version.
    """

    def events(self, *, limit: int | None = None, **asked: Unpack[EventFilters]) -> Answer[EventRow]:
        """Give the events that pass all filters, in order of their days, undated ones last.

        Args:
            limit: at most so many.
            asked: the filters (`EventFilters`).

        Returns:
            The events.

        Raises:
            UsageError: an unknown or ambiguous name, an impossible day, a value or filter that does not exist.

        Examples:
            >>> [event.place for event in record.events(actor="Biden", with_="Putin", mode="meet")]
            ['Geneva']
        """
        return self.listed(self.conditions(**asked), limit, in_words("Events", asked))

    def timeline(
        self, actor: str, other: str | None = None, *, since: Asked = None, until: Asked = None
    ) -> Answer[EventRow]:
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

        Examples:
            >>> record.timeline("Biden", "Zelenskyy", since="2023")[0].date
            '2023-02-20'
        """
        return self.events(actor=actor, with_=other, since=since, until=until)

    def show(self, event: str) -> EventDossier:
        """Give everything the record knows of one event.

        Args:
            event: its id, one it had before a merge or a split, or as much of the beginning as no other shares.

        Returns:
            Every field with the sentences for and against it, every telling, every judged pair.

        Raises:
            UsageError: no event, or several, have an id that begins so, or a person has rejected it.

        Examples:
            >>> (meeting,) = record.events(actor="Biden", with_="Putin", mode="meet")
            >>> sorted(telling.publisher for telling in record.show(meeting.id).tellings)
            ['Sample Post', 'Sample Tribune', 'Sample Wire']
        """
        found = find_event(self.reader, event)
        if found.rejected is not None:
            raise UsageError(found.refusal)
        asked = Conditions()
        asked.add("e.id = ?", found.event)
        (row,) = self.listed(asked, None)
        (fields,) = self.reader.sql("select fields from events where id = ?", [row.id])
        dossier = event_dossier(row, fields["fields"], self._mentions(row.id), self._links(row.id), self.name)
        return replace(
            dossier,
            copies=copies_within(self.reader, row.id),
            relations=relations_of(self.reader, row.id),
            forwarded_from=found.asked if found.forwarded else None,
        )

    def history(self, event: str) -> EventHistory:
        """Give all that happened to one event: reports arriving, entries of people, judgements.

        Args:
            event: its id, one it once had, or as much of the beginning as no other event shares.

        Returns:
            What happened, in order; also of an event that was rejected.

        Raises:
            UsageError: no event, or several, have an id that begins so.

        Examples:
            >>> (meeting,) = record.events(actor="Biden", with_="Putin", mode="meet")
            >>> {row.kind for row in record.history(meeting.id).rows} >= {"told"}
            True
        """
        return event_history(self.reader, event)

    def quotes(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        text: str | None = None,
        since: Asked = None,
        until: Asked = None,
        limit: int | None = None,
    ) -> Answer[QuoteRow]:
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

        Examples:
            >>> record.quotes(speaker="Blinken", since="2023")[0].text
            'We do not support Taiwan independence,'
        """
        asked = Conditions()
        if speaker:
            asked.add("q.speaker = ?", self.people.find(speaker))
        if text:
            asked.add("contains(lower(q.text), lower(?))", text)
        if about:
            asked.add("regexp_matches(q.text, ?, 'i')", self.naming(about))
        asked.between(since, until, first="r.day", last="r.day")
        query = listing.QUOTES.format(where=asked.sql(), limit=listing.limited(limit))
        words = {"speaker": speaker, "about": about, "text": text, "since": since, "until": until}
        return self.answer(self.query(query, asked.values), listing.quote_row, in_words("Quotes", words))

    def positions(self, **asked: Unpack[PositionFilters]) -> Answer[PositionRow]:
        """Give who is for or against what, in order of days.

        Args:
            asked: the filters (`PositionFilters`).

        Returns:
            The stands.

        Raises:
            UsageError: an unknown or ambiguous name, an impossible day, another stance.

        Examples:
            >>> sorted({row.stance for row in record.positions()})
            ['against', 'for']
        """
        return positions(self, **asked)

    def actor(self, name: str) -> ActorDossier:
        """Give everything the record knows of one actor, with the offices that our tables know of.

        Args:
            name: a name, part of one, or an id.

        Returns:
            Names, offices, first and last day, counterparts.

        Raises:
            UsageError: an unknown or ambiguous name.

        Examples:
            >>> record.actor("Blinken").name
            'Antony Blinken'
        """
        return actor_dossier(self.reader, self.people, self.people.find(name))

    def report(self, key: str) -> ReportDossier:
        """Give one report with all that was found in it.

        Args:
            key: the report's id, or what its source calls it.

        Returns:
            Its text, its events, and every mark with its offsets.

        Raises:
            UsageError: there is no such report, or several are called so.

        Examples:
            >>> record.report("sample-12").title
            'Blinken sees Netanyahu and Abbas'
        """
        return report(self, key)

    def review(self, *, limit: int = 20, offset: int = 0, **asked: Unpack[EventFilters]) -> Queue:
        """Give the events that nobody has spoken on yet, the least certain first.

        Args:
            limit: at most so many.
            offset: so many are passed over.
            asked: the filters (`EventFilters`).

        Returns:
            How many wait, and the first of them.

        Raises:
            UsageError: an unknown filter, or an impossible value.

        Examples:
            >>> queue = record.review(limit=3)
            >>> len(queue.doubts), queue.waiting > 50
            (3, True)
        """
        return review(self, limit=limit, offset=offset, **asked)

    def overview(self) -> Overview:
        """Give the record at a glance: how much, when, which events most reports tell, who is in most.

        Returns:
            The summary, the events most told, the most frequent actors, and events by quad class and period.

        Examples:
            >>> record.overview().events[0].place
            'Geneva'
        """
        return overview(self)

    def summary(self) -> Summary:
        """Give what the record holds: reports, events, tellings, quotes, actors, problems, outlets, first and last day.

        Returns:
            How many of each, and whether the events know of all reports yet.

        Examples:
            >>> record.summary().reports
            41
        """
        (row,) = self.reader.sql(
            "select (select count(*) from reports) as reports, (select count(*) from events) as events, "
            "(select count(*) from mentions) as mentions, (select count(*) from quotes) as quotes, "
            "(select count(*) from people) as actors, (select count(*) from problems) as problems, "
            "(select min(day) from reports) as first_day, (select max(day) from reports) as last_day"
        )
        outlets = self.reader.sql(
            "select coalesce(publisher, '') as key, count(*) as n from reports group by 1 order by n desc, key"
        )
        publishers = tuple(Count(key=outlet["key"], count=outlet["n"]) for outlet in outlets)
        return Summary(**row, publishers=publishers, stale=self.reader.stale)

    def _mentions(self, event: str) -> list[dict[str, Any]]:
        told = self.reader.sql("select mention, report, shard from told where event = ?", [event])
        names = {name: sorted({row[name] for row in told if row[name]}) for name in ("mention", "report", "shard")}
        # the batch tells which files to read, and values that are written out which rows of them
        return self.reader.sql(
            "select m.*, coalesce(r.source_id, r.id) as label, r.publisher, r.day as published, r.title, r.url "
            "from mentions m join reports r on m.report = r.id "
            f"where {_among('m.shard', names['shard'])} and {_among('m.id', names['mention'])} "
            f"and {_among('r.shard', names['shard'])} and {_among('r.id', names['report'])} "
            "order by r.day nulls last, m.id",
            [*names["shard"], *names["mention"], *names["shard"], *names["report"]],
        )

    def _links(self, event: str) -> list[dict[str, Any]]:
        told = [row["mention"] for row in self.reader.sql("select mention from told where event = ?", [event])]
        return self.reader.sql(
            f"""select * from links where {_among('"left"', told)} or {_among('"right"', told)} """
            'order by score desc, "left", "right"',
            [*told, *told],
        )


def _among(column: str, values: Sequence[str]) -> str:
    """Write that a column has one of some values; `in` with the values themselves is looked up in statistics."""
    return f"{column} in ({', '.join('?' * len(values))})" if values else "false"
