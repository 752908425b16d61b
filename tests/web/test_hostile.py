"""Words of a report are only ever words."""

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.ask.sample_record import report

from dragoman import web
from dragoman.record import Writer
from dragoman.run import derive
from dragoman.web.rendering import templates

SCRIPT = "<script>alert(1)</script>"
NAME = "Eve \"'><img src=x onerror=alert(2)>"
TITLE = f"{SCRIPT} & “quotes” \u202e\u05e9\u05dc\u05d5\u05dd {{{{ 7 * 7 }}}}"
EVE = ("p:eve", NAME, "person", "NOR", '"><script>', (NAME,))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A record of one report, every field of which is an attack."""
    folder: Path = tmp_path_factory.mktemp("hostile") / "record"
    text = f"{NAME} met {NAME} {SCRIPT} in [Oslo]. “</blockquote>{SCRIPT}” \u0634\u0643\u0631\u0627"
    told: dict[str, object] = {
        "trigger": "met",
        "mode": "meet",
        "actors": (EVE[0],),
        "place": "Oslo",
        "in": "NOR",
        "topic": SCRIPT,
    }
    document = report(f"r'{SCRIPT}", f"Outlet {SCRIPT}", "2022-03-02", text, (EVE,), events=(told,))
    article = replace(document.article, title=TITLE, byline=SCRIPT, url="javascript:alert(3)")
    Writer(folder).commit([replace(document, article=article)], [], "recipe")
    derive(folder)
    return TestClient(web.app(folder, author=SCRIPT), base_url="http://localhost")


PAGES = ("/", "/events", "/timeline", "/actors", "/actors/p:eve", "/quotes", "/search?words=met", "/review", "/network",
         "/map", "/coverage", "/counts?by=actor", "/sql?query=select text, title from reports",
         f"/search?words={SCRIPT}", f"/events?actor={SCRIPT}", f"/actors/{SCRIPT}", f"/sql?query={SCRIPT}",
         f"/{SCRIPT}", f"/sign-in?to={SCRIPT}")  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_no_word_of_a_report_or_a_question_becomes_markup(hostile: TestClient, address: str) -> None:
    """Whatever it holds, on whatever page."""
    page = hostile.get(address).text
    for attack in (SCRIPT, "<img src=x", "</blockquote><script", 'alert(3)"'):
        assert attack not in page


def test_the_report_and_the_event_show_the_words_as_they_stand(hostile: TestClient) -> None:
    """Escaped, whole, in the direction that their letters say."""
    (row,) = hostile.get("/api/events").json()["items"]
    told = hostile.get(f"/api/events/{row['id']}").json()["item"]["tellings"][0]
    for address in (f"/events/{row['id']}", f"/reports/{told['report_id']}"):
        page = hostile.get(address).text
        assert SCRIPT not in page
        assert "&lt;script&gt;" in page
        assert 'dir="auto"' in page


def test_an_address_that_is_a_program_is_no_link(hostile: TestClient) -> None:
    """A report may call anything its address."""
    (row,) = hostile.get("/api/search?words=met&within=reports").json()["items"]
    assert "javascript:" not in hostile.get(f"/reports/{row['report_id']}").text


def test_a_name_leads_to_its_own_page(hostile: TestClient) -> None:
    """However it is spelt."""
    assert "Eve" in hostile.get("/actors/p:eve").text


def test_braces_of_a_report_are_not_evaluated(hostile: TestClient) -> None:
    """A title is never a template."""
    assert "{{ 7 * 7 }}" in hostile.get("/search?words=met&within=reports").text


def test_every_template_escapes() -> None:
    """None turns it off, none marks words of a record as safe."""
    made = templates()
    assert made.autoescape
    for name in made.list_templates():
        source, _, _ = made.loader.get_source(made, name)  # type: ignore[union-attr]
        assert "|safe" not in source.replace(" ", "")
        assert "autoescape" not in source
