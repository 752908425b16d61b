"""Reads the word lists that stand beside this package as tab-separated tables."""

from functools import cache
from importlib.resources import files

from dragoman.errors import KnowledgeError


def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read one table.

    Args:
        name: the file's name in this package, with its ending.

    Returns:
        One dictionary a row, keyed by the column names of the first line that is no comment.

    Raises:
        KnowledgeError: a row has more or fewer cells than there are columns.
    """
    text = files("dragoman.text").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    found = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise KnowledgeError(f"reading {name}: {line!r} has {len(cells)} cells where {columns} has {len(columns)}")
        found.append(dict(zip(columns, cells, strict=True)))
    return tuple(found)


@cache
def abbreviations() -> dict[str, str]:
    """Give every abbreviation without its stop, and its kind (`title`, `month`, `tail`, ...); capitals as in print."""
    found = {row["form"]: row["kind"] for row in rows("abbreviations.tsv")}
    shouted = {form.upper(): kind for form, kind in found.items() if kind in ("title", "month")}
    return {**shouted, **found}


@cache
def words(kind: str) -> dict[str, tuple[str, ...]]:
    """Give the words of one kind (`prefix`, `unit`, `joined`, ...) with their parts."""
    return {row["form"]: tuple(row["parts"].split()) for row in rows("words.tsv") if row["kind"] == kind}


@cache
def turns(kind: str) -> frozenset[str]:
    """Give the words of one kind (`opener`, `cue`) that tell whether a sentence ends."""
    return frozenset(row["form"] for row in rows("turns.tsv") if row["kind"] == kind)
