"""Ask each server what robots may fetch (robots.txt, RFC 9309)."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from dragoman.read.net.fetch import Limits, NotFetchedError, fetch

_NAME = "dragoman"
_LIMITS = Limits(size=512 * 1024, seconds=20.0)
_CLOSED = ("User-agent: *", "Disallow: /")
_LEAST = 1.0  # seconds between two pages of one server


class Robots:
    """The rules of the servers met so far.

    Args:
        private: whether addresses that are not public may be asked.
    """

    def __init__(self, *, private: bool = False) -> None:
        self._private = private
        self._rules: dict[str, RobotFileParser] = {}
        self._troubles: dict[str, str] = {}

    def allows(self, url: str) -> bool:
        """Tell whether an address may be fetched; a server whose rules cannot be had is left alone."""
        return self._of(url).can_fetch(_NAME, url)

    def trouble(self, url: str) -> str | None:
        """Say why the rules of a server could not be had; None where they could."""
        return self._troubles.get(_server(url))

    def delay(self, url: str) -> float:
        """Give the seconds to wait between two pages of a server."""
        asked = self._of(url).crawl_delay(_NAME)
        return min(max(float(asked or 0), _LEAST), 60.0)

    def _of(self, url: str) -> RobotFileParser:
        server = _server(url)
        if server not in self._rules:
            self._rules[server] = self._asked(server)
        return self._rules[server]

    def _asked(self, server: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            answer = fetch(f"{server}/robots.txt", private=self._private, limits=_LIMITS)
            rules.parse(answer.content.decode("utf-8", "replace").splitlines())
        except NotFetchedError as error:
            # RFC 9309, section 2.3.1: no rules where there is no file, no entry where the server fails
            none_there = error.status is not None and 400 <= error.status < 500 and error.status != 429
            if not none_there:
                self._troubles[server] = f"its rules for robots (robots.txt) could not be had: {error.why}"
            rules.parse([] if none_there else _CLOSED)
        return rules


def _server(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
