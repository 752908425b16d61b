"""Fits the weights of the signs by which "he" and "she" are given to a person, from texts with annotated pronouns.

    python tools/fit_pronoun_weights.py gap-development.tsv src/dragoman/knowledge/actors/pronouns.tsv

The texts are those of GAP (Webster, Recasens, Axelrod and Baldridge 2018, "Mind the GAP", TACL 6; Apache-2.0), a table
of which is read as it is published, packed by gzip or not. Measure by benchmarks/gap.py on the validation part.

A conditional logistic regression over the persons whom a pronoun may mean, with a quadratic penalty, from zero, so that
the same texts give the same table. Whom the pronouns before mean is a sign: at first they are given to the person
named last, then by the weights fitted so. Two signs, which hardly occur in these texts, are weighed by hand.
"""

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.evaluate.gold import article
from dragoman.language import Analyser
from dragoman.model import Document, Token
from dragoman.pipeline.compose import standard_stages
from dragoman.stages.actors import Actors
from dragoman.stages.actors.cast import Referent

PENALTY = 0.006
FEWEST = 4
STEPS = 400
STEP = 0.05
SMALLEST = 0.05
BY_HAND = {"spoken of inside a quotation": -2.5, "speaks again": 1.0}

HEAD = """\
# How much each sign speaks for a person as the one whom "he" or "she" means. Made by tools/fit_pronoun_weights.py from
# the GAP development set (Webster et al. 2018, Apache-2.0); do not edit. The signs "spoken of inside a
# quotation" and "speaks again", which those texts hardly have, are weighed by hand, in the same file.
sign\tweight
"""

Choice = Sequence[tuple[Referent, Mapping[str, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text, the place of its annotated pronoun, and two names that it may mean.

    Args:
        document: read up to the layer before actors.
        pronoun: where the pronoun begins.
        names: start, end and whether the pronoun means it, of each name.
    """

    document: Document
    pronoun: int
    names: tuple[tuple[int, int, bool], ...]

    @property
    def meant(self) -> list[tuple[int, int]]:
        """The places of the names that the pronoun means."""
        return [(start, end) for start, end, right in self.names if right]


def read(table: Path) -> list[dict[str, str]]:
    """Read the rows of a table of GAP."""
    content = gzip.decompress(table.read_bytes()) if table.suffix == ".gz" else table.read_bytes()
    return list(csv.DictReader(content.decode("utf-8").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


def documents(rows: Sequence[Mapping[str, str]]) -> Iterator[Asked]:
    """Take every text through the analyser and the stages before actors."""
    analyser = Analyser.load()
    before = [stage for stage in standard_stages() if stage.gives in ("names", "times", "toponyms", "places")]
    for row in rows:
        report = article({"id": row["ID"], "text": row["Text"]})
        document = Document(article=report, analysis=analyser.analyse(row["Text"]))
        for stage in before:
            document = document.with_layer(stage.gives, stage(document))
        starts = [(int(row[f"{name}-offset"]), row[name], row[f"{name}-coref"].upper() == "TRUE") for name in "AB"]
        names = tuple((start, start + len(words), right) for start, words, right in starts)
        yield Asked(document=document, pronoun=int(row["Pronoun-offset"]), names=names)


def bears(referent: Referent, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a person is named at one of some places."""
    named = [mention.span for mention in referent.mentions if mention.form in ("name", "titled")]
    return any(span.start < end and start < span.end for span in named for start, end in places)


def choices(asked: Sequence[Asked], weights: Mapping[str, float]) -> Iterator[tuple[Asked, Choice]]:
    """Give the persons whom each annotated pronoun may mean, where those before it are read by some weights."""
    heard: list[tuple[Token, Choice]] = []
    stage = Actors(weights=weights, watch=lambda token, choice: heard.append((token, choice)))
    for each in asked:
        heard.clear()
        stage(each.document)
        at = [choice for token, choice in heard if token.start <= each.pronoun < token.end]
        if at:
            yield each, at[-1]


def fit(asked: Sequence[Asked], weights: Mapping[str, float]) -> dict[str, float]:
    """Fit the weights, starting from others; a pronoun that means none of the persons found is left out."""
    found: list[tuple[Choice, list[bool]]] = []
    for each, choice in choices(asked, weights):
        right = [bears(referent, each.meant) for referent, _ in choice]
        if any(right):
            found.append((choice, right))
    counted = Counter(name for choice, _ in found for name in {name for _, own in choice for name in own})
    names = sorted(name for name, texts in counted.items() if texts >= FEWEST)
    number = {name: i for i, name in enumerate(names)}
    signs = np.zeros((sum(len(choice) for choice, _ in found), len(names)))
    for row, (_, own) in enumerate(pair for choice, _ in found for pair in choice):
        for name, value in own.items():
            if name in number:
                signs[row, number[name]] = value
    starts = np.cumsum([0, *(len(choice) for choice, _ in found)])[:-1]
    right_ones = np.array([each for _, right in found for each in right], dtype=float)
    fitted = ascend(signs, right_ones, starts)
    return {name: round(float(w), 2) for name, w in zip(names, fitted, strict=True)} | BY_HAND


def ascend(signs: NDArray[np.float64], right: NDArray[np.float64], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Raise the likelihood of the right persons by Adam's steps (Kingma and Ba 2015), from zero.

    Args:
        signs: a row for each person, those of one choice together.
        right: 1 for each whom the pronoun means.
        starts: the first row of each choice.
    """
    sizes = np.diff([*starts, len(right)])
    weights, mean, spread = (np.zeros(signs.shape[1]) for _ in range(3))
    for n in range(1, STEPS + 1):
        score = signs @ weights
        likely = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), sizes))
        likely /= np.repeat(np.add.reduceat(likely, starts), sizes)
        told = likely * right
        told /= np.repeat(np.add.reduceat(told, starts) + 1e-12, sizes)
        slope = signs.T @ (told - likely) / len(starts) - PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope * slope
        weights = weights + STEP * (mean / (1 - 0.9**n)) / (np.sqrt(spread / (1 - 0.99**n)) + 1e-8)
    return weights


def main() -> None:
    """Read the texts, fit, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gap", type=Path, help="gap-development.tsv of GAP, or the same packed by gzip")
    parser.add_argument("table", type=Path)
    given = parser.parse_args()
    asked = list(documents(read(given.gap)))
    weights = fit(asked, fit(asked, {}))
    kept = sorted((sign, weight) for sign, weight in weights.items() if abs(weight) >= SMALLEST)
    given.table.write_text(HEAD + "".join(f"{sign}\t{weight}\n" for sign, weight in kept), encoding="utf-8")
    print(f"{len(kept)} weights from {len(asked)} texts")


if __name__ == "__main__":
    main()
