"""Adds up what signs weigh where they come in bundles, so that what was weighed once is not put in words again."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.knowledge.frames.weights import share_of

Bundle = tuple[Callable[..., Sequence[str]], tuple[object, ...]]
"""Signs that hang together: what lists them, and the few words that it lists them from."""

MOST = 1 << 16
"""How many bundles are kept in mind; beyond, all are forgotten, so that memory does not grow with the reports."""


def signs_of(bundles: Iterable[Bundle]) -> tuple[str, ...]:
    """Write out the signs of some bundles."""
    return tuple(sign for make, words in bundles for sign in make(*words))


class Scale:
    """Weighs bundles of signs.

    Args:
        table: the weight of each sign; one that is not there weighs nothing.
    """

    def __init__(self, table: Mapping[str, float]) -> None:
        self._table = table
        self._known: dict[Bundle, float] = {}

    def total(self, bundles: Iterable[Bundle]) -> float:
        """Add up the weights of all signs of some bundles."""
        total, known = 0.0, self._known.get
        for bundle in bundles:
            weight = known(bundle)
            total += self._weigh(bundle) if weight is None else weight
        return total

    def share(self, bundles: Iterable[Bundle]) -> float:
        """Give the probability that a coding with these signs is right, by logistic regression."""
        return share_of(self.total(bundles))

    def values(self, name: str) -> list[str]:
        """Give every value that a sign of the table has under a name ("actor": "actor=person"), and none at all."""
        named = re.compile(rf"(?:^| ){re.escape(name)}=(\S+)")
        return ["", *sorted({value for sign in self._table for value in named.findall(sign)})]

    def _weigh(self, bundle: Bundle) -> float:
        if len(self._known) >= MOST:
            self._known.clear()
        make, words = bundle
        found = self._known[bundle] = sum([self._table[sign] for sign in make(*words) if sign in self._table])
        return found
