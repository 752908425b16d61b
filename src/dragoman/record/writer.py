"""Writing to a record: batches of coded reports, each all there or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ids import shard_id
from dragoman.model import Document, Event, Link, Problem
from dragoman.record import delta, folder
from dragoman.record.rows import Row, document_rows, event_row, link_row, problem_row
from dragoman.record.tables import DERIVATION, LAYERS, SHARDS, TABLES, Table

if TYPE_CHECKING:
    from deltalake import DeltaTable


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
        self._shards: set[str] = set()
        self._marker: DeltaTable | None = None
        self._ids: dict[str, set[str]] = {"reports": set(), "problems": set()}
        self._left: dict[str, tuple[int | None, set[str]]] = {}
        self._refresh()

    def known(self, ids: Iterable[str]) -> set[str]:
        """Tell which of some reports the record has.

        Args:
            ids: ids of reports.

        Returns:
            Those that are committed.
        """
        self._refresh()
        return self._ids["reports"].intersection(ids)

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
        with folder.lock(self._folder, self._wait):
            self._refresh()
            fresh = {d.article.id: d for d in documents if d.article.id not in self._ids["reports"]}
            sound, faults = _sound(fresh[key] for key in sorted(fresh))
            noted = {row["id"]: row for row in map(problem_row, (*problems, *faults))}
            new = [noted[key] for key in sorted(noted) if key not in self._ids["problems"]]
            skipped = len(documents) - len(fresh)
            if not sound and not new:
                return Commit(shard=None, skipped=skipped)
            rows = _gather(sound)
            rows["problems"] = new
            shard = shard_id([*(d.article.id for d in sound), *(row["id"] for row in new)], recipe)
            return self._write(shard, recipe, rows, skipped)

    def replace_events(self, events: Sequence[Event], links: Sequence[Link], *, derived_from: str) -> None:
        """Put newly derived events and links in place of the old ones, both at once.

        Args:
            events: all events.
            links: all judged pairs.
            derived_from: `Reader.state` of the reader whose mentions they were derived from.

        Raises:
            RecordError: another process keeps writing, or the folder cannot be written.
        """
        made = {
            "links": sorted(map(link_row, links), key=lambda row: (row["left"], row["right"])),
            "events": sorted(map(event_row, events), key=lambda row: str(row["id"])),
        }
        with folder.lock(self._folder, self._wait):
            # Readers go by the versions named in the one row written last, so they never see one new and one old.
            versions = {name: delta.overwrite(self._folder, TABLES[name], rows) for name, rows in made.items()}
            delta.overwrite(self._folder, DERIVATION, [{"derived_from": derived_from, **versions}])

    def compact(self) -> None:
        """Drop rows of batches that never came to be and join small files; earlier versions can still be read.

        Raises:
            RecordError: another process keeps writing, or the folder cannot be written.
        """
        with folder.lock(self._folder, self._wait):
            self._refresh()
            for table in LAYERS:
                delta.tidy(self._folder, table, self._orphans(table))
            delta.tidy(self._folder, SHARDS, set())

    def _write(self, shard: str, recipe: str, rows: dict[str, list[Row]], skipped: int) -> Commit:
        for table in LAYERS:
            orphans = self._orphans(table) if rows[table.name] else {shard}
            if shard not in orphans:
                stamped = [{"shard": shard, **row} for row in rows[table.name]]
                self._left[table.name] = (delta.append(self._folder, table, stamped), orphans)
        counts = {name: len(rows[name]) for name in ("reports", "mentions", "quotes", "problems")}
        marker = {"id": shard, "recipe": recipe, **counts}
        delta.append_once(self._folder, SHARDS, [marker], self._marker)
        self._remember(shard, rows)
        return Commit(shard=shard, skipped=skipped, **counts)

    def _orphans(self, table: Table) -> set[str]:
        """Give the shards that have rows in a table and were never committed."""
        handle = delta.open_table(self._folder, table)
        version = handle.version() if handle is not None else -1
        seen, orphans = self._left.get(table.name, (None, set()))
        if seen != version:
            # Only another process can have left some since we looked, and then the version has moved.
            found = delta.read(self._folder, table, handle, ["shard"]).column("shard").unique().to_pylist()
            orphans = set(found) - self._shards
            self._left[table.name] = (version, orphans)
        return orphans

    def _remember(self, shard: str, rows: dict[str, list[Row]]) -> None:
        self._marker = delta.open_table(self._folder, SHARDS)
        self._shards.add(shard)
        for name, ids in self._ids.items():
            ids.update(row["id"] for row in rows[name])

    def _refresh(self) -> None:
        """Take in what others have committed since we last looked."""
        self._marker = delta.open_table(self._folder, SHARDS)
        shards = set(delta.read(self._folder, SHARDS, self._marker, ["id"]).column("id").to_pylist())
        if shards == self._shards:
            return
        for name, ids in self._ids.items():
            table = TABLES[name]
            found = delta.read(self._folder, table, delta.open_table(self._folder, table), ["shard", "id"])
            columns = (found.column("shard").to_pylist(), found.column("id").to_pylist())
            ids.update(key for shard, key in zip(*columns, strict=True) if shard in shards)
        self._shards = shards


def _gather(documents: Sequence[Document]) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {table.name: [] for table in LAYERS}
    for document in documents:
        for name, added in document_rows(document).items():
            rows[name].extend(added)
    return rows


def _sound(documents: Iterable[Document]) -> tuple[list[Document], list[Problem]]:
    """Part the documents that a table can hold from those with half characters, which no file format of ours can."""
    sound: list[Document] = []
    faults: list[Problem] = []
    for document in documents:
        try:
            document.article.raw.encode()
            document.article.text.encode()
        except UnicodeEncodeError as error:
            faults.append(_half_character(document, error))
        else:
            sound.append(document)
    return sound, faults


def _half_character(document: Document, error: UnicodeEncodeError) -> Problem:
    article = document.article
    return Problem(
        path=article.path or article.label,
        kind="encoding",
        message=f"half a surrogate pair at code point {error.start} of the report, so it cannot be kept",
        cure="write the source as UTF-8",
    )
