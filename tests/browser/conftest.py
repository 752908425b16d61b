"""A browser, a server, and the demo's record between them."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

pytest.importorskip("playwright", reason="browser tests need playwright: pip install dragoman[test]")

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

for _needed in ("fastapi", "uvicorn", "jinja2", "altair", "vl_convert"):
    pytest.importorskip(_needed, reason="browser tests need dragoman[web,charts]")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 60.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip where there is no browser, and say so."""
    if CHROMIUM is None:
        here = Path(__file__).parent
        for item in items:
            if here in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="no chromium here: apt-get install chromium"))


class Served:
    """A server of a record that can be stopped and started again.

    Args:
        folder: the record.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [
            sys.executable,
            "-m",
            "dragoman",
            "serve",
            str(self.folder),
            "--port",
            str(self.port),
            "--by",
            "tester",
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                urlopen(f"{self.address}/api/summary", timeout=PATIENCE).close()
                return
            except (URLError, ConnectionError):
                time.sleep(0.1)
        raise TimeoutError(f"no answer from {self.address}")

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the demo's reports."""
    from dragoman import read_into, sample

    folder = tmp_path_factory.mktemp("browser") / "demo"
    read_into([str(sample.path())], folder)
    return folder


@pytest.fixture(scope="session")
def served(record: Path) -> Iterator[Served]:
    """A server of that record."""
    server = Served(record)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    with sync_playwright() as program:
        started = program.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Open pages; nothing may leave the machine, and nothing may go wrong in them."""
    wrong: list[str] = []
    contexts = []

    def open_page(address: str = "/", **how: object) -> Page:
        context = browser.new_context(base_url=served.address, **how)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)

        def pass_on(route: Route) -> None:
            if urlsplit(route.request.url).netloc == urlsplit(served.address).netloc:
                route.continue_()
            else:
                wrong.append(f"asked {route.request.url}")
                route.abort()

        page.route("**/*", pass_on)
        page.on("pageerror", lambda error: wrong.append(f"{address}: {error}"))

        def hear(said: ConsoleMessage) -> None:
            refused_on_purpose = "/api/" in said.location["url"] and "status of 40" in said.text
            if said.type == "error" and not refused_on_purpose:
                wrong.append(f"{address}: {said.text}")

        page.on("console", hear)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong
