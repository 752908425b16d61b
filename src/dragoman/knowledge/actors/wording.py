"""What a state itself calls an office that elsewhere has another name ("secretary of state")."""

from collections.abc import Mapping
from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("country", "office", "wording")


@cache
def wordings() -> Mapping[tuple[str, str], str]:
    """Load the states' own names of offices by state and normalised office, once."""
    return {(row["country"], row["office"]): row["wording"] for row in rows("wording.tsv", COLUMNS)}
