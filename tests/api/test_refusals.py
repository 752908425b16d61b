"""What is asked wrongly is refused in one form that says what would have worked."""

import pytest
from fastapi.testclient import TestClient

WRONG = {
    "events?actor=Bob Lund": 400,
    "events?colour=red": 422,
    "events?since=2022-13-01": 400,
    "events?since=2023&until=2022": 400,
    "events?limit=0": 422,
    "events?limit=many": 422,
    "events?cursor=!!": 400,
    "events?min_confidence=2": 422,
    "events?type=DANCE": 400,
    "events?within=5": 400,
    "events?as_of=99": 400,
    "events/e0000": 404,
    "events/e0000/history": 404,
    "actors/Nobody Atall": 404,
    "actors/Smith": 404,
    "reports/none": 404,
    "dyad?a=Roe": 422,
    "dyad?a=Roe&b=Roe": 400,
    "counts?by=colour": 400,
    "search?words=-": 400,
    "network?of=ships": 400,
    "sql?query=drop table events": 400,
    "sql?query=select * from read_text('/etc/passwd')": 400,
    "sql?query=select 1; select 2": 400,
    "sql?query=copy events to 'x.csv'": 400,
    "nothing": 404,
}


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_question_is_refused_in_one_form(client: TestClient, address: str) -> None:
    """Status, kind, message and near names; no stack, no path."""
    answer = client.get(f"/api/{address}")
    assert answer.status_code == WRONG[address]
    error = answer.json()["error"]
    assert error.keys() == {"status", "kind", "message", "near"}
    assert error["message"]
    assert "Traceback" not in answer.text


def test_an_unknown_name_is_answered_with_near_ones(client: TestClient) -> None:
    """As a list, for programs."""
    assert "Ada Roe" in client.get("/api/events?actor=Ada Roee").json()["error"]["near"]


def test_a_name_of_several_is_answered_with_their_ids(client: TestClient) -> None:
    """Any of which can be asked for next."""
    for key in client.get("/api/actors/Smith").json()["error"]["near"]:
        assert client.get(f"/api/actors/{key}").status_code == 200


def test_a_filter_that_does_not_exist_is_named(client: TestClient) -> None:
    """Not passed over, which would give all events."""
    assert "'colour'" in client.get("/api/events?colour=red").json()["error"]["message"]


def test_a_wrong_verb_is_refused_in_the_same_form(client: TestClient) -> None:
    """With the verbs that there are."""
    answer = client.delete("/api/events")
    assert answer.status_code == 405
    assert answer.json()["error"]["kind"] == "method not allowed"
    assert "GET" in answer.headers["allow"]
