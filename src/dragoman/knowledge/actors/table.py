"""Reads one packaged table of tab-separated values."""

from importlib.resources import files

from dragoman.errors import KnowledgeError


def rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Read a table of this folder.

    Args:
        name: file name.
        columns: the columns that it must have, in order.

    Returns:
        One dict a row; empty cells are "".

    Raises:
        KnowledgeError: the columns are not those.
    """
    text = files("dragoman.knowledge.actors").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise KnowledgeError(f"table {name} should have the columns {', '.join(columns)}, but begins {lines[:1]}")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]
