"""Who is let in to the pages, and how."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman import web
from dragoman.cli.serving import needs_token


@pytest.fixture
def guarded(folder: Path) -> TestClient:
    """A visitor of a server that asks for a token."""
    return TestClient(web.app(folder, token="open sesame"), base_url="http://record.example", follow_redirects=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_this_machine_alone_needs_no_token(host: str) -> None:
    """Any of its own addresses."""
    assert not needs_token(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "record.example", ""])
def test_any_other_address_needs_one(host: str) -> None:
    """All interfaces, a name, nothing."""
    assert needs_token(host)


def test_a_page_asks_for_the_token_and_leads_on_to_where_one_wanted(guarded: TestClient) -> None:
    """The cookie is out of reach for scripts and other sites."""
    asked = guarded.get("/events?actor=Roe", headers={"Accept": "text/html"})
    assert asked.headers["location"] == "/sign-in?to=%2Fevents%3Factor%3DRoe"
    entered = guarded.post("/sign-in", data={"token": "open sesame", "to": "/events?actor=Roe"})
    assert entered.headers["location"] == "/events?actor=Roe"
    assert {"httponly", "samesite=strict"} <= {
        part.strip().lower() for part in entered.headers["set-cookie"].split(";")
    }
    assert guarded.get("/events").status_code == 200


def test_another_token_is_refused(guarded: TestClient) -> None:
    """And no cookie is set."""
    answer = guarded.post("/sign-in", data={"token": "open", "to": "/"})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_away(guarded: TestClient, to: str) -> None:
    """Whatever the link said."""
    assert guarded.post("/sign-in", data={"token": "open sesame", "to": to}).headers["location"] == "/"


def test_what_it_takes_to_sign_in_needs_no_token(guarded: TestClient) -> None:
    """The form and its style."""
    assert guarded.get("/sign-in").status_code == 200
    assert guarded.get("/static/dragoman.css").status_code == 200
    assert guarded.get("/charts/timeline.json").status_code == 401
