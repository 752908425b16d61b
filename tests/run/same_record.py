"""What two records must share to be the same to the byte."""

from hashlib import sha256
from pathlib import Path

from dragoman.record import Reader, delta
from dragoman.record.tables import DERIVED, GONE, LAYERS, SHARDS, Table

TABLES = (*LAYERS, SHARDS, *DERIVED, GONE)
"""All but the log of versions, which tells the time, and the inputs, which tell paths."""


def files_of(record: Path) -> dict[str, list[str]]:
    """Give the digest of each file that a record's newest version is made of, by table.

    The names of files and the entries of Delta's log hold random numbers and times; what is in the files holds neither.
    """
    return {table.name: sorted(_digests(record, table)) for table in TABLES}


def _digests(record: Path, table: Table) -> list[str]:
    handle = delta.open_table(record, table)
    return [sha256(Path(file).read_bytes()).hexdigest() for file in delta.files(record, table, handle)]


def state_of(record: Path) -> tuple[str, int]:
    """Give the digest of all that was committed, and the number of the version."""
    reader = Reader(record)
    return reader.state, reader.number
