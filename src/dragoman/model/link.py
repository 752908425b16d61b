"""A judged pair of mentions: the same event, or not, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What one comparison function said.

    Args:
        name: the function ("participants", "dates", "places").
        score: -1 (speaks against) to 1 (speaks for); 0 says nothing.
        reason: in words.
    """

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two mentions compared.

    Args:
        left: id of the lesser mention.
        right: id of the greater mention.
        verdict: `same`, `different` or `unsure`.
        score: the sum behind the verdict.
        comparisons: every score with its reason.
    """

    left: str
    right: str
    verdict: str
    score: float
    comparisons: tuple[Comparison, ...]
