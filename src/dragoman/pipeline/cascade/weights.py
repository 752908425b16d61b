"""Reads the learned tables of what words and names tell of a sentence; they lie with the weights of the analyser."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import KnowledgeError

__all__ = ["Weights", "weights"]

WORDS, SIGNS = ("stem", "weight", "rate"), ("sign", "weight")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The tables.

    Args:
        words: weight of each stem; a stem that is not there weighs nothing.
        rates: how often a word of that stem is what tells an event.
        signs: weight of every other sign, of what stands around the sentence too.
    """

    words: Mapping[str, float]
    rates: Mapping[str, float]
    signs: Mapping[str, float]


@cache
def weights() -> Weights:
    """Give the packaged tables; read once.

    Raises:
        KnowledgeError: a table lacks, or its columns are others.
    """
    words = _rows("words.tsv", WORDS)
    return Weights(
        words={stem: float(weight) for stem, weight, _ in words if weight},
        rates={stem: float(rate) for stem, _, rate in words if rate},
        signs={sign: float(weight) for sign, weight in _rows("signs.tsv", SIGNS)},
    )


def _rows(name: str, columns: tuple[str, ...]) -> list[list[str]]:
    file = files("dragoman.language") / "weights" / "cascade" / name
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise KnowledgeError(f"the packaged table cascade/{name} is missing: install dragoman anew") from error
    lines = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not lines or tuple(lines[0]) != columns:
        raise KnowledgeError(f"table cascade/{name} should have the columns {', '.join(columns)}, but has {lines[:1]}")
    return lines[1:]
