"""How much each sign speaks for a person as the one whom a pronoun means."""

from collections.abc import Mapping
from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("sign", "weight")


@cache
def pronoun_weights() -> Mapping[str, float]:
    """Load the weights by sign, once; a sign that is not there weighs nothing."""
    return {row["sign"]: float(row["weight"]) for row in rows("pronouns.tsv", COLUMNS)}
