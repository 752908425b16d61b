"""What is derived from a large record and kept beside it, so that only the first question has to wait for it."""

import os
import shutil
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from dragoman.ids import digest
from dragoman.record import storage
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import duckdb

INDEX = ".index"
"""The folder that holds what is derived from a record; it may be deleted at any time."""
KEPT = "kept"
"""The name that a kept database goes by within DuckDB."""
MEMORY = "2GB"
"""What DuckDB may hold while it asks a large record; what is more goes to the system's folder for such things."""
_SPILLS = count(1)
_STATES = 4
"""States of the record of which something is kept."""
_LAYOUT = 3
"""Rises whenever what is kept changes its form, so that old files are not taken for new ones."""

Fill = Callable[["duckdb.DuckDBPyConnection", str], None]


def folder(reader: Reader) -> Path | None:
    """Give the folder for what is derived from this state of the record, made where it can be; drop the oldest ones.

    Returns:
        The folder, None where the record's folder cannot be written, or is none (a bucket).
    """
    import duckdb

    if not reader.local:
        return None
    name = digest(reader.state, reader.number, _LAYOUT, duckdb.__version__)
    root = _root(reader.folder)
    try:
        (root / name).mkdir(parents=True, exist_ok=True)
        (root / name).touch()
        # others may still be asking a state or two ago
        for old in sorted(root.iterdir(), key=lambda one: one.stat().st_mtime)[:-_STATES]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return None
    return root / name


def _root(record: Path) -> Path:
    """Give the place of what is kept: within the record, or for one in a bucket in the user's cache."""
    if not storage.remote(record):
        return record / INDEX
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "dragoman" / "index" / digest(storage.address(record))


def keep(reader: Reader, fill: Fill, tables: Sequence[str]) -> bool:
    """Put kept tables at hand, made where they are not there yet.

    Args:
        reader: the record.
        fill: makes the tables, given a connection and the name of the database to make them in.
        tables: their names; each becomes a view.

    Returns:
        False where nothing can be kept, because the record's folder cannot be written.
    """
    place = folder(reader)
    if place is None:
        return False
    file = place / "tables.duckdb"
    connection = reader.connection()
    connection.execute(f"set memory_limit = '{MEMORY}'")
    spill = Path(gettempdir()) / f"dragoman-{os.getpid()}-{next(_SPILLS)}"
    connection.execute(f"set temp_directory = {literal(spill)}")
    if not file.exists():
        _make(connection, file, fill)
    attach(connection, file)
    for name in tables:
        connection.execute(f"create or replace view {name} as select * from {KEPT}.{name}")
    return True


def attach(connection: "duckdb.DuckDBPyConnection", file: Path | None) -> None:
    """Let a connection read what is kept in a file; nothing where there is none."""
    if file is not None:
        connection.execute(f"attach if not exists {literal(file)} as {KEPT} (read_only)")


def attached(connection: "duckdb.DuckDBPyConnection") -> Path | None:
    """Give the file of kept tables that a connection reads, None where they are in memory."""
    found = connection.execute("select path from duckdb_databases() where database_name = ?", [KEPT]).fetchone()
    return Path(found[0]) if found else None


def literal(path: Path) -> str:
    """Write a path as a DuckDB string."""
    return "'" + str(path).replace("'", "''") + "'"


def _make(connection: "duckdb.DuckDBPyConnection", file: Path, fill: Fill) -> None:
    """Write a database once; whoever comes later, in whatever process, finds it whole or not at all."""
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    connection.execute(f"attach {literal(unfinished)} as made")
    try:
        fill(connection, "made")
        connection.execute("checkpoint made")
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    finally:
        connection.execute("detach made")
    unfinished.replace(file)
