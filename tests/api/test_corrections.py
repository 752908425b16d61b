"""What a person says over HTTP is kept like what they say on the command line."""

import pytest
from fastapi.testclient import TestClient


def first(client: TestClient, question: str = "events") -> str:
    """Give the id of the first event of an answer."""
    return str(client.get(f"/api/{question}").json()["items"][0]["id"])


def test_a_confirmed_event_is_certain(writing: TestClient) -> None:
    """And its entry bears the name of who started the server."""
    key = first(writing)
    done = writing.post(f"/api/events/{key}/confirm", json={"why": "seen"}).json()["item"]
    assert done["correction"]["author"] == "tester"
    assert writing.get(f"/api/events/{key}").json()["item"]["event"]["confidence"] == 1


def test_a_corrected_field_outranks_the_reports(writing: TestClient) -> None:
    """By whom it is said to be."""
    key = first(writing)
    said = {"field": "date", "value": "2020-02-02", "by": "ada"}
    assert writing.post(f"/api/events/{key}/correct", json=said).json()["item"]["correction"]["author"] == "ada"
    assert writing.get(f"/api/events/{key}").json()["item"]["event"]["date"] == "2020-02-02"


def test_two_events_become_one_and_two_again(writing: TestClient) -> None:
    """Both ids lead to the one that stays, until the entry is undone."""
    one, other = (row["id"] for row in writing.get("/api/events?actor=Roe&limit=2").json()["items"])
    done = writing.post(f"/api/events/{one}/merge", json={"other": other}).json()["item"]
    assert len(done["before"]) == 2
    assert len(done["after"]) == 1
    assert writing.get(f"/api/events/{other}").status_code == 200
    undone = writing.post(f"/api/corrections/{done['correction']['id']}/undo", json={}).json()["item"]
    assert len(undone["after"]) == 2


def test_a_telling_is_split_off(writing: TestClient) -> None:
    """By what its source calls the report."""
    key = first(writing, "events?place=Oslo")
    done = writing.post(f"/api/events/{key}/split", json={"mentions": ["post-1"]}).json()["item"]
    assert len(done["after"]) == 2


def test_a_rejected_event_leaves_the_answers_and_keeps_its_history(writing: TestClient) -> None:
    """What says so names the way back."""
    key = first(writing)
    writing.post(f"/api/events/{key}/reject", json={"why": "a slip"})
    answer = writing.get(f"/api/events/{key}")
    assert answer.status_code == 404
    assert "a slip" in answer.json()["error"]["message"]
    assert writing.get(f"/api/events/{key}/history").json()["item"]["event"] is None
    assert [row["verb"] for row in writing.get("/api/corrections").json()["items"]] == ["reject"]


@pytest.mark.parametrize(
    ("verb", "said", "status"),
    [
        ("correct", {"field": "colour", "value": "red"}, 400),
        ("correct", {"field": "date", "value": "2022-02-30"}, 400),
        ("correct", {"field": "date"}, 422),
        ("merge", {"other": "e0000"}, 400),
        ("split", {"mentions": ["nobody"]}, 400),
        ("split", {"mentions": []}, 422),
        ("confirm", {"colour": "red"}, 422),
    ],
)
def test_a_bad_entry_is_refused_and_nothing_is_written(
    writing: TestClient, verb: str, said: dict[str, object], status: int
) -> None:
    """The record stays as it is."""
    tag = writing.get("/api/events").headers["etag"]
    assert writing.post(f"/api/events/{first(writing)}/{verb}", json=said).status_code == status
    assert writing.get("/api/events").headers["etag"] == tag


def test_what_is_not_there_cannot_be_corrected(writing: TestClient) -> None:
    """Neither an event nor an entry."""
    assert writing.post("/api/events/e0000/confirm", json={}).status_code == 404
    assert writing.post("/api/corrections/c0000/undo", json={}).status_code == 404
