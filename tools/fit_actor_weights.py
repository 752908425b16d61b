"""Fits the weights by which actors are given a state and are listed, from annotated reports.

    python tools/fit_actor_weights.py GOLD_TRAIN src/dragoman/knowledge/actors [--only homes listing]
        [--unseen 0 3 6 --weights WEIGHTS]

GOLD_TRAIN is a folder of reports with their actors. `--unseen` gives the remainders of the reports' numbers by ten that
the learned tagger has not seen in training: those of the shipped weights, or those of another folder of weights that
was trained with more left out, by which these reports are then read.

`homes.tsv`: the state of an actor whose words name none. A conditional logistic regression over the states that the
report speaks of and "none", on actors that an annotated one is the same as; each tenth report, from the sixth, is left
out and scored. `listing.tsv`: whether a reader would list an actor. A logistic regression over all actors of the
reports, one that is the same as an annotated one counting as listed; what the tagger sees counts only in reports that
it has not seen. The probability from which on to list is chosen on these, each fifth scored by weights of the others:
the highest whose F1 is hardly below the best, for a list that is short and right. Both have a quadratic penalty and
begin at zero, so that the same reports give the same tables; a sign counts only where it occurs in several reports.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import fit_pronoun_weights
import numpy as np
from numpy.typing import NDArray

from dragoman.evaluate.agree import same_actor
from dragoman.evaluate.gold import article
from dragoman.evaluate.score import pair
from dragoman.export.listing_signs import signs_of
from dragoman.export.salience import LISTED, taking_part
from dragoman.export.sighted import is_sight
from dragoman.knowledge.actors import weights as tables
from dragoman.language import Analyser
from dragoman.model import Actor, Document
from dragoman.pipeline.compose import standard_stages
from dragoman.stages.actors import Actors
from dragoman.stages.actors.cast import Referent

EVERY, LEFT_OUT = 10, 5
FEWEST = 5
SMALLEST = 0.02
HOME_PENALTY = 0.002
LISTING_PENALTY = 10.0
FOLDS = 5
HARDLY = 0.005
NEWTON_STEPS = 12
FROM = [n / 100 for n in range(20, 71, 2)]

Entry = dict[str, Any]
Signs = Mapping[str, float]

HEAD = "# Made by tools/fit_actor_weights.py from annotated reports; do not edit. {}\nsign\tweight\n"
ABOUT = {
    "homes": "How much each sign speaks for a state as that of an actor\n# whose words name none.",
    "listing": "How much each sign speaks for listing an actor of\n# a report; `listed from` is a probability.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A choice: each candidate's signs, and whether it is right; `kept` where it is chosen whatever the signs say.

    `unseen` where the tagger has not been trained on the report.
    """

    report: int
    unseen: bool = False
    signs: tuple[Signs, ...]
    right: tuple[bool, ...]
    kept: tuple[bool, ...] = ()
    wanted: int = 1


def entry(actor: Actor) -> Entry:
    """Give an actor as an annotation has it."""
    said = sorted({mention.span.text for mention in actor.mentions if mention.form != "pronoun"})
    return {"name": actor.name, "kind": actor.kind, "country": actor.country, "mentions": said}


def partners(report: Entry, actors: Sequence[Actor]) -> dict[int, Entry]:
    """Give the annotated actor that each of ours is the same as, by our number."""
    annotated = report["actors"]
    paired = pair(annotated, [entry(actor) for actor in actors], lambda gold, own: int(same_actor(gold, own)))
    return {own: annotated[gold] for gold, (own, _) in paired.items()}


def documents(folder: Path, unseen: Sequence[int] = (), weights: Path | None = None) -> list[tuple[Entry, Document]]:
    """Read all reports up to the layer before actors, unseen ones by other weights of the analyser where given."""
    shipped = Analyser.load()
    other = Analyser.load(weights) if weights is not None else shipped
    stages = list(takewhile(lambda stage: stage.gives != "actors", standard_stages()))
    found = []
    for number, path in enumerate(sorted(folder.glob("*.json"))):
        report = json.loads(path.read_text(encoding="utf-8"))
        analyser = other if number % EVERY in unseen else shipped
        document = Document(article=article(report), analysis=analyser.analyse(report["text"]))
        for stage in stages:
            document = document.with_layer(stage.gives, stage(document))
        found.append((report, document))
    return found


def homes(read: Sequence[tuple[Entry, Document]]) -> Iterator[Example]:
    """Give the guesses of states, with the annotated one."""
    for number, (report, document) in enumerate(read):
        heard: list[tuple[Referent, Sequence[tuple[str, Signs]]]] = []
        actors = Actors(scout=lambda referent, choices, heard=heard: heard.append((referent, choices)))(document)  # type: ignore[misc]
        same = partners(report, actors)
        at = {mention: same[i] for i, actor in enumerate(actors) if i in same for mention in actor.mentions}
        for referent, choices in heard:
            meant = at.get(referent.mentions[0])
            right = tuple(meant is not None and iso3 == (meant["country"] or "") for iso3, _ in choices)
            if any(right):
                yield Example(report=number, signs=tuple(signs for _, signs in choices), right=right)


def listing(read: Sequence[tuple[Entry, Document]], unseen: Sequence[int]) -> Iterator[Example]:
    """Give the actors of each report, with whether a reader lists them."""
    stages = [stage for stage in standard_stages() if stage.gives in ("actors", "quotes", "events")]
    for number, (report, document) in enumerate(read):
        for stage in stages:
            document = document.with_layer(stage.gives, stage(document))
        same, taking = partners(report, document.actors), taking_part(document)
        fresh = number % EVERY in unseen
        yield Example(
            report=number,
            unseen=fresh,
            signs=tuple(
                {s: v for s, v in signs.items() if fresh or not is_sight(s)} for _, signs in signs_of(document)
            ),
            right=tuple(i in same for i in range(len(document.actors))),
            kept=tuple(actor.id in taking for actor in document.actors),
            wanted=len(report["actors"]),
        )


class Table:
    """Examples as numbers: a row for each candidate, a column for each sign that occurs in several reports."""

    def __init__(self, examples: Sequence[Example]) -> None:
        seen = Counter(sign for e in examples for sign in sorted({sign for own in e.signs for sign in own}))
        self.names = sorted(sign for sign, reports in seen.items() if reports >= FEWEST)
        number = {name: i for i, name in enumerate(self.names)}
        self.signs = np.zeros((sum(len(e.signs) for e in examples), len(self.names)))
        for row, own in enumerate(own for e in examples for own in e.signs):
            for sign, value in own.items():
                if sign in number:
                    self.signs[row, number[sign]] = value
        self.right = np.array([right for e in examples for right in e.right], dtype=float)
        self.starts = np.cumsum([0, *(len(e.signs) for e in examples)])[:-1]

    def named(self, weights: NDArray[np.float64]) -> dict[str, float]:
        """Give weights by sign, those that weigh hardly anything left out."""
        return {n: round(float(w), 2) for n, w in zip(self.names, weights, strict=True) if abs(w) >= SMALLEST}


def fit_homes(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weights of states."""
    table = Table(examples)
    fit_pronoun_weights.PENALTY = HOME_PENALTY
    return table.named(fit_pronoun_weights.ascend(table.signs, table.right, table.starts))


def fit_listing(examples: Sequence[Example]) -> dict[str, float]:
    """Fit the weights of listing, and choose from where on to list."""
    unseen = [e for e in examples if e.unseen]
    folds = [(newton([e for e in examples if e.report % FOLDS != n]), n) for n in range(FOLDS) if unseen]
    judged = {least: [0, 0, 0] for least in FROM}
    for weights, n in folds:
        for least in FROM:
            counts = count([e for e in unseen if e.report % FOLDS == n], weights, least)
            judged[least] = [one + more for one, more in zip(judged[least], counts, strict=True)]
    best = max(f1(*counts) for counts in judged.values())
    least = max(least for least, counts in judged.items() if f1(*counts) >= best - HARDLY)
    right, chosen, wanted = judged[least]
    shares = right / max(chosen, 1), right / max(wanted, 1), f1(right, chosen, wanted)
    print("listed from {}: P {:.3f}, R {:.3f}, F1 {:.3f}".format(least, *shares))
    return newton(examples) | {LISTED: least}


def newton(examples: Sequence[Example]) -> dict[str, float]:
    """Fit a logistic regression by Newton's steps."""
    table = Table([e for e in examples if e.signs])
    weights, penalty = np.zeros(len(table.names)), LISTING_PENALTY * np.eye(len(table.names))
    for _ in range(NEWTON_STEPS):
        likely = 1.0 / (1.0 + np.exp(-table.signs @ weights))
        slope = table.signs.T @ (likely - table.right) + penalty @ weights
        curve = (table.signs.T * (likely * (1.0 - likely))) @ table.signs + penalty
        weights = weights - np.linalg.solve(curve, slope)
    return table.named(weights)


def count(examples: Sequence[Example], weights: Signs, least: float) -> tuple[int, int, int]:
    """Count who is rightly listed, listed and to be listed, with all above a probability and those kept anyhow."""
    right = chosen = wanted = 0
    for each in examples:
        wanted += each.wanted
        for signs, hit, kept in zip(each.signs, each.right, each.kept, strict=True):
            if kept or 1.0 / (1.0 + np.exp(-_sum(weights, signs))) >= least:
                chosen, right = chosen + 1, right + hit
    return right, chosen, wanted


def f1(right: int, chosen: int, wanted: int) -> float:
    """Give F1 of a count."""
    return 2 * right / max(chosen + wanted, 1)


def share(examples: Sequence[Example], weights: Signs) -> float:
    """Give the share of choices whose heaviest candidate is right."""
    best = (max(range(len(e.signs)), key=lambda i, e=e: _sum(weights, e.signs[i])) for e in examples)  # type: ignore[misc]
    return sum(e.right[i] for e, i in zip(examples, best, strict=True)) / max(len(examples), 1)


def _sum(weights: Signs, own: Signs) -> float:
    return sum(weights.get(sign, 0.0) * value for sign, value in own.items())


def write(path: Path, weights: Signs) -> None:
    """Write a table of weights."""
    lines = "".join(f"{sign}\t{weight:g}\n" for sign, weight in sorted(weights.items()))
    path.write_text(HEAD.format(ABOUT[path.stem]) + lines, encoding="utf-8")


def main() -> None:
    """Read the reports, fit, write the tables, score on the reports left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument("--only", nargs="*", choices=sorted(ABOUT), default=["homes", "listing"])
    parser.add_argument("--unseen", nargs="*", type=int, default=[0])
    parser.add_argument("--weights", type=Path)
    given = parser.parse_args()
    read = documents(given.gold, given.unseen, given.weights)
    if "homes" in given.only:
        run_homes(read, given.tables)
    if "listing" in given.only:
        write(given.tables / "listing.tsv", fit_listing(list(listing(read, given.unseen))))


def run_homes(read: Sequence[tuple[Entry, Document]], folder: Path) -> None:
    """Fit and write the weights of states, and print how often they are right on the reports left out."""
    examples = list(homes(read))
    weights = fit_homes([e for e in examples if e.report % EVERY != LEFT_OUT])
    write(folder / "homes.tsv", weights)
    tables.forget()
    rest = [e for e in examples if e.report % EVERY == LEFT_OUT]
    print(f"homes: {len(weights)} weights; on the reports left out {share(rest, weights):.3f}")


if __name__ == "__main__":
    main()
