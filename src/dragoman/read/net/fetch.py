"""Fetch one address: public ones only unless told, whole or not at all, within limits of size and time."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from time import time
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from dragoman.errors import SourceError
from dragoman.read.net.public import NotPublicError, resolved
from dragoman.version import __version__

AGENT = f"dragoman/{__version__} (event coder for news; obeys robots.txt)"
_CHUNK = 1 << 16
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one address may cost.

    Args:
        size: bytes, unpacked.
        seconds: from the first packet to the last.
        wait: seconds that a server may stay silent.
        hops: redirections.
    """

    size: int = 20 * 1024 * 1024
    seconds: float = 60.0
    wait: float = 15.0
    hops: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server gave.

    Args:
        url: the address after redirections.
        status: 200, or 304 where nothing has changed since.
        content: the bytes, unpacked.
        kind: the media type, in small letters.
        charset: the encoding as the server named it.
        etag: its mark of this version.
        modified: when it was last changed, as the server wrote it.
    """

    url: str
    status: int
    content: bytes
    kind: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


class NotFetchedError(SourceError):
    """An address gave nothing that can be read.

    Args:
        why: what came, in words.
        status: the status of HTTP, where there was one.
        wait: seconds after which the server wants to be asked again, where it says so.
    """

    def __init__(self, why: str, *, status: int | None = None, wait: float | None = None) -> None:
        super().__init__(why)
        self.why, self.status, self.wait = why, status, wait


def fetch(
    url: str,
    *,
    etag: str | None = None,
    modified: str | None = None,
    private: bool = False,
    limits: Limits | None = None,
) -> Answer:
    """Fetch an address.

    Each name is resolved once, what it resolves to is checked, and that very address is asked: neither a redirection
    nor a name that changes its mind leads into the user's own network.

    Args:
        url: http or https.
        etag: the mark of the version that is known already.
        modified: when that version was changed.
        private: whether addresses that are not public may be asked.
        limits: what it may cost.

    Raises:
        NotFetchedError: there is no such server, it may not be asked, it did not give the page, or it gave too much.
    """
    limits = limits or Limits()
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in known.items() if value}
    for _ in range(limits.hops + 1):
        answer, onward = _ask(url, headers, private, limits)
        if answer is not None:
            return answer
        url = urljoin(url, onward)
    raise NotFetchedError(f"more than {limits.hops} redirections, the last to {url}")


def _ask(url: str, headers: dict[str, str], private: bool, limits: Limits) -> tuple[Answer | None, str]:
    """Ask one server; give its answer, or where it sends us."""
    parts = _split(url)
    with _connected(parts, private, limits) as (connection, deadline):
        import urllib3

        try:
            connection.connect()
            deadline.sock = connection.sock
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            sent = {"Host": _host(parts), "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}
            connection.request("GET", target, headers=sent | headers, preload_content=False)
            response = connection.getresponse()
            if response.status in _MOVED and response.headers.get("Location"):
                return None, response.headers["Location"]
            if response.status not in (200, 304):
                wait = _wait(response.headers.get("Retry-After"))
                raise NotFetchedError(f"the server answered {response.status}", status=response.status, wait=wait)
            answer = _answer(url, response, limits)
            if deadline.passed:
                raise TimeoutError  # a line that was cut looks like the end of an answer without a stated length
            return answer, ""
        except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            if deadline.passed:
                raise NotFetchedError(f"it took more than {limits.seconds:g} seconds") from error
            raise NotFetchedError(_reason(error)) from error


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotFetchedError(f"{url!r} is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise NotFetchedError(f"{url!r} is no address of the web (http, https)")
    if parts.username or parts.password:
        raise NotFetchedError("the address holds a name or a password, which would end up in the record")
    return parts


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    return f"{host}:{parts.port}" if parts.port else host


@contextmanager
def _connected(parts: SplitResult, private: bool, limits: Limits) -> Iterator[tuple[Any, "_Deadline"]]:
    """Give a connection that is cut when its time is over."""
    import urllib3.connection

    host = parts.hostname or ""
    timeout = urllib3.Timeout(connect=limits.wait, read=limits.wait)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        address = resolved(host, port, private=private)
    except NotPublicError as error:
        raise NotFetchedError(str(error)) from error
    connection: Any
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection = urllib3.connection.HTTPSConnection(
            address,
            port,
            timeout=timeout.connect_timeout,
            ssl_context=context,
            server_hostname=host,
            assert_hostname=host,
        )
    else:
        connection = urllib3.connection.HTTPConnection(address, port, timeout=timeout.connect_timeout)
    deadline = _Deadline(connection)
    watch = threading.Timer(limits.seconds, deadline.cut)
    watch.daemon = True
    watch.start()
    try:
        yield connection, deadline
    finally:
        watch.cancel()
        connection.close()


class _Deadline:
    """Cuts a connection from another thread: a server that drips never makes a single wait time out."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.sock: socket.socket | None = None  # kept, for the connection lets go of it once the answer has begun
        self.passed = False

    def cut(self) -> None:
        """Say that the time is over."""
        self.passed = True
        sock = self.sock or self.connection.sock
        if sock is not None:
            with suppress(OSError):  # it is not connected yet, or not any more
                sock.shutdown(socket.SHUT_RDWR)


def _answer(url: str, response: Any, limits: Limits) -> Answer:
    content = bytearray()
    while response.status == 200 and (chunk := response.read1(_CHUNK, decode_content=True)):
        content += chunk
        if len(content) > limits.size:
            raise NotFetchedError(f"it is longer than {limits.size:,} bytes, or without end")
    message = Message()
    message["Content-Type"] = response.headers.get("Content-Type") or ""
    return Answer(
        url=url,
        status=response.status,
        content=bytes(content),
        kind=message.get_content_type() if response.headers.get("Content-Type") else "",
        charset=message.get_content_charset(),
        etag=response.headers.get("ETag"),
        modified=response.headers.get("Last-Modified"),
    )


def _wait(words: str | None) -> float | None:
    """Read Retry-After: seconds, or a date."""
    if words is None:
        return None
    if words.strip().isdigit():
        return float(words)
    try:
        return max(parsedate_to_datetime(words).timestamp() - time(), 0.0)
    except (ValueError, TypeError):
        return None


def _reason(error: Exception) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error) or "certificate" in str(error).lower():
        return f"its certificate cannot be trusted: {error}"
    if isinstance(error, TimeoutError) or "timed out" in str(error).lower():
        return "the server did not answer in time"
    return f"the connection failed: {type(error).__name__}: {error}"
