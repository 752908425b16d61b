"""Tables in one place that keep all that was read.

The place, a folder or a prefix of a bucket (`record.storage`), holds one Delta Lake table for each kind of row
(`record.tables`) and `record.json`, which says that it is a record and of which format. `record.writer.Writer` adds to
it, `record.reader.Reader` reads it; Spark, Polars, R and DuckDB read the tables as they are. Rows count only where
their `shard` stands in the table `shards`.
"""

from dragoman.record.batch import Batch, batch_of, joined
from dragoman.record.changes import Changes
from dragoman.record.reader import Reader, Telling
from dragoman.record.rows import problem_id
from dragoman.record.versions import Run, Version
from dragoman.record.writer import Commit, Writer

__all__ = [
    "Batch",
    "Changes",
    "Commit",
    "Reader",
    "Run",
    "Telling",
    "Version",
    "Writer",
    "batch_of",
    "joined",
    "problem_id",
]
