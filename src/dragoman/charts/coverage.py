"""Which publishers were silent when, so that no report is not read as no event."""

from typing import Any

from dragoman.ask import Questions
from dragoman.ask.days import Asked
from dragoman.charts.look import WIDTH, altair, days_axis, dressed, values

_DAYS = 130
"""Days up to which each is a cell of its own; longer stretches are drawn by week, then by month."""
_WEEKS = 160
_STATES = ("reports", "silent", "pause")
_COLOURS = ("#1f6fb2", "#f0d9c8", "#cfd6dd")


def coverage(record: Questions, *, publisher: str | None = None, since: Asked = None, until: Asked = None) -> Any:
    """Draw every publisher over time: with reports, silent, or resting.

    Args:
        record: the record.
        publisher: part of an outlet's name.
        since: first day.
        until: last day.

    Returns:
        An Altair chart.
    """
    alt = altair()
    found = record.coverage(publisher=publisher, since=since, until=until)
    per, rows = _cells(record, found.table)
    names = sorted({row["publisher"] for row in rows})
    most = max((row["reports"] for row in rows), default=1)
    chart = (
        alt.Chart(values(rows))
        .mark_rect(stroke="white", strokeWidth=0.4)
        .encode(
            x=days_axis("start"),
            x2="end:T",
            y=alt.Y("publisher:N", sort=names, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=240)),
            color=alt.Color(
                "state:N",
                scale=alt.Scale(domain=list(_STATES), range=list(_COLOURS)),
                legend=alt.Legend(title=None, orient="top"),
            ),
            opacity=alt.Opacity("depth:Q", scale=alt.Scale(domain=[0, 1], range=[0.35, 1]), legend=None),
            tooltip=["publisher:N", "start:N", "state:N", "reports:Q", "reason:N"],
        )
    )
    total = sum(row["reports"] for row in rows)
    return dressed(
        chart.properties(width=WIDTH, height=max(26 * len(names), 40)),
        title="Which publishers the record has, and when they were silent",
        subtitle=(
            f"{total:,} reports, a cell a {per}, deeper blue for more (at most {most:,}). "
            "Silent: no report in the record, which is not the same as no event. Pause: the publisher rests then."
        ),
        source=record.citation,
    )


def _cells(record: Questions, days: Any) -> tuple[str, list[dict[str, Any]]]:
    record.reader.offer(
        "_cells", {name: days.column(name).to_pylist() for name in ("publisher", "day", "reports", "state", "reason")}
    )
    (long,) = record.table("select coalesce(max(day::date) - min(day::date), 0) as days from _cells").to_pylist()
    per = "day" if long["days"] <= _DAYS else "week" if long["days"] <= 7 * _WEEKS else "month"
    query = f"""
    with joined as (
        select coalesce(nullif(publisher, ''), '(no publisher named)') as publisher,
            date_trunc('{per}', day::date)::date as start, sum(reports) as reports,
            case when sum(reports) > 0 then 'reports' when bool_and(state = 'pause') then 'pause'
                else 'silent' end as state,
            string_agg(distinct reason, ', ') as reason
        from _cells group by all
    )
    select publisher, start::text as start, (start + interval 1 {per})::date::text as end,
        reports::bigint as reports, state,
        coalesce(reason, '') as reason,
        case when reports > 0 then sqrt(reports / max(reports) over ()) else 1 end as depth
    from joined order by publisher, start
    """
    return per, record.table(query).to_pylist()
