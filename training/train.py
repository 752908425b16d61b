"""Trains the analyser: ``python -m training.train --corpora DIR --encoder DIR --out DIR``."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from dragoman.language.encoder import CASES, WordPieces
from training.batches import NONE, Batch, Packer
from training.corpora import Sentence
from training.labels import ROLES, Labels, labels_of
from training.mix import ewt, politics, training_mix
from training.model import Analyser, load_encoder
from training.score import f1, name_counts
from training.vary import vary

RATES = {"embeddings.case_embeddings": 1.5e-3, "embeddings.": 1e-4, "layers.": 1e-4, "": 1.5e-3}
LOSS = {"arcs": 1.0, "labels": 1.0, "names": 1.0, "upos": 0.5, "xpos": 0.5}
LOSS |= {"types": 6.0, "statuses": 1.0, "roles": 0.35}
PIECES, WARM_UP, SEED = 900, 0.08, 20240501


def analyser(labels: Labels) -> Analyser:
    """Return an untrained network for these labels."""
    return Analyser(
        cases=len(CASES),
        upos=len(labels["upos"]),
        xpos=len(labels["xpos"]),
        deprels=len(labels["deprels"]),
        names=len(labels["names"]),
        types=len(labels["types"]),
        statuses=len(labels["statuses"]),
        roles=len(labels["roles"]),
    )


def run(model: Analyser, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of every task, summed over words and divided by the words that have the layer."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = model(batch.ids, batch.mask, batch.case, batch.first, batch.last)
        rows, columns = torch.nonzero(batch.heads >= 0, as_tuple=True)
        dependents = out.label_dependents[rows, columns]
        heads = out.label_heads[rows, batch.heads[rows, columns]]
        labels = model.label_scores(dependents, heads)
    losses = {
        "upos": loss_of(out.upos, batch.upos, batch),
        "xpos": loss_of(out.xpos, batch.xpos, batch),
        "names": loss_of(out.names, batch.names, batch),
        "arcs": loss_of(closed(out.arcs.float(), batch.of), batch.heads, batch),
        "labels": loss_of(labels, batch.deprels[rows, columns], batch),
    }
    if out.types is not None and out.statuses is not None and out.roles is not None:
        losses["types"] = loss_of(out.types, batch.types, batch)
        losses["statuses"] = loss_of(out.statuses, batch.statuses, batch)
        losses["roles"] = loss_of_roles(out.roles, batch)
    return losses


def closed(arcs: Tensor, of: Tensor) -> Tensor:
    """Forbid words of other sentences, padding and a word itself as heads; column 0 is the root."""
    columns = torch.arange(arcs.shape[2])
    outside = torch.ones(arcs.shape, dtype=torch.bool)
    outside[:, :, 0] = False
    outside[:, :, 1:] = of[:, :, None] != of[:, None, :]
    itself = columns[None, None, :] == torch.arange(arcs.shape[1])[None, :, None] + 1
    return arcs.masked_fill(outside | itself, -1e4)


def loss_of_roles(scores: Tensor, batch: Batch) -> Tensor:
    """Return the cross entropy of every word as every argument of each trigger, per quarter of the batch's words."""
    rows, triggers = torch.nonzero(batch.statuses != NONE, as_tuple=True)
    own = scores.float()[rows, :, triggers]
    targets = torch.zeros_like(scores, dtype=torch.float32)
    row, trigger, role, word = batch.roles.unbind(1)
    targets[row, role, trigger, word] = 1.0
    same = batch.of[rows] == batch.of[rows, triggers][:, None]
    local = len(ROLES)
    inside = torch.stack([same] * local + [batch.of[rows] >= 0] * (own.shape[1] - local), dim=1)
    losses = nn.functional.binary_cross_entropy_with_logits(own, targets[rows, :, triggers], reduction="none")
    return (losses * inside).sum() / (0.25 * int(batch.lengths.sum()))


def loss_of(scores: Tensor, targets: Tensor, batch: Batch) -> Tensor:
    """Return the mean cross entropy, a layer that few words of the batch have weighing less."""
    flat = targets.reshape(-1)
    total = nn.functional.cross_entropy(
        scores.float().reshape(-1, scores.shape[-1]), flat, ignore_index=NONE, reduction="sum"
    )
    have = int((flat != NONE).sum())
    return total / max(have, 0.25 * int(batch.lengths.sum()))


def optimiser(model: Analyser, rates: Mapping[str, float]) -> torch.optim.AdamW:
    """Return AdamW with the rate of the first entry that a weight's name begins with."""
    groups: dict[str, list[Tensor]] = {start: [] for start in rates}
    for name, weight in model.named_parameters():
        groups[next(start for start in rates if name.startswith(start))].append(weight)
    return torch.optim.AdamW(
        [{"params": weights, "lr": rates[start]} for start, weights in groups.items() if weights],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def scheduler(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Return linear warm-up and linear decay."""
    warm = max(1, int(steps * WARM_UP))
    return torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )


@torch.no_grad()
def measure_trees(model: Analyser, packer: Packer, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return UPOS, UAS and LAS in per cent with greedy heads (a quick look; evaluate.py is exact)."""
    model.eval()
    counts = {"words": 0, "upos": 0, "uas": 0, "las": 0}
    for group in packer.groups(sentences, 4000, random.Random(0)):
        batch = packer.batch([sentences[index] for index in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(batch.ids, batch.mask, batch.case, batch.first, batch.last)
            heads = closed(out.arcs.float(), batch.of).argmax(-1)
            rows, columns = torch.nonzero(batch.heads >= 0, as_tuple=True)
            picked = out.label_heads[rows, heads[rows, columns]]
            labels = model.label_scores(out.label_dependents[rows, columns], picked).argmax(-1)
        right = heads[rows, columns] == batch.heads[rows, columns]
        counts["words"] += len(rows)
        counts["upos"] += int((out.upos.argmax(-1)[rows, columns] == batch.upos[rows, columns]).sum())
        counts["uas"] += int(right.sum())
        counts["las"] += int((right & (labels == batch.deprels[rows, columns])).sum())
    return {key: round(100 * counts[key] / counts["words"], 2) for key in ("upos", "uas", "las")}


@torch.no_grad()
def measure_names(model: Analyser, packer: Packer, sentences: Sequence[Sentence], labels: Labels) -> float:
    """Return the F1 of whole names in per cent (best label a word)."""
    model.eval()
    found = []
    for group in packer.groups(sentences, 4000, random.Random(0)):
        chosen = [sentences[index] for index in group]
        batch = packer.batch(chosen)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(batch.ids, batch.mask, batch.case, batch.first, batch.last)
        for sentence, row in zip(chosen, out.names.argmax(-1).tolist(), strict=True):
            tags = [labels["names"][tag] for tag in row[: len(sentence.words)]]
            found.append(name_counts(sentence.names or (), tags))
    return round(f1(found), 2)


def train(corpora: Path, encoder: Path, out: Path, *, epochs: int, most_steps: int | None) -> None:
    """Train, measure and save a checkpoint after every epoch."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    sentences = training_mix(corpora)
    labels = labels_of(sentences)
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    packer = Packer(WordPieces.load(encoder / "tokenizer.json"), labels)
    model = analyser(labels)
    load_encoder(model, encoder / "model.safetensors")
    dev, dev_politics = ewt(corpora, "dev"), politics(corpora, "dev")
    steps = epochs * sum(1 for _ in packer.groups(sentences, PIECES, random.Random(0)))
    print(f"{len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words, {steps} steps", flush=True)
    stepper = Stepper(model, steps)
    for epoch in range(1, epochs + 1):
        varied = [vary(sentence, draw) for sentence in sentences]
        for group in packer.groups(varied, PIECES, draw):
            stepper.step(packer.batch([varied[index] for index in group]))
            if stepper.taken == most_steps:
                return
        figures: dict[str, float] = measure_trees(model, packer, dev)
        figures["uner"] = measure_names(model, packer, dev, labels)
        figures["politics"] = measure_names(model, packer, dev_politics, labels)
        print(f"epoch {epoch} {stepper.seconds:.0f} s {json.dumps(figures)}", flush=True)
        torch.save(model.state_dict(), out / f"epoch-{epoch}.pt")


class Stepper:
    """Takes one step of training a batch and prints the running losses now and then."""

    def __init__(self, model: Analyser, steps: int, rates: Mapping[str, float] = RATES) -> None:
        self._model = model
        self._optimiser = optimiser(model, rates)
        self._rates = scheduler(self._optimiser, steps)
        self._began = time.monotonic()
        self._seen: dict[str, float] = {}
        self.taken = 0

    @property
    def seconds(self) -> float:
        """How long the training has run."""
        return time.monotonic() - self._began

    def step(self, batch: Batch) -> None:
        """Learn from one batch."""
        self._model.train()
        losses = run(self._model, batch)
        torch.stack([LOSS[task] * loss for task, loss in losses.items()]).sum().backward()
        nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
        self._optimiser.step()
        self._rates.step()
        self._optimiser.zero_grad(set_to_none=True)
        self.taken += 1
        for task, loss in losses.items():
            self._seen[task] = self._seen.get(task, 0.0) * 0.98 + 0.02 * float(loss.detach())
        if self.taken % 50 == 0 or self.taken in (1, 10, 20):
            self._show()

    def _show(self) -> None:
        share = 1 - 0.98**self.taken
        shown = " ".join(f"{task} {value / share:.3f}" for task, value in self._seen.items())
        print(f"step {self.taken} {self.seconds:.0f} s {shown}", flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with one folder a corpus")
    parser.add_argument("--encoder", type=Path, required=True, help="model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True, help="folder of the checkpoints")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--most-steps", type=int, default=None, help="stop early, to try the loop")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    train(given.corpora, given.encoder, given.out, epochs=given.epochs, most_steps=given.most_steps)


if __name__ == "__main__":
    main()
