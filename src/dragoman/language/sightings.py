"""Turns the scores of a sentence into the acts that the tagger sees in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
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
    yield from sightings_of([tuple(scores)], labels)[0]


def sightings_of(sentences: Sequence[Sequence[Scores]], labels: Labels) -> list[tuple[Sighting, ...]]:
    """Read off the acts of many sentences at once, of each what it would be alone.

    Args:
        sentences: the scores of each one's windows.
        labels: of the network that gave the scores.

    Returns:
        The sightings of each sentence.
    """
    found: list[list[Sighting]] = [[] for _ in sentences]
    windows: list[tuple[ActScores, int]] = []
    owners: list[int] = []
    for at, sentence in enumerate(sentences):
        before = 0
        for window in sentence:
            if window.acts is not None:
                windows.append((window.acts, before))
                owners.append(at)
            before += len(window.upos)
    for at, sighting in _seen(windows, labels):
        found[owners[at]].append(sighting)
    return [tuple(one) for one in found]


def moved(sighting: Sighting, by: int) -> Sighting:
    """Count a sighting's words from further back: from the document's first word."""
    return Sighting(
        token=sighting.token + by,
        types=sighting.types,
        statuses=sighting.statuses,
        arguments=tuple([(role, word + by, chance) for role, word, chance in sighting.arguments]),
    )


def seen(acts: ActScores, labels: Labels, before: int = 0) -> Iterator[Sighting]:
    """Read off the words of one window, ``before`` words standing in the sentence before it."""
    return (sighting for _, sighting in _seen([(acts, before)], labels))


def _seen(windows: Sequence[tuple[ActScores, int]], labels: Labels) -> Iterator[tuple[int, Sighting]]:
    """Read off the words of many windows, each with the words before it; give each sighting with its window."""
    import numpy as np

    if not windows:
        return
    chances = softmax(np.concatenate([acts.types for acts, _ in windows]))
    places = [(at, word) for at, (acts, _) in enumerate(windows) for word in range(len(acts.types))]
    rows = (1.0 - chances[:, 0] >= LEAST_CHANCE).nonzero()[0]
    if not len(rows):
        return
    told = [places[row] for row in rows.tolist()]
    types = chances[rows, 1:].round(DIGITS).tolist()
    statuses = softmax(np.array([windows[at][0].statuses[word] for at, word in told])).round(DIGITS).tolist()
    arguments = _arguments([(windows[at][0].roles[:, word], windows[at][1]) for at, word in told], labels.roles)
    for (at, word), kinds, standings, roles in zip(told, types, statuses, arguments, strict=True):
        yield (
            at,
            Sighting(
                token=windows[at][1] + word,
                types=_ranked(labels.types[1:], kinds),
                statuses=_ranked(labels.statuses, standings),
                arguments=tuple(roles),
            ),
        )


def _ranked(names: tuple[str, ...], chances: list[float]) -> tuple[tuple[str, float], ...]:
    """Return names with their probabilities, the most probable first; ties keep the order of the labels."""
    return tuple(sorted(zip(names, chances, strict=True), key=itemgetter(1), reverse=True))


def _arguments(
    acts: Sequence[tuple[NDArray[np.float32], int]], roles: tuple[str, ...]
) -> list[list[tuple[str, int, float]]]:
    """Return role, word and probability of each act's arguments, by role and by word.

    Args:
        acts: [roles, W] scores of each, and how many words stand before its window.
        roles: what each row stands for.
    """
    import numpy as np

    fits = 1.0 / (1.0 + np.exp(-np.concatenate([scores for scores, _ in acts], axis=1).astype(np.float64)))
    owners = [(at, before + word) for at, (scores, before) in enumerate(acts) for word in range(scores.shape[1])]
    found: list[list[tuple[str, int, float]]] = [[] for _ in acts]
    which, columns = (fits >= LEAST_FIT).nonzero()
    shares = (round(chance, DIGITS) for chance in fits[which, columns].tolist())
    for role, column, share in zip(which.tolist(), columns.tolist(), shares, strict=True):
        at, word = owners[column]
        found[at].append((roles[role], word, share))
    return found


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Turn scores into probabilities along the last axis."""
    import numpy as np

    shifted = scores.astype(np.float64)
    powers = np.exp(shifted - shifted.max(axis=-1, keepdims=True))
    chances: NDArray[np.float64] = powers / powers.sum(axis=-1, keepdims=True)
    return chances
