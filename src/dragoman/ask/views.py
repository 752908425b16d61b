"""Helper tables that questions share, made in memory when first needed."""

from dragoman.ask.people import People
from dragoman.record.reader import Reader

PEOPLE = """
create table if not exists people as
with uses as (
    select id, name, kind, country, max(wikidata) as wikidata, count(*) as n
    from actors group by id, name, kind, country
), ranked as (
    select *, row_number() over (partition by id order by n desc, name, kind, country nulls last) as place,
        sum(n) over (partition by id) as reports, max(wikidata) over (partition by id) as known
    from uses
)
select id, name, kind, country, known as wikidata, reports::bigint as reports from ranked where place = 1
"""
"""One row an actor, with the name, kind and state that most reports give it."""

PARTS = """
create table if not exists parts as
select distinct id as event, unnest(list_concat(actors, recipients)) as actor from events
"""
"""One row for each participant of each event."""

TOLD = "create table if not exists told as select id as event, unnest(mentions) as mention from events"
"""One row for each telling of each event."""

FORMS = "select distinct id, unnest(forms) as form from actors"
ROLES = """
select id, max(role) as role from actors where role is not null group by id
"""


def make(reader: Reader) -> None:
    """Make the shared tables."""
    for statement in (PEOPLE, PARTS, TOLD):
        reader.connection().execute(statement)


def people(reader: Reader) -> People:
    """Give the actors of a record by all their names; `make` must have run."""
    rows = reader.sql("select id, name, country, reports from people order by id")
    roles = {row["id"]: row["role"] for row in reader.sql(ROLES)}
    return People(
        names={row["id"]: row["name"] for row in rows},
        reports={row["id"]: row["reports"] for row in rows},
        forms=((row["id"], row["form"]) for row in reader.sql(FORMS)),
        about={row["id"]: ", ".join(filter(None, (roles.get(row["id"]), row["country"], row["id"]))) for row in rows},
    )
