"""How much each sign speaks for a choice among actors, from tables that the scripts in tools/ fit."""

from collections.abc import Mapping
from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("sign", "weight")


@cache
def _weights(name: str) -> Mapping[str, float]:
    """Load a table of weights by sign, once; a sign that is not there weighs nothing."""
    return {row["sign"]: float(row["weight"]) for row in rows(name, COLUMNS)}


def pronoun_weights() -> Mapping[str, float]:
    """Give the weights for a person as the one whom "he" or "she" means."""
    return _weights("pronouns.tsv")


def other_weights() -> Mapping[str, float]:
    """Give the weights for a state, body, group or pair as those whom "they" or "it" means."""
    return _weights("others.tsv")


def listing_weights() -> Mapping[str, float]:
    """Give the weights for listing an actor of a report among those who take part in its events."""
    return _weights("listing.tsv")


def home_weights() -> Mapping[str, float]:
    """Give the weights for a state as that of an actor whose words name none."""
    return _weights("homes.tsv")


def forget() -> None:
    """Drop the tables read so far: the files have changed."""
    _weights.cache_clear()
