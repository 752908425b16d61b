"""Makes a record of any size out of nothing but a seed, for measuring: invented actors, outlets and sentences.

    python benchmarks/synthetic_record.py FOLDER --events 100000 [--seed 1]

Made by SQL in chunks, so that memory stays small; the same size and seed give the same rows. Who takes part follows a
power law, as in news: a few actors are in most events.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from dragoman.codes.plover import event_types
from dragoman.ids import digest
from dragoman.record import Reader, Run, Version, delta, folder
from dragoman.record.tables import SHARDS, TABLES, VERSIONS
from dragoman.record.versions import row as version_row

CHUNK = 200_000
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
    floor({actors} * pow(die(report, seat, 1000003) / 1000003.0, 3))::bigint;
create or replace macro actor_key(n) as if(n < {states}, 'k:' || {codes}[n::int + 1], printf('k:synthetic-%06d', n));
create or replace macro report_key(n) as 'r' || left(md5('r' || n::text), 16);
create or replace macro mention_key(n) as 'm' || left(md5('m' || n::text), 16);
create or replace macro report_day(n) as (date '2014-01-01' + die(n, 1, {days})::int);
"""
REPORTS = """
select '{shard}' as shard, report_key(n) as id, 'synthetic-' || n as source_id,
    'Outlet ' || die(n, 2, 40) as publisher, report_day(n)::text as published, 'field published' as published_basis,
    report_day(n)::text as day, 'Report ' || n as title,
    'Actor ' || actor_of(n, 10) || ' met Actor ' || actor_of(n, 11) || ' on matter ' || die(n, 3, 500) || '. '
        || 'Nothing else was said.' as text,
    '' as raw, '[]' as offsets, '[]' as parts, 'https://example.org/' || n as url, 'en' as language
from range({first}, {last}) t(n)
"""
ACTORS = """
select '{shard}' as shard, report_key(n) as report, actor_key(a) as id,
    if(a < {states}, {codes}[a::int + 1], 'Actor ' || a) as name, if(a < {states}, 'country', 'person') as kind,
    {codes}[(a % {states})::int + 1] as country, if(a < {states}, null, 'minister') as role, 'GOV' as sector,
    null as wikidata, true as known, '' as reason, ['Actor ' || a] as forms, '[]' as mentions
from (select distinct n, actor_of(n, 10 + seat) as a from range({first}, {last}) t(n), range(3) s(seat))
"""
EVENT = """
from (
    select i, i // 2 as n, actor_of(i // 2, 10) as a, actor_of(i // 2, 11 + die(i, 4, 2)::int) as b,
        report_day(i // 2) - die(i, 5, 3)::int as day, {kinds}[die(i, 6, len({kinds}))::int + 1] as kind
    from range({first}, {last}) t(i)
)
"""
MENTIONS = (
    """
select '{shard}' as shard, report_key(n) as report, mention_key(i) as id, kind as type, null as mode, null as cameo,
    [actor_key(a)] as actors, if(a = b, [], [actor_key(b)]) as recipients, false as symmetric, day::text as date,
    'stated' as date_basis, 'actual' as status, ['matter ' || die(n, 3, 500)] as topics, 'main' as salience,
    'met' as trigger,
    '[{{"start":0,"end":20,"text":"Actor met Actor."}}]' as evidence, '[]' as arguments, 6::bigint as trigger_start,
    9::bigint as trigger_end, 'SYNTHETIC/x' as frame, 0.6 as confidence, ['made'] as reasons
"""
    + EVENT
)
EVENTS = (
    """
select 1::bigint as step, 'e' || left(md5('e' || i::text), 16) as id, kind as type, null as mode,
    ['040', '112', '070', '190', '036', '051'][die(i, 7, 6)::int + 1] as cameo, [actor_key(a)] as actors,
    if(a = b, [], [actor_key(b)]) as recipients, false as symmetric, day::text as date, day::text as since,
    day::text as until, 'Town ' || die(i, 8, 900) as place, {codes}[die(i, 8, {states})::int + 1] as country,
    die(i, 8, 900) / 6.0 - 70 as lat, die(i, 9, 3600) / 10.0 - 180 as lon,
    if(die(i, 12, 10) = 0, 'planned', 'actual') as status, 'main' as salience, ['matter ' || die(n, 3, 500)] as topics,
    [mention_key(i)] as mentions, [report_key(n)] as articles, ['Outlet ' || die(n, 2, 40)] as publishers,
    0.6 as confidence, 1::bigint as independent, report_day(n)::text as first_report,
    report_day(n)::text as last_report,
    '[]' as fields
"""
    + EVENT
)
QUOTES = """
select '{shard}' as shard, report_key(n) as report, 'q' || left(md5('q' || n::text), 16) as id,
    'We speak of matter ' || die(n, 3, 500) as text, 0::bigint as start, 20::bigint as "end",
    actor_key(actor_of(n, 10)) as speaker, 'say' as cue, true as direct, 'cue' as basis
from range({first}, {last}) t(n) where n % 5 = 0
"""


def build(target: Path, events: int, seed: int = 1) -> Path:
    """Make a record.

    Args:
        target: its folder, which must not be there.
        events: how many events; half as many reports.
        seed: another seed, other rows.

    Returns:
        The folder.
    """
    folder.create(target)
    shard = f"s{digest(events, seed)}"
    given = {
        "seed": seed,
        "shard": shard,
        "actors": max(300, round(events**0.6)),
        "states": len(STATES),
        "codes": str(STATES),
        "days": DAYS,
        "kinds": str(list(event_types())),
    }
    reports = (events + 1) // 2
    for name, query, rows in (
        ("reports", REPORTS, reports),
        ("actors", ACTORS, reports),
        ("mentions", MENTIONS, events),
        ("quotes", QUOTES, reports),
    ):
        _write(target, name, query, rows, given)
    counts = {"reports": reports, "mentions": events, "quotes": (reports + 4) // 5, "problems": 0}
    delta.append(target, SHARDS, [{"id": shard, "recipe": "synthetic", **counts}])
    upon = Reader(target)
    _write(target, "events", EVENTS, events, given)
    version = Version(
        number=1,
        run=Run(verb="synthetic", time="2024-01-01T00:00:00Z"),
        derived_from=upon.state,
        counts={"events": events},
        tables={**upon.tables, "events": DeltaTable(target / "events").version()},
    )
    delta.append_once(target, VERSIONS, [version_row(version)], None)
    return target


def _write(target: Path, name: str, query: str, rows: int, given: dict[str, object]) -> None:
    """Write a table chunk after chunk as one Delta commit; columns that the query lacks stay empty."""
    schema = TABLES[name].schema()
    reader = pa.RecordBatchReader.from_batches(schema, _batches(schema, query, rows, given))
    write_deltalake(target / name, reader, mode="append")


def _batches(schema: pa.Schema, query: str, rows: int, given: dict[str, object]) -> Iterator[pa.RecordBatch]:
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        connection.execute(BASE.format(**given))
        for first in range(0, rows, CHUNK):
            made = connection.sql(query.format(first=first, last=min(first + CHUNK, rows), **given)).to_arrow_table()
            have = set(made.column_names)
            columns = [
                made.column(field.name).cast(field.type)
                if field.name in have
                else pa.chunked_array([pa.nulls(made.num_rows, field.type)])
                for field in schema
            ]
            yield from pa.Table.from_arrays(columns, schema=schema).to_batches()


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
