"""What the cascade saves, and what it costs: every report coded in full and with the cascade, side by side.

    python benchmarks/cascade.py GOLD [--every 10] [--least 0.99]
    python benchmarks/cascade.py NEWS.jsonl.gz [--every 4]

GOLD is a folder of annotated reports: precision and recall of the layers are given both ways, and the program ends with
status 1 where fewer than the least share of the events found in full are found with the cascade. NEWS is any source
without annotations: there, the events of the full run are the measure, whether they are right or not.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.evaluate import Scores, load, score
from dragoman.export import annotation
from dragoman.export.annotation import Json
from dragoman.model import Article, Document
from dragoman.pipeline import Pipeline, Settings, sources

LAYERS = ("events/what", "events/who", "events/all", "actors", "quotes", "quotes/speaker", "times", "places")


@dataclass(slots=True)
class Count:
    """What was counted over some reports.

    Args:
        reports: how many.
        unread: reports of which no sentence was read.
        sentences: all sentences, and those not read.
        words: all words, and those in sentences not read.
        events: events found in full, those of them whose trigger stands in a sentence not read, and events found with
            the cascade.
    """

    reports: int = 0
    unread: int = 0
    sentences: list[int] = field(default_factory=lambda: [0, 0])
    words: list[int] = field(default_factory=lambda: [0, 0])
    events: list[int] = field(default_factory=lambda: [0, 0, 0])

    def add(self, full: Document, quick: Document) -> None:
        """Count one report, coded both ways."""
        left = [quick.analysis.sentences[i] for i in quick.analysis.unread]
        self.reports += 1
        self.unread += len(left) == len(quick.analysis.sentences)
        self.sentences[0] += len(quick.analysis.sentences)
        self.sentences[1] += len(left)
        self.words[0] += len(quick.tokens)
        self.words[1] += sum(sentence.last - sentence.first for sentence in left)
        self.events[0] += len(full.events)
        self.events[1] += sum(any(s.start <= e.trigger.start < s.end for s in left) for e in full.events if e.trigger)
        self.events[2] += len(quick.events)

    def line(self, name: str) -> str:
        """Give the row of a table."""
        shares = f"{self.sentences[1] / self.sentences[0]:10.1%}{self.words[1] / self.words[0]:8.1%}"
        found = f"{self.events[0]:8}{self.events[1]:8}{self.events[2]:8}"
        return f"{name[:30]:30}{self.reports:8}{self.unread:8}{shares}{found}"


def main() -> int:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every so many-th report only")
    parser.add_argument("--least", type=float, default=0.99, help="share of events that must be found")
    options = parser.parse_args()
    articles = [item for item in sources.read_all([str(options.source)]) if isinstance(item, Article)][:: options.every]
    full, quick = Pipeline.load(Settings(full=True)), Pipeline.load()
    counts: dict[str, Count] = {}
    lines: tuple[dict[str, Json], dict[str, Json]] = ({}, {})
    for article in articles:
        both = [pipeline.code(article)[0] for pipeline in (full, quick)]
        for name in ("all", article.publisher or "without a publisher"):
            counts.setdefault(name, Count()).add(*both)
        for kept, document in zip(lines, both, strict=True):
            kept[article.source_id or article.id] = annotation(document)
    print(f"{'':30}{'reports':>8}{'unread':>8}{'sentences':>10}{'words':>8}{'events':>8}{'lost':>8}{'cascade':>8}")
    for name, count in sorted(counts.items(), key=lambda pair: (pair[0] != "all", -pair[1].reports)):
        print(count.line(name))
    return compare(options.source, lines, options.least) if options.source.is_dir() else 0


def compare(folder: Path, lines: Sequence[dict[str, Json]], least: float) -> int:
    """Print how good both are against the annotations; give 1 where the cascade loses too many events."""
    gold = {key: report for key, report in load(folder).items() if key in lines[0]}
    if not gold:
        return 0
    full, quick = (score(gold, found) for found in lines)
    print(f"\n{'':16}{'gold':>6}{'full: hits':>12}{'F1':>7}{'cascade: hits':>15}{'F1':>7}{'kept':>8}")
    for layer in LAYERS:
        if layer in full.rows and full.rows[layer].gold:
            print(_row(layer, full, quick))
    kept = quick.rows["events/what"].hit / max(full.rows["events/what"].hit, 1)
    return int(kept < least)


def _row(layer: str, full: Scores, quick: Scores) -> str:
    one, two = full.rows[layer], quick.rows[layer]
    return f"{layer:16}{one.gold:6}{one.hit:12}{one.f1:7.3f}{two.hit:15}{two.f1:7.3f}{two.hit / max(one.hit, 1):8.1%}"


if __name__ == "__main__":
    sys.exit(main())
