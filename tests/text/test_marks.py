"""Quotation marks: which stretches stand between them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.marks import stretches


def between(text: str) -> list[str]:
    return [text[s.start : s.end] for s in stretches(text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("``", "''"), ("‘", "’"), ("'", "'")],
)
def test_every_style_of_marks_is_read(opening: str, closing: str) -> None:
    """Straight, curly, low, guillemets, LaTeX, single."""
    assert between(f"She said {opening}we are ready to talk{closing} on Monday.") == ["we are ready to talk"]


def test_straight_marks_nest_within_a_paragraph() -> None:
    """A quoted name inside a speech does not end the speech."""
    text = 'He said: "We spoke of the "River Pact" and of trade." Then he left.'
    assert between(text) == ['We spoke of the "River Pact" and of trade.']


def test_a_speech_over_paragraphs_goes_on_until_a_mark_closes_it() -> None:
    """Each paragraph opens with a mark, only the last closes."""
    text = "“We begin today.\n\n“We end on Friday,” she said."
    assert between(text) == ["We begin today.", "We end on Friday,"]
    assert stretches(text)[0].goes_on


def test_a_broken_quotation_is_two_stretches() -> None:
    """ "he said" between closes and opens again."""
    assert between('"We came," he said, "to listen."') == ["We came,", "to listen."]


def test_quotes_within_single_marks_are_one_stretch() -> None:
    """British style: single outside, double inside."""
    assert between("She said: ‘He told me “not now” and left.’") == ["He told me “not now” and left."]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' pay and the miners' strike weren't mentioned.",
        "It was 6' tall and 7\" wide in the '90s.",
        "The king’s men didn’t come.",
        "An opening mark “ that is never closed.",
        "",
    ],
)
def test_apostrophes_inches_and_stray_marks_open_nothing(text: str) -> None:
    """What only looks like a mark makes no stretch."""
    assert between(text) == []


@given(st.text(alphabet="ab \n\"“”„«»`'‘’.,\u05d0😀\r", max_size=80))
def test_stretches_are_ordered_and_apart_in_any_text(text: str) -> None:
    """Stretches never overlap and stay inside the text."""
    found = stretches(text)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_quotation_that_is_broken_over_lines_is_one_stretch() -> None:
    """The first mark behind the broken line can only close."""
    text = 'Marek said, "We came to listen.\nWe learned a lot.\nWe shall come again."\nHe left.'
    assert between(text) == ["We came to listen.\nWe learned a lot.\nWe shall come again."]


def test_a_speech_whose_paragraphs_were_joined_ends_where_it_is_opened_again() -> None:
    """The newspaper's paragraphs stand on one line, each opened and only the last closed."""
    text = "He says: “We begin today. We hope. “We end on Friday.” Then he left."
    assert between(text) == ["We begin today. We hope.", "We end on Friday."]


def test_a_mark_left_open_by_a_slip_takes_no_later_quotation() -> None:
    """What follows opens and closes for itself; a mark within a sentence opens no new paragraph."""
    assert between("A stray “ here.\nThen “we came” he said.") == ["we came"]
    assert between("A stray “ here and “we came” he said.") == ["we came"]
