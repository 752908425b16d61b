"""Knows the CAMEO event codes: name, quad class, Goldstein value, and the PLOVER type that each falls into."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.table import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo:
    """A CAMEO event code.

    Args:
        code: two to four digits ("042").
        name: in words.
        root: its first two digits.
        quad: GDELT's quad class, 1 to 4.
        goldstein: Goldstein value in GDELT's table, -10 to 10.
        goldstein_from: the code above it that the value comes from, None where it is its own.
        type: PLOVER type, None for statements and appeals (roots 01 and 02), which PLOVER drops.
        mode: PLOVER mode of the published cross-walk, None where it has none.
    """

    code: str
    name: str
    root: str
    quad: int
    goldstein: float
    goldstein_from: str | None
    type: str | None
    mode: str | None


@lru_cache(maxsize=1)
def cameo() -> dict[str, Cameo]:
    """Give all codes.

    Source: CAMEO codebook 1.1b3; Goldstein values of GDELT's published table; CAMEO2PLOVER-2021 for types and modes.
    """
    return {row["code"]: _code(row) for row in rows("cameo.tsv")}


def _code(row: dict[str, str]) -> Cameo:
    return Cameo(
        code=row["code"],
        name=row["name"],
        root=row["root"],
        quad=int(row["quad"]),
        goldstein=float(row["goldstein"]),
        goldstein_from=row["goldstein_from"] or None,
        type=row["type"] or None,
        mode=row["mode"] or None,
    )
