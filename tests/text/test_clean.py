"""What is cut is gone, what stays is the raw text to the letter, and every offset finds its way back."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.clean import merged, without

TEXTS = st.text(alphabet=st.sampled_from("ab .\n\r\t(é’א🙂\u2003"), max_size=80)


@st.composite
def cuttings(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """Draw a text and stretches of it, overlapping ones too."""
    text = draw(TEXTS)
    offsets = st.integers(min_value=0, max_value=len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    return text, [(min(pair), max(pair)) for pair in pairs]


@given(cuttings())
def test_every_run_of_the_map_holds_equal_text(case: tuple[str, list[tuple[int, int]]]) -> None:
    """A run says where a stretch of the clean text stands in the raw text, and the same words stand there."""
    raw, cuts = case
    clean, offsets = without(raw, cuts)
    at = 0
    for start, origin, length in offsets.runs:
        assert start == at
        assert length > 0
        assert clean[start : start + length] == raw[origin : origin + length]
        at = start + length
    assert at == len(clean)


@given(cuttings())
def test_runs_come_in_the_order_of_the_raw_text(case: tuple[str, list[tuple[int, int]]]) -> None:
    """No character is taken twice and none is moved before another."""
    _, offsets = without(*case)
    ends = [(origin, origin + length) for _, origin, length in offsets.runs]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


@given(cuttings())
def test_no_word_is_lost_and_none_is_kept_from_a_cut(case: tuple[str, list[tuple[int, int]]]) -> None:
    """White space aside, the clean text is what lies outside the cuts."""
    raw, cuts = case
    clean, _ = without(raw, cuts)
    inside = {i for start, end in cuts for i in range(start, end)}
    wanted = [letter for i, letter in enumerate(raw) if i not in inside and not letter.isspace()]
    assert [letter for letter in clean if not letter.isspace()] == wanted


@given(cuttings())
def test_merged_stretches_never_touch(case: tuple[str, list[tuple[int, int]]]) -> None:
    """Overlapping cuts become one."""
    result = merged(case[1])
    assert all(before[1] < after[0] for before, after in pairwise(result))


def test_a_cut_between_paragraphs_leaves_one_paragraph_break() -> None:
    """The blank line stays, and there is one of it."""
    raw = "First.\n\n(photo)\n\nSecond."
    assert without(raw, [(8, 15)])[0] == "First.\n\nSecond."


def test_a_cut_in_mid_line_leaves_one_space() -> None:
    """Words do not grow together."""
    assert without("One (x) two", [(4, 7)])[0] == "One two"


def test_a_cut_without_white_space_around_it_borrows_one_from_inside() -> None:
    """Text that stood apart only through what is cut stays apart."""
    assert without("One.(by A B)Two.", [(4, 12)])[0] == "One. Two."


def test_nothing_cut_leaves_the_text_as_it_is() -> None:
    """White space inside is not touched."""
    assert without("a  b\r\n\r\nc", [])[0] == "a  b\r\n\r\nc"


def test_an_empty_text_and_a_text_that_is_cut_whole_are_empty() -> None:
    """There are no runs then."""
    assert without("", []) == without("abc", [(0, 3)])
    assert without(" \n", [])[1].runs == ()


def test_a_stretch_across_a_cut_spans_the_cut() -> None:
    """Evidence that goes over a removed caption points at all of it in the raw text."""
    raw = "One [x] two"
    clean, offsets = without(raw, [(4, 7)])
    assert clean == "One two"
    assert raw[slice(*offsets.raw(0, 7))] == raw
    assert raw[slice(*offsets.raw(4, 7))] == "two"
