"""The words around place names: prepositions, directions, kinds of place, abbreviations of states."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import KnowledgeError

COLUMNS = ("word", "role", "value")


@cache
def words(role: str) -> Mapping[str, str]:
    """Give the words that play a role, with what they stand for.

    Args:
        role: `locative`, `place head`, `motion`, `direction`, `kind`, `short` (abbreviated states, as newspapers
            write them) or `postal` (two letters).

    Raises:
        KnowledgeError: the table is damaged.
    """
    lines = (files(__package__) / "words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    if tuple(rows[0]) != COLUMNS or any(len(row) != len(COLUMNS) for row in rows):
        raise KnowledgeError(f"table places/words.tsv should have the columns {', '.join(COLUMNS)} in every line")
    return MappingProxyType({word: value for word, its_role, value in rows[1:] if its_role == role})
