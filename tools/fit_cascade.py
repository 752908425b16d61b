"""Fits the tables by which the cascade tells, from raw text, which sentences can hold an event.

    python tools/fit_cascade.py GOLD_TRAIN src/dragoman/language/weights/cascade --more NEWS.jsonl.gz CORPUS.conllu.gz \
        --without GOLD_DEV

GOLD_TRAIN is a folder of reports with tellings; every tenth is left out, to measure on. NEWS holds reports as JSON
lines, of which those are taken whose licence lets them be learned from, CORPUS sentences in CoNLL-U; reports of
GOLD_DEV are left out. All are coded in full: what the cascade must foresee is what the program itself would find, so
nobody needs to annotate anything. Each word gets a weight and the rate at which it is what tells an event; the second
look weighs a sentence against the rest of its report, on scores of weights fitted without that report.

Needs scipy, which only these tools depend on. Takes some five minutes of processor time for 12,000 sentences.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from annotated import UNSEEN_EVERY, triggers
from logistic import Examples, fit, fit_amounts

from dragoman.knowledge.frames import frames
from dragoman.model import Article, Document
from dragoman.pipeline import Pipeline, Settings
from dragoman.pipeline.cascade import heads
from dragoman.pipeline.cascade.scores import alone, amounts
from dragoman.pipeline.cascade.signs import Signs, signs
from dragoman.pipeline.cascade.stems import plain, stem, stems
from dragoman.pipeline.cascade.weights import Weights
from dragoman.pipeline.ontology import sentence as whole

PENALTY, FOLDS, FEWEST_REPORTS = 10.0, 4, 5
SMALLEST_WEIGHT = 0.05
FEWEST_WORDS, DOUBT = 3, 4
"""How often a stem must occur for a rate of its own, and how many occurrences at the usual rate are put to them."""
FREE = ("public domain", "CC")
NEWS_EVERY, DAY = 8, "2023-03-10"
WORD = "word "
"""Before stems, to tell them from other signs."""

Judged = list[tuple[Signs, bool]]
"""The sentences of a report, with whether an event rests on each."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report coded in full.

    Args:
        text: its text.
        places: (start, end) of its sentences.
        told: which of them an event rests on.
        triggers: where the words begin that tell events.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    told: tuple[bool, ...]
    triggers: frozenset[int]


def seen(document: Document, annotated: Iterable[tuple[int, int]]) -> Seen:
    """Note what was found in a report, and where annotations have further triggers."""
    places = tuple((s.start, s.end) for s in document.analysis.sentences)
    spans = [(span.start, span.end) for event in document.events for span in event.evidence]
    told = tuple(any(start < b and a < end for a, b in spans) for start, end in places)
    found = [(event.trigger.start, event.trigger.end) for event in document.events if event.trigger]
    words = plain(document.text)
    begins = (at for start, end in (*found, *annotated) for at in _begins(words, start, end))
    return Seen(document.text, places, told, frozenset(begins))


def _begins(words: str, start: int, end: int) -> Iterator[int]:
    """Give where words begin in a stretch of a text; `words` is that text made plain, one further on."""
    return (at for at in range(start, end) if words[at] == " " and words[at + 1] != " ")


def gold(folder: Path, pipeline: Pipeline) -> Iterator[Seen]:
    """Code the annotated reports, every tenth left out."""
    for number, path in enumerate(sorted(folder.glob("*.json"))):
        if number % UNSEEN_EVERY:
            report = json.loads(path.read_text(encoding="utf-8"))
            document, _ = pipeline.code(_article(report["text"]))
            yield seen(document, [(t.start, t.end) for t in triggers(report) if t.end - t.start < 40])


def more(path: Path, known: frozenset[str], pipeline: Pipeline) -> Iterator[Seen]:
    """Code further reports."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = _corpus(lines) if ".conllu" in path.name else _news(lines)
        for text in texts:
            if text[:200] not in known:
                document, _ = pipeline.code(_article(text))
                yield seen(document, ())


def _article(text: str) -> Article:
    return whole(text, DAY)


def _news(lines: Iterable[str]) -> Iterator[str]:
    reports = [report for report in map(json.loads, lines) if str(report.get("licence", "")).startswith(FREE)]
    return (report["text"] for report in reports[::NEWS_EVERY])


def _corpus(lines: Iterable[str]) -> Iterator[str]:
    text: list[str] = []
    for line in lines:
        if line.startswith("# newdoc") and text:
            yield "\n\n".join(text)
            text = []
        elif line.startswith("# text ="):
            text.append(line.partition("=")[2].strip())
    if text:
        yield "\n\n".join(text)


def rates(reports: Sequence[Seen], predicates: frozenset[str]) -> dict[str, float]:
    """Count how often a word of each stem is what tells an event; few occurrences are drawn to what is usual."""
    met: Counter[str] = Counter()
    telling: Counter[str] = Counter()
    for report in reports:
        words = plain(report.text)
        met.update(stems(words))
        telling.update(stem(words[at + 1 :].split(" ", 1)[0]) for at in report.triggers)
    usual = {
        kind: sum(telling[s] for s in met if (s in predicates) == is_one)
        / max(sum(n for s, n in met.items() if (s in predicates) == is_one), 1)
        for kind, is_one in (("predicate", True), ("other", False))
    }
    own = {
        s: (telling[s] + DOUBT * usual["predicate" if s in predicates else "other"]) / (n + DOUBT)
        for s, n in met.items()
        if n >= FEWEST_WORDS and s not in usual
    }
    apart = {s: r for s, r in own.items() if abs(log2(r / usual["predicate" if s in predicates else "other"])) >= 0.5}
    return {s: round(rate, 4) for s, rate in (apart | usual).items()}


def first_look(reports: Sequence[Judged]) -> dict[str, float]:
    """Fit the weight of every sign of a sentence by itself."""
    examples = Examples()
    for report in reports:
        examples.add(
            [((*sorted(WORD + s for s in found.stems), *found.others, "bias"), told) for found, told in report]
        )
    weights = fit(examples, penalty=PENALTY, fewest=FEWEST_REPORTS)
    return {sign: w for sign, w in weights.items() if not sign.startswith(WORD) or abs(w) >= SMALLEST_WEIGHT}


def second_look(reports: Sequence[Judged], rated: dict[str, float]) -> dict[str, float]:
    """Fit the weights of what stands around a sentence."""
    rows: list[dict[str, float]] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        others = _weights(first_look([r for n, r in enumerate(reports) if n % FOLDS != fold]), rated)
        for report in reports[fold::FOLDS]:
            rows += amounts([alone(found, others) for found, _ in report])
            right += [told for _, told in report]
    return {f"report: {name}": weight for name, weight in fit_amounts(rows, right).items()}


def _weights(signs_of: dict[str, float], rated: dict[str, float]) -> Weights:
    cut = len(WORD)
    return Weights(
        words={sign[cut:]: w for sign, w in signs_of.items() if sign.startswith(WORD)},
        rates=rated,
        signs={sign: w for sign, w in signs_of.items() if not sign.startswith(WORD)},
    )


def write(folder: Path, found: Weights) -> None:
    """Write the two tables."""
    head = "# Made by tools/fit_cascade.py from reports coded in full; do not edit.\n"
    rows = sorted(found.words.keys() | found.rates.keys())
    words = (f"{s}\t{found.words.get(s, '')}\t{found.rates.get(s, '')}\n" for s in rows)
    (folder / "words.tsv").write_text(f"{head}stem\tweight\trate\n{''.join(words)}", encoding="utf-8")
    rest = (f"{sign}\t{weight:g}\n" for sign, weight in sorted(found.signs.items()))
    (folder / "signs.tsv").write_text(f"{head}sign\tweight\n{''.join(rest)}", encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--without", type=Path)
    given = parser.parse_args()
    pipeline = Pipeline.load(Settings(full=True))
    held = sorted(given.without.glob("*.json")) if given.without else []
    known = frozenset(json.loads(path.read_text(encoding="utf-8"))["text"][:200] for path in held)
    reports = [*gold(given.gold, pipeline), *(one for path in given.more for one in more(path, known, pipeline))]
    predicates = heads(frames())
    rated = rates(reports, predicates)
    judged = [
        list(zip(signs(report.text, report.places, predicates, rated), report.told, strict=True)) for report in reports
    ]
    first = first_look(judged)
    write(given.folder, _weights(first | second_look(judged, rated), rated))
    print(f"{len(reports)} reports, {sum(map(len, judged))} sentences, {len(first)} signs")


if __name__ == "__main__":
    main()
