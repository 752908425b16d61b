"""Addresses and feeds, asked of servers on this machine: good ones, slow ones, endless ones, ones that lead astray."""

import gzip
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.model import Article, Problem
from dragoman.read import How, read
from dragoman.read.net.feeds import Feed, feeds_of
from dragoman.read.net.fetch import Limits, NotFetchedError, fetch
from dragoman.read.net.polling import Look, poll
from dragoman.read.net.robots import Robots

PROSE = "The foreign minister of Ruritania met his colleague from Zenda in the capital on Tuesday and spoke of trade."
Answer = Callable[[BaseHTTPRequestHandler], None]
HOW = How(private=True, today=date(2024, 1, 1))
SHORT = Limits(seconds=1.0, wait=1.0, size=100_000)
PAGE = (
    f"<!doctype html><html><body><article><p>{PROSE} {PROSE}</p><p>{PROSE} They meet again.</p></article></body></html>"
)


def feed(*numbers: int) -> bytes:
    """Write a feed with some entries."""
    items = "".join(
        f"<item><guid>g{n}</guid><title>Talks {n}</title><link>{{here}}/page{n}</link>"
        f"<pubDate>Tue, 03 May 2022 10:00:0{n} +0000</pubDate><description>{PROSE} Day {n}.</description></item>"
        for n in numbers
    )
    return f"<rss version='2.0'><channel><title>Sample Wire</title>{items}</channel></rss>".encode()


class Quiet(ThreadingHTTPServer):
    """Does not print what clients break off."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


class Server:
    """Answers as the test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answers: dict[str, Answer] = {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, dict(self.headers)))
                outer.answers.get(self.path, gives(b"no such page", status=404))(self)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def paths(self) -> list[str]:
        """Give the paths that were asked for."""
        return [path for path, _ in self.asked]


def gives(content: bytes, *, status: int = 200, **headers: str) -> Answer:
    """Answer with some bytes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def versioned(content: Callable[[], bytes], tag: Callable[[], str]) -> Answer:
    """Answer 304 to whoever knows the version."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == tag():
            gives(b"", status=304)(handler)
        else:
            gives(content(), ETag=tag(), Last_Modified="Tue, 03 May 2022 10:00:00 GMT")(handler)

    return answer


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, so that no single wait is long."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.2)
    except OSError:
        pass


def pours(handler: BaseHTTPRequestHandler) -> None:
    """Send without end."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<item>" * 10_000)
    except OSError:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that allows robots everything."""
    running = Server()
    running.answers["/robots.txt"] = gives(b"User-agent: *\nDisallow: /closed\n")
    yield running
    running.http.shutdown()
    running.http.server_close()


def polled(server: Server, before: Look, path: str = "/feed", now: float = 1000.0, **wishes: bool):  # type: ignore[no-untyped-def]
    """Look at a feed of the server."""
    watched = Feed(url=server.url + path, **wishes)  # type: ignore[arg-type]
    return poll(watched, before, HOW, Robots(private=True), now=now, sleep=lambda seconds: None)


def test_an_address_that_the_user_names_is_read(server: Server) -> None:
    """A page, with the encoding that the server states."""
    page = PAGE.replace("capital", "café").encode("cp1252")
    server.answers["/talks.php"] = gives(page, Content_Type="text/html; charset=windows-1252")
    (article,) = read(f"{server.url}/talks.php", HOW)
    assert isinstance(article, Article)
    assert "in the café on Tuesday" in article.text
    assert article.url == f"{server.url}/talks.php"


def test_an_address_that_gives_nothing_is_a_problem(server: Server) -> None:
    """It says what the server answered."""
    (problem,) = read(f"{server.url}/nowhere", HOW)
    assert isinstance(problem, Problem)
    assert (problem.kind, "404" in problem.message) == ("address", True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://localhost:1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://[64:ff9b::7f00:1]/",
        "http://100.64.0.1/",
    ],
)
def test_addresses_that_are_not_public_are_not_asked(url: str) -> None:
    """Unless the user says so."""
    with pytest.raises(NotFetchedError, match=r"not public|no server"):
        fetch(url)


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://x.example/", "http://", "http://a:b@x.example/", "http://x:99999/"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    """Files, other protocols, passwords."""
    with pytest.raises(NotFetchedError):
        fetch(url)


def test_a_redirection_into_the_users_network_is_not_followed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address counts as public here; the second is looked at anew."""
    server.answers["/away"] = gives(b"", status=302, Location="http://10.0.0.1/secret")
    monkeypatch.setattr("dragoman.read.net.public._is_public", lambda address: str(address) == "127.0.0.1")
    with pytest.raises(NotFetchedError, match=r"10\.0\.0\.1, an address that is not public"):
        fetch(f"{server.url}/away")


def test_redirections_are_followed_and_end_somewhere(server: Server) -> None:
    """Five are enough."""
    server.answers["/a"] = gives(b"", status=301, Location="/b")
    server.answers["/b"] = gives(b"here")
    server.answers["/round"] = gives(b"", status=302, Location="/round")
    assert fetch(f"{server.url}/a", private=True).content == b"here"
    with pytest.raises(NotFetchedError, match="redirections"):
        fetch(f"{server.url}/round", private=True)


@pytest.mark.parametrize(
    ("answer", "why"), [(drips, "more than 1 seconds"), (pours, r"longer than|more than 1 s")], ids=["slow", "endless"]
)
def test_slow_and_endless_servers_are_left(server: Server, answer: Answer, why: str) -> None:
    """In about the time that they are given."""
    server.answers["/it"] = answer
    started = time.perf_counter()
    with pytest.raises(NotFetchedError, match=why):
        fetch(f"{server.url}/it", private=True, limits=SHORT)
    assert time.perf_counter() - started < 5


def test_a_packed_answer_that_swells_is_left(server: Server) -> None:
    """A bomb of the web."""
    server.answers["/bomb"] = gives(gzip.compress(b" " * 20_000_000), Content_Encoding="gzip")
    with pytest.raises(NotFetchedError, match="longer than"):
        fetch(f"{server.url}/bomb", private=True, limits=SHORT)


def test_a_server_that_says_nothing_is_left() -> None:
    """It takes the connection and is silent."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(NotFetchedError, match=r"in time|more than"):
        fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", private=True, limits=SHORT)


def test_a_certificate_of_its_own_making_is_not_trusted(server: Server, tmp_path: Path) -> None:
    """Nothing is read over a line that anybody could hold."""
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    try:
        subprocess.run([*made, "-keyout", tmp_path / "key", "-out", tmp_path / "cert"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no openssl here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    with pytest.raises(NotFetchedError, match="certificate"):
        fetch(server.url.replace("http://127.0.0.1", "https://localhost"), private=True)


def test_a_feed_is_read_once_and_asked_again_with_what_is_known(server: Server) -> None:
    """Unchanged: nothing is sent. Changed: only what is new is given."""
    state = {"entries": (1, 2), "tag": '"v1"'}
    server.answers["/feed"] = versioned(lambda: feed(*state["entries"]), lambda: str(state["tag"]))  # type: ignore[arg-type]
    first = polled(server, Look())
    assert [item.source_id for item in first.items] == ["g1", "g2"]
    second = polled(server, first.look)
    assert second.items == ()
    assert "not changed" in second.look.state
    assert server.asked[-1][1]["If-None-Match"] == '"v1"'
    state |= {"entries": (1, 2, 3), "tag": '"v2"'}
    third = polled(server, second.look)
    assert [item.source_id for item in third.items] == ["g3"]
    assert third.look.state == "1 new, 2 known"
    assert third.look.due == 1000.0 + 900


def test_a_busy_server_is_left_alone_for_as_long_as_it_says(server: Server) -> None:
    """And for longer each time it fails."""
    server.answers["/feed"] = gives(b"", status=429, Retry_After="7200")
    first = polled(server, Look())
    assert first.look.due == 1000.0 + 7200
    assert isinstance(first.items[0], Problem)
    server.answers["/feed"] = gives(b"", status=500)
    second = polled(server, first.look)
    third = polled(server, second.look)
    assert second.look.failures == 2
    assert third.look.due - 1000.0 == 2 * (second.look.due - 1000.0)
    server.answers["/feed"] = gives(feed(1))
    assert polled(server, third.look).look.failures == 0


def test_rules_for_robots_are_kept(server: Server) -> None:
    """The feed is not even asked for."""
    server.answers["/closed/feed"] = gives(feed(1))
    look = polled(server, Look(), "/closed/feed").look
    assert "robots" in look.state
    assert server.paths() == ["/robots.txt"]
    server.answers["/robots.txt"] = gives(b"", status=503)
    unknown = polled(server, Look()).look
    assert "could not be had: the server answered 503" in unknown.state
    assert unknown.due < look.due


def test_pages_of_new_entries_are_fetched_where_the_user_wants_it(server: Server) -> None:
    """An entry whose page cannot be had stays as the feed gives it, with a problem beside it."""
    server.answers["/feed"] = gives(feed(1, 2).replace(b"{here}", server.url.encode()))
    server.answers["/page1"] = gives(PAGE.encode(), Content_Type="text/html")
    first, second, problem = polled(server, Look(), pages=True).items
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(problem, Problem)
    assert first.text.endswith("They meet again.")
    assert (first.source_id, first.publisher) == ("g1", "Sample Wire")
    assert first.published is not None
    assert first.published.value.startswith("2022-05-03T10:00")
    assert second.text == f"{PROSE} Day 2."


def test_a_feed_that_is_none_is_a_failure(server: Server) -> None:
    """It is asked again, later."""
    server.answers["/feed"] = gives(b"\x89PNG\r\n")
    look = polled(server, Look()).look
    assert look.failures == 1
    assert look.etag is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[feed]]\n", r"1: a feed needs url"),
        ('[[feed]]\nurl = "https://x.example/f"\n\n[[feed]]\nurl = "https://x.example/f"\n', r"4: .*twice"),
        ('[[feed]]\nurl = "https://x.example/f"\nevery = "5s"\n', r"1: .*one minute at least"),
        ('[[feed]]\nurl = "https://x.example/f"\ncolour = 1\n', r"1: 'colour' is no key"),
        ("feed = 1\n", r"1: a list of feeds"),
        ("[[feed\n", r"1: this is no TOML"),
        ('[[feed]]\nurl = "/etc/hostname"\n', r"1: a feed needs url"),
    ],
)
def test_a_wrong_list_of_feeds_names_file_and_line(tmp_path: Path, text: str, why: str) -> None:
    """Before anything is asked."""
    file = tmp_path / "feeds.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=rf"feeds\.toml:{why}"):
        feeds_of(file)
