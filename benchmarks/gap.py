"""How often "he" and "she" mean the right person: the texts of GAP, scored as its authors do.

    python benchmarks/gap.py CORPORA/GAP/gap-validation.tsv.gz [--misses 20]

Each text has one pronoun and two names; for each name the annotation says whether the pronoun means it (Webster,
Recasens, Axelrod and Baldridge 2018, "Mind the GAP", TACL 6). A name counts as meant where the actor of the pronoun is
named there. Weights are fitted on the development part (tools/fit_pronoun_weights.py), so that the validation part is
the one to measure on.
"""

import argparse
import csv
import gzip
from collections import Counter
from pathlib import Path

from dragoman.evaluate.gold import article
from dragoman.language import Analyser
from dragoman.model import Actor, Document
from dragoman.pipeline.compose import standard_stages

LAYERS = ("names", "times", "toponyms", "places", "actors")


def rows(table: Path) -> list[dict[str, str]]:
    """Read the rows of a table of GAP, packed by gzip or not."""
    content = gzip.decompress(table.read_bytes()) if table.suffix == ".gz" else table.read_bytes()
    return list(csv.DictReader(content.decode("utf-8").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


def meant(document: Document, pronoun: int) -> list[Actor]:
    """Give the actors that the pronoun at a code point stands for."""
    return [
        actor
        for actor in document.actors
        if any(m.form == "pronoun" and m.span.start <= pronoun < m.span.end for m in actor.mentions)
    ]


def named_at(actors: list[Actor], start: int, end: int) -> bool:
    """Tell whether one of some actors is named in a stretch of text."""
    spans = (m.span for actor in actors for m in actor.mentions if m.form in ("name", "titled"))
    return any(span.start < end and start < span.end for span in spans)


def outcomes(document: Document, row: dict[str, str]) -> list[tuple[str, bool, bool]]:
    """Give for each of the two names: the name, whether the pronoun means it, whether we say so."""
    actors, found = meant(document, int(row["Pronoun-offset"])), []
    for name in "AB":
        start = int(row[f"{name}-offset"])
        said = named_at(actors, start, start + len(row[name]))
        found.append((row[name], row[f"{name}-coref"].upper() == "TRUE", said))
    return found


def main() -> None:
    """Read the texts and print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gap", type=Path, help="a table of GAP, as published or packed by gzip")
    parser.add_argument("--misses", type=int, default=0, help="misses to print")
    given = parser.parse_args()
    analyser, stages = Analyser.load(), [stage for stage in standard_stages() if stage.gives in LAYERS]
    count: Counter[tuple[bool, bool]] = Counter()
    left = given.misses
    for row in rows(given.gap):
        report = {"id": row["ID"], "text": row["Text"]}
        document = Document(article=article(report), analysis=analyser.analyse(row["Text"]))
        for stage in stages:
            document = document.with_layer(stage.gives, stage(document))
        for name, right, said in outcomes(document, row):
            count[right, said] += 1
            if right and not said and left > 0:
                left -= 1
                print(f"{row['ID']}: {row['Pronoun']!r} at {row['Pronoun-offset']} is {name!r}\n    {row['Text']}")
    hits = count[True, True]
    precision, recall = hits / max(hits + count[False, True], 1), hits / max(hits + count[True, False], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{sum(count.values()) // 2} texts: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


if __name__ == "__main__":
    main()
