"""Questions beyond lists: counts over time, dyads, networks, words, coverage, shifts, SQL."""

from dataclasses import replace
from functools import cached_property
from typing import Any, Unpack

from dragoman.ask.answer import Answer, as_table
from dragoman.ask.asked import EventFilters, in_words
from dragoman.ask.counting import Tally, counts, tally
from dragoman.ask.coverage import CoverageDay, Gap, coverage, gaps
from dragoman.ask.days import Asked
from dragoman.ask.dyads import Dyad, dyad
from dragoman.ask.leading import leading
from dragoman.ask.network import Network, Node, Tie, network
from dragoman.ask.opened import Opened
from dragoman.ask.search import Hit, search
from dragoman.ask.shifts import Shift, shift_row, shifts
from dragoman.ask.statement import Desk


class Analyses(Opened):
    """A record's questions that count, compare and relate."""

    def counts(
        self,
        by: str = "all",
        *,
        per: str | None = None,
        unit: str = "events",
        balanced: bool = False,
        **asked: Unpack[EventFilters],
    ) -> Answer[Tally]:
        """Count events, their tellings, or the reports that tell them.

        Args:
            by: all, type, mode, quad, status, salience, place, land (state of the place), publisher, topic, context
                (PLOVER's), actor, country and sector (of participants), dyad (two actors in the same event), directed
                (who > whom), states (two states), or a period.
            per: day, week, month, quarter or year; None for no periods.
            unit: events, mentions or reports.
            balanced: give every key in every period, zeros included; `since` and `until` set the first and the last.
            asked: the filters (`EventFilters`).

        Returns:
            Counts with mean and sum of Goldstein; the most frequent first, or in order of periods. An event whose days
            do not lie in one period counts under no period.

        Raises:
            UsageError: an unknown thing to count by, an unknown filter, or an impossible day.

        Examples:
            >>> record.counts("status")[0].key
            'actual'
        """
        conditions = self.conditions(**asked)
        query = counts(
            conditions,
            by=by,
            per=per,
            unit=unit,
            balanced=balanced,
            since=asked.get("since"),
            until=asked.get("until"),
        )
        words = f"{unit.capitalize()} by {by}{f' per {per}' if per else ''}"
        return self.answer(self.query(query, conditions.values), tally, in_words(words, asked))

    def dyad(
        self,
        a: str,
        b: str,
        *,
        per: str = "month",
        states: bool = False,
        status: str | None = "actual",
        since: Asked = None,
        until: Asked = None,
    ) -> Dyad:
        """Give all between two over time.

        Args:
            a: the one, a name or an id.
            b: the other.
            per: day, week, month, quarter or year.
            states: a and b are states, and everybody of theirs counts.
            status: only events of this status; None, or `all`, for every one.
            since: first day.
            until: last day.

        Returns:
            Periods with the balance of cooperation and conflict, events, and quotes of the one that name the other.

        Raises:
            UsageError: an unknown or ambiguous name, an impossible day, an unknown period.

        Examples:
            >>> pair = record.dyad("USA", "Russia", states=True, per="year")
            >>> pair.a.name, pair.b.name
            ('United States', 'Russia')
        """
        return dyad(self, a, b, per=per, states=states, status=status, since=since, until=until)

    def network(
        self, *, of: str = "actors", least: int = 1, most: int = 2000, **asked: Unpack[EventFilters]
    ) -> Network:
        """Give who is in events with whom, how central each is, and which belong together.

        Args:
            of: actors, or states, where everybody counts for their state.
            least: events that a tie needs at least.
            most: so many ties at most, those with the most events.
            asked: the filters (`EventFilters`).

        Returns:
            Nodes and ties; `graph()` gives them to networkx.

        Raises:
            UsageError: an unknown filter, an impossible day, or networkx is not installed.

        Examples:
            >>> [(tie.a, tie.b) for tie in record.network(of="states", since="2022").ties[:2]]
            [('RUS', 'UKR'), ('CHN', 'USA')]
        """
        nodes, ties = network(self.reader, self.conditions(**asked), of=of, least=least, most=most)
        words = in_words(f"Network of {of}", asked)
        return Network(
            nodes=self.answer(nodes, lambda row: Node(**row), words),
            ties=self.answer(ties, lambda row: Tie(**row), words),
        )

    def search(
        self,
        words: str,
        *,
        within: str = "all",
        publisher: str | None = None,
        since: Asked = None,
        until: Asked = None,
        limit: int = 50,
    ) -> Answer[Hit]:
        """Find reports and quotes by their words.

        Args:
            words: all of these, in any form (met, meeting); "a phrase"; -without; begin*.
            within: reports, quotes or all.
            publisher: part of an outlet's name.
            since: first day of publication.
            until: last day of publication.
            limit: at most so many.

        Returns:
            Hits, the most relevant first.

        Raises:
            UsageError: no words, or an impossible day.

        Examples:
            >>> [hit.report for hit in record.search("grain Istanbul", within="reports")]
            ['sample-31', 'sample-32']
        """
        rows = search(self.reader, words, within=within, publisher=publisher, since=since, until=until, limit=limit)
        return self.answer(as_table(rows, Hit), lambda row: Hit(**row), f"Texts with {words}")

    def coverage(
        self, *, publisher: str | None = None, since: Asked = None, until: Asked = None
    ) -> Answer[CoverageDay]:
        """Give for every publisher and day whether the record has reports, so that no report is not read as no event.

        Args:
            publisher: part of an outlet's name.
            since: first day; else that of the publisher's first report.
            until: last day; else that of its last report.

        Returns:
            Days, by publisher.

        Raises:
            UsageError: an impossible day.

        Examples:
            >>> record.coverage(publisher="Post")[0].day
            '2020-01-04'
        """
        table = coverage(self.reader, publisher=publisher, since=since, until=until)
        return self.answer(table, lambda row: CoverageDay(**row), "Publishers by day")

    def gaps(
        self, *, least: int = 2, publisher: str | None = None, since: Asked = None, until: Asked = None
    ) -> Answer[Gap]:
        """Give the stretches of at least so many days on which the record has nothing of a publisher.

        Args:
            least: days that a gap has at least.
            publisher: part of an outlet's name.
            since: first day.
            until: last day.

        Returns:
            Gaps, the longest first.

        Raises:
            UsageError: an impossible day.

        Examples:
            >>> record.gaps(least=100)[0].days
            450
        """
        days = coverage(self.reader, publisher=publisher, since=since, until=until)
        return self.answer(gaps(self.reader, days, least=least), lambda row: Gap(**row), f"Gaps of {least} days")

    def shifts(self, *, per: str = "week", **asked: Unpack[EventFilters]) -> Answer[Shift]:
        """Give where a series of events bursts or changes its level, with the events that lead there.

        Args:
            per: day, week, month, quarter or year.
            asked: the filters (`EventFilters`).

        Returns:
            Bursts, rises and falls, in order.

        Raises:
            UsageError: an unknown period or filter, or an impossible day.

        Examples:
            >>> [(shift.kind, shift.start) for shift in record.shifts(per="month", since="2022")][:1]
            [('burst', '2022-02-01')]
        """
        series = self.counts(per=per, balanced=True, **asked)
        made = [replace(one, leading=leading(self, one, asked)) for one in shifts(series.dicts(), per)]
        rows = as_table([one.as_dict() for one in made], Shift)
        return self.answer(rows, shift_row, in_words(f"Shifts per {per}", asked))

    def sql(self, query: str, *, seconds: float | None = None, rows: int | None = None) -> Answer[dict[str, Any]]:
        """Ask in SQL of one's own, which can read the record's tables and nothing else (docs/ask.md lists them).

        Args:
            query: one `select` in DuckDB's SQL.
            seconds: how long it may take; None for as long as it takes.
            rows: how many it gives at most; None for all.

        Returns:
            Its rows; `note` says what was left out.

        Raises:
            UsageError: it is no single `select`, it is wrong, it reaches beyond the record, it takes too long, or it
                needs more than 2 GB of memory.

        Examples:
            >>> record.sql("select count(*) as n from reports").rows()
            [{'n': 41}]
        """
        told = self._desk.ask(query, seconds=seconds, rows=rows)
        return replace(self.answer(told.table, dict, query), note=told.note)

    def prepare(self) -> None:
        """Have at hand what questions share beyond the tables, before several ask at once."""
        super().prepare()
        self._desk  # noqa: B018 - made when first asked for

    @cached_property
    def _desk(self) -> Desk:
        return Desk(self.reader)
