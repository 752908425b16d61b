"""Decoding: any scores give valid tags and exactly one tree."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.language.decode import GOING_ON, ROOT, TOUCHING, Tree, best_names, best_tree, decode, decode_all
from dragoman.language.encoder import Labels, Scores

LABELS = Labels(
    upos=("NOUN", "VERB"),
    xpos=("NN", "VBD"),
    deprels=("nsubj", "obj", "root"),
    names=("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"),
)


def made_up(words: int, seed: int = 0, spread: float = 3.0) -> Scores:
    """Return random scores, rounded so that ties happen."""
    draw = np.random.default_rng(seed)

    def floats(*shape: int) -> NDArray[np.float32]:
        return np.round(draw.normal(scale=spread, size=shape), 1).astype(np.float32)

    return Scores(
        upos=floats(words, 2),
        xpos=floats(words, 2),
        names=floats(words, 7),
        arcs=floats(words, words + 1),
        labels=draw.integers(0, 2, size=(words, words + 1)).astype(np.uint8),
    )


def is_single_rooted_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether exactly one word is the root and every word comes to it."""
    for start in range(len(heads)):
        node, steps = start, 0
        while heads[node] != ROOT:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return heads.count(ROOT) == 1


def total(arcs: NDArray[np.float32], heads: tuple[int, ...]) -> float:
    return float(sum(arcs[word, head + 1] for word, head in enumerate(heads)))


def best_by_trying_all(arcs: NDArray[np.float32]) -> float:
    every = itertools.product(range(ROOT, len(arcs)), repeat=len(arcs))
    return max(total(arcs, heads) for heads in every if is_single_rooted_tree(heads))


@settings(max_examples=150, deadline=None)
@given(words=st.integers(1, 40), seed=st.integers(0, 2**32 - 1), spread=st.sampled_from([0.0, 0.5, 10.0]))
def test_any_scores_give_one_tree_and_valid_names(words: int, seed: int, spread: float) -> None:
    """Whatever the network says, every sentence has one root and every I- tag follows its name."""
    tree = decode([made_up(words, seed, spread)], LABELS)
    assert is_single_rooted_tree(tree.heads)
    before = "O"
    for tag in tree.names:
        assert not tag.startswith("I-") or before[2:] == tag[2:]
        before = tag


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_the_best_of_all_trees(seed: int) -> None:
    """No tree with one root scores higher than the chosen one."""
    arcs = made_up(5, seed).arcs
    heads = tuple(int(column) - 1 for column in best_tree(arcs))
    assert total(arcs, heads) == pytest.approx(best_by_trying_all(arcs))


@pytest.mark.parametrize("seed", range(60))
def test_the_names_are_the_best_of_all_valid_paths(seed: int) -> None:
    """No valid path of tags scores higher than the chosen one."""
    scores = made_up(4, seed, spread=(0.5, 3.0, 10.0)[seed % 3]).names

    def valid(path: tuple[int, ...]) -> bool:
        tags = ["O", *(LABELS.names[tag] for tag in path)]
        return all(tag[0] != "I" or before[1:] == tag[1:] for before, tag in itertools.pairwise(tags))

    def worth(path: tuple[int, ...]) -> float:
        tags = ["O", *(LABELS.names[tag] for tag in path)]
        steps = sum(
            GOING_ON * (tag[0] == "I") + TOUCHING * (tag[0] == "B" and before != "O")
            for before, tag in itertools.pairwise(tags)
        )
        return float(sum(scores[word, tag] for word, tag in enumerate(path))) + steps

    found = tuple(LABELS.names.index(tag) for tag in best_names(scores, LABELS.names))
    every = itertools.product(range(7), repeat=4)
    assert worth(found) == pytest.approx(max(worth(path) for path in every if valid(path)))


def test_the_root_has_no_head_and_the_label_root() -> None:
    """Heads are 0-based; the root's head is -1 and only the root is labelled so."""
    tree = decode([made_up(8, seed=3)], LABELS)
    roots = [index for index, label in enumerate(tree.deprels) if label == "root"]
    assert roots == [tree.heads.index(ROOT)]


def test_one_word_is_the_root() -> None:
    """A sentence of one word is its own tree."""
    assert decode([made_up(1)], LABELS).heads == (ROOT,)


def test_no_words_give_an_empty_tree() -> None:
    """Nothing in, nothing out."""
    assert decode([], LABELS) == Tree(upos=(), xpos=(), heads=(), deprels=(), names=())


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(st.lists(st.integers(1, 12), max_size=3), max_size=5),
    seed=st.integers(0, 2**16),
    spread=st.sampled_from([0.0, 0.5, 3.0, 20.0]),
)
def test_sentences_decoded_together_are_what_each_is_alone(sizes: list[list[int]], seed: int, spread: float) -> None:
    """Nothing of a sentence's tree or names depends on those beside it, windows and empty sentences included."""
    read = [[made_up(words, seed + n + i, spread) for i, words in enumerate(one)] for n, one in enumerate(sizes)]
    assert decode_all(read, LABELS) == [decode(one, LABELS) for one in read]


def test_a_word_never_hangs_on_itself() -> None:
    """However well the network scores a word as its own head, another one is chosen."""
    scores = made_up(4, seed=1)
    np.fill_diagonal(scores.arcs[:, 1:], 50.0)
    before = scores.arcs.copy()
    tree = decode([scores], LABELS)
    assert is_single_rooted_tree(tree.heads)
    assert (scores.arcs == before).all()


def test_ties_go_to_the_first_label_and_never_change() -> None:
    """Equal scores are decided by order, so that the same input gives the same bytes."""
    flat = made_up(6, spread=0.0)
    first = decode([flat], LABELS)
    assert first == decode([flat], LABELS)
    assert set(first.upos) == {"NOUN"}


def test_windows_of_a_long_sentence_make_one_tree() -> None:
    """The root of a later window hangs on the root of the first as parataxis."""
    tree = decode([made_up(5, 1), made_up(7, 2), made_up(4, 3)], LABELS)
    assert is_single_rooted_tree(tree.heads)
    root = tree.heads.index(ROOT)
    assert [label for label in tree.deprels if label == "parataxis"] == ["parataxis"] * 2
    assert all(tree.heads[i] == root for i, label in enumerate(tree.deprels) if label == "parataxis")
    assert root < 5


def test_a_name_is_not_cut_in_two_for_a_small_gain() -> None:
    """Names rarely stand side by side without a word or a comma between them."""
    scores = np.zeros((3, 7), dtype=np.float32)
    scores[0, 3] = scores[1, 4] = 5.0
    scores[2, 3], scores[2, 4] = 5.0, 4.0
    assert best_names(scores, LABELS.names) == ["B-ORG", "I-ORG", "I-ORG"]
