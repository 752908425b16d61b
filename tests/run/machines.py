"""A Dask scheduler and workers as processes of this machine, to be killed and started again."""

import socket
import subprocess
import sys
import time
from types import TracebackType

_QUIET = ["--no-dashboard", "--host", "127.0.0.1"]


class Machines:
    """Stands for a cluster.

    Args:
        workers: how many workers to start with, each with one thread.
    """

    def __init__(self, workers: int = 2) -> None:
        self.port = _free_port()
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.started: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--port", str(self.port))
        self.workers = [self.worker() for _ in range(workers)]

    def __enter__(self) -> "Machines":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self.started:
            process.kill()
        for process in self.started:
            process.wait()

    def worker(self) -> "subprocess.Popen[bytes]":
        """Start one more worker."""
        return self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--memory-limit", "0")

    def ready(self) -> None:
        """Wait until every worker has come."""
        from distributed import Client

        with Client(self.address, timeout=60, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(len(self.workers), timeout=120)

    def kill_worker(self) -> None:
        """Kill the first worker, and start another in its place."""
        self._kill(self.workers.pop(0))
        self.workers.append(self.worker())

    def kill_scheduler(self, pause: float = 0.0) -> None:
        """Kill the scheduler, and start it again; its workers end with it, as theirs do, and others come."""
        self._kill(self.scheduler)
        time.sleep(pause)
        self.scheduler = self._start("scheduler", "--port", str(self.port))
        for place, worker in enumerate(self.workers):
            self._kill(worker)
            self.workers[place] = self.worker()

    def _kill(self, process: "subprocess.Popen[bytes]") -> None:
        process.kill()
        process.wait()

    def _start(self, what: str, *options: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "dask", what, *options, *_QUIET]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.started.append(process)
        return process


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
