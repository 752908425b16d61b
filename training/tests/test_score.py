"""What counts as right."""

from __future__ import annotations

from training.corpora import Sentence
from training.score import TreeCounts, f1, frame, name_counts, spans

ARCS = [(1, "nsubj:pass"), (-1, "root"), (3, "case"), (1, "obl:agent"), (1, "punct")]


def test_names_are_right_only_whole_and_of_the_right_class() -> None:
    """Half a name is a miss and a false find."""
    gold = ["B-PER", "I-PER", "O", "B-LOC"]
    assert name_counts(gold, ["B-PER", "O", "O", "B-LOC"]) == (1, 2, 2)
    assert f1([name_counts(gold, gold)]) == 100


def test_two_names_may_touch() -> None:
    """B- opens a new name."""
    assert spans(["B-PER", "B-PER", "I-PER"]) == {(0, 1, "PER"), (1, 3, "PER")}


def test_a_frame_is_the_arguments_of_a_verb() -> None:
    """Punctuation is no argument; subtypes of subjects and obliques do not count."""
    assert frame(ARCS, 1, frozenset(("nsubj", "obl"))) == {(0, "nsubj"), (3, "obl")}


def test_las_wants_the_subtype_and_las_without_subtypes_does_not() -> None:
    """``nsubj`` for ``nsubj:pass`` is wrong in the one and right in the other."""
    gold = Sentence(
        id="1",
        words=("a", "b"),
        upos=("X", "VERB"),
        xpos=("X", "VB"),
        heads=(1, -1),
        deprels=("nsubj:pass", "root"),
    )
    counts = TreeCounts()
    counts.add(gold, ("X", "VERB"), ("X", "VB"), (1, -1), ("nsubj", "root"))
    figures = counts.figures()
    assert (figures["LAS"], figures["LAS without subtypes"], figures["UAS"]) == (50, 100, 100)
