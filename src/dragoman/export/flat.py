"""Tables of events as other programs know them: CSV, Parquet, GDELT, ICEWS, POLECAT."""

from pathlib import Path

from dragoman.export.columns import without_text
from dragoman.export.selection import Selection
from dragoman.export.sentences import number_sentences
from dragoman.version import __version__

_TABS = "format csv, delimiter '\\t', quote '', escape '', header {header}"
_CSV = "format csv, header true"
_PARQUET = "format parquet, compression zstd"


def csv(selection: Selection, target: Path) -> int:
    """Write events as CSV: a header, ISO dates, empty for missing (`docs/export.md` describes the columns)."""
    return selection.copy(table(selection, "events"), target, _CSV)


def parquet(selection: Selection, target: Path) -> int:
    """Write events as Parquet, with the columns of the CSV."""
    return selection.copy(table(selection, "events"), target, _PARQUET)


def table(selection: Selection, name: str) -> str:
    """Give SQL for one of our own tables, without words of reports where they must not be passed on."""
    query = selection.sql(name)
    return query if selection.text else without_text(name, query)


def gdelt_events(selection: Selection, target: Path) -> int:
    """Write GDELT 2.0 events: 61 columns, tab separated, no header; a row for each pair of who and whom.

    Source: GDELT Event Database codebook 2.0. Tone is not measured and left empty, as are ethnic and religious codes.
    """
    return selection.copy(_plain(selection.sql("gdelt_events")), target, _TABS.format(header="false"))


def gdelt_mentions(selection: Selection, target: Path) -> int:
    """Write GDELT 2.0 mentions: 16 columns, tab separated, no header; a row for each telling of each pair."""
    number_sentences(selection, every=True)
    return selection.copy(_plain(selection.sql("gdelt_mentions")), target, _TABS.format(header="false"))


def icews(selection: Selection, target: Path) -> int:
    """Write ICEWS events: 20 columns, tab separated, with a header; a row for each pair of who and whom."""
    number_sentences(selection, every=False)
    return selection.copy(_plain(selection.sql("icews")), target, _TABS.format(header="true"))


def polecat(selection: Selection, target: Path) -> int:
    """Write POLECAT events: 40 columns, tab separated, with a header; one row an event, what is missing is `None`."""
    query = selection.sql("polecat").replace("$version", f"dragoman {__version__}")
    return selection.copy(_plain(query), target, _TABS.format(header="true"))


def _plain(query: str) -> str:
    """Take tabs and line breaks out of every text, since these formats cannot quote them."""
    columns = r"columns(*)::text"
    return f"select nullif(regexp_replace({columns}, '[\\t\\r\\n\"]+', ' ', 'g'), '') as \"\\0\" from ({query})"
