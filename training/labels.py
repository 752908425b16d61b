"""The label sets of the heads, taken from the training mix in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from training.corpora import Sentence

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


class Labels(TypedDict):
    """The labels of each head; a score's column is the index of its label."""

    upos: list[str]
    xpos: list[str]
    deprels: list[str]
    names: list[str]


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """Collect the labels of the trees, sorted."""
    upos: set[str] = set()
    xpos: set[str] = set()
    deprels: set[str] = set()
    for sentence in sentences:
        upos.update(sentence.upos or ())
        xpos.update(sentence.xpos or ())
        deprels.update(sentence.deprels or ())
    return {"upos": sorted(upos), "xpos": sorted(xpos), "deprels": sorted(deprels), "names": NAMES}
