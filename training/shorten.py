"""Takes steps out of an exported network that cost time and change no figure, one sentence being read at a time.

    python -m training.shorten src/dragoman/language/weights/analyser.onnx

onnxruntime's fused `BiasGelu` is slower on a CPU than an addition and a `Gelu` behind it; the shapes that the exporter
works out at run time are constants once the batch is one sentence, and so is the mask, which then masks nothing.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
POINTERS = ("first", "last")


def shorten(model: ModelProto) -> ModelProto:
    """Shorten an exported, quantised network in place, and give it back.

    Args:
        model: as ``training.export`` quantises it.

    Returns:
        The same network for batches of one sentence: the same bytes come out, in about a tenth less time.
    """
    shapes = constant_shapes(model)
    graph = model.graph
    _unmask(graph)
    _split_gelus(graph)
    _pad_ones(graph)
    _fix_root(graph)
    _fix_shapes(graph, shapes)
    _drop_unused(graph)
    return model


def constant_shapes(model: ModelProto) -> dict[str, list[int]]:
    """Find the shapes that every `Reshape` gives, by two made-up sentences: an axis that differs is free."""
    names = [node.output[0] for node in model.graph.node if node.op_type == "Reshape"]
    opened = ModelProto()
    opened.CopyFrom(model)
    opened.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = onnxruntime.InferenceSession(opened.SerializeToString(), providers=["CPUExecutionProvider"])
    short, long = (session.run(names, made_up(words)) for words in (5, 11))
    return {
        name: [a if a == b else -1 for a, b in zip(few.shape, many.shape, strict=True)]
        for name, few, many in zip(names, short, long, strict=True)
    }


def made_up(words: int, seed: int = 0) -> dict[str, np.ndarray]:
    """Give the inputs of a sentence of made-up words of two pieces."""
    draw = np.random.default_rng(seed)
    pieces = 2 * words + 2
    first = np.arange(1, pieces - 1, 2, dtype=np.int64)[None]
    return {
        "input_ids": draw.integers(1000, 30000, (1, pieces)),
        "attention_mask": np.ones((1, pieces), dtype=np.int64),
        "case_ids": draw.integers(0, 7, (1, pieces)),
        "first": first,
        "last": first + 1,
    }


def _unmask(graph: GraphProto) -> None:
    """Leave the mask out of the attention: one sentence has no padding. It stays an input that nothing reads."""
    for node in graph.node:
        if node.op_type == "QAttention":
            node.input[5] = ""


def _split_gelus(graph: GraphProto) -> None:
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type != "BiasGelu":
            nodes.append(node)
            continue
        biased = f"{node.name}/biased"
        nodes.append(helper.make_node("Add", list(node.input), [biased], name=f"{node.name}/bias"))
        nodes.append(helper.make_node("Gelu", [biased], list(node.output), name=f"{node.name}/gelu", domain=MICROSOFT))
    _set_nodes(graph, nodes)


def _pad_ones(graph: GraphProto) -> None:
    """Append the constant 1 of a biaffine form by one padding, in place of a shape, its ones and their joining."""
    made = _makers(graph)
    by_one = _constant(graph, "pad/by", np.array([0, 0, 0, 0, 0, 1], dtype=np.int64))
    one = _constant(graph, "pad/with", np.array(1, dtype=np.float32))
    for node in graph.node:
        ones = made.get(node.input[1]) if node.op_type == "Concat" and len(node.input) == 2 else None
        if ones is not None and ones.op_type == "ConstantOfShape" and made[ones.input[0]].op_type == "Shape":
            node.op_type = "Pad"
            _set_inputs(node, [node.input[0], by_one, one])
            del node.attribute[:]


def _fix_root(graph: GraphProto) -> None:
    """Put the learned root before the words as a constant row."""
    weights = {weight.name: weight for weight in graph.initializer}
    for node in [node for node in graph.node if node.op_type == "Expand" and node.input[0] in weights]:
        row = _constant(graph, "root/row", numpy_helper.to_array(weights[node.input[0]]).reshape(1, 1, -1))
        for other in graph.node:
            _set_inputs(other, [row if name == node.output[0] else name for name in other.input])


def _fix_shapes(graph: GraphProto, shapes: dict[str, list[int]]) -> None:
    """Make constants of shapes, and let words point straight at the pieces of the only sentence."""
    made = _makers(graph)
    for node in graph.node:
        if node.op_type == "Reshape" and node.input[1] in made:
            shape = np.array(shapes[node.output[0]], dtype=np.int64)
            _set_inputs(node, [node.input[0], _constant(graph, f"{node.name}/shape", shape)])
        pointer = made.get(node.input[1]) if node.op_type == "Gather" else None
        if pointer is not None and pointer.op_type == "Add" and pointer.input[0] in POINTERS:
            _set_inputs(node, [node.input[0], pointer.input[0]])


def _drop_unused(graph: GraphProto) -> None:
    """Drop nodes and weights whose figures nobody uses any more."""
    wanted = {output.name for output in graph.output}
    kept: list[NodeProto] = []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            wanted.update(node.input)
            kept.append(node)
    _set_nodes(graph, kept[::-1])
    weights = [weight for weight in graph.initializer if weight.name in wanted]
    del graph.initializer[:]
    graph.initializer.extend(weights)


def _makers(graph: GraphProto) -> dict[str, NodeProto]:
    return {output: node for node in graph.node for output in node.output}


def _constant(graph: GraphProto, name: str, value: np.ndarray) -> str:
    graph.initializer.append(numpy_helper.from_array(value, name))
    return name


def _set_nodes(graph: GraphProto, nodes: Sequence[NodeProto]) -> None:
    del graph.node[:]
    graph.node.extend(nodes)


def _set_inputs(node: NodeProto, names: Sequence[str]) -> None:
    del node.input[:]
    node.input.extend(names)


def check_same(before: bytes, after: bytes) -> None:
    """Make sure that two networks give the same bytes for made-up sentences of many lengths.

    Raises:
        ValueError: they do not.
    """
    sessions = [onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]) for model in (before, after)]
    for words in (1, 2, 7, 23, 60, 200):
        old, new = (session.run(None, made_up(words, seed=words)) for session in sessions)
        if not all(np.array_equal(a, b) for a, b in zip(old, new, strict=True)):
            raise ValueError(f"shortening the network: other figures come out for a sentence of {words} words")


def main() -> None:
    """Shorten a network where it stands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", type=Path)
    path = parser.parse_args().network
    before = path.read_bytes()
    model = onnx.load_from_string(before)
    steps = len(model.graph.node)
    after = shorten(model).SerializeToString()
    check_same(before, after)
    path.write_bytes(after)
    print(f"{steps} steps before, {len(model.graph.node)} after; SHA-256 {hashlib.sha256(after).hexdigest()}")


if __name__ == "__main__":
    main()
