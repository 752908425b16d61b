"""Knows first names that are mostly a woman's or mostly a man's."""

from functools import lru_cache

from dragoman.knowledge.fold import fold
from dragoman.knowledge.table import rows

_COLUMNS = ("name", "gender")


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {cells[0]: cells[1] for cells in rows("given_names.tsv", _COLUMNS)}


@lru_cache(maxsize=16384)
def gender_of(name: str) -> str:
    """Tell whose a first name mostly is.

    Args:
        name: one word, as written; of a double name ("Jean-Pierre") the first part counts where the whole is unknown.

    Returns:
        `f`, `m`, or "" where the name is both or unknown.
    """
    folded = fold(name)
    return _genders().get(folded) or _genders().get(fold(name.split("-")[0]), "")
