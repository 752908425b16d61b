"""Lines know their place."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.lines import evened, remaining, split


@given(st.text(alphabet=st.sampled_from("ab \n\r\t\u00a0é🙂"), max_size=60))
def test_a_line_stands_where_it_says(text: str) -> None:
    """Its text is the slice, blank lines are none."""
    for line in split(text):
        assert text[line.start : line.end] == line.text == line.text.strip() != ""


@given(st.text(max_size=60))
def test_evening_spaces_keeps_every_offset(text: str) -> None:
    """Code point for code point."""
    assert len(evened(text)) == len(text)


def test_a_line_cut_at_its_beginning_is_shortened_and_one_cut_whole_is_gone() -> None:
    """What is left knows its new place."""
    raw = "By A\nOSLO - Talks went on\nend"
    left = remaining(split(raw), [(0, 4), (5, 12)], raw)
    assert [line.text for line in left] == ["Talks went on", "end"]
    assert raw[left[0].start : left[0].end] == "Talks went on"


def test_a_turn_is_told_from_a_sentence_with_a_colon() -> None:
    """Capitals before a colon speak."""
    assert split("MR SMITH: Well, yes.")[0].is_turn
    assert split("QUESTION: Why?")[0].is_turn
    assert not split("The minister said: Well, yes.")[0].is_turn
