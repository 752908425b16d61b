"""Lines that a fixed width broke are put together, and no others."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.formats.lines import unbroken

SAID = ["the", "minister", "of", "Zenda", "met", "his", "well-known", "colleague", "and", "spoke"]
WORDS = st.lists(st.sampled_from(SAID), min_size=60, max_size=200)


@given(words=WORDS, width=st.integers(50, 90))
def test_what_a_program_broke_at_a_width_is_whole_again(words: list[str], width: int) -> None:
    """Hyphens at the end of a line stay, and no space comes after them."""
    text = " ".join(words) + "."
    assert unbroken(textwrap.fill(text, width) + "\n\n" + textwrap.fill(text, width)) == f"{text}\n\n{text}"


def test_short_lines_lists_and_verses_stay_as_they_are() -> None:
    """There the breaks are the writer's own."""
    for text in (
        "First point\nSecond point\nThird point, a little longer than the others\nFourth",
        "Present were the following:\n- the foreign minister of Ruritania and his deputy\n- an envoy\n- others",
        "One line alone that is as long as any line in a mail may be, and then nothing more.",
        "",
    ):
        assert unbroken(text) == text


def test_a_list_within_wrapped_prose_keeps_its_lines() -> None:
    """Each item begins with its mark."""
    prose = textwrap.fill("The minister of Zenda met his colleague and spoke of trade and of the river. " * 4, 72)
    text = f"{prose}\n\nThey agreed:\n- to meet again in the capital of Ruritania in the month of June\n- to write"
    assert unbroken(text).endswith("of June\n- to write")


def test_a_headline_over_a_paragraph_of_print_stays_apart() -> None:
    """Print has no blank lines, and lines of unlike length."""
    text = (
        "Ministers meet in the capital\nThe foreign minister of Ruritania met his colleague from Zenda in the capital "
        "on\nTuesday and spoke with him of trade and of the\nriver that divides the two states, and of the "
        "prisoners who\nare still held.\nThey will meet again."
    )
    lines = unbroken(text, printed=True).split("\n")
    assert lines[0] == "Ministers meet in the capital"
    assert lines[-1] == "They will meet again."
