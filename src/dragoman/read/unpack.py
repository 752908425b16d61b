"""Unpack gzip, bzip2 and xz while they are read, within a budget."""

import io
from typing import IO, Any, cast

from dragoman.read.source import Budget

_ALLOWED = 64 * 1024 * 1024  # what any file may unpack to
_RATIO = 200  # what else, for each byte of it; text packs to a tenth, a log of one line to a hundredth


def budget_of(size: int) -> Budget:
    """Give what a file of `size` bytes may unpack to in all."""
    return Budget(_ALLOWED + _RATIO * size)


def unpacking(stream: IO[bytes], start: bytes) -> IO[bytes] | None:
    """Give the unpacked bytes of a packed stream, None where it is not packed.

    Args:
        stream: at its beginning.
        start: its first bytes.
    """
    if start.startswith(b"\x1f\x8b"):
        import gzip

        return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))
    if start.startswith(b"BZh"):
        import bz2

        return bz2.BZ2File(stream)
    if start.startswith(b"\xfd7zXZ\x00"):
        import lzma

        return lzma.LZMAFile(stream)
    return None


class Metered(io.RawIOBase):
    """Unpacked bytes that are counted, so that a file that swells without end is stopped.

    Args:
        stream: what unpacks.
        budget: what it may give.
        path: for the problem.
    """

    def __init__(self, stream: IO[bytes], budget: Budget, path: str) -> None:
        self._stream, self._budget, self._path = stream, budget, path

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, and count."""
        view = memoryview(buffer)
        chunk = self._stream.read(len(view))
        self._budget.spend(len(chunk), self._path)
        view[: len(chunk)] = chunk
        return len(chunk)


def metered(stream: IO[bytes], budget: Budget, path: str) -> IO[bytes]:
    """Give unpacked bytes that draw on a budget while they are read."""
    return io.BufferedReader(Metered(stream, budget, path), 1 << 16)
