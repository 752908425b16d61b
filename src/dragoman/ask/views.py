"""Tables that questions share: derived from the record, kept in memory, or beside a large record on disk."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.ask.people import People
from dragoman.codes.cameo import cameo
from dragoman.codes.plover import event_types
from dragoman.errors import RecordError
from dragoman.ids import digest
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import pyarrow

INDEX = ".index"
"""The folder within a record that holds what is derived from it; it may be deleted at any time."""
_LARGE = 20_000
"""Events from which on the shared tables are kept on disk, so that only the first question has to make them."""
_STATES = 4
"""States of the record whose tables are kept on disk."""
_LAYOUT = 2
"""Rises whenever the tables below change, so that old files are not taken for new ones."""

PEOPLE = """
with uses as (
    select id, name, kind, country, sector, max(wikidata) as wikidata, count(*) as n
    from actors group by id, name, kind, country, sector
), ranked as (
    select *, row_number() over (
            partition by id order by n desc, name, kind, country nulls last, sector nulls last
        ) as place,
        sum(n) over (partition by id) as reports, max(wikidata) over (partition by id) as known
    from uses
)
select id, name, kind, country, sector, known as wikidata, reports::bigint as reports
from ranked where place = 1 order by id
"""
"""One row an actor, with the name, kind, state and sector that most reports give it."""

PARTS = """
with sides as (
    select id, unnest(actors) as actor, 'actor' as side, "symmetric", since, until, type, status, cameo from events
    union all
    select id, unnest(list_filter(recipients, lambda x: not list_contains(actors, x))), 'recipient', "symmetric", since,
        until, type, status, cameo
    from events where len(recipients) > 0
)
select s.id as event, s.actor, s.side, a.country, s."symmetric", s.since, s.until, s.type, s.status, t.quad, c.goldstein
from sides s left join people a on s.actor = a.id left join types t on s.type = t.type
left join cameo c on s.cameo = c.code
order by s.actor, s.since, s.id
"""
"""One row for each participant of each event, with what most questions ask of the event."""

FORMS = "select distinct id, unnest(forms) as form from actors order by id, form"
ROLES = "select id, max(role) as role from actors where role is not null group by id"
TOLD = "create view if not exists told as select id as event, unnest(mentions) as mention from events"


def make(reader: Reader) -> None:
    """Make the shared tables: `people`, `forms`, `roles`, `parts`, `told`, `types` and `cameo`."""
    connection = reader.connection()
    kinds = event_types().values()
    reader.offer("types", {"type": [k.code for k in kinds], "quad": [k.quad for k in kinds]})
    codes = cameo().values()
    reader.offer("cameo", {"code": [c.code for c in codes], "goldstein": [c.goldstein for c in codes]})
    connection.execute(TOLD)
    (size,) = reader.sql("select count(*) as n from events")
    folder = index_folder(reader) if size["n"] > _LARGE else None
    for name, query in (("people", PEOPLE), ("forms", FORMS), ("roles", ROLES), ("parts", PARTS)):
        if folder is None:
            connection.execute(f"create or replace table {name} as {query}")
        else:
            file = _kept(reader, folder / f"{name}.parquet", query)
            connection.execute(f"create or replace view {name} as select * from read_parquet({literal(file)})")


def index_folder(reader: Reader) -> Path | None:
    """Give the folder for what is derived from this state of the record, made where it can be; drop the oldest ones.

    Returns:
        The folder, None where the record's folder cannot be written.
    """
    name = digest(reader.state, reader.number, _LAYOUT)
    root = reader.folder / INDEX
    try:
        (root / name).mkdir(parents=True, exist_ok=True)
        (root / name).touch()
        # others may still be asking a state or two ago
        for old in sorted(root.iterdir(), key=lambda one: one.stat().st_mtime)[:-_STATES]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return None
    return root / name


def arrow(reader: Reader, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> "pyarrow.Table":
    """Ask in SQL and give the answer as Arrow.

    Raises:
        RecordError: the query is wrong.
    """
    import duckdb

    given = dict(parameters) if isinstance(parameters, Mapping) else list(parameters)
    try:
        found: pyarrow.Table = reader.connection().cursor().sql(query, params=given).to_arrow_table()
    except duckdb.Error as error:
        raise RecordError(f"the record in {reader.folder} could not be asked: {error}") from error
    return found


def people(reader: Reader) -> People:
    """Give the actors of a record by all their names; `make` must have run."""
    rows = reader.sql("select id, name, country, reports from people order by id")
    roles = {row["id"]: row["role"] for row in reader.sql("select * from roles")}
    return People(
        names={row["id"]: row["name"] for row in rows},
        reports={row["id"]: row["reports"] for row in rows},
        forms=((row["id"], row["form"]) for row in reader.sql("select * from forms")),
        about={row["id"]: ", ".join(filter(None, (roles.get(row["id"]), row["country"], row["id"]))) for row in rows},
    )


def literal(path: Path) -> str:
    """Write a path as a DuckDB string."""
    return "'" + str(path).replace("'", "''") + "'"


def _kept(reader: Reader, file: Path, query: str) -> Path:
    """Write a shared table once; whoever comes later, in whatever process, finds it whole or not at all."""
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        reader.connection().execute(f"copy ({query}) to {literal(unfinished)} (format parquet, compression zstd)")
        unfinished.replace(file)
    return file
