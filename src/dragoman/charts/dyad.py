"""Two over time: cooperation above the line, conflict below it."""

from typing import Any

from dragoman.ask import Questions
from dragoman.ask.days import Asked
from dragoman.charts.look import INK, WIDTH, altair, days_axis, dressed, quad_colour, values
from dragoman.charts.timeline import periods_end


def dyad(
    record: Questions,
    a: str,
    b: str,
    *,
    per: str = "month",
    states: bool = False,
    status: str | None = "actual",
    since: Asked = None,
    until: Asked = None,
) -> Any:
    """Draw what two did with each other, period by period; the arguments are those of `Questions.dyad`.

    Returns:
        An Altair chart.
    """
    alt = altair()
    found = record.dyad(a, b, per=per, states=states, status=status, since=since, until=until)
    rows = _bars(record, found.periods.dicts(), per)
    ticks = alt.Axis(title=f"events a {per}", labelExpr="abs(datum.value)", format="d", tickMinStep=1, tickCount=6)
    bars = (
        alt.Chart(values(rows))
        .mark_rect(stroke="white", strokeWidth=0.5)
        .encode(
            x=days_axis("start"),
            x2="end:T",
            y=alt.Y("from:Q", axis=ticks, scale=alt.Scale(domain=_reach(rows))),
            y2="to:Q",
            color=quad_colour(),
            tooltip=["period:N", "quad:N", "count:Q"],
        )
    )
    line = alt.Chart(values([{"zero": 0}])).mark_rule(color=INK).encode(y="zero:Q")
    balance = "no events of either kind" if found.balance is None else f"balance {found.balance:+.2f} (-1 to +1)"
    what = "Events of both states' people" if states else "Events with both"
    return dressed(
        alt.layer(bars, line).properties(width=WIDTH, height=260),
        title=f"{found.a.name} and {found.b.name}",
        subtitle=f"{what} a {per}: cooperation above the line, conflict below it; {balance}",
        source=record.citation,
    )


def _bars(record: Questions, rows: list[dict[str, Any]], per: str) -> list[dict[str, Any]]:
    """Stack cooperation upwards and conflict downwards, the verbal next to the line."""
    ends = periods_end(record, per, [row["start"] for row in rows])
    made = []
    for row in rows:
        for sign, side in ((1, "cooperation"), (-1, "conflict")):
            edge = 0
            for depth in ("verbal", "material"):
                count = row[f"{depth}_{side}"]
                bar = {"from": sign * edge, "to": sign * (edge + count), "count": count, "quad": f"{depth} {side}"}
                edge += count
                made.append({"period": row["period"], "start": row["start"], "end": ends[row["start"]], **bar})
    return made


def _reach(rows: list[dict[str, Any]]) -> list[int]:
    """Give the lowest and the highest edge of all stacks."""
    edges = [row["to"] for row in rows]
    return [min([*edges, -1]), max([*edges, 1])]
