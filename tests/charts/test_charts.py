"""Every chart is drawn, says what it counts and where it is from, and no label covers another."""

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ask.sample_record import build

from dragoman import ask
from dragoman.charts import KINDS, draw
from dragoman.charts.labels import Label, Spot, placed
from dragoman.charts.save import rendered
from dragoman.charts.world import View
from dragoman.errors import UsageError

OWN: dict[str, dict[str, Any]] = {"dyad": {"a": "Roe", "b": "Blinken"}}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> ask.Questions:
    """The sample record of the questions' tests."""
    return ask.open(build(tmp_path_factory.mktemp("charts") / "record"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_chart_says_what_it_counts_and_where_it_is_from(record: ask.Questions, kind: str) -> None:
    """A title, a subtitle, the record as source; all of its data in itself."""
    spec = json.loads(draw(record, kind, **OWN.get(kind, {})).to_json())
    assert spec["title"]["text"]
    assert any(spec["title"]["subtitle"])
    words = json.dumps(spec, ensure_ascii=False)
    assert "state " in words
    assert '"url": "http' not in words


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_chart_is_drawn_without_network(record: ask.Questions, kind: str) -> None:
    """As SVG that an XML reader takes."""
    svg = rendered(draw(record, kind, **OWN.get(kind, {})), ".svg")
    assert ET.fromstring(svg).tag.endswith("svg")


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"coverage", "dyad"}))
def test_a_chart_of_nothing_is_still_a_chart(record: ask.Questions, kind: str) -> None:
    """With its title and no marks."""
    assert b"<svg" in rendered(draw(record, kind, until="1999"), ".svg")


def test_both_parts_of_the_timeline_reach_over_the_same_days(record: ask.Questions) -> None:
    """A mark that no period counts moves the lower axis too."""
    upper, lower = json.loads(draw(record, "timeline").to_json())["vconcat"][0]["vconcat"]
    first, last = lower["encoding"]["x"]["scale"]["domain"]
    days = [datetime.fromisoformat(row["since"]).replace(tzinfo=UTC) for row in upper["data"]["values"]]
    assert all(first <= day.timestamp() * 1000 <= last for day in days)


def test_a_png_and_a_page_are_whole(record: ask.Questions) -> None:
    """The page holds the drawing program and asks no other address for it."""
    chart = draw(record, "heat")
    assert rendered(chart, ".png").startswith(b"\x89PNG")
    page = rendered(chart, ".html").decode()
    assert "<script src=" not in page


def test_conflict_stands_below_the_line(record: ask.Questions) -> None:
    """And cooperation above it."""
    spec = json.loads(draw(record, "dyad", a="Israel", b="Lund", per="year").to_json())
    assert spec["title"]["text"] == "Israel and Ben Lund"


@pytest.mark.parametrize(
    ("kind", "asked", "words"),
    [
        ("pie", {}, "there is no chart 'pie'"),
        ("dyad", {"a": "Roe"}, "of two actors"),
        ("coverage", {"actor": "Roe"}, "takes no 'actor'"),
        ("timeline", {"colour": "red"}, "no filter"),
        ("heat", {"by": "colour"}, "count by"),
    ],
)
def test_a_chart_that_makes_no_sense_is_refused(
    record: ask.Questions, kind: str, asked: dict[str, Any], words: str
) -> None:
    """With what would have worked."""
    with pytest.raises(UsageError, match=words):
        draw(record, kind, **asked)


def test_an_ending_that_is_no_picture_is_refused(record: ask.Questions) -> None:
    """Naming those that are."""
    with pytest.raises(UsageError, match=r"\.svg"):
        rendered(draw(record, "heat"), ".doc")


def box(label: Label) -> tuple[float, float, float, float]:
    """Give about where a label stands."""
    wide = len(label.words) * 6.1
    left = {"left": label.x, "right": label.x - wide, "center": label.x - wide / 2}[label.align]
    return left, label.y - 6.5, left + wide, label.y + 6.5


spots = st.builds(
    Spot,
    x=st.floats(0, 700),
    y=st.floats(0, 400),
    radius=st.floats(2, 20),
    words=st.text("abc", min_size=1, max_size=12),
)


@given(st.lists(spots, max_size=40))
def test_no_label_covers_another_or_leaves_the_picture(crowd: list[Spot]) -> None:
    """However crowded it is."""
    boxes = [box(label) for label in placed(crowd, width=700, height=400, most=25)]
    assert len(boxes) <= 25
    for index, one in enumerate(boxes):
        assert 0 <= one[0] < one[2] <= 700
        assert 0 <= one[1] < one[3] <= 400
        assert not any(
            one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3] for two in boxes[index + 1 :]
        )


@pytest.mark.parametrize(("lon", "lat"), [(10.75, 59.91), (35.2, 31.8), (28.97, 41.01)])
def test_a_point_of_a_region_stands_within_its_map(lon: float, lat: float) -> None:
    """The picture holds all that it is made for."""
    x, y = View(5, 28, 40, 62).pixel(lon, lat)
    assert 0 <= x <= 760
    assert 0 <= y <= 360
