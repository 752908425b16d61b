"""Only this machine comes in without a token, and only our own pages write."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman import api

LOCAL = "http://localhost"


@pytest.fixture(scope="module")
def guarded(folder: Path) -> TestClient:
    """A visitor of a server that asks for a token."""
    return TestClient(api.app(folder, token="open sesame"), base_url="http://record.example")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_comes_in_by_its_own_names(client: TestClient, host: str) -> None:
    """Whatever the port."""
    assert client.get("/api/summary", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil.example:8000"])
def test_another_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    """A page elsewhere could let its name point here and read the record."""
    assert client.get("/api/summary", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_correction_from_another_page_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    """Before anything is looked up."""
    answer = client.post("/api/events/e0/confirm", json={}, headers=headers)
    assert answer.status_code == 403


def test_a_correction_from_our_own_page_is_taken(writing: TestClient) -> None:
    """Same origin, as a browser says it."""
    key = writing.get("/api/events").json()["items"][0]["id"]
    headers = {"Origin": LOCAL, "Sec-Fetch-Site": "same-origin"}
    assert writing.post(f"/api/events/{key}/confirm", json={}, headers=headers).status_code == 200


def test_with_a_token_nobody_comes_in_without_it(guarded: TestClient) -> None:
    """Neither without one nor with another."""
    assert guarded.get("/api/summary").status_code == 401
    assert guarded.get("/api/summary", headers={"Authorization": "Bearer open"}).status_code == 401
    assert guarded.get("/api/openapi.json").headers["www-authenticate"] == "Bearer"


def test_with_the_token_a_visitor_comes_in_by_any_name(guarded: TestClient) -> None:
    """That the server has on its network."""
    assert guarded.get("/api/summary", headers={"Authorization": "Bearer open sesame"}).status_code == 200


@pytest.mark.parametrize("address", ["/api/summary", "/api/nothing", "/api/events?colour=red"])
def test_every_answer_forbids_what_it_does_not_need(client: TestClient, address: str) -> None:
    """Errors, too."""
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
