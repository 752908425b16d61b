"""A table of counts whose cells are coloured by their number: who, what or where, over time."""

from typing import Any, Unpack

from dragoman.ask import Questions
from dragoman.ask.asked import EventFilters, in_words
from dragoman.charts.look import INK, WIDTH, altair, dressed, values

_KEYS = 25
_WRITTEN = 26
"""Periods up to which each cell says its number; beyond, they would not be legible."""


def heat(
    record: Questions, *, by: str = "type", per: str = "quarter", unit: str = "events", **asked: Unpack[EventFilters]
) -> Any:
    """Draw a table of counts.

    Args:
        record: the record.
        by: what the rows are (`Questions.counts`).
        per: what the columns are: day, week, month, quarter or year.
        unit: events, mentions or reports.
        asked: the filters of `Questions.events`.

    Returns:
        An Altair chart.
    """
    alt = altair()
    counted = [row for row in record.counts(by, per=per, unit=unit, balanced=True, **asked).dicts() if row["start"]]
    totals: dict[str, int] = {}
    for row in counted:
        totals[row["key"]] = totals.get(row["key"], 0) + row["count"]
    keys = sorted(totals, key=lambda key: (-totals[key], key))[:_KEYS]
    rows = [row for row in counted if row["key"] in keys]
    columns = sorted({row["period"] for row in rows})
    most = max((row["count"] for row in rows), default=1)
    x = alt.X(
        "period:O",
        sort=columns,
        title=None,
        axis=alt.Axis(labelAngle=-45, labelOverlap=True, ticks=False, domain=False),
    )
    y = alt.Y("key:N", sort=keys, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=240))
    cells = (
        alt.Chart(values([row for row in rows if row["count"]]))
        .mark_rect(stroke="white", strokeWidth=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "count:Q",
                scale=alt.Scale(scheme="blues", domain=[0, most]),
                legend=alt.Legend(title=unit, orient="top", format="d", gradientLength=160, tickMinStep=1),
            ),
            tooltip=["key:N", "period:N", "count:Q", "goldstein_mean:Q"],
        )
    )
    ground = alt.Chart(values(rows)).mark_rect(fill="#f6f8fa", stroke="white", strokeWidth=1).encode(x=x, y=y)
    layers = [ground, cells]
    if len(columns) <= _WRITTEN:
        dark = alt.condition(f"datum.count > {most * 0.55}", alt.value("white"), alt.value(INK))
        numbers = alt.Chart(values([row for row in rows if row["count"]])).mark_text(fontSize=10)
        layers.append(numbers.encode(x=x, y=y, text="count:Q", color=dark))
    left = f"; the {_KEYS} largest of {len(totals):,} rows" if len(totals) > _KEYS else ""
    return dressed(
        alt.layer(*layers).properties(width=WIDTH, height=max(22 * len(keys), 40)),
        title=in_words(f"{unit.capitalize()} by {by} per {per}", asked),
        subtitle=f"{sum(totals.values()):,} {unit} in all{left}; an empty cell is none",
        source=record.citation,
    )
