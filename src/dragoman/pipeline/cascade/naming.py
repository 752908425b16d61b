"""Finds the sentences that name in full whom sentences worth reading name in short."""

import re
from collections.abc import Sequence

_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_RUN = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|the|de|al|bin|van|von|el|and)\s+)?[A-Z][\w’'.-]*)+")


def with_names(sentences: Sequence[str], read: Sequence[bool]) -> list[bool]:
    """Add the sentences in which a run of capitals ("Minister Jean Asselborn") first names somebody who is read of.

    Args:
        sentences: of one report, in order.
        read: which are read anyhow.

    Returns:
        Which are read now.
    """
    short = {
        word.removesuffix("'s").removesuffix("’s")
        for text, asked in zip(sentences, read, strict=True)
        if asked
        for word in _CAPITAL.findall(text)
    }
    known: set[str] = set()
    wanted = list(read)
    for at, text in enumerate(sentences):
        runs = [" ".join(run.split()) for run in _RUN.findall(text)]
        if not wanted[at]:
            wanted[at] = any(run not in known and not short.isdisjoint(run.split()) for run in runs)
        if wanted[at]:
            known.update(runs)
    return wanted
