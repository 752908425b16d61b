"""Read a file whose library may hang or swell over it in a child process with a limit of time and of memory.

One child serves one file after the other, so that it costs little: the bytes of a file go there, what was found comes
back. A child that takes too long is killed, one that wants too much memory is refused it; either way the file becomes a
Problem, and the next file gets a new child.
"""

import atexit
import io
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.source import Budget, Refused, Source, opened

SECONDS = 60.0
"""What one file may take."""
MEMORY = 1536 * 1024 * 1024
"""Bytes that a child may use beside what it needs to start."""
LONGEST = 256 * 1024 * 1024
"""Bytes of one file."""
_START = 120.0
"""Seconds that a child may take to start, on a machine that is busy."""
_DEATHS = (EOFError, OSError, pickle.UnpicklingError)
"""What is raised where the child is no more."""
_CHILD = "import sys; sys.path[:] = {path!r}; from dragoman.read.child import serve; serve({memory})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A source on its way to another process, or back.

    Args:
        path: what people see.
        content: its bytes.
        how: the user's wishes.
        left: what may still be unpacked of the file it lies in.
        url: the address it came from.
        charset: its encoding as the server named it.
        known: what is known of a report before it is read.
        depth: how many archives it lies in.
    """

    path: str
    content: bytes
    how: How
    left: int
    url: str | None
    charset: str | None
    known: Given | None
    depth: int

    @classmethod
    def of(cls, source: Source) -> "Sent":
        """Take a source along, with all its bytes.

        Raises:
            Refused: there are too many, or none.
        """
        return cls(
            path=source.path,
            content=source.content(LONGEST),
            how=source.how,
            left=source.budget.left,
            url=source.url,
            charset=source.charset,
            known=source.known,
            depth=source.depth,
        )

    def source(self, budget: Budget) -> Source:
        """Give the source again.

        Args:
            budget: what it may draw on here.
        """
        return opened(
            self.path,
            io.BytesIO(self.content),
            self.how,
            budget=budget,
            url=self.url,
            charset=self.charset,
            known=self.known,
            depth=self.depth,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a child found in a source.

    Args:
        items: reports, problems, and sources that lie within.
        left: what may still be unpacked.
        error: what the library raised over it, None where nothing.
    """

    items: tuple[Given | Problem | Sent, ...]
    left: int
    error: str | None = None


def read_apart(kind: str, source: Source) -> Iterator[Given | Problem | Source]:
    """Run a reader of ours in the child, and give what it finds.

    Args:
        kind: the name of the format.
        source: what to read.

    Raises:
        Refused: the file is too long, takes too long, or wants too much memory.
    """
    sent = Sent.of(source)
    found = _answered(kind, sent)
    source.budget.left = found.left
    for item in found.items:
        yield item.source(source.budget) if isinstance(item, Sent) else item
    if found.error is not None:
        yield problems.foreign(source.path, kind, found.error)


def _answered(kind: str, sent: Sent) -> Found:
    try:
        try:
            return _asked(kind, sent)
        except _DEATHS:
            return _asked(kind, sent)  # once may have been chance: somebody else took the memory
    except queue.Empty:
        raise Refused(problems.too_slow(sent.path, "in mid-file", SECONDS)) from None
    except _DEATHS:
        raise Refused(problems.died(sent.path, kind, MEMORY)) from None


def _asked(kind: str, sent: Sent) -> Found:
    global _child
    with _TURN:
        if _child is None or not _child.alive:
            _child = _Child()
        try:
            found: Found = _child.ask((kind, SECONDS, sent), SECONDS)
            return found
        except BaseException:
            _child.end()  # also where we are interrupted: an answer that comes late must not be taken for the next
            _child = None
            raise


class _Child:
    """A process that reads what it is sent."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        program = _CHILD.format(path=sys.path, memory=MEMORY)
        self._process = subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: queue.Queue[Any] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._get(_START)  # it says when it is ready, so that its start does not count against a file

    @property
    def alive(self) -> bool:
        """Tell whether it can be asked, by this very process."""
        return self._process.poll() is None and self._owner == os.getpid()

    def ask(self, question: object, seconds: float) -> Any:
        """Send something, and wait for the answer.

        Raises:
            queue.Empty: it took too long.
            EOFError: the child died.
        """
        threading.Thread(target=self._tell, args=(question,), daemon=True).start()
        return self._get(seconds)

    def end(self) -> None:
        """Kill it."""
        self._process.kill()
        self._process.wait()

    def _get(self, seconds: float) -> Any:
        answer = self._answers.get(timeout=seconds)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def _tell(self, question: object) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump(question, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError as error:
            self._answers.put(error)

    def _listen(self) -> None:
        pipe: IO[bytes] | None = self._process.stdout
        assert pipe is not None
        try:
            while True:
                self._answers.put(pickle.load(pipe))
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self._answers.put(error)


_child: _Child | None = None
_TURN = threading.Lock()


@atexit.register
def _end() -> None:
    if _child is not None and _child.alive:
        _child.end()
