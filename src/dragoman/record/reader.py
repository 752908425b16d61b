"""Reading a record: its rows as nouns, and SQL over its tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RecordError
from dragoman.ids import digest
from dragoman.model import Actor, Article, Event, EventMention, Link, Problem, Quote
from dragoman.record import delta, folder, nouns
from dragoman.record.tables import DERIVATION, DERIVED, LAYERS, SHARDS, TABLES, Table

if TYPE_CHECKING:
    import duckdb
    import pyarrow
    from deltalake import DeltaTable

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event mention with what merging needs to know of its report.

    Args:
        mention: the event as the report tells it.
        report: id of the report.
        publisher: its outlet, where known.
        published: its day (`YYYY-MM-DD`), where known.
        actors: the report's actors by id.
    """

    mention: EventMention
    report: str
    publisher: str | None
    published: str | None
    actors: Mapping[str, Actor]


class Reader:
    """A record as it stood when it was opened; what is committed later shows in a new reader.

    Args:
        path: the record's folder.

    Raises:
        RecordError: the folder holds no record, or one of a newer format.
    """

    def __init__(self, path: Path | str) -> None:
        self._folder = folder.check(Path(path))
        # The markers first: whatever they vouch for was written before them, so it is there when we come to it.
        self._shards = delta.read(self._folder, SHARDS, delta.open_table(self._folder, SHARDS))
        self._derivation = self._last_derivation()
        self._handles: dict[str, DeltaTable | None] = {}
        for table in (*LAYERS, DERIVATION):
            self._handles[table.name] = delta.open_table(self._folder, table)
        for table in DERIVED:
            version = self._derivation[table.name] if self._derivation else None
            handle = delta.open_table(self._folder, table, version) if version is not None else None
            self._handles[table.name] = handle
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def folder(self) -> Path:
        """Where the record is."""
        return self._folder

    @property
    def shards(self) -> frozenset[str]:
        """The ids of all committed batches."""
        return frozenset(self._shards.column("id").to_pylist())

    @property
    def state(self) -> str:
        """The digest of all batches that were committed; it changes with every batch."""
        return digest(*sorted(self.shards))

    @property
    def derived_from(self) -> str | None:
        """The state that events and links were derived from, None where they never were."""
        return str(self._derivation["derived_from"]) if self._derivation else None

    @property
    def stale(self) -> bool:
        """Tell whether reports were committed that events and links do not know of yet."""
        return bool(self.shards) and self.derived_from != self.state

    def reports(self) -> Iterator[Article]:
        """Give all reports, in order of their ids."""
        return (nouns.article(row) for row in self._rows("reports", "id"))

    def actors(self) -> Iterator[tuple[str, Actor]]:
        """Give all actors with the id of their report."""
        return ((row["report"], nouns.actor(row)) for row in self._rows("actors", "report, id"))

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        """Give all quotes with the id of their report."""
        return ((row["report"], nouns.quote(row)) for row in self._rows("quotes", 'report, start, "end", id'))

    def problems(self) -> Iterator[Problem]:
        """Give all problems, in order of file and line."""
        return (nouns.problem(row) for row in self._rows("problems", "path, line nulls first, id"))

    def events(self) -> Iterator[Event]:
        """Give all merged events, in order of their ids."""
        return (nouns.event(row) for row in self._rows("events", "id"))

    def links(self) -> Iterator[Link]:
        """Give all judged pairs, in order."""
        return (nouns.link(row) for row in self._rows("links", '"left", "right"'))

    def mentions(self) -> Iterator[Telling]:
        """Give all event mentions with publisher, day and actors of their reports, report by report."""
        rows = self.sql_rows(
            "select m.*, r.publisher as _publisher, r.day as _day from mentions m join reports r on m.report = r.id "
            "order by m.report, m.trigger_start, m.id"
        )
        casts = groupby(self._rows("actors", "report, id"), key=itemgetter("report"))
        waiting = next(casts, None)
        for report, told in groupby(rows, key=itemgetter("report")):
            while waiting is not None and waiting[0] < report:
                waiting = next(casts, None)
            cast = {row["id"]: nouns.actor(row) for row in waiting[1]} if waiting and waiting[0] == report else {}
            for row in told:
                day, publisher = row["_day"], row["_publisher"]
                yield Telling(
                    mention=nouns.mention(row), report=report, publisher=publisher, published=day, actors=cast
                )

    def arrow(self, table: str) -> "pyarrow.Table":
        """Give a whole table as Arrow, only what is committed.

        Raises:
            RecordError: there is no such table.
        """
        import pyarrow.compute as pc

        kind = _known_table(table)
        if kind in (SHARDS, DERIVATION):
            return (
                self._shards if kind is SHARDS else delta.read(self._folder, kind, delta.open_table(self._folder, kind))
            )
        rows = delta.read(self._folder, kind, self._handles.get(table))
        return rows.filter(pc.field("shard").isin(sorted(self.shards))) if kind in LAYERS else rows

    def sql(self, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Ask in SQL over views that bear the tables' names.

        Args:
            query: one statement in DuckDB's SQL, with `?` or `$name` where values go.
            parameters: those values.

        Returns:
            One mapping a row.

        Raises:
            RecordError: the query is wrong.
        """
        return list(self.sql_rows(query, parameters))

    def sql_rows(self, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> Iterator[Row]:
        """Ask in SQL as `sql` does, but give the rows one after another, for results larger than memory."""
        import duckdb

        cursor = self.connection().cursor()
        try:
            cursor.execute(query, parameters if isinstance(parameters, Mapping) else list(parameters))
            names = [column[0] for column in cursor.description or ()]
            while batch := cursor.fetchmany(1000):
                yield from (dict(zip(names, values, strict=True)) for values in batch)
        except duckdb.Error as error:
            raise RecordError(f"the record in {self._folder} could not be asked: {error}") from error

    def connection(self) -> "duckdb.DuckDBPyConnection":
        """Give a DuckDB connection in memory with a view for every table; made once."""
        import duckdb

        if self._connection is None:
            made = duckdb.connect(":memory:")
            made.register("_shards", self._shards)
            made.execute("create table shards as select * from _shards")
            for table in (*LAYERS, *DERIVED):
                self._view(made, table)
            self._connection = made
        return self._connection

    def _view(self, connection: "duckdb.DuckDBPyConnection", table: Table) -> None:
        files = delta.files(self._folder, table, self._handles[table.name])
        if not files:
            connection.execute(f"create table {table.name} ({table.sql()})")
            return
        listed = ", ".join(f"'{_literal(file)}'" for file in files)
        committed = " where shard in (select id from shards)" if table in LAYERS else ""
        connection.execute(f"create view {table.name} as select * from read_parquet([{listed}]){committed}")

    def _rows(self, table: str, order: str) -> Iterator[Row]:
        return self.sql_rows(f"select * from {table} order by {order}")

    def _last_derivation(self) -> Row | None:
        handle = delta.open_table(self._folder, DERIVATION)
        rows: list[Row] = delta.read(self._folder, DERIVATION, handle).to_pylist()
        return rows[0] if rows else None


def _literal(file: str) -> str:
    """Write a path for DuckDB: quotes doubled, and characters that would match other files taken literally."""
    plain = file.replace("'", "''")
    return "".join(f"[{c}]" if c in "[*?" else c for c in plain)


def _known_table(name: str) -> Table:
    if name not in TABLES:
        raise RecordError(f"a record has no table {name!r}; it has {', '.join(TABLES)}")
    return TABLES[name]
