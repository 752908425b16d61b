"""An answer: typed rows that are also a table for pandas, polars and Arrow, and show themselves in a notebook."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dragoman.ask.optional import need
from dragoman.ask.query import Query

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Answer(Sequence[T], Generic[T]):
    """Rows of one kind, in order; they are asked for and made when they are first looked at.

    Args:
        found: the columns as Arrow, or the query that gives them when they are looked at.
        row: makes a row of a mapping of plain values.
        asked: the question in words.
        source: what was asked, as a citation.
        note: what was left out and how to get it; empty where nothing was.
    """

    found: "Query | pyarrow.Table"
    row: Callable[[dict[str, Any]], T]
    asked: str = ""
    source: str = ""
    note: str = ""
    _made: list[T] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<{self.asked}: {len(self):,} rows of {', '.join(self.table.column_names)}>"

    @property
    def table(self) -> "pyarrow.Table":
        """The answer as an Arrow table."""
        return self.found.table if isinstance(self.found, Query) else self.found

    def __len__(self) -> int:
        return self.found.length if isinstance(self.found, Query) else int(self.found.num_rows)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self.rows()[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self.rows())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and self.rows() == list(other)

    def rows(self) -> list[T]:
        """Give all rows."""
        if not self._made:
            self._made.extend(map(self.row, self.table.to_pylist()))
        return self._made

    def page(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Give some rows as plain values, without making the others.

        Args:
            offset: how many rows come before.
            limit: at most so many.
        """
        part = self.found.page(offset, limit) if isinstance(self.found, Query) else self.found.slice(offset, limit)
        found: list[dict[str, Any]] = part.to_pylist()
        return found

    def dicts(self) -> list[dict[str, Any]]:
        """Give all rows as plain values, for JSON."""
        found: list[dict[str, Any]] = self.table.to_pylist()
        return found

    def arrow(self) -> "pyarrow.Table":
        """Give the answer as an Arrow table."""
        return self.table

    def pandas(self) -> "pandas.DataFrame":
        """Give the answer as a pandas data frame.

        Raises:
            UsageError: pandas is not installed.
        """
        need("pandas", extra="frames")
        frame: pandas.DataFrame = self.table.to_pandas()
        return frame

    def polars(self) -> "polars.DataFrame":
        """Give the answer as a polars data frame.

        Raises:
            UsageError: polars is not installed.
        """
        frame: polars.DataFrame = need("polars", extra="frames").from_arrow(self.table)
        return frame

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.answer(self)


def as_table(rows: Sequence[Mapping[str, Any]], kind: type) -> "pyarrow.Table":
    """Make a table of rows; where there are none it still has the columns of their kind.

    Args:
        rows: mappings of plain values.
        kind: the dataclass that they are rows of.
    """
    import pyarrow as pa

    if rows:
        return pa.Table.from_pylist([dict(row) for row in rows])
    return pa.table({one.name: pa.array([], pa.string()) for one in fields(kind)})
