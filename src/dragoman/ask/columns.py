"""What the tables and columns that can be asked in SQL mean."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Args:
        name: what it is called.
        kind: `text`, `int`, `real`, `flag`, `texts` (a list of text), `date` or `json` (text that holds JSON).
        says: what it means.
    """

    name: str
    kind: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    Args:
        name: what it is called.
        says: what one row is.
        columns: its columns, in order.
    """

    name: str
    says: str
    columns: tuple[Column, ...]


@cache
def tables() -> dict[str, Table]:
    """Give every table that can be asked in SQL: those of the record, then those that questions share.

    Examples:
        >>> tables()["told"].says
        'one telling of one event'
    """
    lines = files(__package__).joinpath("columns.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    heads = {name: says for name, column, _, says in rows if not column}
    return {
        name: Table(
            name=name,
            says=says,
            columns=tuple(Column(name=c, kind=kind, says=told) for t, c, kind, told in rows if t == name and c),
        )
        for name, says in heads.items()
    }
