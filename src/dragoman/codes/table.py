"""Reads a packaged table of codes row by row."""

from collections.abc import Iterator
from importlib.resources import files

from dragoman.errors import KnowledgeError


def rows(name: str) -> Iterator[dict[str, str]]:
    """Give the rows of a tab-separated table in this package, comments left out.

    Raises:
        KnowledgeError: a row has more or fewer cells than the header.
    """
    text = (files(__package__) / name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise KnowledgeError(f"{name}: {len(cells)} cells instead of {len(header)} in the row {line[:60]!r}")
        yield dict(zip(header, cells, strict=True))
