"""What the tables and columns that can be asked in SQL mean."""

from functools import cache
from importlib.resources import files

from dragoman.record.tables import Column, Table

__all__ = ["Table", "tables"]


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
