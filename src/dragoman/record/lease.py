"""Who may write to a record in a bucket now: a lease that its holder renews, and that ends with him."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from dragoman.errors import RecordError
from dragoman.record import storage

TERM = 20.0
"""Seconds after which a lease that was not renewed counts as left behind by a process that died."""
_POLL = 0.25
_FREE = b"free"


@contextmanager
def lease(folder: Path, name: str, wait: float) -> Iterator[None]:
    """Hold a record in a bucket for writing.

    The lease is a small file that is put only where it still is what was seen (`If-Match`). Whoever waits watches it by
    his own clock: where it has not changed for `TERM`, its holder is dead. Should a holder sleep longer and wake up,
    the marker that makes a batch count is still put on one reading only (`delta.append_once`), so his comes to
    nothing.

    Args:
        folder: the record.
        name: of the file.
        wait: seconds to wait for another writer, besides the time that it takes to see that he is dead.

    Raises:
        RecordError: another process still writes after that time, or the bucket cannot be written.
    """
    try:
        held = _Held(folder, name, _taken(folder, name, wait))
    except OSError as error:
        raise RecordError(f"cannot write to the record: {error}") from error
    renewing = threading.Thread(target=held.renew, daemon=True)
    renewing.start()
    try:
        yield
    finally:
        held.done.set()
        renewing.join()
        held.put(_FREE)


def _taken(folder: Path, name: str, wait: float) -> str:
    """Wait for our turn, and give the tag of our lease."""
    began = changed = time.monotonic()
    seen: str | None = None
    while True:
        tag, content = storage.tag_of(folder, name)
        now = time.monotonic()
        if tag != seen:
            seen, changed = tag, now
        if tag is None or content == _FREE or now - changed > TERM:
            if mine := storage.put_if(folder, name, uuid4().bytes, tag):
                return mine
        elif now - began > wait + TERM:
            raise RecordError(
                f"another process has been writing to {storage.address(folder)} for {now - began:.0f} seconds; "
                "let it end and run this again"
            )
        time.sleep(_POLL)


class _Held:
    def __init__(self, folder: Path, name: str, tag: str) -> None:
        self.folder, self.name = folder, name
        self.tag: str | None = tag
        self.done = threading.Event()

    def renew(self) -> None:
        while not self.done.wait(TERM / 4) and self.tag is not None:
            self.put(uuid4().bytes)

    def put(self, content: bytes) -> None:
        """Change the file where it is still ours; what cannot be put now is put the next time, or ends by itself."""
        if self.tag is None:
            return
        try:
            self.tag = storage.put_if(self.folder, self.name, content, self.tag)
        except OSError:
            return
