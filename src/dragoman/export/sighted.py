"""Says how surely the learned tagger sees an actor take part in acts, whether or not they became events."""

from collections import defaultdict
from math import log2

from dragoman.model import Actor, Document

ROLES = {"actor": "seen as doer", "recipient": "seen as recipient"}
UNSEEN = "unseen"


def is_sight(sign: str) -> bool:
    """Tell whether a sign says what the tagger saw, alone or together with another."""
    return sign.rpartition(", ")[2] in (*ROLES.values(), "seen", UNSEEN)


class Sighted:
    """What the tagger saw at the words that stand for actors.

    Args:
        document: with its analysis.
    """

    def __init__(self, document: Document) -> None:
        self._best: dict[str, dict[int, float]] = {role: defaultdict(float) for role in ROLES}
        self._sum: dict[int, float] = defaultdict(float)
        for sighting in document.analysis.sightings:
            act = sum(share for _, share in sighting.types)
            for role, word, share in sighting.arguments:
                if role in ROLES:
                    self._best[role][word] = max(self._best[role][word], act * share)
                    self._sum[word] += act * share

    def of(self, actor: Actor) -> dict[str, float]:
        """Give the signs of an actor: the surest sight of it in each role, all of them together, or none."""
        words = {mention.head for mention in actor.mentions}
        found = {
            name: max((self._best[role][word] for word in words if word in self._best[role]), default=0.0)
            for role, name in ROLES.items()
        }
        found["seen"] = log2(1.0 + sum(self._sum[word] for word in words if word in self._sum))
        return found | {UNSEEN: float(not found["seen"])}
