"""The tables of a record and their columns, all in one place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

FORMAT = 1
"""Version of the layout below; it rises when an older program could no longer read the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table.

    Args:
        name: what it is called.
        kind: `text`, `int`, `real`, `flag`, `texts` (a list of text) or `json` (text that holds JSON).
    """

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a record, which is one Delta Lake table in a folder of the same name.

    Args:
        name: what it is called.
        says: what one row is.
        columns: its columns, in order.
    """

    name: str
    says: str
    columns: tuple[Column, ...]

    def schema(self) -> "pyarrow.Schema":
        """Give the Arrow schema of the table."""
        import pyarrow as pa

        kinds = {
            "text": pa.string(),
            "json": pa.string(),
            "int": pa.int64(),
            "real": pa.float64(),
            "flag": pa.bool_(),
            "texts": pa.list_(pa.string()),
        }
        return pa.schema([(column.name, kinds[column.kind]) for column in self.columns])

    def sql(self) -> str:
        """Give the columns as DuckDB's `create table` takes them."""
        kinds = {
            "text": "text",
            "json": "text",
            "int": "bigint",
            "real": "double",
            "flag": "boolean",
            "texts": "text[]",
        }
        return ", ".join(f'"{column.name}" {kinds.get(column.kind, "text")}' for column in self.columns)


def _table(name: str, says: str, columns: str) -> Table:
    """Write a table down: each column is its name, and `:kind` where it is not text."""
    pairs = (column.partition(":") for column in columns.split())
    return Table(name=name, says=says, columns=tuple(Column(name=n, kind=kind or "text") for n, _, kind in pairs))


LAYERS: tuple[Table, ...] = (
    _table(
        "reports",
        "one report as it was read; published_span counts in raw, all other offsets in text",
        """shard id source_id publisher published published_basis published_span:json day updated updated_basis
        updated_span:json title byline dateline text raw offsets:json parts:json url language path""",
    ),
    _table(
        "actors",
        "one actor of one report",
        "shard report id name kind country role sector wikidata known:flag reason forms:texts mentions:json",
    ),
    _table(
        "mentions",
        "one event as one report tells it",
        """shard report id type mode cameo actors:texts recipients:texts symmetric:flag date date_basis times:json place
        country where:json status source topics:texts salience trigger evidence:json arguments:json dated:json
        trigger_start:int trigger_end:int frame confidence:real reasons:texts""",
    ),
    _table(
        "quotes",
        "one stretch of words that a report gives as somebody's own",
        """shard report id text start:int end:int speaker speaker_span:json addressee cue direct:flag basis""",
    ),
    _table(
        "times",
        "one time expression of one report",
        "shard report start:int end:int text first:int last:int value type since until grain basis reason",
    ),
    _table(
        "places",
        "one place name in one report",
        """shard report start:int end:int text first:int last:int name country lat:real lon:real precision reason""",
    ),
    _table("problems", "something that could not be read or coded", "shard id path line:int kind message cure"),
)
"""What a batch of reports adds; every row carries the shard that wrote it."""

SHARDS = _table(
    "shards",
    "one committed batch of reports: the row that makes the batch's rows count",
    "id recipe reports:int mentions:int quotes:int problems:int",
)

DERIVED: tuple[Table, ...] = (
    _table(
        "links",
        "one judged pair of mentions",
        "left right verdict score:real comparisons:json",
    ),
    _table(
        "events",
        "one event, however many reports tell it; since and until are the first and last day it may lie on",
        """id type mode cameo actors:texts recipients:texts symmetric:flag date since until place country lat:real
        lon:real status salience topics:texts mentions:texts articles:texts publishers:texts confidence:real
        fields:json""",
    ),
)
"""What is derived from all mentions, and written anew as a whole."""

DERIVATION = _table(
    "derivation",
    "the one row that says which versions of events and links belong together, and what they were derived from",
    "derived_from events:int links:int",
)

TABLES: dict[str, Table] = {table.name: table for table in (*LAYERS, SHARDS, *DERIVED, DERIVATION)}

PLAIN: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "reports": "id source_id publisher title byline dateline text raw url language path",
        "actors": "id name kind country role sector wikidata known reason",
        "mentions": "id type mode cameo symmetric status source salience frame confidence",
        "quotes": "id speaker addressee cue direct basis",
        "times": "first last value type since until grain basis reason",
        "places": "first last name country lat lon precision reason",
        "problems": "path line kind message cure",
        "links": "left right verdict score",
        "events": "id type mode cameo symmetric date place country lat lon status salience confidence",
    }.items()
}
"""The columns that hold a field of the noun as it is; all others are taken apart or put into JSON."""

EVENT_LISTS = ("actors", "recipients", "topics", "mentions", "articles", "publishers")
"""The columns of `events` that hold a tuple of the noun as a list."""
