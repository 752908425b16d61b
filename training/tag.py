"""Teaches a trained analyser to see events too: ``python -m training.tag --reports DIR --first CHECKPOINT ...``."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch

from dragoman.language.encoder import ActScores, WordPieces
from dragoman.language.encoder import Labels as RunLabels
from dragoman.language.sightings import seen
from training.batches import Packer
from training.corpora import Sentence
from training.labels import ROLES, Labels, with_events
from training.mix import ewt, politics, training_mix
from training.model import Analyser, Output, load_first, mean_of
from training.passages import MOST_WORDS, corpus_passages, report_passages
from training.plain import plain_sentences
from training.sight import SightCounts
from training.tellings import Report, held_out, reports
from training.train import SEED, Stepper, analyser, measure_names, measure_trees
from training.vary import vary

RATES = {"events.": 1.5e-3, "mixes.events.": 1.5e-3, "embeddings.": 1e-4, "layers.": 1e-4, "": 3e-4}
"""Heads that start from nothing learn fastest; what was learned before should hardly move."""

PIECES = 480
"""Word pieces of a batch, fewer than at first: there is less to learn from, and more steps teach more."""

REPLAYED = 0.25
"""Share of the first training's passages that each epoch repeats, lest they be forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the tagger is taught from.

    Args:
        told: reports, of which each epoch repeats the share ``again``.
        anew: reports of which each epoch has all.
        plain: sentences that tell acts in plain words.
        mix: the first training's sentences, of which each epoch repeats the share ``replayed``.
    """

    told: Sequence[Report]
    anew: Sequence[Report]
    again: float
    plain: Sequence[Sentence]
    mix: Sequence[Sentence]
    replayed: float

    def epoch(self, cutter: WordPieces, draw: random.Random) -> list[Sentence]:
        """Return the passages of one epoch: of all reports and plain sentences, and of a part of the first ones."""
        chosen = [*self.anew, *(report for report in self.told if draw.random() < self.again)]
        told = [[vary(sentence, draw) for sentence in report.sentences] for report in chosen]
        plain, mix = ([vary(sentence, draw) for sentence in sentences] for sentences in (self.plain, self.mix))
        found = [passage for report in told for _, passage in report_passages(report, cutter, draw)]
        found += corpus_passages(plain, cutter, draw)
        found += corpus_passages(mix, cutter, draw, self.replayed)
        return [passage for passage in found if len(passage.words) <= MOST_WORDS]


@torch.no_grad()
def measure_tellings(model: Analyser, packer: Packer, reports: Sequence[Report], labels: Labels) -> dict[str, float]:
    """Return F1 of triggers with their types, status accuracy and F1 of arguments, in per cent."""
    model.eval()
    run_labels = RunLabels(
        **{layer: tuple(names) for layer, names in labels.items() if layer != "roles"},  # type: ignore[arg-type]
        roles=tuple(ROLES),
    )
    counts = SightCounts()
    found = [
        (passage, report, first)
        for report in reports
        for first, passage in report_passages(report.sentences, packer.cutter)
    ]
    passages = [passage for passage, _, _ in found]
    for group in packer.groups(passages, 2000, random.Random(0)):
        batch = packer.batch([passages[index] for index in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(batch.ids, batch.mask, batch.case, batch.first, batch.last)
        for row, index in enumerate(group):
            passage, report, number = found[index]
            for own in sentences_of(passage):
                counts.add(report.sentences[number], list(seen(acts_of(out, row, own), run_labels)))
                number += 1
    figures = {f"types {name}": value for name, value in counts.figures(labels["types"]).items()}
    figures |= {f"roles {name}": value for name, value in counts.figures(ROLES).items()}
    figures["status"] = 100 * counts.statuses / max(1, counts.triggers)
    return {name: round(value, 2) for name, value in figures.items()}


def sentences_of(passage: Sentence) -> Iterator[slice]:
    """Yield the words of each sentence of a passage but its context."""
    ends = [at for at in range(1, len(passage.of)) if passage.of[at] != passage.of[at - 1]]
    bounds = [0, *ends, len(passage.of)]
    yield from (slice(start, end) for start, end in pairwise(bounds) if start >= passage.context)


def acts_of(out: Output, row: int, own: slice) -> ActScores:
    """Return the scores of the acts of one sentence of a passage."""
    assert out.types is not None
    assert out.statuses is not None
    assert out.roles is not None
    return ActScores(
        types=out.types[row, own].float().numpy(),
        statuses=out.statuses[row, own].float().numpy(),
        roles=out.roles[row, : len(ROLES), own, own].float().numpy(),
    )


def tag(
    material: Material,
    measured: Sequence[Report],
    first: Sequence[Path],
    pieces: Path,
    out: Path,
    sets: tuple[list[Sentence], ...],
    *,
    epochs: int,
    pace: float,
    most_steps: int | None,
) -> None:
    """Train, measure and save a checkpoint after every epoch.

    Args:
        material: to train on.
        measured: other reports, to look at after each epoch.
        first: checkpoint to start from, of the first training or of this, ``labels.json`` beside it; of several
            their mean.
        pieces: the tokenizer's file.
        out: folder of the checkpoints.
        sets: sentences to measure trees and names on.
        epochs: how often all tellings are seen.
        pace: times the rates; less than 1 where a network goes on that sees events already.
        most_steps: stop early, to try the loop.
    """
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    told = [sentence for report in (*material.told, *material.anew) for sentence in report.sentences]
    labels = with_events(json.loads(first[-1].with_name("labels.json").read_text(encoding="utf-8")), told)
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    packer = Packer(WordPieces.load(pieces), labels)
    model = analyser(labels)
    load_first(model, mean_of(first))
    trial = material.epoch(packer.cutter, random.Random(0))
    per_epoch = sum(1 for _ in packer.groups(trial, PIECES, random.Random(0)))
    print(f"{len(material.told)} and {len(material.anew)} reports, {per_epoch} steps an epoch", flush=True)
    stepper = Stepper(model, epochs * per_epoch, {start: rate * pace for start, rate in RATES.items()})
    for epoch in range(1, epochs + 1):
        passages = material.epoch(packer.cutter, draw)
        for group in packer.groups(passages, PIECES, draw):
            stepper.step(packer.batch([passages[index] for index in group]))
            if stepper.taken == most_steps:
                return
        torch.save(model.state_dict(), out / f"epoch-{epoch}.pt")
        print(f"epoch {epoch} {stepper.seconds:.0f} s {json.dumps(look(model, packer, sets, labels))}", flush=True)
        print(json.dumps(measure_tellings(model, packer, measured, labels)), flush=True)


def look(model: Analyser, packer: Packer, sets: tuple[list[Sentence], ...], labels: Labels) -> dict[str, float]:
    """Return the quick figures of trees and names."""
    dev, dev_politics = sets
    return {
        **measure_trees(model, packer, dev),
        "uner": measure_names(model, packer, dev, labels),
        "politics": measure_names(model, packer, dev_politics, labels),
    }


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with one folder a corpus")
    parser.add_argument("--reports", type=Path, required=True, help="folder of annotated reports")
    parser.add_argument("--sheets", type=Path, nargs="*", default=[], help="folders of written sheets, all trained on")
    parser.add_argument("--anew", type=Path, help="folder of sheets that no training has seen yet")
    parser.add_argument("--again", type=float, default=1.0, help="share of all other reports that each epoch repeats")
    parser.add_argument("--first", type=Path, nargs="+", required=True, help="checkpoint, labels.json beside it")
    parser.add_argument("--weights", type=Path, required=True, help="folder with that checkpoint exported")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoints")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--share", type=float, default=1.0, help="of the reports, for a learning curve")
    parser.add_argument("--leave", type=int, nargs="*", default=[], help="tenths of the reports to leave out besides")
    parser.add_argument("--pace", type=float, default=1.0, help="times the rates")
    parser.add_argument("--plain", type=int, default=0, help="sentences to make of each pattern")
    parser.add_argument("--replayed", type=float, default=REPLAYED, help="share of the first training's sentences")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--most-steps", type=int, default=None, help="stop early, to try the loop")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    kept, left = held_out(reports(given.reports, given.weights), given.leave)
    for sheets in given.sheets:
        kept += reports(sheets, given.weights)
    random.Random(SEED).shuffle(kept)
    corpora, cutter = given.corpora, WordPieces.load(given.weights / "tokenizer.json")
    dev = list(corpus_passages(ewt(corpora, "dev")[::2], cutter, random.Random(SEED)))
    tag(
        Material(
            told=kept[: round(given.share * len(kept))],
            anew=reports(given.anew, given.weights) if given.anew else [],
            again=given.again,
            plain=plain_sentences(given.plain, random.Random(SEED)),
            mix=training_mix(corpora),
            replayed=given.replayed,
        ),
        left,
        given.first,
        given.weights / "tokenizer.json",
        given.out,
        (dev, politics(corpora, "dev")),
        epochs=given.epochs,
        pace=given.pace,
        most_steps=given.most_steps,
    )


if __name__ == "__main__":
    main()
