"""Read-only SQL of a user's own over the record's tables."""

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.ask import index
from dragoman.errors import UsageError
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import duckdb
    import pyarrow

_MEMORY = "2GB"
"""What all queries of a desk may hold at once; more is refused, not written to a disk."""
SHARED = ("listed", "people", "parts", "told", "types", "cameo")
"""Tables that may be asked beside those of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of a query.

    Args:
        table: its rows.
        note: what was left out and how to get it, in words; empty where nothing was.
    """

    table: "pyarrow.Table"
    note: str


class Desk:
    """A connection on which SQL can read the record and nothing else: no file, no network, no writing.

    Args:
        reader: the record, with the shared tables made.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._connection = _locked(reader)

    def ask(self, query: str, *, seconds: float | None = None, rows: int | None = None) -> Told:
        """Run one statement.

        Args:
            query: a `select` in DuckDB's SQL.
            seconds: how long it may take, None for as long as it takes.
            rows: how many it gives at most, None for all.

        Returns:
            Its rows, and what was left out.

        Raises:
            UsageError: it is not one single `select`, it is wrong, it reaches beyond the record, takes too long, or
                needs too much memory.
        """
        import duckdb

        _check(query)
        cursor = self._connection.cursor()
        timer = threading.Timer(seconds, cursor.interrupt) if seconds else None
        try:
            if timer:
                timer.start()
            cursor.execute("begin transaction read only")
            asked = cursor.sql(query)
            found: pyarrow.Table = (asked if rows is None else asked.limit(rows + 1)).to_arrow_table()
        except duckdb.InterruptException:
            raise UsageError(
                f"the query took longer than the {seconds:g} seconds that it may take; narrow it with where"
            ) from None
        except duckdb.OutOfMemoryException:
            raise UsageError(
                f"the query needs more memory than the {_MEMORY} that it may take; narrow it, or group and sort by less"
            ) from None
        except duckdb.Error as error:
            raise UsageError(f"the query could not be answered: {_first_line(error)}") from error
        finally:
            if timer:
                timer.cancel()
            cursor.close()
        if rows is None or len(found) <= rows:
            return Told(table=found, note="")
        return Told(
            table=found.slice(0, rows), note=f"only the first {rows:,} rows are given; narrow the query, or count in it"
        )


def _check(query: str) -> None:
    import duckdb

    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise UsageError(f"the query could not be read: {_first_line(error)}") from error
    if len(statements) != 1:
        raise UsageError(f"one statement at a time: {len(statements)} were given")
    if statements[0].type != duckdb.StatementType.SELECT:
        raise UsageError(f"a record can only be read by SQL: {statements[0].type.name} is refused, write a SELECT")


def _locked(reader: Reader) -> "duckdb.DuckDBPyConnection":
    """Make a connection with the same views, then take everything else away from it for good."""
    import duckdb

    made = duckdb.connect(":memory:")
    reader.lend(made)
    made.execute(f"set memory_limit = '{_MEMORY}'")
    made.execute("set temp_directory = ''")
    source = reader.connection().cursor()
    index.attach(made, index.attached(source))
    tables = source.execute(
        "select table_name from duckdb_tables() where database_name = 'memory' and schema_name = 'main' "
        "and table_name not like '\\_%' escape '\\' order by all"
    ).fetchall()
    for (name,) in tables:
        made.register("_copied", source.sql(f'select * from "{name}"').to_arrow_table())
        made.execute(f'create table "{name}" as select * from _copied')
        made.unregister("_copied")
    views = source.execute("select view_name, sql from duckdb_views() where not internal order by view_oid").fetchall()
    for name, written in views:
        if not name.startswith("_"):
            made.execute(written)
    made.execute(f"set allowed_directories = ['{_quoted(reader)}']")
    made.execute("set enable_external_access = false")
    made.execute("set lock_configuration = true")
    return made


def _quoted(reader: Reader) -> str:
    return reader.address.replace("'", "''") + "/"


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split("\n\n")[0].split())[:400]
