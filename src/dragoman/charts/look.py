"""How all charts look: colours, type, titles that say what is counted, and the line that says where it is from."""

from collections.abc import Sequence
from typing import Any

from dragoman.ask.optional import need

WIDTH = 760
INK = "#22303c"
QUIET = "#6b7785"
RULE = "#e3e7eb"
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
QUAD_COLOURS = ("#8fc1e3", "#1f6fb2", "#f5b26b", "#c8501e")
"""Blue for cooperation, orange for conflict, the deeper the more material: told apart without seeing red and green."""
_DAY = (
    "utcdate(datum.value) != 1 ? utcFormat(datum.value, '%-d %b') : utcmonth(datum.value) == 0 "
    "? utcFormat(datum.value, '%Y') : datum.index == 0 ? utcFormat(datum.value, '%b %Y') : utcFormat(datum.value, '%b')"
)
"""Days as a reader writes them: the year in January, else the month, with its day where it is not the first."""
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


def altair() -> Any:
    """Give Altair.

    Raises:
        UsageError: it is not installed.
    """
    return need("altair", extra="charts")


def values(rows: Sequence[dict[str, Any]]) -> Any:
    """Give rows as the data of a chart."""
    return altair().Data(values=list(rows))


def quad_colour(title: str = "") -> Any:
    """Give the colour of the column `quad`, with its key above the chart."""
    alt = altair()
    scale = alt.Scale(domain=list(QUADS), range=list(QUAD_COLOURS))
    return alt.Color(
        "quad:N", scale=scale, sort=list(QUADS), legend=alt.Legend(title=title or None, orient="top", columnPadding=16)
    )


def days_axis(field: str = "start") -> Any:
    """Give a horizontal axis of days; UTC, so that a day is the same day wherever it is looked at."""
    alt = altair()
    axis = alt.Axis(title=None, grid=False, tickCount=8, labelExpr=_DAY, labelOverlap="greedy", labelSeparation=8)
    return alt.X(f"{field}:T", scale=alt.Scale(type="utc"), axis=axis)


def dressed(chart: Any, *, title: str, subtitle: str, source: str) -> Any:
    """Put title, subtitle and source line on a chart.

    Args:
        chart: the chart.
        title: what it shows.
        subtitle: what is counted, and in what unit.
        source: where it is from.
    """
    alt = altair()
    note = alt.Chart(values([{"source": source}])).mark_text(align="left", fontSize=10, color=QUIET, x=0, dx=0)
    line = note.encode(text="source:N").properties(width=WIDTH, height=14)
    head = alt.TitleParams(
        text=title, subtitle=_wrapped(subtitle), anchor="start", fontSize=17, subtitleFontSize=12, offset=14
    )
    return (
        alt.vconcat(chart, line, spacing=10)
        .properties(title=head, padding=16, background="white")
        .resolve_scale(color="independent", size="independent", x="independent", y="independent")
        .configure(font=FONT)
        .configure_view(stroke=None)
        .configure_title(color=INK, subtitleColor=QUIET, fontWeight=600)
        .configure_axis(
            labelColor=INK,
            titleColor=QUIET,
            gridColor=RULE,
            domainColor=QUIET,
            tickColor=QUIET,
            titleFontWeight="normal",
        )
        .configure_axisY(labelPadding=8)
        .configure_legend(labelColor=INK, titleColor=QUIET, titleFontWeight="normal", symbolType="square")
    )


def _wrapped(words: str, wide: int = 120) -> list[str]:
    from textwrap import wrap

    return wrap(words, wide) or [""]
