"""Reading a record: its rows as nouns, and SQL over its tables."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import count, groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RecordError
from dragoman.ids import digest
from dragoman.model import Actor, Article, Correction, Event, EventMention, Link, Position, Problem, Quote
from dragoman.record import delta, folder, nouns, storage
from dragoman.record.tables import CORRECTIONS, DERIVED, GONE, INPUTS, KEYS, LAYERS, SHARDS, TABLES, VERSIONS, Table
from dragoman.record.versions import Version, all_versions, find

if TYPE_CHECKING:
    import duckdb
    import pyarrow
    from deltalake import DeltaTable

Row = dict[str, Any]
_WORD = re.compile(r"\w+")
_UNMERGED = ("arguments", "times", "reasons")
"""Columns of `mentions` that merging does not look at."""
_TWINS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event mention with what merging needs to know of its report.

    Args:
        mention: the event as the report tells it.
        report: id of the report.
        publisher: its outlet, where known.
        published: when it appeared (ISO 8601, as precise as known), where known.
        actors: those of the report's actors by id who take part, or assert it.
    """

    mention: EventMention
    report: str
    publisher: str | None
    published: str | None
    actors: Mapping[str, Actor]


class Reader:
    """A record as it stood when it was opened; what is committed later shows in a new reader.

    Args:
        path: where the record is, a folder or `s3://bucket/prefix`.
        as_of: a version's number, or a day or time (UTC): the record as it stood then; None as it stands now.

    Raises:
        RecordError: the folder holds no record, or one of a newer format.
        UsageError: there is no such version.
    """

    def __init__(self, path: Path | str, *, as_of: str | int | None = None) -> None:
        self._folder = folder.check(Path(path))
        # The markers first: whatever they vouch for was written before them, so it is there when we come to it.
        self._handles: dict[str, DeltaTable | None] = {VERSIONS.name: delta.open_table(self._folder, VERSIONS)}
        self._versions = all_versions(self._folder, self._handles[VERSIONS.name])
        self._version = self._versions[-1] if self._versions else None
        if as_of is not None:
            self._version = find(self._versions, as_of)
        for table in (SHARDS, CORRECTIONS, *LAYERS):
            self._handles[table.name] = self._at_version(table) if as_of else delta.open_table(self._folder, table)
        for table in (*DERIVED, GONE, INPUTS):
            self._handles[table.name] = self._at_version(table)
        self._shards = delta.read(self._folder, SHARDS, self._handles[SHARDS.name])
        self._corrections: list[Row] = delta.read(
            self._folder, CORRECTIONS, self._handles[CORRECTIONS.name]
        ).to_pylist()
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._viewed: set[str] = set()
        self._desk = ""

    def twin(self) -> "Reader":
        """Give a reader of the same state that may be asked at the same time: what is offered to one, only it sees."""
        made = copy(self)
        made._desk = f"twin_{next(_TWINS)}"
        self.connection().cursor().execute(f"create schema {made._desk}")
        return made

    def _at_version(self, table: Table) -> "DeltaTable | None":
        version = self._version.tables.get(table.name) if self._version else None
        return delta.open_table(self._folder, table, version) if version is not None else None

    @property
    def folder(self) -> Path:
        """Where the record is."""
        return self._folder

    @property
    def address(self) -> str:
        """Where the record is, as it is typed: a path, or `s3://bucket/prefix`."""
        return storage.address(self._folder)

    @property
    def local(self) -> bool:
        """Tell whether the record is in a folder of this machine, where something may be kept beside its tables."""
        return not storage.remote(self._folder)

    def lend(self, connection: "duckdb.DuckDBPyConnection") -> None:
        """Let a connection read the record's files where they are in a bucket."""
        if (bucket := storage.filesystem(self._folder)) is not None:
            connection.register_filesystem(bucket)

    @cached_property
    def shards(self) -> frozenset[str]:
        """The ids of all committed batches."""
        return frozenset(self._shards.column("id").to_pylist())

    @cached_property
    def state(self) -> str:
        """The digest of all batches and corrections that were committed; it changes with every one."""
        return digest(*sorted(self.shards), *sorted(row["id"] for row in self._corrections))

    @property
    def version(self) -> Version | None:
        """The version that events and links are of, None where they never were derived."""
        return self._version

    @property
    def versions(self) -> list[Version]:
        """Every version of the record, the oldest first, later ones than this reader's included."""
        return list(self._versions)

    @property
    def number(self) -> int:
        """The number of the version, 0 where there is none yet."""
        return self._version.number if self._version else 0

    @property
    def tables(self) -> dict[str, int | None]:
        """The Delta version of each table as this reader has it, None where the table is not there."""
        kept = (SHARDS, CORRECTIONS, *LAYERS, *DERIVED, GONE, INPUTS)
        handles = {table.name: self._handles[table.name] for table in kept}
        return {name: int(handle.version()) if handle is not None else None for name, handle in handles.items()}

    @property
    def derived_from(self) -> str | None:
        """The state that events and links were derived from, None where they never were."""
        return self._version.derived_from if self._version else None

    @property
    def stale(self) -> bool:
        """Tell whether something was committed that events and links do not know of yet."""
        return bool(self.shards or self._corrections) and self.derived_from != self.state

    @property
    def derived_shards(self) -> frozenset[str]:
        """The ids of the batches that events and links were derived from."""
        return self._derived_ids(SHARDS)

    @property
    def derived_corrections(self) -> frozenset[str]:
        """The ids of the corrections that events and links were derived from."""
        return self._derived_ids(CORRECTIONS)

    def _derived_ids(self, table: Table) -> frozenset[str]:
        return frozenset(delta.read(self._folder, table, self._at_version(table), ["id"]).column("id").to_pylist())

    def corrections(self) -> list[Correction]:
        """Give every entry of a person, the earliest first."""
        return sorted(map(nouns.correction, self._corrections), key=lambda one: one.order)

    def reports(self) -> Iterator[Article]:
        """Give all reports, in order of their ids."""
        return (nouns.article(row) for row in self._rows("reports", "id"))

    def actors(self) -> Iterator[tuple[str, Actor]]:
        """Give all actors with the id of their report."""
        return ((row["report"], nouns.actor(row)) for row in self._rows("actors", "report, id"))

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        """Give all quotes with the id of their report."""
        return ((row["report"], nouns.quote(row)) for row in self._rows("quotes", 'report, start, "end", id'))

    def positions(self) -> Iterator[tuple[str, Position]]:
        """Give all stands with the id of their report."""
        rows = self._rows("positions", 'report, start, "end", id')
        return ((row["report"], nouns.position(row)) for row in rows)

    def problems(self) -> Iterator[Problem]:
        """Give all problems, in order of file and line."""
        return (nouns.problem(row) for row in self._rows("problems", "path, line nulls first, id"))

    def events(self) -> Iterator[Event]:
        """Give all merged events, in order of their ids."""
        return (nouns.event(row) for row in self._rows("events", "id"))

    def links(self) -> Iterator[Link]:
        """Give all judged pairs, in order."""
        return (nouns.link(row) for row in self._rows("links", '"left", "right"'))

    def mentions(self, ids: Collection[str] | None = None, *, bare: bool = False) -> Iterator[Telling]:
        """Give event mentions with publisher, day and those who take part, report by report.

        Args:
            ids: ids of mentions; None gives all.
            bare: leave out what merging does not look at, which is most of it and takes time to read.
        """
        actor, mention = (nouns.bare_actor, nouns.bare_mention) if bare else (nouns.actor, nouns.mention)
        columns = f"m.* exclude ({', '.join(_UNMERGED)})" if bare else "m.*"
        chosen = ""
        if ids is not None:
            self.offer("_wanted", {"id": sorted(ids)})
            chosen = "where m.id in (select id from _wanted) "
        rows = self.sql_rows(
            f"select {columns}, r.publisher as _publisher, r.published as _stamp "
            f"from mentions m join reports r on m.report = r.id {chosen}order by m.report, m.trigger_start, m.id"
        )
        taking_part = (
            "select distinct m.report, unnest(list_concat(m.actors, m.recipients, [m.source])) as id "
            f"from mentions m {chosen}"
        )
        actors = self.sql_rows(
            f"select a.* from actors a semi join ({taking_part}) p using (report, id) order by report, id"
        )
        casts = groupby(actors, key=itemgetter("report"))
        waiting = next(casts, None)
        for report, told in groupby(rows, key=itemgetter("report")):
            while waiting is not None and waiting[0] < report:
                waiting = next(casts, None)
            cast = {row["id"]: actor(row) for row in waiting[1]} if waiting and waiting[0] == report else {}
            for row in told:
                stamp, publisher = row["_stamp"], row["_publisher"]
                yield Telling(mention=mention(row), report=report, publisher=publisher, published=stamp, actors=cast)

    def arrow(self, table: str) -> "pyarrow.Table":
        """Give a whole table as Arrow, only what is committed.

        Raises:
            RecordError: there is no such table.
        """
        import pyarrow.compute as pc

        kind = _known_table(table)
        if kind in DERIVED:
            made: pyarrow.Table = self.connection().sql(f"select * from {table} order by all").to_arrow_table()
            return made
        rows = delta.read(self._folder, kind, self._handles.get(table))
        return rows.filter(pc.field("shard").isin(sorted(self.shards))) if kind in LAYERS else rows

    def offer(self, name: str, columns: Mapping[str, Sequence[object]]) -> None:
        """Put values at hand as a table that queries may join with; the same name again replaces it."""
        import pyarrow as pa

        connection = self._cursor(())
        connection.register("_offered", pa.table({key: list(values) for key, values in columns.items()}))
        connection.execute(f'create or replace table "{name}" as select * from _offered')
        connection.unregister("_offered")

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

        cursor = self._cursor(_WORD.findall(query))
        try:
            cursor.execute(query, parameters if isinstance(parameters, Mapping) else list(parameters))
            names = [column[0] for column in cursor.description or ()]
            while batch := cursor.fetchmany(1000):
                yield from (dict(zip(names, values, strict=True)) for values in batch)
        except duckdb.Error as error:
            raise RecordError(f"the record in {self.address} could not be asked: {error}") from error

    def fetch(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Ask in SQL and give plain tuples, for results of very many short rows."""
        cursor = self._cursor(_WORD.findall(query))
        cursor.execute(query)
        while batch := cursor.fetchmany(10_000):
            yield from batch

    def connection(self) -> "duckdb.DuckDBPyConnection":
        """Give a DuckDB connection in memory with a view for every table; made once."""
        return self._holding(TABLES)

    def cursor(self) -> "duckdb.DuckDBPyConnection":
        """Give a cursor of one's own on that connection, which sees what was offered."""
        return self._cursor(TABLES)

    def _cursor(self, words: Collection[str]) -> "duckdb.DuckDBPyConnection":
        cursor = self._holding(words).cursor()
        if self._desk:
            cursor.execute(f"set search_path = '{self._desk},main'")
        return cursor

    def _holding(self, words: Collection[str]) -> "duckdb.DuckDBPyConnection":
        """Give the connection with views of the tables that some words name: each view costs a look into its files."""
        import duckdb

        if self._connection is None:
            self._connection = duckdb.connect(":memory:")
            self.lend(self._connection)
            self._connection.register("_shards", self._shards)
            self._connection.execute("create table shards as select * from _shards")
            self._viewed = {SHARDS.name}
        named = {word.removesuffix("_steps") for word in words}
        if named & {table.name for table in DERIVED}:
            named.add(GONE.name)
        for table in (CORRECTIONS, *LAYERS, GONE, *DERIVED, VERSIONS, INPUTS):
            if table.name in named - self._viewed:
                self._view(self._connection, table)
                self._viewed.add(table.name)
        return self._connection

    def _view(self, connection: "duckdb.DuckDBPyConnection", table: Table) -> None:
        files = delta.files(self._folder, table, self._handles[table.name])
        if not files:
            connection.execute(f"create table {table.name} ({table.sql()})")
            if table in DERIVED:
                connection.execute(f"create table {table.name}_steps as select * from {table.name}")
                connection.execute(f"alter table {table.name} drop column step")
            return
        named = ", ".join(f"'{_literal(file)}'" for file in files)
        listed = f"read_parquet([{named}])"
        if table in DERIVED:
            # every row as it was written, for the history of a thing; and the rows that count
            connection.execute(f"create view {table.name}_steps as select * from {listed}")
            key = " || ' ' || ".join(f'e."{column}"' for column in KEYS[table.name])
            gone = f"(select key, max(step) as last from gone where \"table\" = '{table.name}' group by key)"
            counting = f"anti join {gone} g on {key} = g.key and e.step < g.last"
            connection.execute(f"create view {table.name} as select * exclude (step) from {listed} e {counting}")
            return
        committed = " where shard in (select id from shards)" if table in LAYERS else ""
        connection.execute(f"create view {table.name} as select * from {listed}{committed}")

    def _rows(self, table: str, order: str) -> Iterator[Row]:
        return self.sql_rows(f"select * from {table} order by {order}")


def _literal(file: str) -> str:
    """Write a path for DuckDB: quotes doubled, and characters that would match other files taken literally."""
    plain = file.replace("'", "''")
    return "".join(f"[{c}]" if c in "[*?" else c for c in plain)


def _known_table(name: str) -> Table:
    if name not in TABLES:
        raise RecordError(f"a record has no table {name!r}; it has {', '.join(TABLES)}")
    return TABLES[name]
