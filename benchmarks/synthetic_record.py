"""Makes a record of any size out of nothing but a seed, for measuring: invented actors, outlets and sentences.

    python benchmarks/synthetic_record.py FOLDER --events 100000 [--seed 1]

Made by SQL in chunks, each a batch and a file of its own, so that memory stays small; the same size and seed give the
same rows. Who takes part follows a power law, as in news: a few actors are in most events. Reports come in pairs of one
day and cast, from two outlets, and every fifth event is told by both. Texts are two short sentences, so that millions
of reports fit on a disk: what is measured is how many rows there are, not how long the texts are.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import DeltaTable

from dragoman.codes.plover import event_types
from dragoman.ids import digest
from dragoman.record import Reader, Run, Version, delta, folder
from dragoman.record.tables import SHARDS, TABLES, VERSIONS
from dragoman.record.versions import row as version_row

CHUNK = 500_000
"""Events of a batch."""
STATES = [
    "USA",
    "RUS",
    "CHN",
    "ISR",
    "TUR",
    "IRN",
    "FRA",
    "DEU",
    "GBR",
    "UKR",
    "IND",
    "EGY",
    "SAU",
    "JPN",
    "BRA",
    "ZAF",
]
DAYS = 3650
BASE = """
create or replace macro die(i, k, n) as (hash(i, k, {seed}) % n);
create or replace macro actor_of(report, seat) as
    floor({actors} * pow(die(report // 2, seat, 1000003) / 1000003.0, 3))::bigint;
create or replace macro actor_key(n) as if(n < {states}, 'k:' || {codes}[n::int + 1], printf('k:synthetic-%06d', n));
create or replace macro report_key(n) as 'r' || left(md5('r' || n::text), 16);
create or replace macro mention_key(n) as 'm' || left(md5('m' || n::text), 16);
create or replace macro other_key(n) as 'm' || left(md5('n' || n::text), 16);
create or replace macro report_day(n) as (date '2014-01-01' + die(n // 2, 1, {days})::int);
create or replace macro outlet(n) as 'Outlet ' || ((die(n // 2, 2, 40) + n % 2) % 40);
create or replace macro topic(n) as 'matter ' || die(n // 2, 3, 500);
"""
REPORTS = """
select '{shard}' as shard, report_key(n) as id, 'synthetic-' || n as source_id,
    outlet(n) as publisher, report_day(n)::text as published, 'field published' as published_basis,
    report_day(n)::text as day, 'Report ' || n as title,
    'Actor ' || actor_of(n, 10) || ' met Actor ' || actor_of(n, 11) || ' on ' || topic(n) || '. '
        || 'Nothing else was said.' as text,
    '' as raw, '[]' as offsets, '[]' as parts, 'https://example.org/' || n as url, 'en' as language
from range({first} // 2, {last} // 2) t(n)
"""
ACTORS = """
select '{shard}' as shard, report_key(n) as report, actor_key(a) as id,
    if(a < {states}, {codes}[a::int + 1], 'Actor ' || a) as name, if(a < {states}, 'country', 'person') as kind,
    {codes}[(a % {states})::int + 1] as country, if(a < {states}, null, 'minister') as role, 'GOV' as sector,
    null as wikidata, true as known, '' as reason, ['Actor ' || a] as forms, '[]' as mentions
from (
    select distinct n, actor_of(n, 10 + seat) as a from range({first} // 2, {last} // 2) t(n), range(3) s(seat)
)
"""
EVENT = """
from (
    select i, i // 2 as n, xor(i // 2, 1) as twin, i % 5 = 0 as twice, actor_of(i // 2, 10) as a,
        actor_of(i // 2, 11 + die(i, 4, 2)::int) as b, report_day(i // 2) - die(i, 5, 3)::int as day,
        {kinds}[die(i, 6, len({kinds}))::int + 1] as kind
    from range({first}, {last}) t(i)
)
"""
MENTIONS = (
    """
select '{shard}' as shard, report_key(said.n) as report, said.id, kind as type, null as mode, null as cameo,
    [actor_key(a)] as actors, if(a = b, [], [actor_key(b)]) as recipients, false as symmetric, day::text as date,
    'stated' as date_basis, 'actual' as status, [topic(said.n)] as topics, 'main' as salience, 'met' as trigger,
    '[{{"start":0,"end":20,"text":"Actor met Actor."}}]' as evidence, '[]' as arguments, 6::bigint as trigger_start,
    9::bigint as trigger_end, 'SYNTHETIC/x' as frame, 0.6 as confidence, ['made'] as reasons
from (
    select kind, a, b, day, unnest(if(twice, [{{n: n, id: mention_key(i)}}, {{n: twin, id: other_key(i)}}],
        [{{n: n, id: mention_key(i)}}])) as said
"""
    + EVENT
    + ")"
)
EVENTS = (
    """
select 1::bigint as step, 'e' || left(md5('e' || i::text), 16) as id, kind as type, null as mode,
    ['040', '112', '070', '190', '036', '051'][die(i, 7, 6)::int + 1] as cameo, [actor_key(a)] as actors,
    if(a = b, [], [actor_key(b)]) as recipients, false as symmetric, day::text as date, day::text as since,
    day::text as until, 'Town ' || die(i, 8, 900) as place, {codes}[die(i, 8, {states})::int + 1] as country,
    die(i, 8, 900) / 6.0 - 70 as lat, die(i, 9, 3600) / 10.0 - 180 as lon,
    if(die(i, 12, 10) = 0, 'planned', 'actual') as status, 'main' as salience, [topic(n)] as topics,
    if(twice, [mention_key(i), other_key(i)], [mention_key(i)]) as mentions,
    if(twice, [report_key(n), report_key(twin)], [report_key(n)]) as articles,
    if(twice, [outlet(n), outlet(twin)], [outlet(n)]) as publishers,
    (50 + die(i, 13, 50)) / 100.0 as confidence, if(twice, 2, 1)::bigint as independent,
    report_day(n)::text as first_report, report_day(n)::text as last_report,
    '[{{"name":"type","value":"\\"' || kind || '\\"","policy":"most","support":["' || mention_key(i)
        || '"],"dissent":[]}},{{"name":"date","value":"\\"' || day::text || '\\"","policy":"earliest","support":["'
        || mention_key(i) || '"],"dissent":[]}}]' as fields
"""
    + EVENT
)
LINKS = (
    """
select 1::bigint as step, least(mention_key(i), other_key(i)) as "left", greatest(mention_key(i), other_key(i))
    as "right", 'same' as verdict, 3.5 as score, '[{{"name":"type","score":1.0,"reason":"the same type"}}]'
    as comparisons
"""
    + EVENT
    + " where twice"
)
QUOTES = """
select '{shard}' as shard, report_key(n) as report, 'q' || left(md5('q' || n::text), 16) as id,
    'We speak of ' || topic(n) as text, 0::bigint as start, 20::bigint as "end",
    actor_key(actor_of(n, 10)) as speaker, 'say' as cue, true as direct, 'cue' as basis
from range({first} // 2, {last} // 2) t(n) where n % 5 = 0
"""
LAYERS = {"reports": REPORTS, "actors": ACTORS, "mentions": MENTIONS, "quotes": QUOTES}
DERIVED = {"events": EVENTS, "links": LINKS}


def build(target: Path, events: int, seed: int = 1) -> Path:
    """Make a record.

    Args:
        target: its folder, which must not be there.
        events: how many events, a multiple of four; half as many reports.
        seed: another seed, other rows.

    Returns:
        The folder.
    """
    folder.create(target)
    given: dict[str, object] = {
        "seed": seed,
        "actors": max(300, round(events**0.6)),
        "states": len(STATES),
        "codes": str(STATES),
        "days": DAYS,
        "kinds": str(list(event_types())),
    }
    events -= events % 4  # so that every report has its twin
    counts = {"reports": events // 2, "events": events, "mentions": events + (events + 4) // 5, "problems": 0}
    with duckdb.connect() as connection:
        connection.execute(BASE.format(**given))
        for first, last in _chunks(events):
            shard = f"s{digest(events, seed, first)}"
            for name, query in LAYERS.items():
                _write(connection, target, name, query, {**given, "shard": shard, "first": first, "last": last})
            delta.append(target, SHARDS, [{"id": shard, "recipe": "synthetic", **_counted(first, last)}])
        upon = Reader(target)
        for first, last in _chunks(events):
            for name, query in DERIVED.items():
                _write(connection, target, name, query, {**given, "first": first, "last": last})
    version = Version(
        number=1,
        run=Run(verb="synthetic", time="2024-01-01T00:00:00Z"),
        derived_from=upon.state,
        counts=counts,
        tables={**upon.tables, **{name: DeltaTable(target / name).version() for name in DERIVED}},
    )
    delta.append_once(target, VERSIONS, [version_row(version)], None)
    return target


def _chunks(events: int) -> Iterator[tuple[int, int]]:
    for first in range(0, events, CHUNK):
        yield first, min(first + CHUNK, events)


def _counted(first: int, last: int) -> dict[str, int]:
    reports = (last - first) // 2
    return {"reports": reports, "mentions": last - first, "quotes": (reports + 4) // 5, "problems": 0}


def _write(
    connection: duckdb.DuckDBPyConnection, target: Path, name: str, query: str, given: dict[str, object]
) -> None:
    """Write one file of a table; columns that the query lacks stay empty."""
    made = connection.sql(query.format(**given)).to_arrow_table()
    have = set(made.column_names)
    columns = [
        made.column(field.name).cast(field.type)
        if field.name in have
        else pa.chunked_array([pa.nulls(made.num_rows, field.type)])
        for field in TABLES[name].schema()
    ]
    delta.append(target, TABLES[name], pa.Table.from_arrays(columns, schema=TABLES[name].schema()))


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    build(options.folder, options.events, options.seed)


if __name__ == "__main__":
    main()
