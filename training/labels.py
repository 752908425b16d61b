"""The label sets of the heads, taken from the training mix in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from training.corpora import Sentence, Telling

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]

NO_TYPE = "none"
ROLES = ["actor", "recipient", "date", "place"]

STORY = ["doer", "target"]
"""Whoever takes part, in whichever sentence of the passage he is named: taught, so that the network learns to read on
from sentence to sentence, and left out of the shipped weights, for it chose participants no better than the rest."""


class Labels(TypedDict):
    """The labels of each head; a score's column is the index of its label.

    The last three are empty where the network has no heads for events.
    """

    upos: list[str]
    xpos: list[str]
    deprels: list[str]
    names: list[str]
    types: list[str]
    statuses: list[str]
    roles: list[str]


def labels_of(sentences: Iterable[Sentence]) -> Labels:
    """Collect the labels of the trees, sorted."""
    upos: set[str] = set()
    xpos: set[str] = set()
    deprels: set[str] = set()
    for sentence in sentences:
        upos.update(sentence.upos or ())
        xpos.update(sentence.xpos or ())
        deprels.update(sentence.deprels or ())
    return {
        "upos": sorted(upos),
        "xpos": sorted(xpos),
        "deprels": sorted(deprels),
        "names": NAMES,
        "types": [],
        "statuses": [],
        "roles": [],
    }


def with_events(labels: Labels, sentences: Iterable[Sentence]) -> Labels:
    """Add the labels of events to those of trees and names."""
    tellings: list[Telling] = [telling for sentence in sentences for telling in sentence.tellings or ()]
    return {
        **labels,
        "types": [NO_TYPE, *sorted({telling.type for telling in tellings})],
        "statuses": sorted({telling.status for telling in tellings}),
        "roles": [*ROLES, *STORY],
    }
