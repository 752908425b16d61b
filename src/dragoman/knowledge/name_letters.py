"""Says of which state a name sounds, by the letters that stand together in the names of its known persons."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log

from dragoman.knowledge.fold import fold
from dragoman.knowledge.table import rows

COLUMNS = ("letters", "states")
ALL = "*"
"""The row with the number of all letters by state."""

_LENGTH = 3
_PRIOR = 1000.0  # a state of few names is thought to have names like all others'
_TEMPER = 2.0  # neighbouring letters hang together, so each tells half of what it seems to


def threes(name: str) -> Iterator[str]:
    """Give the runs of three letters in each word of a name, beginnings and ends marked ("^ko", "kov", "ov$").

    Args:
        name: as written; case and accents do not matter.
    """
    for word in fold(name.replace("-", " ")).split():
        marked = f"^{word}$"
        for start in range(len(marked) - _LENGTH + 1):
            yield marked[start : start + _LENGTH]


def sounds_of(name: str, states: Sequence[str]) -> dict[str, float]:
    """Say which of some states a name sounds like one of.

    Args:
        name: of a person nobody need know.
        states: ISO 3166 alpha-3 of those that come into question.

    Returns:
        A share for each, together 1; alike where the letters say nothing.
    """
    letters = [three for three in threes(name) if three in _table()]
    weighed = {state: sum(_speaks(three, state) for three in letters) / _TEMPER for state in states}
    most = max(weighed.values(), default=0.0)
    found = {state: exp(weight - most) for state, weight in weighed.items()}
    whole = sum(found.values())
    return {state: share / whole for state, share in found.items()}


@lru_cache(maxsize=1 << 15)
def _speaks(three: str, state: str) -> float:
    """Give the logarithm of how much more common some letters are in a state's names than in all."""
    usual = _usual(three)
    borne, own = _states(three).get(state, 0), _states(ALL).get(state, 0)
    return log((borne + _PRIOR * usual) / (own + _PRIOR) / usual)


@lru_cache(maxsize=4096)
def _usual(three: str) -> float:
    return (sum(_states(three).values()) + 0.5) / sum(_states(ALL).values())


@lru_cache(maxsize=4096)
def _states(three: str) -> Mapping[str, int]:
    counted = (cell.split(":") for cell in _table().get(three, "").split())
    return {state: int(number) for state, number in counted}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    return dict(rows("name_letters.tsv.gz", COLUMNS))
