"""Turns the scores of a sentence into tags, one tree and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dragoman.language.encoder import Labels, Scores

ROOT = -1
"""The head of the word that nothing governs."""

WINDOW_LINK = "parataxis"
"""How the root of a later window of an overlong sentence hangs on the root of its first."""

GOING_ON, TOUCHING = 0.5, -2.0
"""Worth of a name's going on to the next word, and of a name right behind another (names dev sets)."""

_FORBIDDEN = -1e12
_ROOT_COST = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The analysis of one sentence: one value a word in each layer.

    Attributes:
        upos: universal parts of speech.
        xpos: Penn Treebank tags.
        heads: 0-based index of each word's head; -1 for the one root. Following heads always ends there.
        deprels: relations of Universal Dependencies to these heads; ``root`` for the root.
        names: valid BIO tags over PER, ORG and LOC.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...]


def decode(scores: Iterable[Scores], labels: Labels) -> Tree:
    """Read the best tags, single-rooted tree and names off the scores; ties go to the first label or head.

    Args:
        scores: of each window of the sentence in order, as ``Encoder.score`` gives them.
        labels: of the network that gave the scores.

    Returns:
        One tree over all words; empty for no words. Roots of later windows hang on that of the first.
    """
    return decode_all([tuple(scores)], labels)[0]


def decode_all(sentences: Sequence[Sequence[Scores]], labels: Labels) -> list[Tree]:
    """Decode many sentences at once, each to what it would be alone: fewer and longer steps take less time.

    Args:
        sentences: the scores of each one's windows.
        labels: of the network that gave the scores.

    Returns:
        One tree a sentence.
    """
    import numpy as np

    windows = [window for sentence in sentences for window in sentence]
    if not windows:
        return [Tree(upos=(), xpos=(), heads=(), deprels=(), names=()) for _ in sentences]
    upos = np.concatenate([window.upos for window in windows]).argmax(axis=1).tolist()
    xpos = np.concatenate([window.xpos for window in windows]).argmax(axis=1).tolist()
    names = _names([window.names for window in windows], labels.names)
    trees = zip(windows, _columns([window.arcs for window in windows]), strict=True)
    found, start = [], 0
    for sentence in sentences:
        heads: list[int] = []
        deprels: list[str] = []
        for window, columns in islice(trees, len(sentence)):
            _join(window, columns, labels.deprels, heads, deprels)
        end = start + len(heads)
        tree = Tree(
            upos=tuple([labels.upos[tag] for tag in upos[start:end]]),
            xpos=tuple([labels.xpos[tag] for tag in xpos[start:end]]),
            heads=tuple(heads),
            deprels=tuple(deprels),
            names=tuple([labels.names[tag] for tag in names[start:end]]),
        )
        found.append(tree)
        start = end
    return found


def _join(
    window: Scores, columns: NDArray[np.intp], relations: tuple[str, ...], heads: list[int], deprels: list[str]
) -> None:
    """Append one window's tree to the sentence's, in place."""
    import numpy as np

    chosen = window.labels[np.arange(len(columns)), columns].tolist()
    before = len(heads)
    top, top_relation = (heads.index(ROOT), WINDOW_LINK) if before else (ROOT, "root")
    for column, label in zip(columns.tolist(), chosen, strict=True):
        heads.append(column - 1 + before if column else top)
        deprels.append(relations[label] if column else top_relation)


def _columns(windows: Sequence[NDArray[np.float32]]) -> list[NDArray[np.intp]]:
    """Return the best tree of each window of arcs: the best heads where they are one, which they nearly always are."""
    import numpy as np

    sizes = [len(arcs) for arcs in windows]
    starts = np.cumsum([0, *sizes[:-1]])
    best = [_best_heads(arcs) for arcs in windows]
    columns = np.concatenate(best)
    # All windows hang on one node 0.
    heads = np.zeros(len(columns) + 1, dtype=np.intp)
    heads[1:] = np.where(columns == 0, 0, columns + np.repeat(starts, sizes))
    lost = np.logical_or.reduceat(_above(heads, max(sizes) + 1)[1:] != 0, starts)
    single = np.add.reduceat(columns == 0, starts, dtype=np.intp) == 1
    good = (single & ~lost).tolist()
    return [found if fine else best_tree(arcs) for found, fine, arcs in zip(best, good, windows, strict=True)]


def _best_heads(arcs: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return for every word the column that scores best, its own left out."""
    others = arcs.flatten()
    others[1 :: len(arcs) + 2] = _FORBIDDEN
    columns: NDArray[np.intp] = others.reshape(arcs.shape).argmax(axis=1)
    return columns


def best_tree(arcs: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the best tree with exactly one root.

    Args:
        arcs: [W, W + 1] scores of each word (row) under the root (column 0) or under word c - 1.

    Returns:
        [W] the chosen column of every word.
    """
    import numpy as np

    count = arcs.shape[0]
    square = np.full((count + 1, count + 1), _FORBIDDEN)
    square[1:] = arcs
    np.fill_diagonal(square, _FORBIDDEN)
    heads: NDArray[np.intp] = square.argmax(axis=1)
    heads[0] = 0
    if not _is_tree(heads):
        heads = _chu_liu_edmonds(square)
    if np.count_nonzero(heads[1:] == 0) != 1:
        # A cost larger than any tree's score makes the best tree one with a single root.
        square[1:, 0] -= _ROOT_COST
        heads = _chu_liu_edmonds(square)
    columns: NDArray[np.intp] = heads[1:]
    return columns


def _is_tree(heads: NDArray[np.intp]) -> bool:
    """Tell whether every word comes to node 0, by doubling the steps upwards."""
    return not _above(heads, len(heads)).any()


def _above(heads: NDArray[np.intp], steps: int) -> NDArray[np.intp]:
    """Go so many steps up from every node, or more."""
    above = heads
    for _ in range(steps.bit_length()):
        above = above[above]
    return above


def _chu_liu_edmonds(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the best head of every node but 0, for scores [dependent, head].

    Source: Chu and Liu 1965, Edmonds 1967: best heads first; a cycle becomes one node, and again.
    """
    import numpy as np

    heads: NDArray[np.intp] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle.size:
        return heads
    is_rest = np.ones(len(scores), dtype=bool)
    is_rest[cycle] = False
    rest = np.flatnonzero(is_rest)
    gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    entry, exit_ = gain[:, rest].argmax(axis=0), scores[np.ix_(rest, cycle)].argmax(axis=1)
    size = len(rest)
    smaller = np.full((size + 1, size + 1), _FORBIDDEN)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[size, :size] = gain[:, rest].max(axis=0)
    smaller[:size, size] = scores[np.ix_(rest, cycle)].max(axis=1)
    smaller[0] = _FORBIDDEN
    found = _chu_liu_edmonds(smaller)
    outside = found[:size]
    inside = outside == size
    heads[rest] = np.where(inside, cycle[exit_], rest[np.minimum(outside, size - 1)])
    broken = found[size]
    heads[cycle[entry[broken]]] = rest[broken]
    heads[0] = 0
    return heads


def _cycle(heads: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the nodes of the cycle that the first node on or above one leads to; empty if there is none."""
    import numpy as np

    above = _above(heads, len(heads))
    lost: NDArray[np.intp] = np.flatnonzero(above)
    if not lost.size:
        return lost
    start = node = int(above[lost[0]])
    members = [start]
    while (node := int(heads[node])) != start:
        members.append(node)
    return np.array(sorted(members))


def best_names(scores: NDArray[np.float32], tags: tuple[str, ...]) -> list[str]:
    """Return the best path of tags in which every I- follows a B- or I- of its class.

    A path's worth is its scores, and for each step: ``GOING_ON`` for a name that goes on, ``TOUCHING`` for a
    name that begins right behind another.

    Args:
        scores: [W, tags].
        tags: what each column stands for.
    """
    return [tags[tag] for tag in _names([scores], tags)]


def _names(windows: Sequence[NDArray[np.float32]], tags: tuple[str, ...]) -> list[int]:
    """Return the best tags of all windows, one after the other."""
    import numpy as np

    steps, scores = _steps(tags), np.concatenate(windows)
    best = scores.argmax(axis=1)
    ends = list(accumulate(map(len, windows)))
    starts = [0, *ends[:-1]]
    sure = _surely_best(scores, steps, best, starts)
    found: list[int] = best.tolist()
    for start, end, fine in zip(starts, ends, sure, strict=True):
        if not fine:
            found[start:end] = _best_path(scores[start:end], steps)
    return found


@lru_cache
def _steps(tags: tuple[str, ...]) -> NDArray[np.float64]:
    """Return what each step is worth; row 0 is the start of the sentence, row r + 1 is tag r."""
    import numpy as np

    return np.array([[_step(before, tag) for tag in tags] for before in ("O", *tags)])


def _step(before: str, tag: str) -> float:
    if tag[0] == "I":
        return GOING_ON if before[1:] == tag[1:] else _FORBIDDEN
    return TOUCHING if tag[0] == "B" and before != "O" else 0.0


def _surely_best(
    scores: NDArray[np.float32], steps: NDArray[np.float64], best: NDArray[np.intp], starts: list[int]
) -> list[bool]:
    """Tell in which windows no other path can win: each word it changes costs more than its two steps can give."""
    import numpy as np

    before = np.concatenate(([0], best[:-1] + 1))
    before[starts] = 0
    worst_step = np.minimum(0.0, np.minimum.reduceat(steps[before, best], starts))
    top = np.partition(scores, -2, axis=1)[:, -2:]
    gaps = np.minimum.reduceat(top[:, 1] - top[:, 0], starts)
    sure: list[bool] = (gaps > 2 * (steps.max() - worst_step)).tolist()
    return sure


def _best_path(scores: NDArray[np.float32], steps: NDArray[np.float64]) -> list[int]:
    """Viterbi."""
    total = scores[0] + steps[0]
    came_from: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = total[:, None] + steps[1:]
        came_from.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int(total.argmax())]
    for back in reversed(came_from):
        path.append(int(back[path[-1]]))
    return path[::-1]
