"""Assembles the training mix and the measuring sets from the corpora."""

from __future__ import annotations

from pathlib import Path

from training.corpora import (
    EWT,
    GUM,
    POLITICS,
    PUD_NAMES,
    PUD_TREES,
    UNER,
    WIKIGOLD,
    Sentence,
    names,
    trees,
)
from training.harmonise import agents, hyphens, join_names

POLITICS_TIMES = 3


def uner(path: Path) -> list[Sentence]:
    """Read names in Universal NER's columns."""
    return names(path, word=1, tag=2, separator="\t")


def ewt(corpora: Path, part: str) -> list[Sentence]:
    """Return EWT's trees with UNER's names."""
    return join_names(trees(corpora / EWT.format(part)), uner(corpora / UNER[part]))


def gum(corpora: Path, part: str) -> list[Sentence]:
    """Return GUM's trees (open genres)."""
    return trees(corpora / GUM.format(part))


def pud(corpora: Path, letter: str) -> list[Sentence]:
    """Return PUD's sentences from Wikipedia (``w``) or from news (``n``)."""
    both = join_names(trees(corpora / PUD_TREES), uner(corpora / PUD_NAMES))
    return [agents(sentence) for sentence in both if sentence.id.startswith(letter)]


def politics(corpora: Path, part: str) -> list[Sentence]:
    """Return CrossNER politics, hyphens split as in the treebanks."""
    return [hyphens(s) for s in names(corpora / POLITICS.format(part), word=0, tag=1, separator="\t")]


def wikigold(corpora: Path) -> list[Sentence]:
    """Return wikigold, hyphens split as in the treebanks."""
    return [hyphens(s) for s in names(corpora / WIKIGOLD, word=0, tag=1, separator=" ")]


def training_mix(corpora: Path) -> list[Sentence]:
    """Return all training sentences; what measures the analyser is in none of them."""
    mix = ewt(corpora, "train") + gum(corpora, "train") + pud(corpora, "w")
    mix += politics(corpora, "train") * POLITICS_TIMES + wikigold(corpora)
    return [sentence for sentence in mix if len(sentence.words) < 250]
