"""Weighs possible events: by their signs where frames speak alone, with what the tagger saw where it has a say."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.frames.weights import (
    combined_weights,
    participant_weights,
    weigh,
    weigh_amounts,
    weights,
)
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.combine import act_amounts
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.sighted import chance

BEST = "confidence best"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What each sign weighs.

    Args:
        acts: signs of an event, as frames see it; empty where frames are trusted as far as they say.
        participants: signs that somebody took part; empty leaves those whom the frames see.
        combined: amounts of what frames and tagger together say of an event; empty where the tagger has no say.
    """

    acts: Mapping[str, float]
    participants: Mapping[str, float]
    combined: Mapping[str, float]

    def act(self, candidate: Candidate, *, coder: str) -> float:
        """Give the chance that a possible event is right.

        Args:
            candidate: with its signs and, where there is a tagger, what it saw.
            coder: `frames`, `tagger` or `both`.
        """
        frame = candidate.match.frame
        if frame.own or (not self.acts and frame.name != LEARNED):
            # no weights are known for a user's own frames: they are trusted as far as they say
            return frame.confidence
        if coder == "tagger":
            return chance(candidate.sighting, candidate.type)
        own = weigh(candidate.signs, self.acts)
        return weigh_amounts(act_amounts(candidate, own), self.combined) if coder == "both" else own

    def confidence(self, evidence: Mapping[str, float], best: float, *, coder: str) -> float:
        """Say how often such a coding is right, as counted on annotated reports that the weights had not seen.

        Args:
            evidence: what speaks for an event as a whole.
            best: the chance of its best telling, which stands where nothing was counted.
            coder: `frames`, `tagger` or `both`.
        """
        known = self.combined if coder == "both" else self.acts
        return round(weigh_amounts(evidence, known) if BEST in known else best, 3)


@cache
def packaged() -> Weighing:
    """Give the packaged weights; read once."""
    return Weighing(acts=weights(), participants=participant_weights(), combined=combined_weights())
