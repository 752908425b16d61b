"""Machines that share the work under a Dask scheduler; the only module that imports distributed.

Tasks are pure and their results are committed by whoever started the run, so that a worker that dies costs the time of
what it had in hand (the scheduler hands it to another), and so does the scheduler: we connect again and send again
what was in flight.
"""

import logging
import threading
import time
from asyncio import CancelledError as Abandoned
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Generic

from dragoman.errors import ClusterError
from dragoman.run.engine import AHEAD, Item, Result, in_order

PATIENCE = 600.0
"""Seconds to wait for a scheduler that went away in mid-run, or for a worker, before the run is given up."""
_FIRST = 30.0
"""Seconds to wait for the scheduler in the beginning."""
_LOOK = 5.0
"""Seconds after which it is asked anew who works."""
_LEAST = 8
"""Things in flight however few workers there seem to be."""


@dataclass(frozen=True, slots=True)
class _OneByOne(Generic[Item, Result]):
    """A task as workers run it: one at a time in a process, since a pipeline is made for one thread."""

    task: Callable[[Item], Result]

    def __call__(self, item: Item) -> Result:
        with _TURN:
            return self.task(item)


_TURN = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Sent:
    item: Any
    future: Any


class Cluster:
    """The workers of a Dask scheduler.

    Args:
        address: `tcp://host:port` (or `tls://`), or the path of the file that `dask scheduler --scheduler-file` wrote.

    Raises:
        ClusterError: no scheduler answers there, or distributed is not installed.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        # whatever it has to say reaches the user as an error of ours, or is put right without him
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        self._client = self._connected(_FIRST)
        self._looked = 0.0
        self._ahead = _LEAST

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Give the result for each thing, in their order.

        Raises:
            ClusterError: scheduler or workers went away and did not come back.
        """
        turn = _OneByOne(task)

        def send(item: Item) -> _Sent:
            while True:
                try:
                    return _Sent(item, self._client.submit(turn, item, pure=False))
                except _gone():
                    self._again()

        def first(waiting: deque[_Sent]) -> Result:
            from distributed import KilledWorker

            while True:
                sent = waiting[0]
                try:
                    result: Result = self._result(sent.future)
                except KilledWorker:
                    result = lost(sent.item)
                except _gone():
                    self._again()
                    for place, other in enumerate(waiting):
                        waiting[place] = send(other.item)
                    continue
                waiting.popleft()
                return result

        return in_order(items, send, first, self._in_flight)

    def _result(self, future: Any) -> Any:
        """Wait for a result as long as there is anybody to work on it."""
        from distributed import TimeoutError as NotYet

        since = time.monotonic()
        while True:
            try:
                return future.result(timeout=_LOOK)
            except NotYet:
                if future.status == "error":
                    raise  # it is the task's own
            if self._workers():
                since = time.monotonic()
            elif time.monotonic() - since > PATIENCE:
                raise ClusterError(f"the scheduler {self._address} has had no worker for {PATIENCE:.0f} seconds")

    def _in_flight(self) -> int:
        now = time.monotonic()
        if now - self._looked > _LOOK:
            self._looked = now
            self._ahead = max(_LEAST, AHEAD * sum(self._workers()))
        return self._ahead

    def _workers(self) -> list[int]:
        """Give the number of threads of each worker; none where the scheduler does not answer just now."""
        try:
            known = self._client.scheduler_info(n_workers=-1)["workers"]
        except _gone(OSError):
            return []
        return [worker["nthreads"] for worker in known.values()]

    def _again(self) -> None:
        """Connect anew; nothing that was in flight before counts."""
        self._close()
        self._client = self._connected(PATIENCE)

    def _connected(self, patience: float) -> Any:
        try:
            import distributed
        except ModuleNotFoundError as error:
            raise ClusterError(
                "working on a cluster needs what `pip install 'dragoman[cluster]'` brings (distributed)"
            ) from error
        client: Any = distributed.Client
        until = time.monotonic() + patience
        while True:
            try:
                return client(**self._where(), timeout=min(10.0, patience), set_as_default=False)
            except (OSError, ValueError) as error:
                if time.monotonic() > until:
                    raise ClusterError(
                        f"no scheduler answers at {self._address} after {patience:.0f} seconds "
                        f"({str(error).splitlines()[0][:120]}); start one with `dask scheduler`"
                    ) from error
            time.sleep(1)

    def _where(self) -> dict[str, str]:
        if "://" in self._address:
            return {"address": self._address}
        if not Path(self._address).exists():
            raise FileNotFoundError(f"there is no file {self._address}")
        return {"scheduler_file": self._address}

    def _close(self) -> None:
        try:
            self._client.close(timeout=2)
        except _gone(OSError):
            return


def _gone(*others: type[BaseException]) -> tuple[type[BaseException], ...]:
    """Give what is raised where the scheduler has gone away, taking with it what was in flight."""
    from distributed.client import ClosedClientError, FutureCancelledError
    from distributed.comm.core import CommClosedError

    lost = (Abandoned, CancelledError, FutureCancelledError, ClosedClientError, CommClosedError, ConnectionError)
    return (*lost, *others)
