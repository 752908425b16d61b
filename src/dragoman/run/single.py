"""One report given as a string."""

from datetime import date
from functools import cache
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.model import Document
from dragoman.pipeline import Pipeline, Settings, sources


def code(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    frames: Path | str | None = None,
) -> Document:
    """Code one report.

    Args:
        text: the report; menus, bylines and stamps in it are taken off as in a file.
        published: its day, `YYYY-MM-DD`; relative dates ("on Tuesday") need it.
        title: its headline.
        publisher: its outlet.
        frames: folder of frames of one's own over the packaged ones (docs/frames.md).

    Returns:
        The document with all layers: names, times, places, actors, quotes, events.

    Raises:
        UsageError: the text is empty, the day impossible, or the report cannot be coded.
        FrameError: the frames of one's own break the schema or fail their examples, with file and line.
    """
    if published is not None:
        check_day(published)
    article, problems = sources.one(text, published=published, title=title, publisher=publisher)
    if article is None:
        raise UsageError(f"coding a text: {problems[0].message} ({problems[0].cure})")
    document, failures = _pipeline(str(frames) if frames is not None else None).code(article)
    if failures:
        raise UsageError(f"coding a text: {failures[0].message} ({failures[0].cure})")
    return document


def check_day(published: str) -> None:
    """Make sure that a day is one.

    Raises:
        UsageError: it is none.
    """
    try:
        date.fromisoformat(published[:10])
    except ValueError:
        raise UsageError(f"coding a text: published={published!r} is no day; write it as YYYY-MM-DD") from None


@cache
def _pipeline(frames: str | None) -> Pipeline:
    return Pipeline.load(Settings(frames=frames))
