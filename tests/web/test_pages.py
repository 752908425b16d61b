"""Every page is a link that can be cited, has a JSON twin, and is safe to look at."""

import re

import pytest
from fastapi.testclient import TestClient

LISTS = ("/", "/events", "/timeline", "/actors", "/dyad?a=Roe&b=Blinken", "/network", "/map", "/quotes", "/positions",
         "/counts?by=type&per=year", "/coverage", "/review", "/search?words=fishing",
         "/sql?query=select type from events", "/actors/Roe", "/reports/wire-1")  # fmt: skip
EMPTY = ("/search", "/dyad", "/sql", "/counts")
WRONG = {"/events?actor=Bob Lund": 400, "/events?since=2022-13": 400, "/events?colour=red": 422, "/events/ezzz": 404,
         "/actors/Nobody Atall": 404, "/reports/none": 404, "/sql?query=drop table events": 400,
         "/nothing": 404, "/dyad?a=Roe&b=Roe": 400}  # fmt: skip


def event(client: TestClient) -> str:
    """Give the address of an event's page."""
    return f"/events/{client.get('/api/events?place=Oslo').json()['items'][0]['id']}"


@pytest.mark.parametrize("address", [*LISTS, *EMPTY, "event"])
def test_every_page_opens_with_its_twin_and_its_version(client: TestClient, address: str) -> None:
    """And no script, style or address but our own."""
    page = client.get(event(client) if address == "event" else address)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "version 1" in page.text
    assert 'rel="alternate" type="application/json"' in page.text
    policy = page.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?![^>]*src=\"/static/)|\son\w+=|style=|(src|href)=\"(https?:)?//", page.text)


@pytest.mark.parametrize("address", [*LISTS, "event"])
def test_the_twin_of_a_page_answers_in_json(client: TestClient, address: str) -> None:
    """By the link in the page, and by `format=json`."""
    place = event(client) if address == "event" else address
    (twin,) = re.findall(r'rel="alternate" type="application/json" href="([^"]*)"', client.get(place).text)
    assert client.get(twin.replace("&amp;", "&")).status_code == 200
    sign = "&" if "?" in place else "?"
    assert client.get(f"{place}{sign}format=json").json()["record"]["version"] == 1


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_question_has_a_page_that_says_what_was_wrong(client: TestClient, address: str) -> None:
    """With its status, and the form to mend it where there is one."""
    page = client.get(address)
    assert page.status_code == WRONG[address]
    assert 'role="alert"' in page.text


def test_near_names_are_links(client: TestClient) -> None:
    """One click from the slip to the actor."""
    assert '<a href="/actors/Ada%20Roe">Ada Roe</a>' in client.get("/events?actor=Ada Roee").text


def test_fields_of_a_form_that_are_left_empty_do_not_count(client: TestClient) -> None:
    """As a browser sends them."""
    assert client.get("/events?actor=Roe&type=&since=&min_outlets=").status_code == 200


def test_a_citable_link_names_the_version(client: TestClient) -> None:
    """And gives the same page later."""
    (cited,) = re.findall(r'<a href="([^"]*)">Link to this page', client.get("/events?actor=Roe").text)
    assert "as_of=1" in cited
    assert client.get(cited.replace("&amp;", "&")).status_code == 200


def test_an_event_leads_to_its_words_in_the_report_and_back(client: TestClient) -> None:
    """From evidence to the sentence in its text, from the text to the event."""
    page = client.get(event(client)).text
    report, mention = re.search(r'href="/reports/(\w+)#(\w+)"', page).groups()  # type: ignore[union-attr]
    reader = client.get(f"/reports/{report}").text
    assert f'id="{mention}"' in reader
    assert f'href="{event(client)}"' in reader


def test_the_pages_of_a_list_lead_on_and_back(client: TestClient) -> None:
    """By plain links."""
    first = client.get("/events?limit=2").text
    (following,) = re.findall(r'rel="next" href="([^"]*)"', first)
    assert 'rel="prev"' in client.get(following.replace("&amp;", "&") + "&limit=2").text


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    """As the API does; and the API's tag is not the page's."""
    tag = client.get("/events").headers["etag"]
    assert client.get("/events", headers={"If-None-Match": tag}).status_code == 304
    api = client.get("/api/events").headers["etag"]
    assert client.get("/events", headers={"If-None-Match": api}).status_code == 200


@pytest.mark.parametrize(
    "kind", ["timeline", "network", "map", "coverage", "heat?by=type&per=year", "dyad?a=Roe&b=Blinken"]
)
def test_a_chart_comes_in_pieces_without_its_title_twice(client: TestClient, kind: str) -> None:
    """The page writes the words, Vega draws the rest."""
    name, _, query = kind.partition("?")
    found = client.get(f"/charts/{name}.json?{query}").json()
    assert found.keys() == {"spec", "title", "subtitle"}
    assert "title" not in found["spec"]


def test_a_chart_is_a_picture_too(client: TestClient) -> None:
    """For who has no script, and for print."""
    picture = client.get("/charts/timeline.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert picture.text.startswith("<svg")


@pytest.mark.parametrize("address", ["/charts/pie.json", "/charts/timeline.exe", "/charts/dyad.json"])
def test_a_chart_that_does_not_exist_is_refused(client: TestClient, address: str) -> None:
    """In the API's form, which the page shows."""
    assert client.get(address).json()["error"]["status"] == 400
