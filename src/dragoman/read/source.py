"""One file, or one file within a file, on its way to its reader: bytes within limits, and what is known beside them."""

import io
import tempfile
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import IO, Any

from dragoman.errors import SourceError
from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.decode import LIMIT, decoded
from dragoman.read.given import Given
from dragoman.read.how import How

START = 65536  # bytes that are looked at to tell what something is
DEEPEST = 5  # archives within archives
_HELD = 16 * 1024 * 1024  # bytes held in memory before a temporary file takes them
_PACKINGS = (".gz", ".bz2", ".xz")


class Refused(SourceError):
    """A reader gives a whole file up; the reading of the rest goes on.

    Args:
        problem: what becomes of it in the record.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one file that the user named, however deep it is packed.

    Args:
        left: bytes.
    """

    left: int

    def spend(self, size: int, path: str) -> None:
        """Take `size` bytes off.

        Raises:
            Refused: they are more than is left.
        """
        self.left -= size
        if self.left < 0:
            raise Refused(problems.bomb(path))


@dataclass(slots=True, kw_only=True)
class Source:
    """Lives while one file is read.

    Args:
        path: what people see: a path, an address, "-", or `archive.zip/inner.txt`.
        stream: its bytes, unpacked, at the beginning; not always seekable.
        how: the user's wishes.
        start: its first bytes, which the stream gives again.
        url: the address it came from.
        charset: its encoding as the server named it.
        known: what is known of a report before it is read (the mail around it, the day it was fetched).
        depth: how many archives it lies in.
        budget: what may still be unpacked.
    """

    path: str
    stream: IO[bytes]
    how: How
    start: bytes
    budget: Budget
    url: str | None = None
    charset: str | None = None
    known: Given | None = None
    depth: int = 0

    @property
    def name(self) -> str:
        """Its name without folders and without the ending of a packing."""
        name = PurePath(self.path).name if self.path != "-" else ""
        return name.rsplit(".", 1)[0] if name.lower().endswith(_PACKINGS) else name

    @property
    def stem(self) -> str | None:
        """Its name without its ending; None for a stream and for an address."""
        return None if self.url or not self.name else PurePath(self.name).stem

    def content(self, limit: int = LIMIT) -> bytes:
        """Give all bytes.

        Raises:
            Refused: there are more than `limit`, or none but white ones.
        """
        content = bytearray()
        while chunk := self.stream.read(1 << 20):
            content += chunk
            if len(content) > limit:
                raise Refused(problems.too_long(self.path, None, len(content), limit))
        if not content.strip():
            raise Refused(problems.empty(self.path))
        return bytes(content)

    def text(self, *, declared: bool = False, limit: int = LIMIT) -> str:
        """Give all of it decoded.

        Args:
            declared: whether the text may declare its own encoding (HTML, XML).
            limit: bytes.

        Raises:
            Refused: it is too long, empty, or no text of its encoding.
        """
        text = decoded(self.content(limit), self.path, declared=declared)
        if isinstance(text, Problem):
            raise Refused(text)
        return text

    def file(self) -> IO[bytes]:
        """Give its bytes as something that can be read from any place, spooled to a temporary file where need be."""
        if not isinstance(self.stream, io.BufferedReader | io.BytesIO) or not self.stream.seekable():
            spool: IO[bytes] = tempfile.SpooledTemporaryFile(_HELD)  # noqa: SIM115 (lives as long as the source)
            while chunk := self.stream.read(1 << 20):
                self.budget.spend(len(chunk), self.path)
                spool.write(chunk)
            spool.seek(0)
            self.stream = spool
        return self.stream

    def given(self, raw: str, **said: Any) -> Given:
        """Give a report that was found here, what is known of the source filled in.

        Args:
            raw: its text.
            said: fields of Given; None counts as not said, "" takes away what the source would say.
        """
        base = self.known or Given(raw=raw, path=self.path)
        own = {"url": self.url, "stem": self.stem} | {name: value for name, value in said.items() if value is not None}
        return replace(base, raw=raw, path=self.path, **{name: value for name, value in own.items() if value})

    def inner(
        self,
        name: str,
        stream: IO[bytes],
        *,
        kind: str | None = None,
        url: str | None = None,
        known: Given | None = None,
    ) -> "Source":
        """Give a file that lies within this one.

        Args:
            name: its name.
            stream: its bytes.
            kind: what it is, where this one says so and the user does not.
            url: the address it came from.
            known: what is known of the report in it.

        Raises:
            Refused: it lies too deep.
        """
        path = f"{self.path}/{name}" if name else self.path
        if self.depth >= DEEPEST:
            raise Refused(problems.too_deep(path, DEEPEST))
        how = replace(self.how, kind=self.how.kind or kind)
        return opened(
            path, stream, how, budget=self.budget, url=url or self.url, known=known or self.known, depth=self.depth + 1
        )


def opened(path: str, stream: IO[bytes], how: How, *, budget: Budget, **known: Any) -> Source:
    """Look at the beginning of a stream and make a source of it.

    Args:
        path: what people see.
        stream: its bytes.
        how: the user's wishes.
        budget: what may be unpacked of it.
        known: further fields of Source.
    """
    start = stream.read(START)
    if stream.seekable():
        stream.seek(0)
    else:
        stream = io.BufferedReader(Joined(start, stream))
    return Source(path=path, stream=stream, how=how, start=start, budget=budget, **known)


class Joined(io.RawIOBase):
    """A stream with the bytes that were already looked at put back before it."""

    def __init__(self, start: bytes, stream: IO[bytes]) -> None:
        self._start, self._stream = start, stream

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, first with what was looked at."""
        view = memoryview(buffer)
        chunk = self._start[: len(view)] or self._stream.read(len(view))
        self._start = self._start[len(chunk) :]
        view[: len(chunk)] = chunk
        return len(chunk)
