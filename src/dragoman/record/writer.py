"""Writing to a record: batches of coded reports, each all there or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import StaleError
from dragoman.ids import shard_id
from dragoman.model import Correction, Document, Problem
from dragoman.record import delta, folder, storage
from dragoman.record.batch import Batch, batch_of, stamped, without
from dragoman.record.changes import Changes
from dragoman.record.known import Known
from dragoman.record.reader import Reader
from dragoman.record.rows import correction_row
from dragoman.record.tables import CORRECTIONS, INPUTS, LAYERS, SHARDS, TABLES, VERSIONS, Table
from dragoman.record.versions import Run, Version, all_versions
from dragoman.record.versions import row as version_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """What one commit added.

    Args:
        shard: id of the batch, None where all of it was there already.
        reports: reports added.
        mentions: event mentions added.
        quotes: quotes added.
        problems: problems added.
        skipped: reports left out because the record had them.
    """

    shard: str | None
    reports: int = 0
    mentions: int = 0
    quotes: int = 0
    problems: int = 0
    skipped: int = 0


class Writer:
    """Adds to a record; any number of processes may read meanwhile, and a second writer waits for its turn.

    A batch is a shard. Its rows go into the tables first, each table in one Delta commit, and its row in `shards` last:
    readers count only rows of shards that stand there. A process that dies between leaves orphans, rows of a shard that
    nobody vouches for. If the same batch comes again, it has the same id and the same rows (ids and content are
    deterministic), so a table that holds its rows is left as it is. If other batches come, the orphans stay unseen
    until `compact` drops them. All of this is decided under the folder's lock, so an orphan seen there is nobody's
    work in progress.

    Args:
        path: the record's folder; made where it is not there.
        wait: seconds to wait for another writer to finish its batch.

    Raises:
        RecordError: the folder holds other things or a record of a newer format, or cannot be written.
    """

    def __init__(self, path: Path | str, *, wait: float = 60.0) -> None:
        self._folder = folder.create(Path(path))
        self._wait = wait
        self._known = Known(self._folder)
        self._left: dict[str, tuple[int | None, set[str]]] = {}
        self._known.refresh()

    def known(self, ids: Iterable[str]) -> set[str]:
        """Tell which of some reports and problems the record has.

        Args:
            ids: ids of reports and problems.

        Returns:
            Those that are committed.
        """
        self._known.refresh()
        wanted = set(ids)
        return (self._known.ids["reports"] & wanted) | (self._known.ids["problems"] & wanted)

    def commit(self, documents: Sequence[Document], problems: Sequence[Problem], recipe: str) -> Commit:
        """Add a batch of coded reports, all or nothing; what the record has already is left out.

        Args:
            documents: the reports with their layers.
            problems: what went wrong with these or with reports that could not be coded.
            recipe: digest of the program, weights, tables and settings that coded them.

        Returns:
            What was added.

        Raises:
            RecordError: another process keeps writing, or the folder cannot be written.
        """
        return self.add(batch_of(documents, problems), recipe)

    def add(self, batch: Batch, recipe: str) -> Commit:
        """Add the rows of coded reports, all or nothing; what the record has already is left out.

        Args:
            batch: the rows.
            recipe: digest of the program, weights, tables and settings that coded them.

        Returns:
            What was added.

        Raises:
            RecordError: another process keeps writing, or the record cannot be written.
        """
        with folder.lock(self._folder, self._wait):
            self._known.refresh()
            known = self._known.ids
            skipped = len(known["reports"].intersection(batch.ids("reports")))
            new = without(batch, known["reports"], known["problems"])
            parts = [*new.ids("reports"), *new.ids("problems")]
            if not parts:
                return Commit(shard=None, skipped=skipped)
            return self._write(shard_id(parts, recipe), recipe, new, skipped)

    def correct(self, correction: Correction) -> bool:
        """Add a person's entry.

        Args:
            correction: the entry.

        Returns:
            Whether it is new; the same one twice is kept once.

        Raises:
            RecordError: another process keeps writing, or the folder cannot be written.
        """
        with folder.lock(self._folder, self._wait):
            handle = delta.open_table(self._folder, CORRECTIONS)
            if correction.id in delta.read(self._folder, CORRECTIONS, handle, ["id"]).column("id").to_pylist():
                return False
            delta.append_once(self._folder, CORRECTIONS, [correction_row(correction)], handle)
            return True

    def derive(self, changes: Changes, *, upon: Reader, run: Run) -> Version:
        """Put newly derived events and links in place of the old ones, all at once, as the next version.

        Rows of derived tables count only up to the Delta versions that the row in `versions`, written last, names; so
        a process that dies before it leaves the old events in force, and what it wrote is taken back by the next.

        Args:
            changes: what is new and what is gone.
            upon: the reader whose mentions, corrections and earlier events they were derived from.
            run: what ran.

        Returns:
            The version made.

        Raises:
            StaleError: another process has made a version since the reader was opened.
            RecordError: another process keeps writing, or the folder cannot be written.
        """
        with folder.lock(self._folder, self._wait):
            seen = delta.open_table(self._folder, VERSIONS)
            last = next(reversed(all_versions(self._folder, seen)), None)
            number = last.number if last else 0
            if number != upon.number:
                raise StaleError(
                    f"another process has derived events of {storage.address(self._folder)} meanwhile; run this again"
                )
            rows = {name: [{"step": number + 1, **row} for row in made] for name, made in changes.rows().items()}
            rows[INPUTS.name] = [{"version": number + 1, "path": p, "sha256": sha} for p, sha in run.inputs]
            many = {
                name: delta.arrow_of(TABLES[name], columns, step=number + 1)
                for name, columns in changes.columns().items()
            }
            tables = {
                name: self._put(TABLES[name], made, last, whole=changes.whole and name != INPUTS.name)
                for name, made in (*rows.items(), *many.items())
            }
            version = Version(
                number=number + 1,
                run=run,
                derived_from=upon.state,
                counts=changes.counts,
                tables={**upon.tables, **tables},
            )
            delta.append_once(self._folder, VERSIONS, [version_row(version)], seen)
            return version

    def _put(self, table: Table, made: delta.Rows, last: Version | None, *, whole: bool) -> int | None:
        """Add rows to a table as the last version has it, or put them in place of all; give its Delta version."""
        known = last.tables.get(table.name) if last else None
        if whole or known is None:
            fresh = delta.open_table(self._folder, table) is None
            return None if fresh and not len(made) else delta.overwrite(self._folder, table, made)
        delta.go_back(self._folder, table, known)
        if len(made):
            return delta.append(self._folder, table, made)
        handle = delta.open_table(self._folder, table)
        return int(handle.version()) if handle is not None else None

    def compact(self) -> None:
        """Drop rows of batches that never came to be and join small files; earlier versions can still be read.

        Raises:
            RecordError: another process keeps writing, or the folder cannot be written.
        """
        with folder.lock(self._folder, self._wait):
            self._known.refresh()
            for table in LAYERS:
                delta.tidy(self._folder, table, self._orphans(table))
            delta.tidy(self._folder, SHARDS, set())

    def _write(self, shard: str, recipe: str, batch: Batch, skipped: int) -> Commit:
        for table in LAYERS:
            rows = batch.tables[table.name]
            orphans = self._orphans(table) if len(rows) else {shard}
            if shard not in orphans:
                self._left[table.name] = (delta.append(self._folder, table, stamped(rows, shard)), orphans)
        counts = {name: len(batch.tables[name]) for name in ("reports", "mentions", "quotes", "problems")}
        marker = {"id": shard, "recipe": recipe, **counts}
        delta.append_once(self._folder, SHARDS, [marker], self._known.marker)
        self._known.add(shard, {name: batch.ids(name) for name in self._known.ids})
        return Commit(shard=shard, skipped=skipped, **counts)

    def _orphans(self, table: Table) -> set[str]:
        """Give the shards that have rows in a table and were never committed."""
        handle = delta.open_table(self._folder, table)
        version = handle.version() if handle is not None else -1
        seen, orphans = self._left.get(table.name, (None, set()))
        if seen != version:
            # Only another process can have left some since we looked, and then the version has moved.
            found = delta.read(self._folder, table, handle, ["shard"]).column("shard").unique().to_pylist()
            orphans = set(found) - self._known.shards
            self._left[table.name] = (version, orphans)
        return orphans
