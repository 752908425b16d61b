"""Events along time: a mark an event, and below it how many there are."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Unpack

from dragoman.ask import Questions
from dragoman.ask.asked import EventFilters, in_words
from dragoman.charts.look import INK, QUADS, WIDTH, altair, days_axis, dressed, quad_colour, values
from dragoman.codes.plover import event_types

_MOST = 2000
"""Marks in the upper part; of more events, those that most reports tell."""


def timeline(record: Questions, *, per: str = "month", **asked: Unpack[EventFilters]) -> Any:
    """Draw events along time by type; dragging over the lower part narrows the upper one.

    Args:
        record: the record.
        per: length of the periods in the lower part.
        asked: the filters of `Questions.events`.

    Returns:
        An Altair chart.
    """
    alt = altair()
    rows = _marks(record, asked)
    order = sorted(event_types().values(), key=lambda kind: kind.quad)
    kinds = [kind.code for kind in order if any(row["type"] == kind.code for row in rows)]
    brush = alt.selection_interval(encodings=["x"], name="brush")
    base = alt.Chart(values(rows))
    x = days_axis("since").scale(type="utc", domain=brush, padding=14)
    marks = (
        base.mark_point(filled=True, opacity=0.8, stroke="white", strokeWidth=0.5)
        .encode(
            x=x,
            y=alt.Y(
                "type:N", sort=kinds, title=None, axis=alt.Axis(grid=True, domain=False, ticks=False, labelPadding=8)
            ),
            color=quad_colour(),
            size=alt.Size("reports:Q", scale=alt.Scale(range=[45, 420]), legend=_reports_key(rows)),
            tooltip=["date:N", "type:N", "who:N", "place:N", "reports:Q"],
        )
        .properties(width=WIDTH, height=max(26 * len(kinds), 60))
    )
    counted = _counted(record, per, asked)
    days = sorted(
        [*(row["since"] for row in rows), *(row[end] for row in counted for end in ("start", "end"))], key=str
    )
    bars = (
        alt.Chart(values(counted))
        .mark_rect(stroke="white", strokeWidth=0.5)
        .encode(
            x=days_axis("start").scale(type="utc", padding=14, **_over(days)),
            x2="end:T",
            y=alt.Y("from:Q", title=f"events a {per}", axis=alt.Axis(tickCount=3, format="d", tickMinStep=1)),
            y2="to:Q",
            color=quad_colour().legend(None),
            tooltip=["period:N", "quad:N", "count:Q"],
        )
        .add_params(brush)
        .properties(width=WIDTH, height=80)
    )
    total = sum(row["count"] for row in counted)
    return dressed(
        alt.vconcat(marks, bars, spacing=14).resolve_scale(color="shared"),
        title=in_words("Timeline of events", asked),
        subtitle=f"{total:,} dated events. A mark is one event, larger where more reports tell it.",
        source=record.citation,
    )


def _over(days: Sequence[Any]) -> dict[str, Any]:
    """Let an axis reach over all days, also those of marks that no period counts: a year has no month."""
    ends = [datetime.fromisoformat(str(day)[:10]).replace(tzinfo=UTC) for day in days[:: max(len(days) - 1, 1)]]
    return {"domain": [round(end.timestamp() * 1000) for end in ends]} if len(ends) > 1 else {}


def _marks(record: Questions, asked: EventFilters) -> list[dict[str, Any]]:
    found = record.conditions(**asked)
    query = (
        f"with most as (select e.n from listed e where e.since is not null and {found.sql()} "
        f"order by len(e.articles) desc, e.id limit {_MOST}), cast_of as ("
        "select p.n, string_agg(coalesce(a.name, p.actor), ', ') as who from parts p semi join most using (n) "
        "left join people a on p.actor = a.id group by p.n) "
        "select e.id, e.date, e.since, e.type, coalesce(e.place, '') as place, len(e.articles) as reports, "
        f"['{QUADS[0]}', '{QUADS[1]}', '{QUADS[2]}', '{QUADS[3]}'][t.quad] as quad, "
        "c.who from listed e join most using (n) left join cast_of c using (n) left join types t on e.type = t.type "
        "order by len(e.articles) desc, e.id"
    )
    return record.table(query, found.values).to_pylist()  # type: ignore[no-any-return]


def _reports_key(rows: list[dict[str, Any]]) -> Any:
    """Give the key of the marks' sizes, whole numbers only; none where all are told by one report."""
    alt = altair()
    most = max((row["reports"] for row in rows), default=1)
    if most < 2:
        return None
    shown = sorted({1, max(1, most // 2), most})
    return alt.Legend(
        title="reports",
        titleOrient="left",
        orient="top",
        values=shown,
        format="d",
        symbolFillColor=INK,
        symbolType="circle",
    )


def _counted(record: Questions, per: str, asked: EventFilters) -> list[dict[str, Any]]:
    """Count the quad classes of each period, stacked in their order."""
    counts = record.counts("quad", per=per, **asked).dicts()
    dated = sorted((row for row in counts if row["start"]), key=lambda row: (row["start"], _rank(row["key"])))
    ends = periods_end(record, per, sorted({row["start"] for row in dated}))
    tops: dict[str, int] = {}
    made = []
    for row in dated:
        low = tops.get(row["start"], 0)
        tops[row["start"]] = low + row["count"]
        kept = {name: row[name] for name in ("period", "start", "count")}
        made.append({**kept, "quad": row["key"], "end": ends[row["start"]], "from": low, "to": low + row["count"]})
    return made


def _rank(quad: str) -> int:
    return QUADS.index(quad) if quad in QUADS else len(QUADS)


def periods_end(record: Questions, per: str, starts: list[str]) -> dict[str, str]:
    """Give the day after each period, by its first day."""
    step = "3 month" if per == "quarter" else f"1 {per}"
    query = f"select s, (s::date + interval {step})::date::text as e from (select unnest(?::text[]) as s)"
    return {row["s"]: row["e"] for row in record.table(query, [starts]).to_pylist()}
