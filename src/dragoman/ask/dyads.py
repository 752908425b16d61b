"""All between two: their events over time, and how cooperation and conflict balance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ask import listing, periods
from dragoman.ask.answer import Answer
from dragoman.ask.days import Asked, span_of
from dragoman.ask.filters import Conditions, iso3
from dragoman.ask.opened import Opened
from dragoman.ask.query import Query
from dragoman.ask.rows import EventRow, Party, QuoteRow, plain
from dragoman.ask.views import arrow
from dragoman.errors import UsageError
from dragoman.knowledge.countries import countries
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadPeriod:
    """What two did with each other in one period.

    Args:
        period: its name.
        start: its first day.
        events: how many events.
        verbal_cooperation: how many of them are of quad class 1.
        material_cooperation: of quad class 2.
        verbal_conflict: of quad class 3.
        material_conflict: of quad class 4.
        balance: (cooperation - conflict) / (cooperation + conflict), -1 to 1; None where there is neither.
        goldstein_mean: mean Goldstein value, None where no event has one.
        goldstein_sum: sum of the Goldstein values.
    """

    period: str
    start: str
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    balance: float | None
    goldstein_mean: float | None
    goldstein_sum: float

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """All between two.

    Args:
        a: the one.
        b: the other.
        per: the length of a period.
        periods: every period from the first event to the last, zeros included.
        events: the events with both, in order.
        quotes: quotes of the one that name the other, in order.
        balance: (cooperation - conflict) / (cooperation + conflict) over all; None where there is neither.
    """

    a: Party
    b: Party
    per: str
    periods: Answer[DyadPeriod]
    events: Answer[EventRow]
    quotes: Answer[QuoteRow]
    balance: float | None

    def as_dict(self, most: int | None = None) -> dict[str, Any]:
        """Give it as plain values.

        Args:
            most: so many events and so many quotes at most, the first ones; None for all.
        """
        return {
            "a": self.a.as_dict(),
            "b": self.b.as_dict(),
            "per": self.per,
            "balance": self.balance,
            "periods": self.periods.dicts(),
            "events": _first(self.events, most),
            "events_total": len(self.events),
            "quotes": _first(self.quotes, most),
            "quotes_total": len(self.quotes),
        }

    def _repr_html_(self) -> str:
        return self.periods._repr_html_()


def _first(rows: Answer[Any], most: int | None) -> list[dict[str, Any]]:
    return rows.dicts() if most is None else rows.page(0, most)


EVERY = ("all", "any")
"""Words for events of every status, where None cannot be written."""

_MONTHS = """
with both_sides as (
    select x.n, any_value(x.quad) as quad, any_value(x.goldstein) as goldstein, any_value({start}) as start
    from parts x join parts y on x.n = y.n and x.actor <> y.actor
    where x.{side} = $a and y.{side} = $b and ($status is null or x.status = $status) {days} group by x.n
), tallied as (
    select start, count(*) as events, count(*) filter (quad = 1) as verbal_cooperation,
        count(*) filter (quad = 2) as material_cooperation, count(*) filter (quad = 3) as verbal_conflict,
        count(*) filter (quad = 4) as material_conflict, avg(goldstein) as goldstein_mean,
        sum(goldstein) as goldstein_sum
    from both_sides where start is not null group by start
), spans as ({series})
select {name} as period, start::text as start, {zeros},
    (verbal_cooperation + material_cooperation - verbal_conflict - material_conflict)
        / nullif(verbal_cooperation + material_cooperation + verbal_conflict + material_conflict, 0) as balance,
    goldstein_mean, coalesce(goldstein_sum, 0)::double as goldstein_sum
from spans left join tallied using (start) order by start
"""
_COUNTED = ("events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")


def dyad_periods(
    reader: Reader, a: str, b: str, *, per: str, status: str | None, states: bool, since: Asked, until: Asked
) -> "pyarrow.Table":
    """Give what two did with each other, period by period, zeros included.

    Args:
        reader: the record, with the shared tables made.
        a: id of the one, or a state's code.
        b: id of the other, or a state's code.
        per: one of PERIODS.
        status: only events of this status, None for all.
        states: whether a and b are states and everybody of theirs counts.
        since: first day; else that of the first event.
        until: last day; else that of the last event.

    Returns:
        Rows of `DyadPeriod`; events whose days do not lie in one period are left out.
    """
    first, last = span_of(since, until)
    days = (" and x.until >= $since" if first else "") + (" and x.since <= $until" if last else "")
    query = _MONTHS.format(
        start=periods.start(periods.checked(per), "x"),
        side="country" if states else "actor",
        days=days,
        name=periods.name(per),
        series=periods.series(
            per,
            "$since" if first else "(select min(start) from tallied)",
            "$until" if last else "(select max(start) from tallied)",
        ),
        zeros=", ".join(f"coalesce({column}, 0) as {column}" for column in _COUNTED),
    )
    given = {"a": a, "b": b, "status": status, "since": first, "until": last}
    return arrow(reader, query, {key: value for key, value in given.items() if key == "status" or value is not None})


def _balance(found: "pyarrow.Table") -> float | None:
    """Give the balance over all periods."""
    import pyarrow.compute as pc

    sums = [pc.sum(found.column(name)).as_py() or 0 for name in _COUNTED[1:]]
    total = sum(sums)
    return (sums[0] + sums[1] - sums[2] - sums[3]) / total if total else None


def dyad(
    record: Opened, a: str, b: str, *, per: str, states: bool, status: str | None, since: Asked, until: Asked
) -> Dyad:
    """Give all between two; the arguments are those of `Questions.dyad`."""
    find = iso3 if states else record.people.find
    status = None if status in EVERY else status
    one, two = find(a), find(b)
    if one == two:
        raise UsageError(f"{a!r} and {b!r} are the same; name two")
    table = dyad_periods(record.reader, one, two, per=per, status=status, states=states, since=since, until=until)
    asked = Conditions()
    for key in (one, two):
        asked.takes_part(key, states=states)
    if status:
        asked.status(status)
    asked.between(since, until, first="e.since", last="e.until")
    names = (_state(one), _state(two)) if states else (record.name(one), record.name(two))
    words = f"{names[0]} and {names[1]}"
    said = [] if states else [(one, two), (two, one)]
    return Dyad(
        a=Party(id=one, name=names[0]),
        b=Party(id=two, name=names[1]),
        per=per,
        periods=record.answer(table, lambda row: DyadPeriod(**row), f"{words} per {per}"),
        events=record.listed(asked, None, words),
        quotes=record.answer(_quotes(record, said, since, until), listing.quote_row, f"Quotes, {words}"),
        balance=_balance(table),
    )


def _state(iso3: str) -> str:
    found = countries().get(iso3)
    return found.name if found else iso3


def _quotes(record: Opened, said: list[tuple[str, str]], since: Asked, until: Asked) -> Query:
    """Give quotes of a speaker that name another; of states none, their people are too many to look for."""
    parts = ["q.speaker = ? and regexp_matches(q.text, ?, 'i')" for _ in said]
    values = [value for speaker, named in said for value in (speaker, record.naming(named))]
    asked = Conditions()
    asked.add(" or ".join(f"({part})" for part in parts) or "false", *values)
    asked.between(since, until, first="r.day", last="r.day")
    return record.query(listing.QUOTES.format(where=asked.sql(), limit=""), asked.values)
