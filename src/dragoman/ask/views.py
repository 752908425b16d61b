"""Tables that questions share: derived from the record, in memory, or beside a large record on disk."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.ask import index
from dragoman.codes.cameo import cameo
from dragoman.codes.plover import event_types
from dragoman.errors import RecordError
from dragoman.knowledge.fold import fold
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import duckdb
    import pyarrow

LARGE = 20_000
"""Events from which on the shared tables are kept on disk, so that only the first question has to make them."""
_BATCH = 50_000

LISTED = """
select row_number() over () - 1 as n, * from (
    select * exclude (fields), try_cast(since as date) as first_day, try_cast(until as date) as last_day
    from events order by since nulls last, until, id
)
"""
"""One row an event, in order of days, without the heavy history of its fields; `n` is its place in that order."""

TOLD = """
select t.event, t.mention, t.n, m.report, m.shard
from (select id as event, unnest(mentions) as mention, n from listed) t left join mentions m on t.mention = m.id
order by t.n
"""
"""One row for each telling of each event, with the batch that holds it: whoever names that too reads only its files."""

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
    select n, id, unnest(actors) as actor, 'actor' as side, "symmetric", since, until, first_day, last_day, type,
        status, cameo from listed
    union all
    select n, id, unnest(list_filter(recipients, lambda x: not list_contains(actors, x))), 'recipient', "symmetric",
        since, until, first_day, last_day, type, status, cameo
    from listed where len(recipients) > 0
)
select s.id as event, s.actor, s.side, a.country, s."symmetric", s.since, s.until, s.type, s.status, t.quad,
    c.goldstein, s.n, s.first_day, s.last_day
from sides s left join people a on s.actor = a.id left join types t on s.type = t.type
left join cameo c on s.cameo = c.code
order by s.actor, s.n
"""
"""One row for each participant of each event, with what most questions ask of the event."""

FORMS = "select id, unnest(forms) as form, count(*) as reports from actors group by id, form order by id, form"
ROLES = "select id, max(role) as role from actors where role is not null group by id"

SEEN = """
select a.id, a.role, a.country, min(r.day) as since, max(r.day) as until, count(*) as reports
from actors a join reports r on a.report = r.id group by a.id, a.role, a.country order by a.id
"""
"""One row for each office that reports give an actor, none among them, with the days of the first and last report."""

COVERED = """
with told_in as (
    select article, count(*) as n from (select unnest(articles) as article from listed) group by article
)
select coalesce(r.publisher, '') as publisher, r.day, count(*) as reports, coalesce(sum(t.n), 0)::bigint as events
from reports r left join told_in t on r.id = t.article where r.day is not null group by all order by publisher, day
"""
"""One row for each publisher and day with reports: how many, and how many events they tell."""

TABLES = {
    "listed": LISTED,
    "told": TOLD,
    "people": PEOPLE,
    "forms": FORMS,
    "roles": ROLES,
    "parts": PARTS,
    "_seen": SEEN,
    "_covered": COVERED,
}
"""The shared tables by name, in the order in which they are made."""
NAMES = ("_names", "_words")
"""Tables of folded names, for finding actors: `_names` (form, id), `_words` (word, form)."""


def make(reader: Reader) -> None:
    """Make the shared tables: TABLES, NAMES where they are kept on disk, `types` and `cameo`."""
    connection = reader.connection()
    kinds = event_types().values()
    reader.offer("types", {"type": [k.code for k in kinds], "quad": [k.quad for k in kinds]})
    codes = cameo().values()
    reader.offer("cameo", {"code": [c.code for c in codes], "goldstein": [c.goldstein for c in codes]})
    (size,) = reader.sql("select count(*) as n from events")
    if size["n"] <= LARGE or not index.keep(reader, _fill, (*TABLES, *NAMES)):
        for name, query in TABLES.items():
            connection.execute(f"create or replace table {name} as {query}")


def have_names(reader: Reader) -> None:
    """Make NAMES where they are not there yet; in a small record few questions need them."""
    connection = reader.cursor()
    (known,) = connection.execute(
        "select count(*) from information_schema.tables where table_name = '_names'"
    ).fetchone() or (0,)
    if not known:
        _name(connection, "")


def arrow(reader: Reader, query: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> "pyarrow.Table":
    """Ask in SQL and give the answer as Arrow.

    Raises:
        RecordError: the query is wrong.
    """
    import duckdb

    given = dict(parameters) if isinstance(parameters, Mapping) else list(parameters)
    try:
        found: pyarrow.Table = reader.cursor().sql(query, params=given).to_arrow_table()
    except duckdb.Error as error:
        raise RecordError(f"the record in {reader.folder} could not be asked: {error}") from error
    return found


def _fill(connection: "duckdb.DuckDBPyConnection", kept: str) -> None:
    """Make the shared tables in a database that is kept; views lead later tables to the earlier ones."""
    for name, query in TABLES.items():
        connection.execute(f"create table {kept}.{name} as {query}")
        connection.execute(f"create view {name} as select * from {kept}.{name}")
    _name(connection, f"{kept}.")
    for name in TABLES:
        connection.execute(f"drop view {name}")


def _name(connection: "duckdb.DuckDBPyConnection", where: str) -> None:
    """Make NAMES; folding is ours, so names pass through here, a batch at a time."""
    connection.execute("create or replace temp table _folded (form text, id text)")
    for batch in _folded(connection):
        connection.register("_batch", batch)
        connection.execute("insert into _folded select * from _batch")
        connection.unregister("_batch")
    connection.execute(f"create table {where}_names as select distinct form, id from _folded order by form, id")
    connection.execute(
        f"create table {where}_words as select distinct unnest(string_split(form, ' ')) as word, form from _folded "
        "order by word, form"
    )
    connection.execute("drop table _folded")


def _folded(connection: "duckdb.DuckDBPyConnection") -> "Iterator[pyarrow.Table]":
    import pyarrow as pa

    rows = connection.cursor().execute("select id, name from people union select id, form from forms")
    while batch := rows.fetchmany(_BATCH):
        yield pa.table({"form": [fold(form) for _, form in batch], "id": [key for key, _ in batch]})
