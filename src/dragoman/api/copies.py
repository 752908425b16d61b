"""One state of a record, lent out to as many questions at once as may be."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from dragoman.ask import Questions
from dragoman.errors import BusyError

PATIENCE = 30.0
"""Seconds that a visitor waits for a turn."""


class Copies:
    """A record with twins, made as they are needed.

    Args:
        record: the record.
        most: so many questions at once.
    """

    def __init__(self, record: Questions, most: int) -> None:
        record.prepare()
        self.number = record.reader.number
        self._record = record
        self._turns = threading.Semaphore(most)
        self._free: deque[Questions] = deque()
        self._mine = threading.local()

    @contextmanager
    def one(self) -> Iterator[Questions]:
        """Give a twin for one question; a question within a question of the same thread takes the same one.

        Raises:
            BusyError: too many others ask.
        """
        if (mine := getattr(self._mine, "twin", None)) is not None:
            yield mine
            return
        with self.turn(self._turns):
            self._mine.twin = twin = self._free.pop() if self._free else self._record.twin()
            try:
                yield twin
            finally:
                self._mine.twin = None
                self._free.append(twin)

    @contextmanager
    def turn(self, turns: threading.Semaphore) -> Iterator[None]:
        """Wait for one of some turns.

        Raises:
            BusyError: none came.
        """
        if not turns.acquire(timeout=PATIENCE):
            raise BusyError(f"others' questions took more than {PATIENCE:g} seconds; ask again in a moment")
        try:
            yield
        finally:
            turns.release()
