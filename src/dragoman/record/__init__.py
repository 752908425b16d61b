"""Tables in one folder that keep all that was read.

The folder holds one Delta Lake table for each kind of row (`record.tables`) and `record.json`, which says that it is a
record and of which format. `record.writer.Writer` adds to it, `record.reader.Reader` reads it; Spark, Polars, R and
DuckDB read the tables as they are. Rows count only where their `shard` stands in the table `shards`.
"""

from dragoman.record.changes import Changes
from dragoman.record.reader import Reader, Telling
from dragoman.record.versions import Run, Version
from dragoman.record.writer import Commit, Writer

__all__ = ["Changes", "Commit", "Reader", "Run", "Telling", "Version", "Writer"]
