"""Merging on whatever runs tasks; the events are the same wherever they were merged."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.errors import ClusterError
from dragoman.pipeline.manifest import merging_hash
from dragoman.pipeline.merging import Each
from dragoman.run.engine import Alone, Engine


@dataclass(frozen=True, slots=True)
class _Same:
    """A task of merging that refuses to run by other rules than those of whoever started the run."""

    task: Callable[[Any], Any]
    rules: str

    def __call__(self, thing: Any) -> Any:
        if merging_hash() != self.rules:
            raise ClusterError(
                "a worker merges by other rules: install the same dragoman on all machines, and start the workers anew"
            )
        return self.task(thing)


def each_of(working: Engine) -> Each | None:
    """Give what runs the tasks of merging; None where this process does all of it, which needs no tasks.

    Args:
        working: the engine.
    """
    if isinstance(working, Alone):
        return None

    def each(task: Callable[[Any], Any], things: Iterable[Any]) -> Iterable[Any]:
        return working.each(_Same(task, merging_hash()), things, _lost)

    return each


def _lost(thing: Any) -> Any:
    raise ClusterError("merging: process after process died on the same task; give the workers more memory")
