"""A batch of coded reports as the rows that it adds to each table, ready to be sent to whoever commits it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model import Document, Problem
from dragoman.record.rows import Row, document_rows, problem_row
from dragoman.record.tables import LAYERS, Table

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows without the shard that they will belong to: what is known already is taken out before it gets its name.

    Args:
        tables: the rows of each table of `LAYERS` as Arrow, those of a report together.
        reports: how many reports there are, those that no table can hold included.
    """

    tables: dict[str, "pyarrow.Table"]
    reports: int

    def ids(self, table: str) -> list[str]:
        """Give the ids of the rows of `reports` or `problems`, in order."""
        ids: list[str] = self.tables[table].column("id").to_pylist()
        return ids


def batch_of(documents: Sequence[Document], problems: Sequence[Problem] = ()) -> Batch:
    """Turn coded reports into rows.

    Args:
        documents: reports with their layers; one that comes twice counts once.
        problems: what went wrong with these or with reports that could not be coded.

    Returns:
        The rows, reports in order of their ids; of a report that no file can hold, a problem.
    """
    fresh = {document.article.id: document for document in documents}
    sound, faults = _sound(fresh[key] for key in sorted(fresh))
    rows: dict[str, list[Row]] = {table.name: [] for table in LAYERS}
    for document in sound:
        for name, added in document_rows(document).items():
            rows[name].extend(added)
    rows["problems"] = list({row["id"]: row for row in map(problem_row, (*problems, *faults))}.values())
    return Batch(tables={table.name: _arrow(table, rows[table.name]) for table in LAYERS}, reports=len(documents))


def joined(batches: Sequence[Batch]) -> Batch:
    """Put batches together, in their order."""
    import pyarrow as pa

    tables = {table.name: pa.concat_tables([batch.tables[table.name] for batch in batches]) for table in LAYERS}
    return Batch(tables=tables, reports=sum(batch.reports for batch in batches))


def without(batch: Batch, reports: set[str], problems: set[str]) -> Batch:
    """Leave out what the record has already, what comes twice, and put problems in order of their ids.

    Args:
        batch: the rows.
        reports: ids of known reports.
        problems: ids of known problems.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    tables = dict(batch.tables)
    if old := sorted(reports.intersection(batch.ids("reports"))):
        for name, rows in tables.items():
            if name != "problems":
                tables[name] = rows.filter(~pc.field("id" if name == "reports" else "report").isin(old))
    first: dict[str, int] = {}
    for index, key in enumerate(batch.ids("problems")):
        if key not in problems:
            first.setdefault(key, index)
    chosen = pa.array([first[key] for key in sorted(first)], pa.int64())
    tables["problems"] = tables["problems"].take(chosen)
    return Batch(tables=tables, reports=batch.reports)


def stamped(rows: "pyarrow.Table", shard: str) -> "pyarrow.Table":
    """Write the shard into every row, and lay each column out in one piece: the file depends on nothing else."""
    import pyarrow as pa

    column = pa.repeat(pa.scalar(shard, pa.string()), rows.num_rows)
    return rows.add_column(0, "shard", column).combine_chunks()


def _arrow(table: Table, rows: Sequence[Row]) -> "pyarrow.Table":
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=table.schema().remove(0))


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
