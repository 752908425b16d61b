"""Counting: events, tellings or reports by who, what or where, over time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ask import periods
from dragoman.ask.days import Asked, span_of
from dragoman.ask.filters import Conditions
from dragoman.ask.rows import plain
from dragoman.ask.views import arrow
from dragoman.errors import UsageError
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import pyarrow

UNITS = ("events", "mentions", "reports")

_PEOPLE = "join parts p on p.event = e.id left join people a on p.actor = a.id"
_PAIRS = (
    "join parts p on p.event = e.id join parts q on q.event = e.id and {order} "
    "left join people a on p.actor = a.id left join people b on q.actor = b.id"
)
_NAMES = "coalesce(a.name, p.actor) || '{sign}' || coalesce(b.name, q.actor)"
_SIDES = "p.actor <> q.actor and ((p.side = 'actor' and q.side = 'recipient') or e.symmetric)"
_QUADS = (
    "case t.quad when 1 then 'verbal cooperation' when 2 then 'material cooperation' "
    "when 3 then 'verbal conflict' when 4 then 'material conflict' else '' end"
)

BY: dict[str, tuple[str, str, str]] = {
    "all": ("", "'all'", "'all'"),
    "type": ("", "e.type", "e.type"),
    "mode": ("", "coalesce(e.mode, '')", "coalesce(e.mode, '')"),
    "quad": ("left join types t on e.type = t.type", _QUADS, "coalesce(t.quad::text, '')"),
    "status": ("", "e.status", "e.status"),
    "salience": ("", "e.salience", "e.salience"),
    "place": ("", "coalesce(e.place, '')", "coalesce(e.place || '|' || coalesce(e.country, ''), '')"),
    "land": ("", "coalesce(e.country, '')", "coalesce(e.country, '')"),
    "publisher": ("", "unnest(e.publishers)", "unnest(e.publishers)"),
    "topic": ("", "unnest(e.topics)", "unnest(e.topics)"),
    "actor": (_PEOPLE, "coalesce(a.name, p.actor)", "p.actor"),
    "country": (_PEOPLE, "coalesce(a.country, '')", "coalesce(a.country, '')"),
    "sector": (_PEOPLE, "coalesce(a.sector, '')", "coalesce(a.sector, '')"),
    "dyad": (_PAIRS.format(order="p.actor < q.actor"), _NAMES.format(sign=" / "), "p.actor || '|' || q.actor"),
    "directed": (_PAIRS.format(order=_SIDES), _NAMES.format(sign=" > "), "p.actor || '|' || q.actor"),
    "states": (
        _PAIRS.format(order="p.country < q.country"),
        "p.country || ' / ' || q.country",
        "p.country || '|' || q.country",
    ),
}
"""What may be counted by: tables to join, the name shown, and the key that tells namesakes apart."""
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
    reader: Reader,
    asked: Conditions,
    *,
    by: str,
    per: str | None = None,
    unit: str = "events",
    balanced: bool = False,
    since: Asked = None,
    until: Asked = None,
) -> "pyarrow.Table":
    """Count.

    Args:
        reader: the record, with the shared tables made.
        asked: which events.
        by: one of BY, or a period, which is the same as `by="all", per=...`.
        per: one of PERIODS, None for no periods.
        unit: `events`; `mentions`, their tellings; `reports`, different reports that tell them.
        balanced: give every key in every period, zeros included.
        since: first day of a balanced panel; else that of the first event.
        until: its last day; else that of the last event.

    Returns:
        Rows of `Tally`: without periods the most frequent first, else in order of periods.

    Raises:
        UsageError: a thing, period or unit that does not exist, or a balanced panel without periods.
    """
    if by in periods.PERIODS:
        table = counts(reader, asked, by="all", per=by, unit=unit, balanced=balanced, since=since, until=until)
        return table.set_column(0, "key", _filled(table))
    _check(by, per, unit, balanced)
    query = "\n".join(
        (
            f"with {_base(asked, by, per)}, {_tallied(unit)}",
            f", {_panel(per, since, until)}" if per and balanced else "",
            f"select key, id, {periods.name(per) if per else 'null::text'} as period, start::text as start, count,",
            "goldstein_mean, goldstein_sum",
            f"from {'panel' if per and balanced else 'tallied'}",
            f"order by {'start nulls last, count desc' if per else 'count desc'}, key, id",
        )
    )
    return arrow(reader, query, asked.values)


def _filled(table: "pyarrow.Table") -> Any:
    import pyarrow.compute as pc

    return pc.fill_null(table.column("period"), "")


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


def _base(asked: Conditions, by: str, per: str | None) -> str:
    joins, name, key = BY[by]
    start = periods.start(per) if per else "null::date"
    return (
        "keyed as (select distinct on (event, id) * from ("
        f"select e.id as event, e.mentions, e.articles, c.goldstein, {start} as start, {name} as key, {key} as id "
        f"from events e left join cameo c on e.cameo = c.code {joins} where {asked.sql()}))"
    )


def _tallied(unit: str) -> str:
    gold = "avg(goldstein) as goldstein_mean, coalesce(sum(goldstein), 0)::double as goldstein_sum"
    number = {"events": "count(*)", "mentions": "sum(len(mentions))::bigint", "reports": "count(*)"}[unit]
    tallied = f"select min(key) as key, id, start, {number} as count, {gold} from keyed group by id, start"
    if unit != "reports":
        return f"tallied as ({tallied})"
    return (
        "told_in as (select id, start, count(distinct article) as reports "
        "from (select id, start, unnest(articles) as article from keyed) group by id, start), "
        "tallied as (select y.key, y.id, y.start, d.reports as count, y.goldstein_mean, y.goldstein_sum "
        f"from ({tallied}) y join told_in d on y.id = d.id and y.start is not distinct from d.start)"
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
