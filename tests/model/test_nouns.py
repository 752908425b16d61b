"""The nouns keep their promises."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ids import article_id, digest
from dragoman.model import Analysis, Article, Document, OffsetMap, Span


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_span_finds_its_words(text: str, start: int, length: int) -> None:
    """What was cut out of a text stands there still."""
    if start + length <= len(text):
        assert Span.of(text, start, start + length).check(text)


def test_a_span_outside_the_text_is_refused() -> None:
    """An offset that finds nothing is an error at once, not an empty string later."""
    with pytest.raises(ValueError, match="outside"):
        Span.of("short", 2, 9)


def test_a_span_does_not_fit_another_text() -> None:
    """A span notices that the text is not its own."""
    assert not Span.of("Talks began.", 0, 5).check("War began.")


def test_touching_spans_do_not_overlap() -> None:
    """Offsets are half open."""
    text = "abcdef"
    assert not Span.of(text, 0, 3).overlaps(Span.of(text, 3, 6))


def test_offsets_lead_back_over_a_cut() -> None:
    """A stretch of clean text across a cut stands for the raw text with the cut in it."""
    cut = OffsetMap(runs=((0, 0, 5), (5, 10, 5)))
    assert cut.raw(0, 5) == (0, 5)
    assert cut.raw(5, 10) == (10, 15)
    assert cut.raw(3, 7) == (3, 12)


@given(st.lists(st.one_of(st.none(), st.text(max_size=5)), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_different_parts_have_different_digests(left: list[str | None], right: list[str]) -> None:
    """Parts are kept apart: neither joining nor leaving out gives the same id."""
    assert (digest(*left) == digest(*right)) == (left == right)


def test_a_report_without_a_date_is_not_the_report_with_an_empty_one() -> None:
    """Absent and empty differ."""
    assert article_id(publisher=None, published=None, title=None, raw="x") != article_id(
        publisher=None, published="", title=None, raw="x"
    )


def document() -> Document:
    """Make the smallest document."""
    article = Article(id="r0", text="Hm.", raw="Hm.", offsets=OffsetMap(runs=((0, 0, 3),)))
    return Document(article=article, analysis=Analysis(tokens=(), sentences=(), names=()))


def test_a_layer_is_set_once() -> None:
    """A stage cannot overwrite what another gave."""
    once = document().with_layer("times", ())
    with pytest.raises(ValueError, match="times"):
        once.with_layer("times", ())


def test_a_document_travels_between_processes() -> None:
    """Pickling keeps layers, and they stay read-only."""
    there = pickle.loads(pickle.dumps(document().with_layer("times", ())))
    assert there == document().with_layer("times", ())
    with pytest.raises(TypeError):
        there.layers["times"] = ()
