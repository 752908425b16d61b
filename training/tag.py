"""Teaches a trained analyser to see events too: ``python -m training.tag --reports DIR --first CHECKPOINT ...``."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch

from dragoman.language.encoder import ActScores, WordPieces
from dragoman.language.encoder import Labels as RunLabels
from dragoman.language.sightings import seen
from training.batches import Packer
from training.corpora import Sentence
from training.labels import ROLES, Labels, with_events
from training.mix import ewt, politics, training_mix
from training.model import Analyser, load_first, mean_of
from training.plain import plain_sentences
from training.sight import SightCounts
from training.tellings import MOST_WORDS, held_out, reports
from training.train import SEED, Stepper, analyser, measure_names, measure_trees
from training.vary import vary

RATES = {"events.": 1.5e-3, "mixes.events.": 1.5e-3, "embeddings.": 1e-4, "layers.": 1e-4, "": 3e-4}
"""Heads that start from nothing learn fastest; what was learned before should hardly move."""

PIECES = 450
"""Word pieces of a batch, fewer than at first: there is less to learn from, and more steps teach more."""

REPLAYED = 0.15
"""Share of the first training's sentences that each epoch repeats, lest they be forgotten."""


def epoch_of(told: Sequence[Sentence], mix: Sequence[Sentence], share: float, draw: random.Random) -> list[Sentence]:
    """Return the sentences of one epoch: all that tell events or none, and a part of the first training's."""
    replayed = [sentence for sentence in mix if draw.random() < share]
    return [vary(sentence, draw) for sentence in (*told, *replayed)]


@torch.no_grad()
def measure_tellings(
    model: Analyser, packer: Packer, sentences: Sequence[Sentence], labels: Labels
) -> dict[str, float]:
    """Return F1 of triggers with their types, status accuracy and F1 of arguments, in per cent."""
    model.eval()
    run_labels = RunLabels(**{layer: tuple(names) for layer, names in labels.items()})  # type: ignore[arg-type]
    counts = SightCounts()
    for group in packer.groups(sentences, 4000, random.Random(0)):
        batch = packer.batch([sentences[index] for index in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(batch.ids, batch.mask, batch.case, batch.first, batch.last)
        assert out.types is not None
        assert out.statuses is not None
        assert out.roles is not None
        for row, index in enumerate(group):
            n = len(sentences[index].words)
            acts = ActScores(
                types=out.types[row, :n].float().numpy(),
                statuses=out.statuses[row, :n].float().numpy(),
                roles=out.roles[row, :, :n, :n].float().numpy(),
            )
            counts.add(sentences[index], list(seen(acts, run_labels)))
    figures = {f"types {name}": value for name, value in counts.figures(labels["types"]).items()}
    figures |= {f"roles {name}": value for name, value in counts.figures(ROLES).items()}
    figures["status"] = 100 * counts.statuses / max(1, counts.triggers)
    return {name: round(value, 2) for name, value in figures.items()}


def tag(
    corpora: Path,
    told: Sequence[Sentence],
    measured: Sequence[Sentence],
    first: Sequence[Path],
    pieces: Path,
    out: Path,
    *,
    epochs: int,
    pace: float,
    replayed: float = REPLAYED,
    most_steps: int | None,
) -> None:
    """Train, measure and save a checkpoint after every epoch.

    Args:
        corpora: of the first training.
        told: sentences with tellings to train on.
        measured: others, to look at after each epoch.
        first: checkpoint to start from, of the first training or of this, ``labels.json`` beside it; of several
            their mean.
        pieces: the tokenizer's file.
        out: folder of the checkpoints.
        epochs: how often all tellings are seen.
        pace: times the rates; less than 1 where a network goes on that sees events already.
        replayed: share of the first training's sentences that each epoch repeats.
        most_steps: stop early, to try the loop.
    """
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    labels = with_events(json.loads(first[-1].with_name("labels.json").read_text(encoding="utf-8")), told)
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    packer = Packer(WordPieces.load(pieces), labels)
    model = analyser(labels)
    load_first(model, mean_of(first))
    mix = training_mix(corpora)
    taught = [sentence for sentence in told if len(sentence.words) <= MOST_WORDS]
    per_epoch = sum(
        1 for _ in packer.groups(epoch_of(taught, mix, replayed, random.Random(0)), PIECES, random.Random(0))
    )
    print(f"{len(taught)} sentences of reports, {per_epoch} steps an epoch", flush=True)
    stepper = Stepper(model, epochs * per_epoch, {start: rate * pace for start, rate in RATES.items()})
    sets = ewt(corpora, "dev")[::2], politics(corpora, "dev")
    for epoch in range(1, epochs + 1):
        sentences = epoch_of(taught, mix, replayed, draw)
        for group in packer.groups(sentences, PIECES, draw):
            stepper.step(packer.batch([sentences[index] for index in group]))
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
    parser.add_argument("--sheets", type=Path, help="folder of written sheets, all to be trained on")
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
    kept += reports(given.sheets, given.weights) if given.sheets else []
    random.Random(SEED).shuffle(kept)
    told = [sentence for report in kept[: round(given.share * len(kept))] for sentence in report.sentences]
    tag(
        given.corpora,
        told + plain_sentences(given.plain, random.Random(SEED)),
        [sentence for report in left for sentence in report.sentences],
        given.first,
        given.weights / "tokenizer.json",
        given.out,
        epochs=given.epochs,
        pace=given.pace,
        replayed=given.replayed,
        most_steps=given.most_steps,
    )


if __name__ == "__main__":
    main()
