"""Watching feeds: what is new is read once, whatever happens in between."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.pipeline.sources import Feed, How
from dragoman.record import Reader
from dragoman.run.watching import STATE, Watch, watch

PROSE = "President Ada Lund of Ruritania met Prime Minister Ben Falk of Zenda in Strelsau on Tuesday."


class Wire(BaseHTTPRequestHandler):
    """A feed with as many entries as the test says."""

    entries: tuple[int, ...] = ()

    def do_GET(self) -> None:
        """Give the feed, and no rules for robots."""
        items = "".join(
            f"<item><guid>g{n}</guid><pubDate>Tue, 03 May 2022 10:00:00 +0000</pubDate>"
            f"<description>{PROSE} They spoke for {n} hours.</description></item>"
            for n in type(self).entries
        )
        body = f"<rss version='2.0'><channel><title>Sample Wire</title>{items}</channel></rss>".encode()
        self.send_response(200 if self.path == "/feed" else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def feed() -> Iterator[Feed]:
    """A feed on this machine, looked at every ten minutes."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), Wire)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield Feed(url=f"http://127.0.0.1:{http.server_address[1]}/feed", every=600)
    http.shutdown()
    http.server_close()


def watching(feed: Feed, folder: Path, told: list[str], at: float) -> Watch:
    """Watch the feed at some time."""
    return Watch(
        feeds=(feed,), folder=folder, wishes=How(private=True), tell=told.append, now=lambda: at, sleep=lambda s: None
    )


def test_what_is_new_is_read_once_and_a_restart_forgets_nothing(feed: Feed, tmp_path: Path) -> None:
    """Each look is one line; a feed that is not due is not asked."""
    told: list[str] = []
    Wire.entries = (1, 2)
    assert watch(watching(feed, tmp_path, told, 1000.0), once=True) == 2
    assert watch(watching(feed, tmp_path, told, 1500.0), once=True) == 0
    assert len(told) == 1
    Wire.entries = (1, 2, 3)
    assert watch(watching(feed, tmp_path, told, 1600.0), once=True) == 1
    assert "1 new, 2 known; 1 added" in told[1]
    assert len(list(Reader(tmp_path).reports())) == 3


def test_a_crash_before_the_state_is_kept_adds_nothing_twice(feed: Feed, tmp_path: Path) -> None:
    """The record knows what it holds."""
    Wire.entries = (1, 2)
    watch(watching(feed, tmp_path, [], 1000.0), once=True)
    (tmp_path / STATE).unlink()
    assert watch(watching(feed, tmp_path, [], 1000.0), once=True) == 0
    assert len(list(Reader(tmp_path).reports())) == 2


def test_a_torn_state_is_told_and_not_guessed(feed: Feed, tmp_path: Path) -> None:
    """It says what to do."""
    (tmp_path / STATE).write_text(json.dumps({feed.url: {"seen": 7}}))
    with pytest.raises(UsageError, match="delete it"):
        watching(feed, tmp_path, [], 1000.0)


def test_a_feed_that_fails_is_a_problem_in_the_record(feed: Feed, tmp_path: Path) -> None:
    """And is left alone for longer."""
    told: list[str] = []
    broken = Feed(url=feed.url + "less", every=600)
    watch(watching(broken, tmp_path, told, 1000.0), once=True)
    assert "failed (1): the server answered 404" in told[0]
    assert any(problem.path == broken.url for problem in Reader(tmp_path).problems())
    assert watching(broken, tmp_path, told, 1000.0 + 1199).due() == []
