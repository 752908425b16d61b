"""Processes of this machine that share the work; one that dies costs nothing but time."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from dragoman.run.engine import AHEAD, Item, Result, in_order

_TRIES = 2
"""Times that a thing is tried in a process of its own before it counts as what kills them."""


@dataclass(frozen=True, slots=True)
class _Sent:
    item: Any
    pool: ProcessPoolExecutor
    future: Future[Any]


class Pool:
    """A pool of processes.

    Args:
        workers: how many.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Give the result for each thing, in their order."""

        def send(item: Item) -> _Sent:
            pool = self._live()
            try:
                return _Sent(item, pool, pool.submit(task, item))
            except BrokenProcessPool as error:
                broken: Future[Result] = Future()  # it broke while nobody was waiting; told when its turn comes
                broken.set_exception(error)
                return _Sent(item, pool, broken)

        def first(waiting: deque[_Sent]) -> Result:
            sent = waiting.popleft()
            try:
                result: Result = sent.future.result()
                return result
            except BrokenProcessPool:
                self._drop(sent.pool)
            # any of those in flight may have been in the process that died; the first is tried apart, so that a
            # thing that kills every process is known for that when its turn comes
            for place, other in enumerate(waiting):
                if other.future.done() and isinstance(other.future.exception(), BrokenProcessPool):
                    waiting[place] = send(other.item)
            return self._apart(task, sent.item, lost)

        return in_order(items, send, first, lambda: self._workers * AHEAD)

    def _live(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _processes(self._workers)
        return self._pool

    def _drop(self, broken: ProcessPoolExecutor) -> None:
        if self._pool is broken:
            broken.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _apart(self, task: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
        for _ in range(_TRIES):
            with _processes(1) as pool:
                try:
                    return pool.submit(task, item).result()
                except BrokenProcessPool:
                    continue
        return lost(item)


def _processes(number: int) -> ProcessPoolExecutor:
    # "spawn": a fork would copy onnxruntime's threads in an undefined state
    return ProcessPoolExecutor(number, get_context("spawn"))
