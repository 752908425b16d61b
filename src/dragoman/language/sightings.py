"""Turns the scores of a sentence into the acts that the tagger sees in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import Sighting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dragoman.language.encoder import ActScores, Labels, Scores

LEAST_CHANCE, LEAST_FIT = 0.05, 0.1
"""How probable an act at a word, and a word as its argument, must be to be kept."""

DIGITS = 4
"""Decimals of probabilities: more would only carry noise of the processor's sums."""


def sightings(scores: Iterable[Scores], labels: Labels) -> Iterator[Sighting]:
    """Read off the words that may tell an act.

    Args:
        scores: of each window of the sentence in order, as ``Encoder.score`` gives them.
        labels: of the network that gave the scores; the first type is "no act here".

    Yields:
        Sightings in the order of their words, which are counted from the sentence's first; none where the
        network does not see acts.
    """
    before = 0
    for window in scores:
        if window.acts is not None:
            yield from seen(window.acts, labels, before)
        before += len(window.upos)


def moved(sighting: Sighting, by: int) -> Sighting:
    """Count a sighting's words from further back: from the document's first word."""
    arguments = tuple((role, word + by, chance) for role, word, chance in sighting.arguments)
    return replace(sighting, token=sighting.token + by, arguments=arguments)


def seen(acts: ActScores, labels: Labels, before: int = 0) -> Iterator[Sighting]:
    """Read off the words of one window, ``before`` words standing in the sentence before it."""
    chances = softmax(acts.types)
    for word in (1.0 - chances[:, 0] >= LEAST_CHANCE).nonzero()[0].tolist():
        yield Sighting(
            token=before + word,
            types=_ranked(labels.types[1:], chances[word, 1:]),
            statuses=_ranked(labels.statuses, softmax(acts.statuses[word])),
            arguments=tuple(_arguments(before, acts.roles[:, word], labels.roles)),
        )


def _ranked(names: tuple[str, ...], chances: NDArray[np.float64]) -> tuple[tuple[str, float], ...]:
    """Return names with their probabilities, the most probable first; ties keep the order of the labels."""
    rounded = zip(names, chances.round(DIGITS).tolist(), strict=True)
    return tuple(sorted(rounded, key=lambda pair: -pair[1]))


def _arguments(before: int, scores: NDArray[np.float32], roles: tuple[str, ...]) -> Iterator[tuple[str, int, float]]:
    """Yield role, word and probability of one act's arguments, by role and by word."""
    import numpy as np

    fits = 1.0 / (1.0 + np.exp(-scores.astype(np.float64)))
    for role, word in np.argwhere(fits >= LEAST_FIT).tolist():
        yield roles[role], before + word, round(float(fits[role, word]), DIGITS)


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Turn scores into probabilities along the last axis."""
    import numpy as np

    shifted = scores.astype(np.float64)
    powers = np.exp(shifted - shifted.max(axis=-1, keepdims=True))
    chances: NDArray[np.float64] = powers / powers.sum(axis=-1, keepdims=True)
    return chances
