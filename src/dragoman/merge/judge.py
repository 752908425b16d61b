"""Same, different or unsure: the verdict over the comparisons of a pair."""

from dragoman.merge.compare import compare
from dragoman.merge.told import Told
from dragoman.model import Link

SAME = {"CONSULT": 3.6, "resign": 3.2}
"""The sum from which a pair is the same event, by mode or else type: two people seldom meet twice a day, and nobody
resigns twice in a month."""
SAME_ELSE = 4.2
"""The sum for all other types: the same two parties may well accuse each other twice on one day."""
UNSURE = 0.8
"""How far below that a pair is worth a person's look."""


def judge(left: Told, right: Told) -> Link:
    """Judge a pair of mentions.

    Args:
        left: the mention with the lesser id.
        right: the one with the greater id.

    Returns:
        The verdict with every comparison behind it. One comparison of -1 makes it `different`, whatever the sum.
    """
    weighed = list(compare(left, right))
    comparisons = tuple(comparison for comparison, _ in weighed)
    score = round(sum(comparison.score * weight for comparison, weight in weighed), 3)
    against = any(comparison.score <= -1 for comparison in comparisons)
    enough = SAME.get(left.mention.mode or "", SAME.get(left.mention.type, SAME_ELSE))
    verdict = "different" if against or score < enough - UNSURE else "same" if score >= enough else "unsure"
    return Link(left=left.id, right=right.id, verdict=verdict, score=score, comparisons=comparisons)
