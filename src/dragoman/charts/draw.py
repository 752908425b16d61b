"""Every kind of chart by its name, and the one function that draws them all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dragoman.ask import Questions
from dragoman.charts.coverage import coverage
from dragoman.charts.dyad import dyad
from dragoman.charts.heat import heat
from dragoman.charts.network import network
from dragoman.charts.timeline import timeline
from dragoman.charts.world import world
from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of chart.

    Args:
        name: as on the command line.
        says: what it shows.
        draw: draws it of a record.
        takes: options of its own, beside the filters of events.
        filters: the filters that it takes, None for all of them.
    """

    name: str
    says: str
    draw: Callable[..., Any]
    takes: tuple[str, ...] = ()
    filters: tuple[str, ...] | None = None


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(name="timeline", says="events along time", draw=timeline, takes=("per",)),
        Kind(
            name="dyad",
            says="two over time: cooperation and conflict",
            draw=dyad,
            takes=("a", "b", "per", "states"),
            filters=("since", "until", "status"),
        ),
        Kind(name="network", says="who is in events with whom", draw=network, takes=("of", "least")),
        Kind(name="map", says="where events happened", draw=world),
        Kind(name="heat", says="a table of counts over time", draw=heat, takes=("by", "per", "unit")),
        Kind(
            name="coverage",
            says="which publishers were silent when",
            draw=coverage,
            filters=("publisher", "since", "until"),
        ),
    )
}


def draw(record: Questions, kind: str, **asked: Any) -> Any:
    """Draw a chart.

    Args:
        record: the record.
        kind: one of KINDS.
        asked: the chart's own options and filters of `Questions.events`.

    Returns:
        An Altair chart, which shows itself in a notebook.

    Raises:
        UsageError: an unknown kind, an option or filter that the kind does not take, or Altair is not installed.

    Examples:
        >>> from dragoman.charts import draw
        >>> chart = draw(record, "dyad", a="USA", b="Russia", states=True, per="year")
        >>> sorted(chart.to_dict())[0]
        '$schema'
    """
    if kind not in KINDS:
        raise UsageError(f"there is no chart {kind[:40]!r}; there are {', '.join(KINDS)}")
    found = KINDS[kind]
    if found.filters is not None:
        known = (*found.takes, *found.filters)
        if wrong := [name for name in asked if name not in known]:
            raise UsageError(f"a chart of {kind} takes no {wrong[0].removesuffix('_')!r}; it takes {', '.join(known)}")
    if missing := [name for name in ("a", "b") if name in found.takes and not asked.get(name)]:
        raise UsageError(
            f"a chart of {kind} is of two actors; {len(missing)} of them {'is' if len(missing) == 1 else 'are'} missing"
        )
    return found.draw(record, **asked)
