"""Counting: events, tellings or reports by who, what or where, over time."""

from dataclasses import dataclass
from typing import Any

from dragoman.ask import periods
from dragoman.ask.days import Asked, span_of
from dragoman.ask.filters import Conditions
from dragoman.ask.rows import plain
from dragoman.errors import UsageError

UNITS = ("events", "mentions", "reports")

_QUADS = (
    "case k1 when 1 then 'verbal cooperation' when 2 then 'material cooperation' "
    "when 3 then 'verbal conflict' when 4 then 'material conflict' else '' end"
)
_ONE = "parts p"
_TWO = "parts p join parts q on p.n = q.n and "
_SIDES = "p.actor <> q.actor and ((p.side = 'actor' and q.side = 'recipient') or p.symmetric)"
_NAMED = "left join people a on k1 = a.id left join people b on k2 = b.id"
_NAMES = "coalesce(a.name, k1) || '{sign}' || coalesce(b.name, k2)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to count: what is grouped by, and what is shown of a group.

    Args:
        keys: SQL of the one or two values that make a group, shown as k1 and k2.
        name: SQL of the name that is shown.
        id: SQL of the key that tells namesakes apart.
        parts: participants to take the values from, as tables p and q; empty where the event itself has them.
        beside: tables beside the event's own that the values are taken from.
        joins: tables that the name is looked up in.
        repeats: whether an event may fall into a group more than once, and is to be counted once.
        mentions: SQL of how many tellings of the event fall into the group.
        articles: SQL of the reports that they stand in.
    """

    keys: tuple[str, ...]
    name: str = "coalesce(k1, '')"
    id: str = "coalesce(k1, '')"
    parts: str = ""
    beside: str = ""
    joins: str = ""
    repeats: bool = False
    mentions: str = "len(e.mentions)"
    articles: str = "e.articles"


OF_PUBLISHER = Way(
    keys=("o.publisher",),
    beside="join (select t.n, r.publisher, count(*) as mentions, list(distinct t.report) as articles "
    "from told t join reports r on r.id = t.report group by all) o on o.n = e.n",
    mentions="o.mentions",
    articles="o.articles",
)
"""Tellings and reports by publisher: each publisher's own, where an event has those of all who tell it."""

BY: dict[str, Way] = {
    "all": Way(keys=("'all'",)),
    "type": Way(keys=("e.type",)),
    "mode": Way(keys=("e.mode",)),
    "quad": Way(
        keys=("t.quad",), beside="left join types t on e.type = t.type", name=_QUADS, id="coalesce(k1::text, '')"
    ),
    "status": Way(keys=("e.status",)),
    "salience": Way(keys=("e.salience",)),
    "place": Way(
        keys=("e.place", "if(e.place is null, null, coalesce(e.country, ''))"), id="coalesce(k1 || '|' || k2, '')"
    ),
    "land": Way(keys=("e.country",)),
    "publisher": Way(keys=("unnest(list_distinct(e.publishers))",)),
    "topic": Way(keys=("unnest(list_distinct(e.topics))",)),
    "context": Way(keys=("unnest(list_distinct(e.contexts))",)),
    "actor": Way(keys=("p.actor",), name="coalesce(a.name, k1)", parts=_ONE, joins="left join people a on k1 = a.id"),
    "country": Way(keys=("p.country",), parts=_ONE, repeats=True),
    "sector": Way(keys=("a.sector",), parts=f"{_ONE} left join people a on p.actor = a.id", repeats=True),
    "dyad": Way(
        keys=("p.actor", "q.actor"),
        name=_NAMES.format(sign=" / "),
        id="k1 || '|' || k2",
        parts=f"{_TWO} p.actor < q.actor",
        joins=_NAMED,
    ),
    "directed": Way(
        keys=("p.actor", "q.actor"),
        name=_NAMES.format(sign=" > "),
        id="k1 || '|' || k2",
        parts=f"{_TWO} {_SIDES}",
        joins=_NAMED,
    ),
    "states": Way(
        keys=("p.country", "q.country"),
        name="k1 || ' / ' || k2",
        id="k1 || '|' || k2",
        parts=f"{_TWO} p.country < q.country",
        repeats=True,
    ),
}
"""What may be counted by."""
BY["pair"] = BY["dyad"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much there is of one thing, in one period where that was asked.

    Args:
        key: what is counted, by name; empty where events say nothing of it.
        id: the key that tells namesakes apart: an actor's id, two of them with "|" between, a code.
        period: name of the period (2022-03-01, 2022-W09, 2022-03, 2022-Q1, 2022); None where none was asked, or where
            the events' days do not lie in one.
        start: first day of the period.
        count: how many.
        goldstein_mean: mean of the Goldstein values of the events counted, None where none has one.
        goldstein_sum: their sum; 0 where there are none.
    """

    key: str
    id: str
    period: str | None
    start: str | None
    count: int
    goldstein_mean: float | None
    goldstein_sum: float

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


def tally(row: dict[str, Any]) -> Tally:
    """Make a row of an answer of `counts`."""
    return Tally(**row)


def counts(
    asked: Conditions,
    *,
    by: str,
    per: str | None = None,
    unit: str = "events",
    balanced: bool = False,
    since: Asked = None,
    until: Asked = None,
) -> str:
    """Write a question that counts; its values are those of the conditions.

    Args:
        asked: which events.
        by: one of BY, or a period, which is the same as `by="all", per=...`.
        per: one of PERIODS, None for no periods.
        unit: `events`; `mentions`, their tellings; `reports`, different reports that tell them.
        balanced: give every key in every period, zeros included.
        since: first day of a balanced panel; else that of the first event.
        until: its last day; else that of the last event.

    Returns:
        SQL for rows of `Tally`: without periods the most frequent first, else in order of periods.

    Raises:
        UsageError: a thing, period or unit that does not exist, or a balanced panel without periods.
    """
    if by in periods.PERIODS:
        found = counts(asked, by="all", per=by, unit=unit, balanced=balanced, since=since, until=until)
        return f"select * replace (coalesce(period, '') as key) from ({found})"
    _check(by, per, unit, balanced)
    way = OF_PUBLISHER if by == "publisher" and unit != "events" else BY[by]
    return "\n".join(
        (
            f"with {_keyed(asked, way, per, unit)}, {_tallied(way, unit)}",
            f", {_panel(per, since, until)}" if per and balanced else "",
            f"select key, id, {periods.name(per) if per else 'null::text'} as period, start::text as start, count,",
            "goldstein_mean, goldstein_sum",
            f"from {'panel' if per and balanced else 'tallied'}",
            f"order by {'start nulls last, count desc' if per else 'count desc'}, key, id",
        )
    )


def _check(by: str, per: str | None, unit: str, balanced: bool) -> None:
    if by not in BY:
        known = ", ".join((*BY, *periods.PERIODS))
        raise UsageError(f"events cannot be counted by {by[:40]!r}; count by {known}")
    if unit not in UNITS:
        raise UsageError(f"there is no unit {unit[:40]!r}; count {', '.join(UNITS)}")
    if per is not None:
        periods.checked(per)
    elif balanced:
        raise UsageError(f"a balanced panel needs periods; give per, one of {', '.join(periods.PERIODS)}")


def _keyed(asked: Conditions, way: Way, per: str | None, unit: str) -> str:
    """Give every event under every group that it falls into."""
    row, tables, gold = "e", f"listed e {way.beside} left join cameo c on e.cameo = c.code", "c.goldstein"
    if way.parts:
        # participants know all that is asked for, unless it is asked about their events
        alone = not asked.parts and unit == "events"
        row, tables, gold = "p", way.parts if alone else f"{way.parts} join listed e on p.n = e.n", "p.goldstein"
    start = periods.start(per, row) if per else "null::date"
    keys = ", ".join(f"{key} as k{number}" for number, key in enumerate((*way.keys, "null::text")[:2], 1))
    told = {
        "events": "",
        "mentions": f", {way.mentions} as mentions",
        "reports": f", {way.articles} as articles",
    }[unit]
    distinct = "distinct " if way.repeats else ""
    return (
        f"keyed as (select {distinct}{row}.n, {gold} as goldstein, {start} as start, {keys}{told} "
        f"from {tables} where {asked.sql()})"
    )


def _tallied(way: Way, unit: str) -> str:
    gold = "avg(goldstein) as goldstein_mean, coalesce(sum(goldstein), 0)::double as goldstein_sum"
    number = "sum(mentions)::bigint" if unit == "mentions" else "count(*)"
    grouped = f"select k1, k2, start, {number} as count, {gold} from keyed group by k1, k2, start"
    if unit == "reports":
        grouped = (
            f"select x.* replace (d.reports as count) from ({grouped}) x join ("
            "select k1, k2, start, count(distinct article) as reports "
            "from (select k1, k2, start, unnest(articles) as article from keyed) group by k1, k2, start) d on "
            + " and ".join(f"x.{key} is not distinct from d.{key}" for key in ("k1", "k2", "start"))
        )
    return (
        f"grouped as ({grouped}), tallied as (select {way.name} as key, {way.id} as id, start, count, goldstein_mean, "
        f"goldstein_sum from grouped {way.joins})"
    )


def _panel(per: str, since: Asked, until: Asked) -> str:
    first, last = span_of(since, until)
    begin = f"'{first}'" if first else "(select min(start) from tallied)"
    end = f"'{last}'" if last else "(select max(start) from tallied)"
    return (
        f"spans as ({periods.series(per, begin, end)}), "
        "named as (select id, min(key) as key from tallied group by id), "
        "panel as (select n.key, n.id, s.start, coalesce(y.count, 0) as count, y.goldstein_mean, "
        "coalesce(y.goldstein_sum, 0) as goldstein_sum from named n cross join spans s "
        "left join tallied y on y.id = n.id and y.start = s.start "
        "union all select * from tallied where start is null)"
    )
