"""Reports from many sources, one after the other, or from a string."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman import read
from dragoman.knowledge.publishers import publishers
from dragoman.model import Article, Problem
from dragoman.read.formats import known_formats
from dragoman.read.formats.fields import parsed
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.net.feeds import Feed, feeds_of
from dragoman.read.net.polling import Look, Polled, poll
from dragoman.read.net.robots import Robots
from dragoman.read.report import report

__all__ = ["Feed", "How", "Look", "Polled", "Robots", "feeds_of", "how", "known_formats", "one", "poll", "read_all"]


def how(
    *,
    kind: str | None = None,
    fields: Sequence[str] = (),
    publisher_tables: Sequence[Path | str] = (),
    private: bool = False,
) -> How:
    """Put wishes together, and check them before anything is read.

    Args:
        kind: the name of a format; None finds it.
        fields: "ours=theirs" for fields that are called otherwise.
        publisher_tables: the user's own tables of publishers.
        private: whether addresses of the user's own network may be asked.

    Raises:
        UsageError: there is no such format or field.
        KnowledgeError: a table of publishers breaks its form.
    """
    read.check_kind(kind)
    own = tuple(str(file) for file in publisher_tables)
    publishers(own)
    return How(kind=kind, fields=parsed(fields), publishers=own, private=private)


def read_all(paths: Sequence[str], wishes: How | None = None) -> Iterator[Article | Problem]:
    """Read every report of some sources, in order.

    Args:
        paths: files, folders, addresses, and "-" for standard input.
        wishes: how to read them.

    Returns:
        Reports, and a Problem for whatever could not be read.
    """
    for path in paths:
        yield from read.read(path, wishes)


def one(
    text: str, *, published: str | None, title: str | None, publisher: str | None
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Clean and date one report given as a string.

    Args:
        text: the report.
        published: its day, where known.
        title: its headline, where known.
        publisher: its outlet, where known.

    Returns:
        The report, None where no text is left, and what went wrong.
    """
    given = Given(raw=text, published=published, title=title, publisher=publisher, path="text", language="en")
    found = list(report(given, How(today=date.today())))
    article = next((item for item in found if isinstance(item, Article)), None)
    return article, tuple(item for item in found if isinstance(item, Problem))
