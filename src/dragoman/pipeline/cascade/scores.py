"""Weighs the signs of a report's sentences: each by itself, then against the rest of the report."""

from collections.abc import Sequence
from math import exp, fsum, log

from dragoman.pipeline.cascade.signs import Signs
from dragoman.pipeline.cascade.weights import Weights

FLOOR = 0.02
"""Kept under a logarithm, so that a report without any event has a finite one."""
BEST = 3
"""Sentences whose chances stand for the report's best."""

CONTEXT = ("itself", "rest", "best", "opening", "second sentence", "report")
"""Signs of the second look, the last one the same for all."""


def alone(signs: Signs, weights: Weights) -> float:
    """Say how likely an event is told, as log odds, by a sentence's own signs."""
    words, known = weights.words, weights.signs
    amounts = [words[stem] for stem in signs.stems if stem in words]
    # an exact sum: it does not depend on the order of a set
    return fsum([known["bias"], *amounts, *(known.get(sign, 0.0) for sign in signs.others)])


def amounts(scores: Sequence[float]) -> list[dict[str, float]]:
    """Give what the second look at each sentence weighs.

    Args:
        scores: log odds of every sentence by itself.
    """
    chances = [1.0 / (1.0 + exp(-score)) for score in scores]
    total, ranked = sum(chances), sorted(chances, reverse=True)[: BEST + 1]
    others = len(scores) - 1
    found = []
    for at, (score, chance) in enumerate(zip(scores, chances, strict=True)):
        best = sum(ranked) - (chance if chance >= ranked[-1] else ranked[-1] if len(ranked) > BEST else 0.0)
        values = (
            score,
            log((total - chance) / max(others, 1) + FLOOR),
            best / max(min(BEST, others), 1),
            float(at == 0),
            float(at == 1),
            1.0,
        )
        found.append(dict(zip(CONTEXT, values, strict=True)))
    return found


def within(scores: Sequence[float], weights: Weights) -> list[float]:
    """Say how likely each sentence tells an event, as log odds, once the others of its report are known too."""
    known = weights.signs
    return [sum(known[f"report: {name}"] * amount for name, amount in row.items()) for row in amounts(scores)]
