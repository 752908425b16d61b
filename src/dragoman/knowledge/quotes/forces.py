"""What somebody does by his words: warns, denies, promises, by the verb that introduces them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

OTHERWISE = "statement"


@cache
def forces() -> Mapping[str, str]:
    """Load the table of verbs and forces, once."""
    lines = files(__package__).joinpath("forces.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {row[0]: row[1] for row in rows}


def force_of(cue: str | None) -> str | None:
    """Name what is done by words that a verb introduces.

    Args:
        cue: lemma of the verb, or of a noun of saying ("warning").

    Returns:
        `statement`, `claim`, `question`, `warning`, `denial`, `promise`, `demand`...; None where there is no cue.
    """
    if cue is None:
        return None
    known = forces()
    return known.get(cue) or (cue if cue in known.values() else OTHERWISE)
