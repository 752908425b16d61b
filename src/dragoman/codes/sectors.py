"""Knows the sectors of actors: PLOVER's, CAMEO's, and how the finer ones fold into those that are recorded."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.table import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector of society that an actor belongs to.

    Args:
        code: three letters.
        plover: the recorded sector that it falls into.
        scheme: `PLOVER` or `CAMEO`, where the code comes from.
        name: in words.
    """

    code: str
    plover: str
    scheme: str
    name: str

    @property
    def recorded(self) -> bool:
        """Whether dragoman records this very code."""
        return self.code == self.plover


@lru_cache(maxsize=1)
def sectors() -> dict[str, Sector]:
    """Give all sectors by code.

    Source: PLOVER codebook, actor sectors; CAMEO codebook 1.1b3, chapter 3 (generic domestic roles).
    """
    return {row["code"]: Sector(**row) for row in rows("sectors.tsv")}


def plover(code: str) -> str:
    """Fold a sector of either scheme into a recorded one; what is unknown becomes `UNK`.

    Args:
        code: "EDU", "PTY", "GOV"...
    """
    found = sectors().get(code)
    return found.plover if found else "UNK"
