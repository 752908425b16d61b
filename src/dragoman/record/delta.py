"""Reading and writing one Delta Lake table; the only module that imports deltalake."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from dragoman.errors import RecordError
from dragoman.record import storage
from dragoman.record.tables import Table

if TYPE_CHECKING:
    import pyarrow
    from deltalake import CommitProperties, DeltaTable

Rows: TypeAlias = "Sequence[Mapping[str, Any]] | pyarrow.Table"
"""What is written: rows one by one, or a whole table where they are very many."""

_SKIPPING = ("shard", "id", "report")
"""Only the keys get statistics in Delta's log; whole report texts would swell it."""


def open_table(folder: Path, table: Table, version: int | None = None) -> "DeltaTable | None":
    """Open a table, None where nothing was ever written to it.

    Args:
        folder: the record.
        table: which table.
        version: the version to open, None for the newest.

    Returns:
        A handle that stays at the version it was opened at.

    Raises:
        RecordError: the table is damaged.
    """
    from deltalake import DeltaTable
    from deltalake.exceptions import DeltaError, TableNotFoundError

    try:
        return DeltaTable(_address(folder, table), version=version, storage_options=storage.options(folder))
    except TableNotFoundError:
        return None
    except DeltaError as error:
        raise RecordError(f"table {table.name} of {storage.address(folder)} cannot be opened: {error}") from error


def files(folder: Path, table: Table, handle: "DeltaTable | None") -> list[str]:
    """Give the paths of a table's Parquet files, sorted; none where the table is not there yet.

    Delta gives addresses with the folder's unusual letters encoded; the files' own names are plain, and our tables
    have no partitions, so the name alone is enough.
    """
    names = (uri.rsplit("/", 1)[-1] for uri in handle.file_uris()) if handle is not None else ()
    return sorted(f"{_address(folder, table)}/{name}" for name in names)


def _address(folder: Path, table: Table) -> str:
    return f"{storage.address(folder)}/{table.name}"


def read(
    folder: Path, table: Table, handle: "DeltaTable | None", columns: Sequence[str] | None = None
) -> "pyarrow.Table":
    """Read some columns of a table as Arrow; a table that is not there yet is empty."""
    names = list(columns) if columns is not None else table.schema().names
    return read_files(folder, table, files(folder, table, handle), names)


def read_files(folder: Path, table: Table, paths: Sequence[str], names: Sequence[str]) -> "pyarrow.Table":
    """Read some columns of some files of a table."""
    import pyarrow as pa
    from pyarrow import dataset

    schema = table.schema()
    if not paths:
        return pa.schema([schema.field(name) for name in names]).empty_table()
    if storage.remote(folder):
        return storage.tables(folder, paths, names, schema)
    return dataset.dataset(list(paths), schema=schema, format="parquet").to_table(columns=list(names))


def arrow_of(table: Table, columns: Mapping[str, Sequence[Any]], *, step: int) -> "pyarrow.Table":
    """Give columns as a derived table holds them, where rows are too many to be handled one by one."""
    import pyarrow as pa

    length = len(next(iter(columns.values())))
    return pa.table({"step": pa.repeat(pa.scalar(step, pa.int64()), length), **columns}, schema=table.schema())


def append(folder: Path, table: Table, rows: Rows) -> int:
    """Add rows to a table as one Delta commit, making the table where it is not there yet.

    Returns:
        The version of the table that has them.
    """
    return _write(folder, table, rows, mode="append")


def overwrite(folder: Path, table: Table, rows: Rows) -> int:
    """Replace all rows of a table as one Delta commit; older versions can still be read.

    Returns:
        The version of the table that holds exactly these rows.
    """
    return _write(folder, table, rows, mode="overwrite")


def go_back(folder: Path, table: Table, version: int) -> None:
    """Make a table again what it was at a version, as one more Delta commit; nothing where it stands there already.

    Raises:
        RecordError: the version's files are gone.
    """
    from deltalake.exceptions import DeltaError

    handle = open_table(folder, table)
    if handle is None or handle.version() == version:
        return
    try:
        handle.restore(version)
    except DeltaError as error:
        raise RecordError(
            f"table {table.name} of {storage.address(folder)} cannot go back to version {version}: {error}"
        ) from error


def append_once(folder: Path, table: Table, rows: Sequence[Mapping[str, Any]], seen: "DeltaTable | None") -> None:
    """Add rows only if nobody else has added any since `seen` was opened.

    The commit carries a Delta transaction identifier (`txn` action, Delta protocol), and two commits from the same
    version with the same identifier exclude each other; so even where the folder's lock does not hold (some network
    drives) two writers cannot both commit on the strength of the same reading.

    Raises:
        RecordError: somebody else has committed meanwhile.
    """
    from deltalake import CommitProperties, Transaction
    from deltalake.exceptions import CommitFailedError

    seen = seen if seen is not None else _create(folder, table)
    step = Transaction("dragoman", (seen.transaction_version("dragoman") or 0) + 1)
    try:
        _write(folder, table, rows, mode="append", handle=seen, properties=CommitProperties(app_transactions=[step]))
    except CommitFailedError as error:
        raise RecordError(
            f"another process has written to {storage.address(folder)} meanwhile; run this again"
        ) from error


def tidy(folder: Path, table: Table, orphans: set[str]) -> None:
    """Drop the rows of shards that were never committed and join small files; older versions stay readable."""
    handle = open_table(folder, table)
    if handle is None:
        return
    if orphans:
        handle.delete(f"shard IN ({', '.join(repr(shard) for shard in sorted(orphans))})")
    handle.optimize.compact()


def _create(folder: Path, table: Table) -> "DeltaTable":
    from deltalake import DeltaTable

    return DeltaTable.create(
        _address(folder, table),
        table.schema(),
        mode="ignore",
        description=table.says,
        configuration=_configuration(table),
        storage_options=storage.options(folder),
    )


def _configuration(table: Table) -> dict[str, str]:
    names = {column.name for column in table.columns}
    kept = ",".join(name for name in _SKIPPING if name in names)
    return {"delta.dataSkippingStatsColumns": kept} if kept else {"delta.dataSkippingNumIndexedCols": "0"}


def _write(
    folder: Path,
    table: Table,
    rows: Rows,
    *,
    mode: Literal["append", "overwrite"],
    handle: "DeltaTable | None" = None,
    properties: "CommitProperties | None" = None,
) -> int:
    import pyarrow as pa
    from deltalake import write_deltalake
    from deltalake.exceptions import CommitFailedError, DeltaError

    if isinstance(rows, pa.Table):
        content = rows
    else:
        content = pa.Table.from_pylist([dict(row) for row in rows], schema=table.schema())
    try:
        handle = handle or open_table(folder, table) or _create(folder, table)
        if mode == "append":
            write_deltalake(handle, content, mode="append", commit_properties=properties)
        else:
            # a program with another column writes its own schema; older versions keep theirs
            write_deltalake(handle, content, mode="overwrite", schema_mode="overwrite", commit_properties=properties)
        handle.update_incremental()
    except CommitFailedError:
        raise
    except (DeltaError, OSError) as error:
        raise RecordError(
            f"writing table {table.name} of {storage.address(folder)}: {_reason(error)}; what was committed before "
            "stands: make room, or see to it that the place can be written, and run the same again"
        ) from error
    return int(handle.version())


def _reason(error: Exception) -> str:
    """Give what the system said, without the layers that it came through."""
    return " ".join(str(error).split("\n", 1)[0].split(" error: ")[-1].split())[:200]
