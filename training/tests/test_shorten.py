"""A network is shortened without changing what comes out."""

from pathlib import Path

import pytest

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

from training.shorten import check_same, constant_shapes, shorten  # noqa: E402

PACKAGED = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "weights" / "analyser.onnx"


@pytest.fixture(scope="module")
def packaged() -> bytes:
    """Give the packaged network."""
    return PACKAGED.read_bytes()


def test_the_packaged_network_is_a_short_one(packaged: bytes) -> None:
    """Nobody has to remember to shorten it."""
    kinds = {node.op_type for node in onnx.load_from_string(packaged).graph.node}
    assert not kinds & {"BiasGelu", "Expand", "ConstantOfShape"}


def test_shortening_a_short_network_changes_nothing_that_comes_out(packaged: bytes) -> None:
    """Not a byte."""
    check_same(packaged, shorten(onnx.load_from_string(packaged)).SerializeToString())


def test_a_network_with_other_figures_is_refused(packaged: bytes) -> None:
    """The comparison would see it."""
    other = onnx.load_from_string(packaged)
    bias = next(weight for weight in other.graph.initializer if weight.name == "model.upos.bias")
    bias.CopyFrom(onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(bias) + 1.0, bias.name))
    with pytest.raises(ValueError, match="other figures"):
        check_same(packaged, other.SerializeToString())


def test_only_the_axis_of_words_is_free(packaged: bytes) -> None:
    """Everything else is a constant."""
    shapes = constant_shapes(onnx.load_from_string(packaged)).values()
    assert all(shape.count(-1) == 1 for shape in shapes)
