"""Cities that stand for a body of many states that sits there ("Brussels")."""

from collections.abc import Mapping
from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("seat", "body")


@cache
def seats() -> Mapping[str, str]:
    """Load the names of bodies by the city in which they sit, once."""
    return {row["seat"]: row["body"] for row in rows("seats.tsv", COLUMNS)}
