"""The network: a small BERT, a letter-case embedding, heads for tags, names and trees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

TASKS = ("upos", "xpos", "names", "tree")
EVENTS = "events"
TRIGGER_WIDTH, ROLE_WIDTH = 256, 128
WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512


class Output(NamedTuple):
    """Scores of a batch: words W, heads W + 1 (column 0 is the root)."""

    upos: Tensor  # [B, W, U]
    xpos: Tensor  # [B, W, X]
    names: Tensor  # [B, W, 7]
    arcs: Tensor  # [B, W, W + 1]
    label_dependents: Tensor  # [B, W, 96]
    label_heads: Tensor  # [B, W + 1, 96]
    types: Tensor | None = None  # [B, W, T]
    statuses: Tensor | None = None  # [B, W, 4]
    roles: Tensor | None = None  # [B, R, W, W]: role, trigger, word


class Embeddings(nn.Module):
    """Word pieces, positions and letter case."""

    def __init__(self, cases: int) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(VOCABULARY, WIDTH)
        self.position_embeddings = nn.Embedding(POSITIONS, WIDTH)
        self.token_type_embeddings = nn.Embedding(2, WIDTH)
        self.case_embeddings = nn.Embedding(cases, WIDTH)
        self.LayerNorm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        nn.init.zeros_(self.case_embeddings.weight)

    def forward(self, ids: Tensor, case: Tensor) -> Tensor:
        """Return [B, S, 384] for ids and case, both [B, S]."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        summed = (
            self.word_embeddings(ids)
            + self.case_embeddings(case)
            + self.position_embeddings(positions)
            + self.token_type_embeddings.weight[0]
        )
        return self.dropout(self.LayerNorm(summed))


class Layer(nn.Module):
    """One transformer layer, written so that onnxruntime's BERT fusion recognises it."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return [B, S, 384]; bias [B, 1, 1, S] shuts padding out."""
        shape = (*x.size()[:-1], ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query = self.query(x).view(shape).permute(0, 2, 1, 3)
        key = self.key(x).view(shape).permute(0, 2, 1, 3)
        value = self.value(x).view(shape).permute(0, 2, 1, 3)
        scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(WIDTH // ATTENTION_HEADS)
        # No dropout on the attention itself: drawing its mask slows every step.
        context = torch.matmul(torch.softmax(scores + bias, dim=-1), value)
        context = context.permute(0, 2, 1, 3).contiguous()
        context = context.view((*context.size()[:-2], WIDTH))
        x = self.attended_norm(self.dropout(self.attended(context)) + x)
        return self.outer_norm(self.dropout(self.outer(nn.functional.gelu(self.inner(x)))) + x)


class Mix(nn.Module):
    """A learned soft mixture of all layers."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(LAYERS + 1))
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, states: list[Tensor]) -> Tensor:
        """Mix tensors of one shape."""
        weights = torch.softmax(self.weights, dim=0) * self.scale
        mixed = states[0] * weights[0]
        for index in range(1, len(states)):
            mixed = mixed + states[index] * weights[index]
        return mixed


def hidden(width: int, dropout: float = 0.33) -> nn.Sequential:
    """Return one hidden layer with dropout."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(dropout))


class EventHeads(nn.Module):
    """What a word tells: the type and status of an act, and how well each word fits each role of it."""

    def __init__(self, *, types: int, statuses: int, roles: int) -> None:
        super().__init__()
        self.trigger = hidden(TRIGGER_WIDTH, 0.2)
        self.types = nn.Linear(TRIGGER_WIDTH, types)
        self.statuses = nn.Linear(TRIGGER_WIDTH, statuses)
        # Few words tell an act, and of all pairs of words few are act and argument.
        self.types.bias.data[0] = 5.0
        self.act, self.argument = hidden(ROLE_WIDTH, 0.2), hidden(ROLE_WIDTH, 0.2)
        self.role_weight = nn.Parameter(torch.zeros(roles, ROLE_WIDTH + 1, ROLE_WIDTH + 1))
        nn.init.normal_(self.role_weight, std=0.02)
        self.role_weight.data[:, -1, -1] = -4.0

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Score words [B, W, 384]: types, statuses, and roles [B, R, W, W]."""
        trigger = self.trigger(words)
        return self.types(trigger), self.statuses(trigger), self.roles(self.act(words), self.argument(words))

    def roles(self, acts: Tensor, arguments: Tensor) -> Tensor:
        """Score each word as each argument of each act."""
        half = torch.matmul(with_one(acts).unsqueeze(1), self.role_weight)
        return torch.matmul(half, with_one(arguments).transpose(1, 2).unsqueeze(1))


class Analyser(nn.Module):
    """Words in, scores of tags, names, arcs, arc labels and, with ``types`` > 0, events out."""

    def __init__(
        self,
        *,
        cases: int,
        upos: int,
        xpos: int,
        deprels: int,
        names: int,
        types: int = 0,
        statuses: int = 0,
        roles: int = 0,
    ) -> None:
        super().__init__()
        self.embeddings = Embeddings(cases)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mixes = nn.ModuleDict({task: Mix() for task in TASKS})
        self.dropouts = nn.ModuleList((nn.Dropout(0.33), nn.Dropout(0.2)))
        self.upos = nn.Linear(WIDTH, upos)
        self.xpos = nn.Linear(WIDTH, xpos)
        self.names = nn.Sequential(hidden(WIDTH), nn.Linear(WIDTH, names))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_dependent, self.arc_head = hidden(192), hidden(192)
        self.label_dependent, self.label_head = hidden(96), hidden(96)
        self.arc_weight = nn.Parameter(torch.empty(193, 192))
        self.label_weight = nn.Parameter(torch.zeros(deprels, 97, 97))
        nn.init.xavier_uniform_(self.arc_weight)
        nn.init.normal_(self.label_weight, std=0.02)
        self.events: EventHeads | None = None
        if types:
            self.mixes[EVENTS] = Mix()
            self.events = EventHeads(types=types, statuses=statuses, roles=roles)

    def encode(self, ids: Tensor, mask: Tensor, case: Tensor) -> list[Tensor]:
        """Return the embedding and every layer's output, each [B, S, 384]."""
        x = self.embeddings(ids, case)
        bias = (1.0 - mask[:, None, None, :].to(torch.float32)) * -10000.0
        states = [x]
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, first: Tensor, last: Tensor) -> Output:
        """Score a batch; ids, mask, case are [B, S]; first, last [B, W] are the words' outer pieces."""
        states = self.encode(ids, mask, case)
        words = {
            task: self.dropouts[task == EVENTS](pool(mix(states), first, last)) for task, mix in self.mixes.items()
        }
        tree = words["tree"]
        heads = torch.cat([self.root.expand(tree.shape[0], 1, WIDTH).to(tree.dtype), tree], dim=1)
        dependent = with_one(self.arc_dependent(tree))
        arcs = torch.matmul(torch.matmul(dependent, self.arc_weight), self.arc_head(heads).transpose(1, 2))
        return Output(
            self.upos(words["upos"]),
            self.xpos(words["xpos"]),
            self.names(words["names"]),
            arcs,
            self.label_dependent(tree),
            self.label_head(heads),
            *(self.events(words[EVENTS]) if self.events is not None else ()),
        )

    def label_scores(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the labels of given arcs: [N, 96] and [N, 96] give [N, L]."""
        dependents, heads = with_one(dependents), with_one(heads)
        half = torch.einsum("ni,lij->nlj", dependents, self.label_weight.to(dependents.dtype))
        return torch.einsum("nlj,nj->nl", half, heads)


def with_one(x: Tensor) -> Tensor:
    """Append a constant 1, the bias of a biaffine form."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def pool(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Return the mean of the first and last piece of each word: [B, S, D] gives [B, W, D]."""
    return (pick(x, first) + pick(x, last)) * 0.5


def pick(x: Tensor, index: Tensor) -> Tensor:
    """Gather rows of each batch element."""
    return torch.gather(x, 1, index.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


RENAMED = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "outer_norm",
}


def mean_of(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """Return the mean of the weights of some checkpoints of one training."""
    states = [torch.load(path, weights_only=True) for path in checkpoints]
    return {name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]}


def load_first(model: Analyser, first: dict[str, Tensor]) -> None:
    """Put the weights of a network into one that sees events, whether it saw them already or not.

    Raises:
        ValueError: if a weight beside those of events is not in ``first``.
    """
    state = model.state_dict()
    known = first.get("events.role_weight")
    if known is not None and model.events is not None:
        # whoever takes part in a story is at first looked for as in the sentence
        new = len(model.events.role_weight) - len(known)
        first = {**first, "events.role_weight": torch.cat([known, known[:new]])}
    missing = {name for name in state if not name.startswith(("events.", f"mixes.{EVENTS}."))} - first.keys()
    if missing:
        raise ValueError(f"starting from a first network: missing {sorted(missing)[:5]}")
    model.load_state_dict(first, strict=False)
    if f"mixes.{EVENTS}.weights" not in first:
        model.mixes[EVENTS].load_state_dict(model.mixes["tree"].state_dict())


def load_encoder(model: Analyser, path: Path) -> None:
    """Put the pretrained weights of a BERT checkpoint (``model.safetensors``) into the encoder.

    Raises:
        ValueError: if a weight of the encoder is not in the checkpoint.
    """
    from safetensors.torch import load_file

    wanted: dict[str, Tensor] = {}
    for name, value in load_file(path).items():
        name = name.removeprefix("bert.")
        if name.startswith("embeddings.") and "position_ids" not in name:
            wanted[name] = value
        elif name.startswith("encoder.layer."):
            _, _, number, rest = name.split(".", 3)
            stem, _, kind = rest.rpartition(".")
            wanted[f"layers.{number}.{RENAMED[stem]}.{kind}"] = value
    missing = (
        {name for name in model.state_dict() if name.startswith(("embeddings.", "layers."))}
        - wanted.keys()
        - {"embeddings.case_embeddings.weight"}
    )
    if missing:
        raise ValueError(f"reading the encoder from {path.name}: missing {sorted(missing)[:5]}")
    model.load_state_dict(wanted, strict=False)
