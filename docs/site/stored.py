"""The reference of the record's tables and of the exports, read off their lists of columns."""

from docs.site.markdown import code, page, plain, table
from dragoman.ask.columns import tables
from dragoman.export.columns import columns
from dragoman.export.kinds import KINDS
from dragoman.record.tables import TABLES, Table

RECORD = """
A record is a folder of Delta Lake tables, one folder a table. `dragoman sql QUERY` asks them, with one `select` in
DuckDB's SQL; `dragoman sql` without a query lists what stands here. Offsets are code points of a report's clean text,
from the first one up to the one after the last. What is not known is null.
"""
EXPORT = """
The tables that `dragoman export csv`, `parquet`, `datapackage` and `release` write. Names are snake_case of at most 32
characters, dates are ISO, missing is empty, several values in a cell have `; ` between them. Columns marked *text* hold
words of reports and are left out by `--no-text`. The columns of other programs' formats are theirs, to the letter.
"""
_KINDS = {"texts": "list of text", "flag": "true or false"}


def record() -> str:
    """Write the page on the record's tables."""
    known = tables().values()
    kept = [one for one in known if one.name in TABLES]
    shared = [one for one in known if one.name not in TABLES]
    return page(
        "Tables of a record",
        RECORD,
        *(part for one in kept for part in _table(one)),
        "## Tables that questions share\n\nThey are made from the others when a record is opened.",
        *(part for one in shared for part in _table(one, level=3)),
    )


def exports() -> str:
    """Write the page on the exports."""
    kinds = ((code(one.name), plain(one.says), code(one.suffix) or "a folder") for one in KINDS.values())
    parts = [f"## Columns of {name}\n\n{_exported(name)}" for name in columns()]
    return page("Export formats and columns", EXPORT, "## Kinds", table(("kind", "is", "file"), kinds), *parts)


def _table(one: Table, level: int = 2) -> tuple[str, str, str]:
    rows = ((code(c.name), _KINDS.get(c.kind, c.kind), plain(c.says)) for c in one.columns)
    return f"{'#' * level} {one.name}", f"One row is {plain(one.says)}.", table(("column", "holds", "is"), rows)


def _exported(name: str) -> str:
    rows = ((code(c.name), f"{c.kind}{', *text*' if c.text else ''}", plain(c.says)) for c in columns()[name])
    return table(("column", "holds", "is"), rows)
