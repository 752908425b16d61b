"""Who did what to whom, when and where, and in whose words: a cited record of events from news reports.

Code one report:

>>> import dragoman
>>> document = dragoman.code("Ada Roe met Antony Blinken in Oslo on Tuesday.", published="2022-03-02")
>>> for event in document.events:
...     print(event.type, event.mode, event.date.value, event.where.name, event.evidence[0].text)
CONSULT meet 2022-03-01 Oslo Ada Roe met Antony Blinken in Oslo on Tuesday.

Read files into a record, here the forty-one reports of the demo (the same verbs are on the command line):

>>> from dragoman import sample
>>> dragoman.read_into([str(sample.path())], "my-record").added
41

Ask it. An event is one row, however many reports tell it:

>>> record = dragoman.open("my-record")
>>> for event in record.events(actor="Biden", with_="Putin", mode="meet"):
...     print(event.date, event.type, event.place, event.reports)
2021-06-16 CONSULT Geneva 3
>>> record.counts("country", since="2022")[0].key
'RUS'

Doubt it. Every field shows the words that it rests on:

>>> for field in record.show(event.id).fields:
...     if field.name == "date":
...         print(field.value, [witness.words for witness in field.support])
2021-06-16 ['Wednesday', 'Wednesday', 'Wednesday']

A list is a table too (`pandas()`, `polars()`, `arrow()`), shows itself in a notebook, and says what it was asked of:

>>> record.citation.startswith("Record my-record, version 1")
True
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
