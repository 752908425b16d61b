"""Where events happened: circles on a map of the world, or of the part of it that they lie in."""

import math
from functools import lru_cache
from importlib.resources import files
from typing import Any, Unpack

from dragoman.ask import Questions
from dragoman.ask.asked import EventFilters, in_words
from dragoman.charts.labels import Spot, placed
from dragoman.charts.look import INK, QUIET, WIDTH, altair, dressed, values

_HEIGHT = 360
_LABELS = 30
_PLACES = 3000


def world(record: Questions, **asked: Unpack[EventFilters]) -> Any:
    """Draw where events happened, a circle a place, by number of events and share of conflict.

    Args:
        record: the record.
        asked: the filters of `Questions.events`.

    Returns:
        An Altair chart. The outline is Natural Earth's (public domain).
    """
    alt = altair()
    rows = _places(record, asked)
    view = _view(rows)
    land = alt.Chart(alt.Data(values=_outline(), format=alt.TopoDataFormat(feature="countries", type="topojson")))
    shapes = land.mark_geoshape(fill="#eef1f4", stroke="#cdd4db", strokeWidth=0.6, clip=True)
    most = max((row["events"] for row in rows), default=1)
    for row in rows:
        row["area"] = 40 + 900 * (row["events"] / most) ** 0.8
    circles = (
        alt.Chart(values(rows))
        .mark_circle(opacity=0.82, stroke="white", strokeWidth=0.8, clip=True)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("area:Q", scale=None, legend=None),
            color=alt.Color(
                "conflict:Q",
                scale=alt.Scale(domain=[0, 0.5, 1], range=["#1f6fb2", "#b9b3ae", "#c8501e"], interpolate="rgb"),
                legend=alt.Legend(title="share of conflict", orient="top", format=".0%", gradientLength=160),
            ),
            tooltip=["place:N", "country:N", "events:Q", alt.Tooltip("conflict:Q", format=".0%")],
        )
    )
    drawn = alt.layer(shapes, circles, *_written(rows, view)).project(**view.projection)
    placeless = record.counts(**asked)
    total, shown = sum(row.count for row in placeless), sum(row["events"] for row in rows)
    return dressed(
        drawn.properties(width=WIDTH, height=_HEIGHT),
        title=in_words("Where events happened", asked),
        subtitle=f"{shown:,} of {total:,} events have a place. A circle grows with its events, up to {most:,}.",
        source=f"{record.citation}. Outline: Natural Earth",
    )


class View:
    """The part of the world that is shown: a region in the Mercator projection, all of it in Equal Earth.

    Args:
        west: degrees.
        south: degrees.
        east: degrees.
        north: degrees.
    """

    def __init__(self, west: float, south: float, east: float, north: float) -> None:
        self.whole = east - west > 150
        self._lon = 0.0 if self.whole else (west + east) / 2
        low, high = _mercator(south), _mercator(north)
        self._middle = (low + high) / 2
        wide = WIDTH / max(math.radians(east - west), 1e-6)
        self._scale = 145.0 if self.whole else min(wide, _HEIGHT / max(high - low, 1e-6), 2600)

    @property
    def projection(self) -> dict[str, Any]:
        """The projection as Vega-Lite takes it."""
        if self.whole:
            return {"type": "equalEarth", "scale": self._scale, "translate": [WIDTH / 2, _HEIGHT / 2 + 16]}
        down = _HEIGHT / 2 + self._middle * self._scale
        return {
            "type": "mercator",
            "scale": self._scale,
            "rotate": [-self._lon, 0, 0],
            "center": [0, 0],
            "translate": [WIDTH / 2, down],
        }

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Give where a point stands in the picture."""
        if self.whole:
            x, y = _equal_earth(lon, lat)
            return WIDTH / 2 + x * self._scale, _HEIGHT / 2 + 16 - y * self._scale
        x = WIDTH / 2 + math.radians(lon - self._lon) * self._scale
        return x, _HEIGHT / 2 + (self._middle - _mercator(lat)) * self._scale


def _view(rows: list[dict[str, Any]]) -> View:
    if not rows:
        return View(-180, -60, 180, 80)
    lons, lats = [row["lon"] for row in rows], [row["lat"] for row in rows]
    wide = max(max(lons) - min(lons), 12) * 0.12
    return View(min(lons) - wide, max(min(lats) - 6, -78), max(lons) + wide, min(max(lats) + 6, 80))


def _mercator(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(max(min(lat, 84), -84)) / 2))


def _equal_earth(lon: float, lat: float) -> tuple[float, float]:
    """Project by Equal Earth. Source: Savric, Patterson and Jenny (2018)."""
    a = (1.340264, -0.081106, 0.000893, 0.003796)
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    slope = a[0] + 3 * a[1] * t**2 + t**6 * (7 * a[2] + 9 * a[3] * t**2)
    x = 2 * math.sqrt(3) / 3 * math.radians(lon) * math.cos(t) / slope
    return x, t * (a[0] + a[1] * t**2 + t**6 * (a[2] + a[3] * t**2))


def _places(record: Questions, asked: EventFilters) -> list[dict[str, Any]]:
    found = record.conditions(**asked)
    query = (
        "select e.place, any_value(e.country) as country, avg(e.lat) as lat, avg(e.lon) as lon, count(*) as events, "
        "coalesce(avg((t.quad >= 3)::int), 0) as conflict from listed e left join types t on e.type = t.type "
        f"where e.lat is not null and e.lon is not null and {found.sql()} "
        f"group by e.place, round(e.lat, 1), round(e.lon, 1) order by events desc, e.place limit {_PLACES}"
    )
    return record.table(query, found.values).to_pylist()  # type: ignore[no-any-return]


def _written(rows: list[dict[str, Any]], view: View) -> list[Any]:
    alt = altair()
    spots = []
    for row in rows:
        x, y = view.pixel(row["lon"], row["lat"])
        spots.append(Spot(x=x, y=y, radius=(row["area"] / math.pi) ** 0.5, words=row["place"] or ""))
    found = placed((spot for spot in spots if spot.words), width=WIDTH, height=_HEIGHT, most=_LABELS)
    layers = []
    for align in ("left", "right", "center"):
        here = [label for label in found if label.align == align]
        rows = [{"words": label.words, "x": label.x, "y": label.y} for label in here]
        x, y = (alt.X("x:Q", scale=None, axis=None), alt.Y("y:Q", scale=None, axis=None))
        for more in ({"stroke": "white", "strokeWidth": 3, "strokeJoin": "round", "color": QUIET}, {"color": INK}):
            mark = alt.Chart(values(rows)).mark_text(align=align, fontSize=11, **more)
            layers.append(mark.encode(x=x, y=y, text="words:N"))
    return layers


@lru_cache(maxsize=1)
def _outline() -> str:
    """Give the outline as text, which Altair does not copy for every layer as it would a mapping."""
    return files(__package__).joinpath("world.json").read_text(encoding="utf-8")
