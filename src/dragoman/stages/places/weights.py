"""How much each sign counts when namesakes are weighed."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import KnowledgeError

NAMES = ("fame", "home", "province", "country", "state", "state share", "near", "near share")


@cache
def weights() -> Mapping[str, float]:
    """Give the weights of the signs.

    They were set by hand. Fitting them on one half of the reports of GeoVirus, LGL and TR-News, one weight at a time,
    gained nothing on the other half, whichever half was fitted.

    Raises:
        KnowledgeError: the table is damaged.
    """
    lines = (files(__package__) / "weights.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines[1:]]
    if any(len(row) != 2 for row in cells) or {row[0] for row in cells} != set(NAMES):
        raise KnowledgeError(f"table places/weights.tsv should give a weight to each of {', '.join(NAMES)}")
    return MappingProxyType({name: float(weight) for name, weight in cells})
