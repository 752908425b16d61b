"""Weighs possible events: by their signs where frames speak alone, with what the tagger saw where it has a say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log

from dragoman.knowledge.frames.scale import Bundle, Scale
from dragoman.knowledge.frames.weights import (
    combined_weights,
    folding_weights,
    participant_weights,
    seen_weights,
    share_of,
    weigh_amounts,
    weights,
)
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.combine import Trait, seen_of, slopes, trait_of
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.sighted import chance, odds
from dragoman.stages.events.signs import both, people, side

BEST = "confidence best"
SUREST = 6.5
"""Log odds beyond any that `odds` gives."""
SLACK = 1e-6
"""By how much a bound is let go over, so that no rounding makes it miss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What each sign weighs.

    Args:
        acts: signs of an event, as frames see it; empty where frames are trusted as far as they say.
        participants: signs that somebody took part; empty leaves those whom the frames see.
        combined: amounts of what frames and tagger together say of an event; empty where the tagger has no say.
        folding: signs that two tellings are of one act.
        seen: amounts of what it says of somebody's part in an event; empty where it has no say in that.
    """

    acts: Mapping[str, float]
    participants: Mapping[str, float]
    combined: Mapping[str, float]
    folding: Mapping[str, float] = field(default_factory=folding_weights)
    seen: Mapping[str, float] = field(default_factory=seen_weights)
    scale: Scale = field(init=False, repr=False, compare=False)
    _slopes: dict[Trait, tuple[float, float, float, float]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _most: dict[str, float] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "scale", Scale(self.acts))

    def act(self, candidate: Candidate, *, coder: str) -> float:
        """Give the chance that a possible event is right.

        Args:
            candidate: with its signs and, where there is a tagger, what it saw.
            coder: `frames`, `tagger` or `both`.
        """
        if self._trusts(candidate):
            # no weights are known for a user's own frames: they are trusted as far as they say
            return candidate.match.frame.confidence
        if coder == "tagger":
            return chance(candidate.sighting, candidate.type)
        own = self.scale.share(candidate.bundles)
        return self._together(candidate, trait_of(candidate), own) if coder == "both" else own

    def may_reach(self, threshold: float, candidate: Candidate, clauses: Iterable[Bundle], *, coder: str) -> bool:
        """Tell whether a possible event can be as likely as that, whoever turns out to take part.

        Args:
            threshold: the least chance.
            candidate: with the signs of its words and what the tagger saw.
            clauses: bundles of which participants decide one.
            coder: `frames`, `tagger` or `both`.
        """
        if self._trusts(candidate):
            return True
        if coder == "tagger":
            return chance(candidate.sighting, candidate.type) >= threshold
        asked = _odds_asked(threshold)
        total = self.scale.total(candidate.bundles) + self._most_of_people(candidate.type)
        total += max([self.scale.total((bundle,)) for bundle in clauses])
        if coder != "both":
            return total >= asked
        who, kind, pos, status, unseen, _ = trait_of(candidate)
        one, signs, tagged, other = self._slopes_of((who, kind, pos, status, unseen, False))
        alone = self._slopes_of((who, kind, pos, status, unseen, True))[0]
        by_tagger, of_others = seen_of(candidate)
        by_signs = signs * min(max(total, -SUREST), SUREST) if signs > 0 else -signs * SUREST
        return max(one, alone) + by_signs + tagged * by_tagger + other * of_others >= asked

    def _trusts(self, candidate: Candidate) -> bool:
        frame = candidate.match.frame
        return frame.own or (not self.acts and frame.name != LEARNED)

    def _together(self, candidate: Candidate, trait: Trait, own: float) -> float:
        one, signs, tagged, other = self._slopes_of(trait)
        by_tagger, of_others = seen_of(candidate)
        return share_of(one + signs * odds(own) + tagged * by_tagger + other * of_others)

    def _slopes_of(self, trait: Trait) -> tuple[float, float, float, float]:
        found = self._slopes.get(trait)
        if found is None:
            found = self._slopes[trait] = slopes(trait, self.combined)
        return found

    def _most_of_people(self, kind: str) -> float:
        """Give the most that the signs of participants can add up to for a type of event."""
        found = self._most.get(kind)
        if found is None:
            found = self._most[kind] = _most(self.scale, kind)
        return found

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
def _odds_asked(threshold: float) -> float:
    threshold = min(max(threshold, SLACK), 1.0 - SLACK)
    return log(threshold / (1.0 - threshold)) - SLACK


def _most(scale: Scale, kind: str) -> float:
    """Try every value that the table knows, and none of them, for all that participants may be."""
    actors, recipients, numbers = scale.values("actor"), scale.values("recipient"), scale.values("participants")
    found = max(
        scale.total([(people, (kind, actor, recipient, number))])
        for actor in actors
        for recipient in recipients
        for number in numbers
    )
    for role in ("actor", "recipient"):
        paths, sectors = scale.values(f"{role} path"), scale.values(f"{role} sector")
        found += max(
            scale.total([(side, (role, path, sector, known))])
            for path in paths
            for sector in sectors
            for known in (True, False)
        )
    return found + max(scale.total([(both, (same,))]) for same in (True, False))


@cache
def packaged() -> Weighing:
    """Give the packaged weights; read once."""
    return Weighing(acts=weights(), participants=participant_weights(), combined=combined_weights())
