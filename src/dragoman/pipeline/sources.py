"""Where the reports of a run come from: files and folders, one after the other, or a string."""

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman import read
from dragoman.model import Article, Problem
from dragoman.read.given import Given
from dragoman.read.report import report


def read_all(paths: Sequence[str]) -> Iterator[Article | Problem]:
    """Read every report of some files and folders, in order.

    Args:
        paths: files and folders.

    Returns:
        Reports, and a Problem for whatever could not be read.
    """
    for path in paths:
        yield from read.read(path)


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
    found = list(report(given, today=date.today()))
    article = next((item for item in found if isinstance(item, Article)), None)
    return article, tuple(item for item in found if isinstance(item, Problem))
