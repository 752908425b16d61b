"""The child process of `read.apart`: reads one source after the other, within its limits."""

import os
import pickle
import signal
import sys
from typing import Any

from dragoman.model import Problem
from dragoman.read.apart import Found, Sent
from dragoman.read.formats import known_formats
from dragoman.read.given import Given
from dragoman.read.source import Budget, Refused, Source

_LATE = 30
"""Seconds after the time of a file at which a child that nobody has killed ends by itself: its parent is gone."""


def serve(memory: int) -> None:
    """Answer until the parent goes away.

    Args:
        memory: bytes that may be used beside what is in use now.
    """
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told, and ends us
    _warm()
    _limit(memory)
    _answer(answers, None)
    while True:
        try:
            kind, seconds, sent = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        if hasattr(signal, "alarm"):
            signal.alarm(int(seconds) + _LATE)
        _answer(answers, _found(kind, sent))
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def _found(kind: str, sent: Sent) -> Found:
    budget = Budget(sent.left)
    items: list[Given | Problem | Sent] = []
    error = None
    try:
        for item in known_formats()[kind].read(sent.source(budget)):
            items.append(Sent.of(item) if isinstance(item, Source) else item)
    except Refused as refused:
        items.append(refused.problem)
    except Exception as raised:  # whatever a library of others raises over a broken file costs that file alone
        error = f"{type(raised).__name__}: {raised}"
    return Found(items=tuple(items), left=budget.left, error=error)


def _answer(answers: Any, answer: object) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _warm() -> None:
    """Load what the readers stand on, so that the limit of memory is for the files."""
    import docx  # noqa: F401
    import pypdf  # noqa: F401
    import trafilatura  # noqa: F401


def _limit(memory: int) -> None:
    """Bound the memory of this process, where the system can (POSIX)."""
    try:
        import resource
    except ImportError:  # pragma: no cover - there is no such thing on Windows
        return
    used = 0
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        used = 1 << 30  # no /proc: a library or two take less
    resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
