"""Reads a user's actors from a CSV file with the documented header."""

import csv
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.own.claim import Claim, Place, check
from dragoman.knowledge.own.row import COLUMNS

NEEDED = ("name", "kind")


def read(path: Path) -> Iterator[Claim]:
    """Read and check every row.

    Args:
        path: a CSV file in UTF-8 whose first line names its columns, in any order; `name` and `kind` are needed.

    Raises:
        KnowledgeError: the header or a cell is wrong; the message names file, line and column.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise KnowledgeError(f"{path}:{line}: the file is not in UTF-8; nothing was imported") from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = [column.strip().lower() for column in next(reader, [])]
        _check_header(header, path)
        for cells in reader:
            place = Place(path=str(path), line=reader.line_num)
            if len(cells) > len(header):
                raise place.refuse(header[-1], cells[len(header)], f"is one cell too many under {len(header)} columns")
            if any(cell.strip() for cell in cells):
                yield check(dict(zip(header, cells, strict=False)), place)
    except csv.Error as error:
        raise KnowledgeError(f"{path}:{reader.line_num}: broken CSV: {error}; nothing was imported") from error


def _check_header(header: list[str], path: Path) -> None:
    place = Place(path=str(path), line=1)
    for column in header:
        if column not in COLUMNS:
            raise place.refuse(column, column, f"is no column of an actor file; columns are {', '.join(COLUMNS)}")
        if header.count(column) > 1:
            raise place.refuse(column, column, "stands twice in the header")
    for column in NEEDED:
        if column not in header:
            raise place.refuse(column, ",".join(header), f"lacks this column; {' and '.join(NEEDED)} are needed")
