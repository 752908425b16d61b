"""What runs a task over many things: this process, several, or a cluster; the results are the same, and in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from dragoman.errors import UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")
Sent = TypeVar("Sent")

AHEAD = 4
"""Things in flight a worker: enough to keep all busy, and a bound to the memory however many things come."""


class Engine(Protocol):
    """Runs a pure task over things; whatever dies on the way is done again, which such a task allows."""

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Give the result for each thing, in their order.

        Args:
            task: a function that can be sent to another process.
            items: taken as they are needed, never all at once.
            lost: gives a result in place of a thing on which one process after the other dies.
        """
        ...


class Alone:
    """Runs everything in this process."""

    def each(
        self, task: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Give the result for each thing; what kills this process kills the run."""
        return map(task, items)


@contextmanager
def engine(workers: int = 1, cluster: str | None = None) -> Iterator[Engine]:
    """Open what runs tasks, and close it in the end.

    Args:
        workers: processes of this machine; 1 runs everything in this one.
        cluster: the address of a Dask scheduler (`tcp://host:port`), or the file in which it has written it down.

    Raises:
        UsageError: both are asked for.
        ClusterError: no scheduler answers.
    """
    if cluster is not None:
        if workers > 1:
            raise UsageError(f"--workers {workers} and --cluster {cluster}: give one of them, a cluster has its own")
        from dragoman.run.cluster import Cluster

        with Cluster(cluster) as scheduled:
            yield scheduled
    elif workers > 1:
        from dragoman.run.pool import Pool

        with Pool(workers) as pool:
            yield pool
    else:
        yield Alone()


def in_order(
    items: Iterable[Item],
    send: Callable[[Item], Sent],
    first: Callable[[deque[Sent]], Result],
    ahead: Callable[[], int],
) -> Iterator[Result]:
    """Keep things in flight, and give their results in order.

    Args:
        items: the things.
        send: sends one out.
        first: waits for the first of those in flight, takes it off, and gives its result.
        ahead: tells how many may be in flight.
    """
    waiting: deque[Sent] = deque()
    for item in items:
        waiting.append(send(item))
        while len(waiting) >= ahead():
            yield first(waiting)
    while waiting:
        yield first(waiting)
