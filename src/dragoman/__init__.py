"""Who did what to whom, when and where, and in whose words: a cited record of events from news reports.

Code one report:

>>> import dragoman
>>> document = dragoman.code("The envoys met in Riga on Tuesday.", published="2021-12-01")
>>> [time.value for time in document.times]
['2021-11-30']

Read files into a record and ask it (the same verbs as on the command line):

    summary = dragoman.read_into(["reports/"], "my-record")
    record = dragoman.open("my-record")
    record.events(actor="Lapid", type="CONSULT")
    record.timeline("Lapid", "Blinken")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.ask import open
    from dragoman.errors import DragomanError, FrameError, KnowledgeError, RecordError, SourceError, UsageError
    from dragoman.export import annotation
    from dragoman.model import (
        Actor,
        Article,
        Document,
        Event,
        EventMention,
        Link,
        Problem,
        Quote,
        Span,
        Stage,
        When,
        Where,
    )
    from dragoman.pipeline import Pipeline, Settings
    from dragoman.run import Summary, code, read_into

__all__ = [
    "Actor",
    "Article",
    "Document",
    "DragomanError",
    "Event",
    "EventMention",
    "FrameError",
    "KnowledgeError",
    "Link",
    "Pipeline",
    "Problem",
    "Quote",
    "RecordError",
    "Settings",
    "SourceError",
    "Span",
    "Stage",
    "Summary",
    "UsageError",
    "When",
    "Where",
    "__version__",
    "annotation",
    "code",
    "open",
    "read_into",
]

# names are fetched when they are first asked for, so that importing the package costs next to nothing
_ROOMS = {
    "dragoman.ask": ("open",),
    "dragoman.errors": (
        "DragomanError",
        "FrameError",
        "KnowledgeError",
        "RecordError",
        "SourceError",
        "UsageError",
    ),
    "dragoman.export": ("annotation",),
    "dragoman.model": (
        "Actor",
        "Article",
        "Document",
        "Event",
        "EventMention",
        "Link",
        "Problem",
        "Quote",
        "Span",
        "Stage",
        "When",
        "Where",
    ),
    "dragoman.pipeline": ("Pipeline", "Settings"),
    "dragoman.run": ("Summary", "code", "read_into"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
