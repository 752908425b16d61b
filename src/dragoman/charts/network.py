"""Who is in events with whom, as a drawing of circles and lines."""

from typing import Any, Unpack

from dragoman.ask import Questions
from dragoman.ask.asked import EventFilters, in_words
from dragoman.ask.optional import need
from dragoman.charts.labels import Spot, placed
from dragoman.charts.look import INK, WIDTH, altair, dressed, values

_HEIGHT = 560
_EDGE = 46
_MOST = 60
_LABELS = 45
_SEED = 4
_COMMUNITY = ("#1f6fb2", "#c8501e", "#3d8f6e", "#8a5fb0", "#b0892a", "#b5476f", "#5d7a99", "#7d8c3a")
_TIE = ("#5b93c4", "#b9bfc6", "#d9773f")


def network(
    record: Questions, *, of: str = "actors", least: int = 1, most: int = _MOST, **asked: Unpack[EventFilters]
) -> Any:
    """Draw the network of those with most events.

    Args:
        record: the record.
        of: actors, or states.
        least: events that a tie needs at least.
        most: circles at most.
        asked: the filters of `Questions.events`.

    Returns:
        An Altair chart: circles by number of events and community, lines by number of events and by whether cooperation
        or conflict prevails.
    """
    alt = altair()
    found = record.network(of=of, least=least, **asked)
    nodes = found.nodes.dicts()[:most]
    shown = {node["id"] for node in nodes}
    ties = [tie for tie in found.ties.dicts() if tie["a"] in shown and tie["b"] in shown]
    at = _layout(nodes, ties)
    circles = [_circle(node, at) for node in nodes]
    lines = [_line(tie, at) for tie in sorted(ties, key=lambda tie: tie["events"])]
    base = {"scale": alt.Scale(domain=[0, WIDTH]), "axis": None}
    up = {"scale": alt.Scale(domain=[_HEIGHT, 0]), "axis": None}
    layers = [_drawn_ties(lines, base, up), _drawn_circles(circles, base, up), *_written(circles, base, up)]
    fewer = f"; the {len(nodes)} with most events are drawn" if len(found.nodes) > len(nodes) else ""
    return dressed(
        alt.layer(*layers).properties(width=WIDTH, height=_HEIGHT).resolve_scale(color="independent"),
        title=in_words(f"Who is in events with whom, {of}", asked),
        subtitle=(
            f"{len(found.nodes):,} {of}{fewer}. A circle grows with its events, a line with those in common; "
            "circles of one colour are a community."
        ),
        source=record.citation,
    )


def _drawn_ties(lines: list[dict[str, Any]], base: dict[str, Any], up: dict[str, Any]) -> Any:
    """Draw the lines, the thicker the more events, coloured by what prevails."""
    alt = altair()
    return (
        alt.Chart(values(lines))
        .mark_rule(opacity=0.65)
        .encode(
            x=alt.X("x:Q", **base),
            y=alt.Y("y:Q", **up),
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=alt.StrokeWidth("events:Q", scale=alt.Scale(range=[0.8, 7]), legend=None),
            color=alt.Color(
                "lean:N",
                scale=alt.Scale(domain=["cooperation", "even", "conflict"], range=list(_TIE)),
                legend=alt.Legend(title="a line's events are mostly", orient="top", symbolType="stroke"),
            ),
            tooltip=["who:N", "events:Q", "cooperation:Q", "conflict:Q"],
        )
    )


def _drawn_circles(circles: list[dict[str, Any]], base: dict[str, Any], up: dict[str, Any]) -> Any:
    """Draw the circles, the larger the more events, coloured by community."""
    alt = altair()
    return (
        alt.Chart(values(circles))
        .mark_circle(opacity=1, stroke="white", strokeWidth=1.5)
        .encode(
            x=alt.X("x:Q", **base),
            y=alt.Y("y:Q", **up),
            size=alt.Size("area:Q", scale=None, legend=None),
            color=alt.Color("colour:N", scale=None, legend=None),
            tooltip=["name:N", "country:N", "events:Q", "degree:Q", "community:Q"],
        )
    )


def _layout(nodes: list[dict[str, Any]], ties: list[dict[str, Any]]) -> dict[str, tuple[float, float]]:
    """Place the circles by forces, seeded, and stretch them over the picture."""
    nx = need("networkx", extra="network")
    graph = nx.Graph()
    graph.add_nodes_from(node["id"] for node in nodes)
    graph.add_weighted_edges_from((tie["a"], tie["b"], tie["events"] ** 0.5) for tie in ties)
    if not len(graph):
        return {}
    loose = 2.4 / max(len(graph), 2) ** 0.5
    spots = nx.spring_layout(graph, k=loose, iterations=300, seed=_SEED, method="force")
    # ranks beside places: an outlier would press all others into a corner
    return {key: (_spread(spots, key, 0, WIDTH), _spread(spots, key, 1, _HEIGHT)) for key in spots}


def _spread(spots: dict[str, Any], key: str, side: int, long: int) -> float:
    along = sorted(float(spot[side]) for spot in spots.values())
    value = float(spots[key][side])
    share = (value - along[0]) / ((along[-1] - along[0]) or 1)
    rank = along.index(value) / max(len(along) - 1, 1)
    return _EDGE + (0.25 * share + 0.75 * rank) * (long - 2 * _EDGE)


def _circle(node: dict[str, Any], at: dict[str, tuple[float, float]]) -> dict[str, Any]:
    x, y = at[node["id"]]
    area = 60 + 28 * node["events"] ** 0.9 if node["events"] < 60 else 60 + 28 * 60**0.9
    colour = _COMMUNITY[(node["community"] - 1) % len(_COMMUNITY)]
    return {**node, "x": x, "y": y, "area": area, "colour": colour}


def _line(tie: dict[str, Any], at: dict[str, tuple[float, float]]) -> dict[str, Any]:
    (x, y), (x2, y2) = at[tie["a"]], at[tie["b"]]
    lean = (tie["cooperation"] > tie["conflict"]) - (tie["cooperation"] < tie["conflict"])
    words = {1: "cooperation", 0: "even", -1: "conflict"}[lean]
    who = f"{tie['a_name']} and {tie['b_name']}"
    return {"x": x, "y": y, "x2": x2, "y2": y2, "lean": words, "who": who} | {
        name: tie[name] for name in ("events", "cooperation", "conflict")
    }


def _written(circles: list[dict[str, Any]], base: dict[str, Any], up: dict[str, Any]) -> list[Any]:
    """Write names beside the circles, with a white halo so that lines do not strike them through."""
    alt = altair()
    spots = [Spot(x=c["x"], y=c["y"], radius=(c["area"] / 3.14) ** 0.5, words=c["name"]) for c in circles]
    layers = []
    for align in ("left", "right", "center"):
        found = [
            {"x": label.x, "y": label.y, "words": label.words}
            for label in placed(spots, width=WIDTH, height=_HEIGHT, most=_LABELS)
            if label.align == align
        ]
        for halo in (True, False):
            style = {"stroke": "white", "strokeWidth": 3.5, "strokeJoin": "round"} if halo else {}
            mark = alt.Chart(values(found)).mark_text(align=align, fontSize=11, color=INK, **style)
            layers.append(mark.encode(x=alt.X("x:Q", **base), y=alt.Y("y:Q", **up), text="words:N"))
    return layers
