"""The ids that a record holds, taken in file by file, so that a writer beside others reads nothing twice."""

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.record import delta
from dragoman.record.tables import SHARDS, TABLES

if TYPE_CHECKING:
    import pyarrow
    from deltalake import DeltaTable

_TABLES = ("reports", "problems")


class Known:
    """What is committed, as it was when `refresh` was last called.

    Args:
        folder: the record.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, set[str]] = {name: set() for name in (SHARDS.name, *_TABLES)}
        self._pending: dict[str, dict[str, set[str]]] = {name: {} for name in _TABLES}
        self._version: int | None = None
        self.shards: set[str] = set()
        self.ids: dict[str, set[str]] = {name: set() for name in _TABLES}
        self.marker: DeltaTable | None = None

    def refresh(self) -> None:
        """Take in what others have committed since we last looked."""
        self.marker = delta.open_table(self._folder, SHARDS)
        version = self.marker.version() if self.marker is not None else None
        if version == self._version:
            return
        self._version = version
        self.shards.update(self._new(SHARDS.name, self.marker, ["id"]).column("id").to_pylist())
        for name in _TABLES:
            handle = delta.open_table(self._folder, TABLES[name])
            found = self._new(name, handle, ["shard", "id"])
            pending = self._pending[name]
            for shard, key in zip(found.column("shard").to_pylist(), found.column("id").to_pylist(), strict=True):
                pending.setdefault(shard, set()).add(key)
            # what no committed shard vouches for may yet be vouched for, by whoever wrote it
            for shard in pending.keys() & self.shards:
                self.ids[name] |= pending.pop(shard)

    def add(self, shard: str, ids: dict[str, list[str]]) -> None:
        """Take in a batch that we have just committed ourselves."""
        self.shards.add(shard)
        for name, keys in ids.items():
            self.ids[name].update(keys)

    def _new(self, name: str, handle: "DeltaTable | None", columns: list[str]) -> "pyarrow.Table":
        """Read the files of a table that were not read before."""
        files = set(delta.files(self._folder, TABLES[name], handle))
        fresh, self._read[name] = files - self._read[name], files
        return delta.read_files(self._folder, TABLES[name], sorted(fresh), columns)
