"""A question in SQL that is asked when its answer is looked at: all of it, a page, or how long it is."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.ask.views import arrow
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import pyarrow


class Query:
    """A question to a record, which always answers the same.

    Args:
        reader: the record, with the shared tables made.
        text: a `select` with `?` where values go, in the order that its rows are to have.
        values: those values.
    """

    def __init__(self, reader: Reader, text: str, values: Sequence[object]) -> None:
        self._reader = reader
        self._text = text
        self._values = values

    @cached_property
    def table(self) -> "pyarrow.Table":
        """All rows."""
        return arrow(self._reader, self._text, self._values)

    @cached_property
    def length(self) -> int:
        """How many rows."""
        if "table" in self.__dict__:
            return int(self.table.num_rows)
        counted = arrow(self._reader, f"select count(*) as n from ({self._text})", self._values)
        return int(counted.column("n")[0].as_py())

    def page(self, offset: int, limit: int) -> "pyarrow.Table":
        """Give some rows, without making the others."""
        if "table" in self.__dict__:
            return self.table.slice(offset, limit)
        text = f"select * from ({self._text}) limit {int(limit)} offset {int(offset)}"
        return arrow(self._reader, text, self._values)
