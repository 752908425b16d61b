"""Fits the weights of the signs by which possible events are kept or left out, from annotated reports.

    python tools/fit_event_weights.py GOLD_TRAIN src/dragoman/knowledge/frames/weights.tsv

GOLD_TRAIN is a folder of reports with tellings. A possible event counts as right where a telling of its type has a
trigger that shares a word with its own. Logistic regression with a quadratic penalty, by accelerated gradient steps
from zero, so that the same reports give the same table. Only signs that occur in several reports are kept, and no sign
names anybody.

The confidence of an event is fitted the same way, on events found by weights of the other four fifths of the reports.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.ids import article_id
from dragoman.language import Analyser
from dragoman.model import Article, Document, OffsetMap, Stamp
from dragoman.pipeline.compose import standard_stages
from dragoman.stages.events import Events
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.stage import evidence_of

PENALTY = 3.0
STEPS = 400
FOLDS = 5
FEWEST_REPORTS = 4
SMALLEST = 0.01
NEWTON_STEPS = 12

Reports = Sequence[tuple[Document, list[tuple[str, int, int, str]]]]


def article(report: dict[str, Any]) -> Article:
    """Make an article of an annotated report, its text unchanged so that the annotated words are found again."""
    text = report["text"]
    published = report.get("published")
    return Article(
        id=article_id(publisher=report.get("publisher"), published=published, title=report.get("title"), raw=text),
        source_id=report["id"],
        publisher=report.get("publisher"),
        published=Stamp(value=published, basis="field published") if published else None,
        title=report.get("title"),
        text=text,
        raw=text,
        offsets=OffsetMap(runs=((0, 0, len(text)),)),
    )


def triggers(report: dict[str, Any]) -> list[tuple[str, int, int, str]]:
    """Give type, start, end and event of every annotated trigger; the whole sentence's where no trigger is given."""
    found = []
    for event in report["events"]:
        for telling in event.get("tellings", ()):
            start = report["text"].find(telling["sentence"])
            if start < 0:
                continue
            place = telling["sentence"].find(telling["trigger"]) if telling["trigger"] else -1
            length = len(telling["trigger"]) if place >= 0 else len(telling["sentence"])
            found.append((event["type"], start + max(place, 0), start + max(place, 0) + length, event["id"]))
    return found


def told(document: Document, candidate: Candidate, found: list[tuple[str, int, int, str]]) -> set[str]:
    """Give the annotated events of its type with whose triggers a possible event shares a word."""
    words = [document.tokens[word] for word in candidate.words]
    return {
        event
        for kind, start, end, event in found
        if kind == candidate.type and any(w.start < end and start < w.end for w in words)
    }


def documents(folder: Path) -> Iterator[tuple[Document, list[tuple[str, int, int, str]]]]:
    """Read all reports up to the layer before events, each with its triggers."""
    analyser, stages = Analyser.load(), [stage for stage in standard_stages() if stage.gives != "events"]
    for path in sorted(folder.glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        document = Document(article=article(report), analysis=analyser.analyse(report["text"]))
        for stage in stages:
            document = document.with_layer(stage.gives, stage(document))
        yield document, triggers(report)


class Examples:
    """Possible events of annotated reports: their signs, whether each is right, in how many reports a sign occurs."""

    def __init__(self, reports: Reports) -> None:
        events = Events(table_of_weights={})
        self.signs: list[tuple[str, ...]] = []
        self.right: list[bool] = []
        self.reports: Counter[str] = Counter()
        for document, found in reports:
            seen: set[str] = set()
            for candidate in events.read(document).candidates:
                self.signs.append(candidate.signs)
                self.right.append(bool(told(document, candidate, found)))
                seen.update(candidate.signs)
            self.reports.update(seen)


def fit(examples: Examples) -> dict[str, float]:
    """Fit the weights; give the weight of every sign that weighs anything."""
    signs, right, reports = examples.signs, examples.right, examples.reports
    names = sorted(sign for sign, n in reports.items() if n >= FEWEST_REPORTS)
    number = {sign: i for i, sign in enumerate(names)}
    pairs = [(row, number[sign]) for row, own in enumerate(signs) for sign in sorted(set(own)) if sign in number]
    rows, columns = np.array(pairs).T
    truth = np.array(right, dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[number["bias"]] = 0.0
    width = np.bincount(rows).max()
    step = 1.0 / (0.25 * width * np.bincount(columns) + penalty)
    weights = ahead = np.zeros(len(names))
    for n in range(STEPS):
        score = np.bincount(rows, ahead[columns], minlength=len(truth))
        error = 1.0 / (1.0 + np.exp(-score)) - truth
        gradient = np.bincount(columns, error[rows], minlength=len(names)) + penalty * ahead
        following = ahead - step * gradient
        ahead = following + (n / (n + 3)) * (following - weights)
        weights = following
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= SMALLEST}


def fit_confidence(reports: Reports) -> dict[str, float]:
    """Fit how often an event is right, on events that weights of the other reports found; a duplicate is wrong."""
    rows, truth = [], []
    for n in range(FOLDS):
        events = Events(table_of_weights=fit(Examples([r for i, r in enumerate(reports) if i % FOLDS != n])))
        for document, found in reports[n::FOLDS]:
            taken: set[str] = set()
            for group in events.groups(events.read(document)):
                free = set().union(*(told(document, candidate, found) for candidate in group)) - taken
                taken |= free
                rows.append(evidence_of(group))
                truth.append(bool(free))
    names = sorted(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    weights = np.zeros(len(names))
    for _ in range(NEWTON_STEPS):
        likely = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (likely - np.array(truth))
        curve = (table * (likely * (1.0 - likely))[:, None]).T @ table + 1e-6 * np.eye(len(names))
        weights = weights - np.linalg.solve(curve, slope)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def main() -> None:
    """Read the reports, fit, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("table", type=Path)
    given = parser.parse_args()
    reports = list(documents(given.gold))
    examples = Examples(reports)
    weights = fit(examples) | fit_confidence(reports)
    head = "# Made by tools/fit_event_weights.py from annotated reports; do not edit.\n# sign\tweight\n"
    given.table.write_text(head + "".join(f"{s}\t{w}\n" for s, w in sorted(weights.items())), encoding="utf-8")
    print(f"{len(examples.right)} possible events, {sum(examples.right)} right; {len(weights)} weights")


if __name__ == "__main__":
    main()
