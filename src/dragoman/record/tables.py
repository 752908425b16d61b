"""The tables of a record and their columns, all in one place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

FORMAT = 2
"""Version of the layout below; it rises when an older program could no longer read the record."""
OLDEST = 2
"""The oldest version that this program still reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table.

    Args:
        name: what it is called.
        kind: `text`, `int`, `real`, `flag`, `texts` (a list of text) or `json` (text that holds JSON); `date` in what
            questions share, which is never stored.
        says: what it means; told in `dragoman.ask.columns`.
    """

    name: str
    kind: str
    says: str = ""


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
        country where:json status source topics:texts contexts:texts salience trigger evidence:json arguments:json
        dated:json trigger_start:int trigger_end:int frame confidence:real reasons:texts""",
    ),
    _table(
        "quotes",
        "one stretch of words that a report gives as somebody's own",
        """shard report id text start:int end:int speaker speaker_span:json addressee cue direct:flag basis
        force within""",
    ),
    _table(
        "positions",
        "one stand that somebody takes in one report, for or against something",
        """shard report id holder stance object text start:int end:int holder_span:json cue cue_span:json
        evidence:json date quote basis reason""",
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

CORRECTIONS = _table(
    "corrections",
    "one entry of a person; rows are only ever added",
    "id verb mentions:texts others:texts field value:json undoes author time why",
)

DERIVED: tuple[Table, ...] = (
    _table(
        "links",
        "one judged pair of mentions",
        "step:int left right verdict score:real comparisons:json",
    ),
    _table(
        "events",
        "one event, however many reports tell it; since and until are the first and last day it may lie on",
        """step:int id type mode cameo actors:texts recipients:texts symmetric:flag date since until place country
        lat:real lon:real status salience topics:texts contexts:texts mentions:texts articles:texts publishers:texts
        confidence:real
        independent:int first_report last_report fields:json""",
    ),
    _table(
        "blocks",
        "one key by which a mention is looked up for comparison, with the day of its report",
        "step:int key day mention",
    ),
    _table(
        "copies",
        "one report that says again what an earlier one said",
        "step:int report of kind score:real differs",
    ),
    _table(
        "bands",
        "one key by which a report is looked up for near copies",
        "step:int band report",
    ),
)
"""What is derived from mentions and corrections: `step` is the version that wrote the row."""

GONE = _table(
    "gone",
    "a row of a derived table that counts no longer from a version on: the key is what tells the rows of one thing",
    "step:int table key",
)

VERSIONS = _table(
    "versions",
    "one state of the record: what ran, what it ran on, and the Delta version of every table that belongs to it",
    """number:int time run derived_from program weights knowledge frames merging settings:json counts:json
    tables:json""",
)

INPUTS = _table("inputs", "one file that a version was read from", "version:int path sha256")

KEYS: dict[str, tuple[str, ...]] = {
    "links": ("left", "right"),
    "events": ("id",),
    "blocks": ("key", "day", "mention"),
    "copies": ("report", "of"),
    "bands": ("band", "report"),
}
"""The columns that tell the rows of one thing in each derived table."""

TABLES: dict[str, Table] = {
    table.name: table for table in (*LAYERS, SHARDS, CORRECTIONS, *DERIVED, GONE, VERSIONS, INPUTS)
}

PLAIN: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "reports": "id source_id publisher title byline dateline text raw url language path",
        "actors": "id name kind country role sector wikidata known reason",
        "mentions": "id type mode cameo symmetric status source salience frame confidence",
        "quotes": "id speaker addressee cue direct basis force within",
        "positions": "id holder stance object cue date quote basis reason",
        "times": "first last value type since until grain basis reason",
        "places": "first last name country lat lon precision reason",
        "problems": "path line kind message cure",
        "links": "left right verdict score",
        "corrections": "id verb field value undoes author time why",
        "copies": "report of kind score differs",
        "events": """id type mode cameo symmetric date place country lat lon status salience confidence independent
        first_report last_report""",
    }.items()
}
"""The columns that hold a field of the noun as it is; all others are taken apart or put into JSON."""

EVENT_LISTS = ("actors", "recipients", "topics", "contexts", "mentions", "articles", "publishers")
"""The columns of `events` that hold a tuple of the noun as a list."""
