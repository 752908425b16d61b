"""Reads packaged tables, whole or by way of an index."""

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from importlib.resources import files

from dragoman.errors import KnowledgeError


def lines(name: str, columns: tuple[str, ...]) -> list[str]:
    """Give the rows of a packaged table as they stand, cells parted by tabs.

    Args:
        name: file in this package (`countries.tsv`, `persons.tsv.gz`).
        columns: the columns it must have, in order.

    Returns:
        One line a row, the header, comments and empty lines left out.

    Raises:
        KnowledgeError: the table is missing, or its columns are others.
    """
    try:
        content = (files(__package__) / name).read_bytes()
    except FileNotFoundError as error:
        raise KnowledgeError(f"the packaged table {name} is missing: install dragoman anew") from error
    packed = name.endswith(".gz")
    text = (gzip.decompress(content) if packed else content).decode("utf-8")
    found = text.rstrip("\n").split("\n")
    if not packed:  # packed tables are built without comments, and long: every pass over them counts
        found = [line for line in found if line and not line.startswith("#")]
    header = tuple(found[0].split("\t"))
    if header != columns:
        raise KnowledgeError(f"{name}: expected the columns {columns}, found {header}")
    del found[0]
    return found


def rows(name: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Give the rows of a packaged table as cells.

    Raises:
        KnowledgeError: as for `lines`, and where a row has more or fewer cells than the header.
    """
    width = len(columns)
    for line in lines(name, columns):
        cells = line.split("\t")
        if len(cells) != width:
            raise KnowledgeError(f"{name}: {len(cells)} cells instead of {width} in the row {line[:60]!r}")
        yield cells


class Index:
    """Finds rows by a form: a sorted table of `form` and `rows`, asked by bisection, so that loading it is cheap.

    Args:
        name: file in this package.
    """

    def __init__(self, name: str) -> None:
        self._lines = lines(name, ("form", "rows"))

    def __contains__(self, form: str) -> bool:
        return bool(self.find(form))

    def find(self, form: str) -> list[int]:
        """Give the numbers of the rows that bear a form, counted from 0."""
        start = form + "\t"
        place = bisect_left(self._lines, start)
        if place == len(self._lines) or not self._lines[place].startswith(start):
            return []
        return [int(number) for number in self._lines[place][len(start) :].split(",")]
