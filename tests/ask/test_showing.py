"""Answers as a notebook shows them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.ask.sample_record import build

from dragoman import ask
from dragoman.ask import Questions
from dragoman.ask.sketch import sketch


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    """The sample record, open."""
    folder: Path = build(tmp_path_factory.mktemp("showing") / "record")
    return ask.open(folder)


def shown(answer: object) -> str:
    """Give what a notebook shows; it must be whole."""
    html: str = answer._repr_html_()  # type: ignore[attr-defined]
    ElementTree.fromstring(f"<div>{html.replace('<br>', '<br/>')}</div>")
    return html


def test_a_list_shows_a_picture_a_table_and_what_was_asked(record: Questions) -> None:
    """The citation names record and version, so that a figure can be made again."""
    html = shown(record.events())
    assert html.count("<svg") == 1
    assert "Events: 4 rows" in html
    assert record.citation in html


def test_ids_of_participants_are_left_to_programs(record: Questions) -> None:
    """People see names."""
    html = shown(record.events(actor="Roe"))
    assert "Ada Roe" in html
    assert "k:ada-roe" not in html


def test_words_of_reports_are_escaped(record: Questions) -> None:
    """News is hostile."""
    found = record.sql("select '<script>alert(1)</script>' as words")
    assert "<script>" not in shown(found)
    assert "&lt;script&gt;" in shown(found)


def test_only_the_first_rows_are_shown_and_that_is_said(record: Questions) -> None:
    found = record.sql("select * from range(1000) t(n)")
    assert shown(found).count("<tr>") == 21
    assert "1,000 rows; the first 20 are shown" in shown(found)


@pytest.mark.parametrize("question", ["show", "actor", "report", "review", "summary", "overview", "history", "dyad"])
def test_every_dossier_shows_itself(record: Questions, question: str) -> None:
    """As whole HTML, with a table."""
    event = record.events(actor="Roe", mode="meet")[0].id
    asked = {"show": [event], "history": [event], "actor": ["Roe"], "report": ["wire-1"], "dyad": ["Roe", "Blinken"]}
    assert "<table>" in shown(getattr(record, question)(*asked.get(question, [])))


def test_a_report_shows_all_of_its_text_in_order(record: Questions) -> None:
    """Marks lie over it and change no word."""
    html = shown(record.report("wire-1"))
    text = re.search(r'<p dir="auto"[^>]*>(.*?)</p>', html, re.S)
    assert text
    assert re.sub(r"<[^>]+>", "", text[1]) == record.report("wire-1").text
    assert 'title="actor: Ada Roe"' in html


def test_periods_without_events_keep_their_width() -> None:
    """A quiet year is as wide as a loud one: bars stand by their days, not one after the other."""
    rows = [{"period": period, "start": f"{period}-01", "count": 1} for period in ("2020-01", "2020-02", "2021-01")]
    lefts = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', sketch(rows))]
    assert lefts[2] - lefts[1] > 8 * (lefts[1] - lefts[0])


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"a": 1}],
        [{"period": "2020", "start": "2020-01-01", "count": 3}],
        [{"period": "", "start": None, "count": 3}],
    ],
)
def test_what_lies_in_no_time_or_in_one_period_has_no_picture(rows: list[dict[str, object]]) -> None:
    assert sketch(rows) == ""


def test_conflict_hangs_below_the_line() -> None:
    row = {"verbal_cooperation": 0, "material_cooperation": 0, "material_conflict": 0}
    rows = [{**row, "period": year, "start": f"{year}-01-01", "verbal_conflict": 2} for year in ("2020", "2021")]
    assert all(float(y) >= 0 for y in re.findall(r'<rect [^>]*y="([\d.]+)"', sketch(rows)))
    assert "#c8501e" in sketch(rows)
