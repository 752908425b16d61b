"""Exports a checkpoint to ONNX int8, as the run time wants it."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from training.labels import ROLES, Labels
from training.model import ATTENTION_HEADS, LAYERS, VOCABULARY, WIDTH, Analyser, EventHeads, mean_of, with_one
from training.shorten import shorten
from training.train import analyser

INPUTS = ("input_ids", "attention_mask", "case_ids", "first", "last")
OUTPUTS = ("upos", "xpos", "names", "arcs", "labels")
EVENT_OUTPUTS = ("types", "statuses", "roles")
QUANTISED = ("MatMul", "Attention", "Gather", "Gemm")


class Exported(nn.Module):
    """The network as the run time wants it: the same figures by fewer steps, the label of every arc chosen.

    All layers are gathered once and mixed by one product; the four hidden layers of the tree are one.
    """

    def __init__(self, model: Analyser, root_label: int) -> None:
        super().__init__()
        self.model = model
        mixes = list(model.mixes.values())
        shares = torch.stack([torch.softmax(mix.weights, dim=0) * mix.scale for mix in mixes])
        self.register_buffer("shares", shares.detach())
        hidden = [model.arc_dependent, model.arc_head, model.label_dependent, model.label_head]
        self.widths = [layer[0].out_features for layer in hidden]
        self.tree = joined([layer[0] for layer in hidden])
        labels, width = model.label_weight.shape[0], model.label_weight.shape[1]
        flat = model.label_weight.detach().permute(1, 0, 2).reshape(width, labels * width)
        self.register_buffer("flat", flat.contiguous())
        closed = torch.zeros(labels, 1)
        closed[root_label] = -1e4
        self.register_buffer("closed", closed)
        if model.events is not None:
            self._lay_out_events(model.events)

    def _lay_out_events(self, events: EventHeads) -> None:
        """Make the three hidden layers of events one, and its two heads of triggers one."""
        layers = [events.trigger, events.act, events.argument]
        self.event_widths = [layer[0].out_features for layer in layers]
        self.event_hidden = joined([layer[0] for layer in layers])
        self.trigger = joined([events.types, events.statuses])
        self.trigger_widths = [events.types.out_features, events.statuses.out_features]
        roles, width, _ = events.role_weight.shape
        flat = events.role_weight.detach().permute(1, 0, 2).reshape(width, roles * width)
        self.register_buffer("role_flat", flat.contiguous())

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return UPOS, XPOS and name scores, arc scores, the best label of every arc (uint8), scores of events."""
        words = self._words(torch.cat(self.model.encode(ids, mask, case), dim=-1), first, last)
        upos, xpos, names, tree, *events = (words[:, :, task] for task in range(len(self.model.mixes)))
        root = self.model.root.expand(tree.shape[0], 1, WIDTH)
        hidden = nn.functional.gelu(self.tree(torch.cat([root, tree], dim=1)))
        arc_dependents, arc_heads, dependents, heads = hidden.split(self.widths, dim=-1)
        half = torch.matmul(with_one(arc_dependents[:, 1:]), self.model.arc_weight)
        arcs = torch.matmul(half, arc_heads.transpose(1, 2))
        labels = self._labels(dependents[:, 1:], heads)
        tags = self.model.upos(upos), self.model.xpos(xpos), self.model.names(names)
        return *tags, arcs, labels, *(self._events(events[0]) if events else ())

    def _events(self, words: Tensor) -> tuple[Tensor, ...]:
        """Return the scores of types and statuses, and of roles [B, R, W, W]."""
        hidden = nn.functional.gelu(self.event_hidden(words))
        triggers, acts, arguments = hidden.split(self.event_widths, dim=-1)
        width = arguments.shape[2] + 1
        half = torch.matmul(with_one(acts), self.role_flat)
        half = half.view(half.shape[0], half.shape[1], -1, width).transpose(1, 2)
        roles = torch.matmul(half, with_one(arguments).transpose(1, 2).unsqueeze(1))
        return *self.trigger(triggers).split(self.trigger_widths, dim=-1), roles

    def _words(self, states: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Return each task's words, [B, W, tasks, 384], from all layers side by side."""
        batch, pieces, width = states.shape
        rows = states.reshape(batch * pieces, width)
        offset = torch.arange(batch).unsqueeze(1) * pieces
        pooled = (rows[first + offset] + rows[last + offset]) * 0.5
        return torch.matmul(self.shares, pooled.reshape(batch, first.shape[1], LAYERS + 1, WIDTH))

    def _labels(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return the best label of every arc, [B, W, W + 1]."""
        labels, width = self.closed.shape[0], self.model.label_weight.shape[1]
        half = torch.matmul(with_one(dependents), self.flat)
        half = half.view(half.shape[0], half.shape[1], labels, width)
        scores = torch.matmul(half, with_one(heads).transpose(1, 2).unsqueeze(1)) + self.closed
        return scores.argmax(dim=2).to(torch.uint8)


def joined(layers: Sequence[nn.Linear]) -> nn.Linear:
    """Return several linear layers of one input as one."""
    one = nn.Linear(layers[0].in_features, sum(layer.out_features for layer in layers))
    one.weight.data = torch.cat([layer.weight.detach() for layer in layers])
    one.bias.data = torch.cat([layer.bias.detach() for layer in layers])
    return one


def outputs_of(model: Exported) -> tuple[str, ...]:
    """Return the names of what the network puts out."""
    return OUTPUTS if model.model.events is None else OUTPUTS + EVENT_OUTPUTS


def sample(words: int, batch: int = 1, seed: int = 0) -> tuple[Tensor, ...]:
    """Return made-up inputs of a batch of sentences with two pieces a word."""
    draw = torch.Generator().manual_seed(seed)
    pieces = 2 * words + 2
    ids = torch.randint(1000, VOCABULARY, (batch, pieces), generator=draw)
    mask = torch.ones(batch, pieces, dtype=torch.int64)
    case = torch.randint(0, 7, (batch, pieces), generator=draw)
    first = torch.arange(1, pieces - 1, 2).expand(batch, words).contiguous()
    return ids, mask, case, first, first + 1


def write_plain(model: Exported, path: Path) -> None:
    """Write the network as fp32 ONNX with free batch, piece and word axes."""
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:3]}
    axes |= {name: {0: "batch", 1: "words"} for name in (*INPUTS[3:], *OUTPUTS[:3])}
    axes |= {name: {0: "batch", 1: "words", 2: "heads"} for name in OUTPUTS[3:]}
    if model.model.events is not None:
        axes |= {name: {0: "batch", 1: "words"} for name in EVENT_OUTPUTS[:2]}
        axes["roles"] = {0: "batch", 2: "words", 3: "arguments"}
    torch.onnx.export(
        model,
        sample(7),
        str(path),
        input_names=list(INPUTS),
        output_names=list(outputs_of(model)),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def fuse(source: Path, target: Path) -> None:
    """Fuse attention, layer norms and activations with onnxruntime's BERT optimiser."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    # onnxruntime's SkipLayerNormalization takes several times as long on a CPU as the two steps it replaces.
    options.enable_skip_layer_norm = False
    options.enable_bias_skip_layer_norm = False
    fused = optimize_model(
        str(source),
        model_type="bert",
        num_heads=ATTENTION_HEADS,
        hidden_size=WIDTH,
        opt_level=1,
        optimization_options=options,
    )
    fused.save_model_to_file(str(target))
    print("fused:", {k: v for k, v in fused.get_fused_operator_statistics().items() if v})


def quantise(source: Path, target: Path, *, narrow: bool) -> None:
    """Write the int8 network; ``narrow`` keeps weights to 7 bits (safe where the CPU lacks VNNI)."""
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=list(QUANTISED),
        per_channel=True,
        reduce_range=narrow,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def outputs(path: Path, inputs: tuple[Tensor, ...]) -> list[np.ndarray]:
    """Run an ONNX file."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return list(session.run(None, dict(zip(INPUTS, (i.numpy() for i in inputs), strict=True))))


def scores_as_trained(model: Exported, inputs: tuple[Tensor, ...]) -> list[np.ndarray]:
    """Return the scores that the network gives the way it was trained."""
    ids, mask, case, first, last = inputs
    out = model.model(ids, mask, case, first, last)
    events = (out.types, out.statuses, out.roles)
    tags = (out.upos, out.xpos, out.names, out.arcs)
    return [value.numpy() for value in (*tags, *events) if value is not None]


@torch.no_grad()
def agree(model: Exported, path: Path) -> float:
    """Return the largest difference between torch and an ONNX file on made-up sentences.

    Raises:
        ValueError: if they differ by more than 0.01 or choose other labels.
    """
    worst = 0.0
    for words, batch in ((1, 1), (5, 1), (23, 1), (60, 1), (9, 3)):
        inputs = sample(words, batch, seed=words)
        expected, got = scores_as_trained(model, inputs), outputs(path, inputs)
        labels = got.pop(4)
        worst = max(worst, *(float(np.abs(e - g).max()) for e, g in zip(expected, got, strict=True)))
        same_labels = float((model(*inputs)[4].numpy() == labels).mean())
        if worst > 0.01 or same_labels < 0.999:
            raise ValueError(f"comparing torch with {path.name}: differ by {worst}, {same_labels:.4f} labels same")
    return worst


def export(checkpoints: Sequence[Path], labels_file: Path, out: Path, *, narrow: bool, keep: Path | None) -> None:
    """Write ``analyser.onnx`` and ``labels.json`` into a folder, replacing them in one step."""
    taught: Labels = json.loads(labels_file.read_text(encoding="utf-8"))
    labels: Labels = {**taught, "roles": [role for role in taught["roles"] if role in ROLES]}
    model = analyser(labels)
    weights = mean_of(checkpoints)
    if labels["roles"]:
        weights["events.role_weight"] = weights["events.role_weight"][: len(labels["roles"])]
    model.load_state_dict(weights)
    wrapped = Exported(model.eval(), labels["deprels"].index("root")).eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        plain, fused, small = (Path(folder) / f"{name}.onnx" for name in ("plain", "fused", "small"))
        write_plain(wrapped, plain)
        print(f"plain differs by {agree(wrapped, plain):.1e}")
        fuse(plain, fused)
        print(f"fused differs by {agree(wrapped, fused):.1e}")
        quantise(fused, small, narrow=narrow)
        onnx.save(shorten(onnx.load(small)), small)
        if keep is not None:
            keep.write_bytes(fused.read_bytes())
        digest = hashlib.sha256(small.read_bytes()).hexdigest()
        print(f"int8 {small.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")
        small.replace(out / "analyser.onnx")
    text = json.dumps(labels, indent=1, ensure_ascii=False) + "\n"
    (out / "labels.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, nargs="+", required=True, help="several are averaged")
    parser.add_argument("--labels", type=Path, required=True, help="labels.json that training wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder of the weights")
    parser.add_argument("--wide", action="store_true", help="use 8 bits of weights; wants a CPU with VNNI")
    parser.add_argument("--keep", type=Path, default=None, help="also keep the fp32 network here")
    given = parser.parse_args()
    export(given.checkpoint, given.labels, given.out, narrow=not given.wide, keep=given.keep)


if __name__ == "__main__":
    main()
