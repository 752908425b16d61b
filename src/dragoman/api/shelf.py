"""The record behind the doors: opened anew when it has changed, asked one question at a time."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from dragoman import ask
from dragoman.ask import Questions
from dragoman.ask.standing import standing

T = TypeVar("T")
_EARLIER = 3
"""Earlier versions that are kept open."""
_KEPT = 64
"""Things made of the record that are kept until it changes."""


class Shelf:
    """A record that many ask.

    Args:
        folder: the record.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # questions put tables of their own at hand on one connection, so two at once would mix them up
        self._lock = threading.RLock()
        self._mark = standing(folder)
        self._now = ask.open(folder)
        self._earlier: OrderedDict[str, Questions] = OrderedDict()
        self._kept: dict[object, Any] = {}

    @contextmanager
    def asked(self, as_of: str | None = None) -> Iterator[Questions]:
        """Give the record for one question, while which nobody else asks.

        Args:
            as_of: a version's number, or a day or time; None for the record as it stands now.

        Raises:
            UsageError: there is no such version.
            RecordError: the record is gone.
        """
        with self._lock:
            self._renew()
            yield self._now if as_of in {None, str(self._now.reader.number)} else self._then(str(as_of))

    def keep(self, name: object, make: Callable[[Questions], T]) -> T:
        """Give what was made of the record as it stands now, made once for each state of it.

        Args:
            name: what it is kept by.
            make: makes it.
        """
        with self.asked() as record:
            found: T = self._kept.pop(name) if name in self._kept else make(record)
            self._kept[name] = found  # what was asked for last goes last
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))
            return found

    def _renew(self) -> None:
        mark = standing(self.folder)
        if mark != self._mark:
            self._now = ask.open(self.folder)
            self._mark = mark
            self._kept.clear()
            self._earlier.clear()

    def _then(self, as_of: str) -> Questions:
        if as_of not in self._earlier:
            self._earlier[as_of] = ask.open(self.folder, as_of=as_of)
            while len(self._earlier) > _EARLIER:
                self._earlier.popitem(last=False)
        self._earlier.move_to_end(as_of)
        return self._earlier[as_of]
