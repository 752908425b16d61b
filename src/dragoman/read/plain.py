"""Read one report from plain text."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.decode import decoded
from dragoman.read.given import Given
from dragoman.read.report import report


def read_text(content: bytes, path: str, *, today: date) -> Iterator[Article | Problem]:
    """Read a text whose first line may begin ` date YYYY-MM-DD `; the file's name is its id.

    Args:
        content: the file.
        path: where it came from.
        today: no report is of a later day.
    """
    text = decoded(content, path)
    if isinstance(text, Problem):
        yield text
    elif not text.strip():
        yield problems.empty(path)
    else:
        yield from report(Given(raw=text, path=path, stem=stem(path), source_id=stem(path)), today=today)


def stem(path: str) -> str | None:
    """Give a file's name without its ending and without ".gz"; None for a stream."""
    name = PurePath(path).name.removesuffix(".gz")
    return PurePath(name).stem if name and name != "-" else None
