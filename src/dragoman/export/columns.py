"""Knows the columns of the tables that are exported as CSV and Parquet."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of an exported table.

    Args:
        table: events, mentions, actors or quotes.
        name: snake_case, at most 32 characters, so that R and Stata take it.
        kind: string, integer, number, boolean, date or day.
        text: whether it holds words of reports.
        says: what it means.
    """

    table: str
    name: str
    kind: str
    text: bool
    says: str


@lru_cache(maxsize=1)
def columns() -> dict[str, tuple[Column, ...]]:
    """Give the columns of each table, in order."""
    lines = files(__package__).joinpath("columns.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    made = [Column(table=t, name=n, kind=k, text=x == "text", says=s) for t, n, k, x, s in rows]
    return {name: tuple(c for c in made if c.table == name) for name in dict.fromkeys(c.table for c in made)}


def kept(table: str, *, text: bool) -> tuple[Column, ...]:
    """Give the columns of a table that may be passed on."""
    return tuple(column for column in columns()[table] if text or not column.text)


def without_text(table: str, query: str) -> str:
    """Narrow a query to the columns that hold no words of reports."""
    names = ", ".join(f'"{column.name}"' for column in kept(table, text=False))
    return f"select {names} from ({query})"
