"""Questions over HTTP have the answers that Python has, in one envelope."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman import ask

LISTS = (
    "events", "timeline?actor=Roe", "quotes", "positions", "counts?by=type&per=year", "search?words=fishing",
    "coverage", "gaps", "shifts", "review", "versions", "corrections", "sql?query=select 1 as one",
)  # fmt: skip
ITEMS = ("summary", "actors/Roe", "dyad?a=Roe&b=Blinken", "network", "reports/wire-1")


@pytest.mark.parametrize("address", LISTS)
def test_every_list_comes_as_items_with_the_version_of_the_record(client: TestClient, address: str) -> None:
    """One envelope, whatever was asked."""
    answer = client.get(f"/api/{address}")
    assert answer.status_code == 200
    assert answer.json().keys() == {"items", "total", "next", "asked", "note", "record"}
    assert answer.json()["record"]["version"] == 1


@pytest.mark.parametrize("address", ITEMS)
def test_every_single_thing_comes_as_an_item(client: TestClient, address: str) -> None:
    """The same envelope, without pages."""
    assert client.get(f"/api/{address}").json().keys() == {"item", "record"}


def test_events_are_those_that_python_gives(client: TestClient, folder: Path) -> None:
    """The same question has the same answer at every door."""
    assert client.get("/api/events?actor=Roe").json()["items"] == ask.open(folder).events(actor="Roe").dicts()


def test_an_event_comes_with_the_sentence_behind_every_field(client: TestClient) -> None:
    """By the beginning of its id, too."""
    key = client.get("/api/events?place=Oslo").json()["items"][0]["id"]
    item = client.get(f"/api/events/{key[:10]}").json()["item"]
    assert item["event"]["id"] == key
    assert any(field["support"] for field in item["fields"])
    assert client.get(f"/api/events/{key}/history").json()["item"]["event"] == key


def test_cursors_lead_through_all_events_once(client: TestClient) -> None:
    """Page after page, to the last."""
    seen, cursor = [], None
    while True:
        page = client.get("/api/events", params={"limit": 1, **({"cursor": cursor} if cursor else {})}).json()
        seen += [row["id"] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == [row["id"] for row in client.get("/api/events").json()["items"]]


def test_a_cursor_stays_in_its_version_while_the_record_changes(writing: TestClient) -> None:
    """So that no page repeats or drops what another has."""
    before = [row["id"] for row in writing.get("/api/events").json()["items"]]
    cursor = writing.get("/api/events?limit=1").json()["next"]
    writing.post(f"/api/events/{before[0]}/reject", json={})
    rest = writing.get("/api/events", params={"cursor": cursor}).json()
    assert [row["id"] for row in rest["items"]] == before[1:]
    assert rest["record"]["version"] == 1


def test_search_says_whether_there_is_more(client: TestClient) -> None:
    """Without counting all."""
    first = client.get("/api/search?words=Roe&limit=1").json()
    assert first["next"]
    assert first["total"] is None


def test_a_visitor_who_has_the_answer_is_told_so(client: TestClient) -> None:
    """By the tag, which is that of the record's state."""
    tag = client.get("/api/events").headers["etag"]
    assert client.get("/api/events", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/api/events", headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_the_tag_changes_with_the_record(writing: TestClient) -> None:
    """And the server sees the change, whoever made it."""
    tag = writing.get("/api/events").headers["etag"]
    key = writing.get("/api/events").json()["items"][0]["id"]
    writing.post(f"/api/events/{key}/confirm", json={})
    assert writing.get("/api/events", headers={"If-None-Match": tag}).status_code == 200


def test_what_json_cannot_hold_becomes_null_or_text(client: TestClient) -> None:
    """No number that is none, no date of another kind."""
    query = "select 'nan'::double as none, date '2022-01-02' as day, 1.5::decimal(4,2) as sum, interval 1 day as long"
    (row,) = client.get("/api/sql", params={"query": query}).json()["items"]
    assert row["none"] is None
    assert row["day"] == "2022-01-02"


def test_a_report_says_what_stands_where_in_it(client: TestClient) -> None:
    """Offsets count in the text that comes with them."""
    report = client.get("/api/reports/wire-1").json()["item"]
    actors = {report["text"][m["start"] : m["end"]] for m in report["marks"] if m["kind"] == "actor"}
    assert "Ada Roe" in actors
    assert {"evidence", "trigger", "quote"} <= {mark["kind"] for mark in report["marks"]}


def test_review_begins_with_the_least_certain_and_leaves_out_what_was_decided(writing: TestClient) -> None:
    """A word on an event takes it out of the queue; taken back, it is in again."""
    queue = [row["event"]["id"] for row in writing.get("/api/review").json()["items"]]
    entry = writing.post(f"/api/events/{queue[0]}/confirm", json={}).json()["item"]["correction"]["id"]
    assert queue[0] not in [row["event"]["id"] for row in writing.get("/api/review").json()["items"]]
    writing.post(f"/api/corrections/{entry}/undo", json={})
    assert writing.get("/api/review").json()["total"] == len(queue)


def test_a_query_of_very_many_rows_gives_the_first_and_says_so(client: TestClient) -> None:
    answer = client.get("/api/sql", params={"query": "select * from range(20000)", "limit": 10}).json()
    assert answer["total"] == 10_000
    assert "only the first 10,000 rows" in answer["note"]
    assert client.get("/api/sql", params={"query": "select 1 as one"}).json()["note"] == ""


def test_a_dyad_says_how_many_events_it_has_beside_the_first_of_them(client: TestClient) -> None:
    dyad = client.get("/api/dyad", params={"a": "Blinken", "b": "Lund"}).json()["item"]
    assert dyad["events_total"] == len(dyad["events"])
    assert dyad["quotes_total"] == len(dyad["quotes"])
