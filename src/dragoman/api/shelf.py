"""The record behind the doors: opened anew when it has changed, asked by several visitors at once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from dragoman import ask
from dragoman.api.copies import Copies
from dragoman.ask import Questions
from dragoman.ask.standing import standing

T = TypeVar("T")
READERS = 4
"""Questions that are answered at once; more wait for their turn."""
_SLOW = 2
"""Those of them that may be slow ones, so that there always is a reader for quick ones."""
_EARLIER = 3
"""Earlier versions that are kept open."""
_KEPT = 64
"""Things made of the record that are kept until it changes."""


@dataclass(slots=True)
class _Slot:
    """One thing made of the record, or about to be."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    made: bool = False
    value: Any = None


class Shelf:
    """A record that many ask.

    Args:
        folder: the record.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changing = threading.Lock()
        """Held by whoever changes the record: entries of people come one after another."""
        self._lock = threading.RLock()
        self._slow = threading.Semaphore(_SLOW)
        self._mark = standing(folder)
        self._now = Copies(ask.open(folder), READERS)
        self._earlier: OrderedDict[str, Copies] = OrderedDict()
        self._kept: OrderedDict[object, _Slot] = OrderedDict()

    @contextmanager
    def asked(self, as_of: str | None = None, *, slow: bool = False) -> Iterator[Questions]:
        """Give the record for one question.

        Args:
            as_of: a version's number, or a day or time; None for the record as it stands now.
            slow: whether the question may take long; only some of those are answered at once.

        Raises:
            UsageError: there is no such version.
            RecordError: the record is gone.
            BusyError: too many ask at once.
        """
        with self._lock:
            self._renew()
            copies = self._now if as_of in {None, str(self._now.number)} else self._then(str(as_of))
        with copies.turn(self._slow) if slow else nullcontext(), copies.one() as record:
            yield record

    def keep(self, name: object, make: Callable[[Questions], T]) -> T:
        """Give what was made of the record as it stands now, made once for each state of it.

        Args:
            name: what it is kept by.
            make: makes it.
        """
        with self._lock:
            self._renew()
            slot = self._kept.setdefault(name, _Slot())
            self._kept.move_to_end(name)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        if not slot.made:
            # a reader before the slot, always: who waits for the slot must not keep its maker from a reader
            with self.asked() as record, slot.lock:
                if not slot.made:
                    slot.value, slot.made = make(record), True
        found: T = slot.value
        return found

    def _renew(self) -> None:
        mark = standing(self.folder)
        if mark != self._mark:
            self._now = Copies(ask.open(self.folder), READERS)
            self._mark = mark
            self._kept.clear()
            self._earlier.clear()

    def _then(self, as_of: str) -> Copies:
        if as_of not in self._earlier:
            self._earlier[as_of] = Copies(ask.open(self.folder, as_of=as_of), READERS)
            while len(self._earlier) > _EARLIER:
                self._earlier.popitem(last=False)
        self._earlier.move_to_end(as_of)
        return self._earlier[as_of]
