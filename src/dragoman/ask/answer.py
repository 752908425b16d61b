"""An answer: typed rows that are also a table for pandas, polars and Arrow, and show themselves in a notebook."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dragoman.ask.optional import need

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")
_SHOWN = 20
"""Rows that a notebook shows before it says how many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Answer(Sequence[T], Generic[T]):
    """Rows of one kind, in order; they are made from the table when they are first looked at.

    Args:
        table: the columns, as Arrow.
        row: makes a row of a mapping of plain values.
        asked: the question in words.
        source: what was asked, as a citation.
    """

    table: "pyarrow.Table"
    row: Callable[[dict[str, Any]], T]
    asked: str = ""
    source: str = ""
    _made: list[T] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<{self.asked}: {len(self):,} rows of {', '.join(self.table.column_names)}>"

    def __len__(self) -> int:
        return int(self.table.num_rows)

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
        names = self.table.column_names
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        shown = self.table.slice(0, _SHOWN).to_pylist()
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_cell(row[name]))}</td>" for name in names) + "</tr>" for row in shown
        )
        more = f"; the first {len(shown):,} are shown" if len(self) > len(shown) else ""
        return (
            f"<table><caption>{escape(self.asked)}: {len(self):,} rows{more}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p><small>{escape(self.source)}</small></p>"
        )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


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
