"""Same, different or unsure: the verdict over the comparisons of a pair."""

from collections.abc import Sequence
from functools import cache

from dragoman.merge.compare import compare
from dragoman.merge.table import thresholds
from dragoman.merge.traits import Traits
from dragoman.model import Comparison, Link

UNSURE = 0.8
"""How far below the sum for `same` a pair is worth a person's look."""
ONE_REPORT = 0.2
"""How much more is asked of two mentions of one report: its writer had reason to tell them apart."""
ALIKE = 0.5
"""The least score of `wording` for two mentions of one report."""


def judge(left: Traits, right: Traits, wanted: float | None = None) -> Link:
    """Judge a pair of mentions.

    Args:
        left: the mention with the lesser id.
        right: the one with the greater id.
        wanted: what `enough` gives for them, where it is known already.

    Returns:
        The verdict with every comparison behind it, up to the one that settled it. One comparison of -1 makes it
        `different`, whatever the sum; so do unlike words within one report.
    """
    wanted = enough(left, right) if wanted is None else wanted
    weighed = list(compare(left, right, least=wanted - 2 * UNSURE))
    comparisons = tuple(comparison for comparison, _ in weighed)
    score = round(sum(comparison.score * weight for comparison, weight in weighed), 3)
    against = any(comparison.score <= -1 for comparison in comparisons)
    if left.told.article == right.told.article:
        against |= all(comparison.score < ALIKE for comparison in comparisons if comparison.name == "wording")
    sure = score >= wanted and not _any_talks(left, right, comparisons)
    verdict = "different" if against or score < wanted - UNSURE else "same" if sure else "unsure"
    return Link(left=left.told.id, right=right.told.id, verdict=verdict, score=score, comparisons=comparisons)


def _any_talks(left: Traits, right: Traits, comparisons: Sequence[Comparison]) -> bool:
    """Tell whether two mentions of talks, each without a second side and a day, say too little to be of the same talks.

    The very sentence in both reports says enough.
    """
    little = all(
        traits.mention.symmetric and len(traits.told.participants) < 2 and traits.days is None
        for traits in (left, right)
    )
    return little and all(comparison.score < 1.0 for comparison in comparisons if comparison.name == "evidence")


def enough(left: Traits, right: Traits) -> float:
    """Give the sum from which a pair is the same event."""
    wanted = _enough(left.mention.type, left.mention.mode, right.mention.mode)
    return wanted + (ONE_REPORT if left.told.article == right.told.article else 0.0)


@cache
def _enough(kind: str, *modes: str | None) -> float:
    known = thresholds()
    by_mode = [known[mode] for mode in modes if mode in known]
    return min(by_mode) if by_mode else known.get(kind, known["else"])


def contradict(left: Traits, right: Traits) -> bool:
    """Tell whether two mentions cannot both tell one event, whatever a third one says.

    Where one of them merely says too little, they do not contradict each other, nor where it may have been said again.
    """
    weighed = list(compare(left, right))
    total = sum(comparison.score * weight for comparison, weight in weighed if comparison.name != "anew")
    return weighed[-1][0].score <= -1 or total < enough(left, right) / 2
