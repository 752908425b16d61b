"""The frames in force in a run, a user's own among them, and the proof that their examples hold."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import FrameError
from dragoman.ids import article_id
from dragoman.knowledge.frames import Frame, Frames, frames, load
from dragoman.model import Article, Document, OffsetMap, Stamp
from dragoman.stages.events.stage import Events
from dragoman.stages.events.trace import Trace, Tried, trace

if TYPE_CHECKING:
    from dragoman.pipeline.compose import Pipeline

__all__ = ["Trace", "Tried", "look", "ontology", "prove", "sentence"]

EXAMPLE_DAY = "2023-03-10"
"""A Friday: the day of the report that an example is read as."""


def ontology(folder: str | None) -> Frames:
    """Give the frames in force.

    Args:
        folder: a user's folder of frames; None for the packaged ones alone.

    Raises:
        FrameError: with file and line, where a file breaks the schema.
    """
    return frames() if folder is None else _loaded(str(Path(folder).resolve()))


@lru_cache(maxsize=8)
def _loaded(folder: str) -> Frames:
    return load(Path(folder))


def sentence(text: str, published: str = EXAMPLE_DAY) -> Article:
    """Make a report of one sentence, taken as it stands."""
    return Article(
        id=article_id(publisher=None, published=published, title=None, raw=text),
        published=Stamp(value=published, basis="given"),
        text=text,
        raw=text,
        offsets=OffsetMap.whole(text),
        path="sentence",
    )


_proven: set[str] = set()  # digests of frames whose examples held in this process: proving takes a second or more


def prove(pipeline: "Pipeline", table: Frames) -> None:
    """Make sure that a user's frames fire on their own examples and are silent on the counter-examples.

    Raises:
        FrameError: with file and line of the first example that fails, and why it does.
    """
    if table.digest in _proven:
        return
    for frame in table.frames:
        for example in (*frame.fires, *frame.silent) if frame.own else ():
            found = _trace(pipeline, table, example)
            if (frame.name in found.fired) == (example in frame.fires):
                continue
            raise FrameError(f"{frame.file}:{_line(frame, example)}: {_failure(frame, example, found)}")
    _proven.add(table.digest)


def look(table: Frames, document: Document, stretches: Sequence[tuple[int, int]]) -> tuple[Trace, ...]:
    """Try every frame on some stretches of words of a report and say what came of each.

    Args:
        table: the frames in force.
        document: with the layers before the events.
        stretches: (first, last) words.
    """
    events = Events(table)
    return tuple(trace(events, table, document, first, last) for first, last in stretches)


def _trace(pipeline: "Pipeline", table: Frames, text: str) -> Trace:
    document = pipeline.until(sentence(text), "events")
    (found,) = look(table, document, [(0, len(document.tokens))])
    return found


def _failure(frame: Frame, example: str, found: Trace) -> str:
    if example in frame.silent:
        return f"{frame.name} fires on {example!r}, which stands under silent"
    reasons = [f"{one.predicate!r}: {'; '.join(one.reasons)}" for one in found.tried if one.frame == frame.name]
    why = " | ".join(reasons) or "none of its predicates stands there"
    return f"{frame.name} does not fire on {example!r}, which stands under fires ({why})"


def _line(frame: Frame, example: str) -> int:
    """Find the line of an example; its frame's own where it is written over several lines or with escapes."""
    lines = Path(frame.file).read_text(encoding="utf-8").splitlines()
    found = (n for n, line in enumerate(lines[frame.line - 1 :], frame.line) if example in line)
    return next(found, frame.line)
