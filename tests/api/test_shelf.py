"""Many visitors at once: slow questions do not hold up quick ones, and nobody sees another's tables."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the API needs dragoman[web]")

from fastapi.testclient import TestClient

from dragoman.api import copies
from dragoman.api.shelf import READERS, Shelf
from dragoman.errors import BusyError

LONG = "select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = 5"
WAIT = 30.0


@contextmanager
def asking(shelf: Shelf, number: int, *, slow: bool = False) -> Iterator[None]:
    """Have some visitors hold a reader each."""
    leave = threading.Event()
    here = threading.Barrier(number + 1)

    def visit() -> None:
        with shelf.asked(slow=slow):
            here.wait(WAIT)
            leave.wait(WAIT)

    visitors = [threading.Thread(target=visit) for _ in range(number)]
    for visitor in visitors:
        visitor.start()
    here.wait(WAIT)
    try:
        yield
    finally:
        leave.set()
        for visitor in visitors:
            visitor.join()


def test_a_quick_question_is_answered_while_a_slow_one_is_still_asked(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.api.asking.SECONDS", 3.0)
    ended: list[float] = []

    def slow() -> None:
        answer = client.get("/api/sql", params={"query": LONG})
        ended.append(time.monotonic())
        assert answer.status_code == 400

    visitor = threading.Thread(target=slow)
    visitor.start()
    time.sleep(0.3)
    assert client.get("/api/events?limit=1").status_code == 200
    quick = time.monotonic()
    visitor.join()
    assert quick < ended[0]


def test_slow_questions_leave_a_reader_for_quick_ones(folder: Path) -> None:
    shelf = Shelf(folder)
    with asking(shelf, 2, slow=True), shelf.asked() as record:
        assert record.summary().events


def test_whoever_finds_all_readers_taken_is_told_to_come_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "PATIENCE", 0.05)
    shelf = Shelf(folder)
    with asking(shelf, READERS), pytest.raises(BusyError, match="in a moment"), shelf.asked():
        pass


def test_too_many_at_once_is_503(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "PATIENCE", 0.05)
    shelf = client.app.state.shelf  # type: ignore[attr-defined]
    with asking(shelf, 2, slow=True):
        answer = client.get("/api/sql", params={"query": "select 1"})
    assert answer.status_code == 503
    assert answer.json()["error"]["kind"] == "service unavailable"


def test_a_question_within_a_question_takes_the_same_reader(folder: Path) -> None:
    shelf = Shelf(folder)
    with shelf.asked() as outer, shelf.asked() as inner:
        assert inner is outer


def test_what_one_visitor_puts_at_hand_no_other_sees(folder: Path) -> None:
    shelf = Shelf(folder)
    with shelf.asked() as one:
        other = one.twin()
        one.reader.offer("mine", {"id": ["a"]})
        other.reader.offer("mine", {"id": ["b"]})
        assert one.reader.sql("select id from mine") == [{"id": "a"}]
        assert other.reader.sql("select id from mine") == [{"id": "b"}]


def test_a_thing_is_made_once_however_many_ask_for_it_at_once(folder: Path) -> None:
    shelf, made = Shelf(folder), []

    def make(_: object) -> int:
        made.append(1)
        time.sleep(0.05)
        return 1

    visitors = [threading.Thread(target=shelf.keep, args=("thing", make)) for _ in range(3 * READERS)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert made == [1]
