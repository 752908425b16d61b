"""Fits the weights by which "they" and "it" are given to a state, body or group, from annotated reports.

    python tools/fit_other_weights.py GOLD_TRAIN src/dragoman/knowledge/actors/others.tsv

GOLD_TRAIN is a folder of reports with tellings: a pronoun among the words of an argument means one of the participants.
Each tenth report, from the first and from the sixth on, is left out. A conditional logistic regression over those whom
a pronoun may mean, with a quadratic penalty, from zero, so that the same reports give the same table. Whom the pronouns
before mean is a sign: it is counted as the weights of a first fit have it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import fit_pronoun_weights
import numpy as np
from fit_actor_weights import documents, entry
from fit_pronoun_weights import ascend

from dragoman.evaluate.agree import same_actor
from dragoman.knowledge.actors import weights as tables
from dragoman.model import Document, Token
from dragoman.stages.actors import Actors
from dragoman.stages.actors.cast import Referent

EVERY, LEFT_OUT = 10, (0, 5)
PENALTY = 0.03
FEWEST = 4
SMALLEST = 0.02

HEAD = """\
# How much each sign speaks for a state, body or group as the one whom "they" or "it" means. Made by
# tools/fit_other_weights.py from annotated reports; do not edit.
sign\tweight
"""

Choice = Sequence[tuple[Referent, Mapping[str, float]]]
Example = tuple[Choice, list[bool]]


def told(report: Mapping[str, Any], start: int) -> Iterator[Mapping[str, Any]]:
    """Give the participants that the word at a place of a report may stand for."""
    actors = {actor["id"]: actor for actor in report["actors"]}
    for event in report["events"]:
        for telling in event.get("tellings", ()):
            at = report["text"].find(telling["sentence"])
            for role, key in (("actor", "actors"), ("recipient", "recipients")):
                ids = event["actors"] + event["recipients"] if event.get("symmetric") else event[key]
                if at >= 0 and any(at + telling["sentence"].find(words) == start for words in telling[role]):
                    yield from (actors[i] for i in ids if i in actors)


def examples(read: Sequence[tuple[Mapping[str, Any], Document]], number: str) -> Iterator[Example]:
    """Give the choices for each annotated pronoun, with which of them are right."""
    heard: list[tuple[Token, Choice]] = []
    stage = Actors(watch_others=lambda token, own, choice: heard.append((token, choice)) if own == number else None)
    for report, document in read:
        heard.clear()
        at = {mention: actor for actor in stage(document) for mention in actor.mentions}
        for token, choice in heard:
            meant = list(told(report, token.start))
            ours = [at.get(referent.mentions[0]) if referent.mentions else None for referent, _ in choice]
            right = [own is not None and any(same_actor(gold, entry(own)) for gold in meant) for own in ours]
            if any(right):
                yield list(choice), right


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Fit the weights of one pronoun."""
    counted = Counter(name for choice, _ in found for name in {name for _, own in choice for name in own})
    names = sorted(name for name, times in counted.items() if times >= FEWEST)
    number = {name: i for i, name in enumerate(names)}
    signs = np.zeros((sum(len(choice) for choice, _ in found), len(names)))
    for row, (_, own) in enumerate(pair for choice, _ in found for pair in choice):
        for name in own.keys() & number.keys():
            signs[row, number[name]] = own[name]
    starts = np.cumsum([0, *(len(choice) for choice, _ in found)])[:-1]
    right = np.array([each for _, rights in found for each in rights], dtype=float)
    return {name: round(float(w), 2) for name, w in zip(names, ascend(signs, right, starts), strict=True)}


def main() -> None:
    """Read the reports, fit twice, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="reports with tellings")
    parser.add_argument("table", type=Path)
    given = parser.parse_args()
    fit_pronoun_weights.PENALTY = PENALTY
    read = [pair for n, pair in enumerate(documents(given.gold)) if n % EVERY not in LEFT_OUT]
    for _ in range(2):
        weights = {f"{n}: {sign}": w for n in ("they", "it") for sign, w in fit(list(examples(read, n))).items()}
        kept = sorted((sign, weight) for sign, weight in weights.items() if abs(weight) >= SMALLEST)
        given.table.write_text(HEAD + "".join(f"{sign}\t{weight}\n" for sign, weight in kept), encoding="utf-8")
        tables.forget()
    print(f"{len(kept)} weights from {len(read)} reports")


if __name__ == "__main__":
    main()
