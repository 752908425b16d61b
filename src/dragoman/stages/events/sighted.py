"""Looks up what the learned tagger saw at the words of an act."""

from math import log

from dragoman.model import Analysis, Sighting

UNSEEN = 0.02
"""The chance of what the tagger does not list: it keeps back what is less likely than a few in a hundred."""


class Sighted:
    """What the tagger saw in one report.

    Args:
        analysis: with sightings, or with none where the weights have no tagger.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.sightings = analysis.sightings
        self._at = {sighting.token: sighting for sighting in analysis.sightings}

    def __bool__(self) -> bool:
        return bool(self._at)

    def near(self, words: frozenset[int], kind: str) -> Sighting | None:
        """Give the sighting at one of some words that best fits a type, None where the tagger sees nothing there."""
        seen = self._at.keys() & words
        if len(seen) < 2:
            return self._at[seen.pop()] if seen else None
        found = [self._at[word] for word in sorted(seen)]
        return max(found, key=lambda sighting: (chance(sighting, kind), any_act(sighting)))


def chance(sighting: Sighting | None, kind: str) -> float:
    """Give the chance that a sighting is an act of a type."""
    if sighting is None:
        return UNSEEN
    for name, share in sighting.types:
        if name == kind:
            return max(share, UNSEEN)
    return UNSEEN


def rival(sighting: Sighting | None, kind: str) -> float:
    """Give the chance of the likeliest other type."""
    if sighting is None:
        return UNSEEN
    return next((share for name, share in sighting.types if name != kind), UNSEEN)  # the likeliest comes first


def any_act(sighting: Sighting) -> float:
    """Give the chance that a sighting is an act at all."""
    return sum(share for _, share in sighting.types)


def odds(share: float) -> float:
    """Turn a chance into log odds, which may be added up."""
    share = 0.002 if share < 0.002 else 0.998 if share > 0.998 else share
    return log(share / (1.0 - share))
