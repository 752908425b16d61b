"""A user's own actors, offices and aliases, kept in a folder beside the packaged tables, which they outrank."""

import os
import sys
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.own.row import COLUMNS, Row

ENVIRONMENT = "DRAGOMAN_ACTORS"
SUFFIX = ".actors.tsv"

__all__ = ["COLUMNS", "ENVIRONMENT", "SUFFIX", "Row", "digest", "folder", "forget", "imported"]


def folder() -> Path | None:
    """Give the folder of the user's own actors.

    Returns:
        The one that the environment variable DRAGOMAN_ACTORS names; none where it is set to nothing; where it is not
        set, `dragoman/actors` in the user's data folder (XDG_DATA_HOME, LOCALAPPDATA on Windows).
    """
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return Path(named) if named else None
    variable, below = (
        ("LOCALAPPDATA", "AppData/Local") if sys.platform == "win32" else ("XDG_DATA_HOME", ".local/share")
    )
    base = os.environ.get(variable)
    return (Path(base) if base else Path.home() / below) / "dragoman" / "actors"


def tables(place: Path | None) -> list[Path]:
    """Give the imported tables of a folder, in the order of their names."""
    return sorted(place.glob(f"*{SUFFIX}")) if place is not None and place.is_dir() else []


@lru_cache(maxsize=1)
def imported() -> tuple[Row, ...]:
    """Give every imported row, read once; a table of a later name outranks an earlier one.

    Raises:
        KnowledgeError: a table was changed by hand so that it can no longer be read.
    """
    return tuple(row for path in reversed(tables(folder())) for row in _rows(path))


def digest() -> str:
    """Give the SHA-256 of all imported tables together; empty where there are none.

    What coded a report must name it beside the packaged tables: the same report is coded otherwise with it.
    """
    found = tables(folder())
    if not found:
        return ""
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in found)).hexdigest()


def forget() -> None:
    """Drop what was read, so that the next question reads the folder anew."""
    imported.cache_clear()


def _rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").split("\n")
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise KnowledgeError(f"{path}:1: expected the columns {', '.join(COLUMNS)}; import the actors again")
    found = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if line and len(cells) != len(COLUMNS):
            raise KnowledgeError(f"{path}:{number}: {len(cells)} cells under {len(COLUMNS)} columns; import again")
        if line:
            found.append(Row.of(cells))
    return found
