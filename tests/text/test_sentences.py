"""Sentences begin and end where a reader of news would say."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import sentences
from dragoman.text.overlong import MOST_WORDS


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Alder met Sen. Birch in Washington.",
        "Foreign Min. Alder flew home.",
        "J. J. Elm and George W. Oak spoke.",
        "The U.S. Secretary of State came on Tuesday.",
        "Talks began at 9 a.m. Tuesday and ended at 5 p.m. Friday.",
        "They met on Dec. 9 and again on Jan. 31.",
        "See No. 5 and Art. 51, p. 12.",
        "Prices rose by 1.5 percent to $4.2bn.",
        "Elm Corp. President Dana Oak resigned.",
        "The D.C. Circuit heard Elm v. Oak in Augusta, Ga., on Monday.",
        "It reached St. Petersburg via Ft. Oak.",
        "The case of Elm v. Oak is old.",
        "She wrote to a.b@example.org and read www.example.org yesterday.",
        "Yahoo! is a firm.",
        "He paused ... and went on.",
        "UNESCO — the culture agency — met on Friday.",
        "Note: the talks went on.",
        "US - Iran talks went on.",
        "1. The first point is peace.",
        "William M. “Bill” Elm and Adm. Dana Oak (ret.) Kim Birch spoke.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    """Abbreviations, initials, numbers and addresses stay with their sentence."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["They met.", "They talked."],
        ["He lives in the U.S.", "The envoy does not."],
        ["It ended at 5 p.m.", "He left."],
        ["She joined Elm Inc.", "In 2003 she left."],
        ["They met in Washington, D.C.", "Secretary Elm left."],
        ["He said no.", "Then he left."],
        ["Is it over?", "Nobody knows!", "It may be."],
        ["It fell to 5.", "The rest stayed."],
        ["They come on Oct. 21.", "Nobody knows why."],
        ["They agreed: 1. Ports open.", "2. Roads open."],
        ["They left in 2003.", "12 years later they came back."],
        ["He waited...", "Nobody came."],
        ["They agreed (at last).", "He smiled."],
        ["(They agreed at last.)", "He smiled."],
        ["They agreed.[1]", "He smiled.[2][3]"],
        ["انتهى الاجتماع.", "غادر الوزير."],
    ],
)
def test_a_sentence_ends_at_its_stop(parts: list[str]) -> None:
    """A full stop, question mark or ellipsis ends a sentence where a new one begins after it."""
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        '"They must not get nuclear weapons," Elm said.',
        "“Will they come?” he asked.",
        "“Never!” shouted the crowd.",
        "“Will they come?” Minister Elm asked.",
        "“Will they come?” Elm asked in Oslo.",
        "The deal was called “warm, productive, and open.”",
    ],
)
def test_a_quotation_and_the_words_that_give_its_speaker_are_one_sentence(text: str) -> None:
    """A mark inside the quotation does not end the sentence that tells who spoke."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ['"We met.', 'We talked."', "He left."],
        ["“We met.", "We talked.”", "He left."],
        ["He told her, “We met.", "We talked.”"],
        ["“Will they come?”", "Elm asked himself whether the others knew."],
        ["“Will they come?”", "She did not answer."],
        ["'We met.'", "He left."],
        ["`` We met . ''", "He left ."],
    ],
)
def test_sentences_inside_a_quotation_are_cut(parts: list[str]) -> None:
    """Closing marks stay with the sentence they close, opening marks with the one they open."""
    assert cut(" ".join(parts)) == parts


def test_a_headline_is_a_sentence() -> None:
    """A line without a stop stands alone when the next begins a sentence."""
    assert cut("Elm meets Oak\nThe two ministers met.\nBy Sample Staff\n\nThey talked.") == [
        "Elm meets Oak",
        "The two ministers met.",
        "By Sample Staff",
        "They talked.",
    ]


def test_a_line_that_goes_on_in_lower_case_joins_the_next() -> None:
    """A break inside a sentence is no end."""
    assert cut("The ministers of both\nstates met. They\ntalked.") == [
        "The ministers of both\nstates met.",
        "They\ntalked.",
    ]


def test_a_text_broken_at_a_fixed_width_is_joined_even_before_capitals() -> None:
    """Where lines are as full as they can be, a capital does not begin a sentence."""
    text = (
        "The foreign minister of Norway flew to Geneva on Monday to meet his colleague\n"
        "Dana Oak, who had asked for the talks, and the two of them spoke until late in\n"
        "Geneva about fish. They will meet again in spring, said the spokesman of the\n"
        "Norwegian embassy."
    )
    assert len(cut(text)) == 2


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "1. ", "(a) "])
def test_list_items_are_sentences(mark: str) -> None:
    """Each line that begins with a bullet or a number stands alone, in lower case too."""
    text = f"They agreed on:\n{mark}open borders\n{mark}more trade"
    assert cut(text) == ["They agreed on:", f"{mark}open borders", f"{mark}more trade"]


def test_bullets_within_a_line_cut_it() -> None:
    """A bullet begins an item even without a line break."""
    assert cut("On the table: • borders • trade") == ["On the table:", "• borders", "• trade"]


def test_a_speakers_label_stands_alone() -> None:
    """The label of a turn is part of no clause; what follows is analysed without it."""
    assert cut("QUESTION: Will you go?\nMR ELM: Yes. Soon. DR. OAK (via telephone): I met him.") == [
        "QUESTION:",
        "Will you go?",
        "MR ELM:",
        "Yes.",
        "Soon.",
        "DR. OAK (via telephone):",
        "I met him.",
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON (Sample Wire) —",
        "OSLO, Feb. 5 (Sample Wire) --",
        "NEW YORK —",
        "THE HAGUE, Netherlands (SW) –",
        "AUGUSTA, Ga. (SW) —",
        "SALEM, Ore. --",
        "OSLO, 19 Feb. -",
        "Geneva, 5 February 2023 (Sample Wire) –",
        "NEW DELHI:",
    ],
)
def test_a_dateline_stands_alone(dateline: str) -> None:
    """Place, day and agency before the first sentence are part of no clause."""
    assert cut(f"{dateline} Ministers met on Friday.") == [dateline, "Ministers met on Friday."]


def test_a_quotation_over_several_paragraphs_is_cut_at_each() -> None:
    """A mark that opens again at a new paragraph begins a sentence."""
    assert cut("“We met.\n\n“We talked,” he said.") == ["“We met.", "“We talked,” he said."]


def test_a_missing_space_after_a_stop_still_ends_the_sentence() -> None:
    """Pages lose their line breaks; words that stick together are still two sentences."""
    assert cut("They met.They talked.”He left.") == ["They met.", "They talked.”", "He left."]


@pytest.mark.parametrize(
    "text", ["Read example.Com today.", "Write to dana.Oak@example.org now.", "Version 2.Beta came out."]
)
def test_a_stop_inside_an_address_ends_nothing(text: str) -> None:
    """Web and mail addresses are not two sentences."""
    assert cut(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\r\n\r\n", "\ufeff\u200b\n"])
def test_no_sentence_in_nothing(text: str) -> None:
    """Text that prints nothing holds no sentence."""
    assert cut(text) == []


def test_line_ends_of_every_system_are_the_same() -> None:
    """CRLF, CR and LF cut alike."""
    text = "Elm meets Oak\nThe two met.\n\nThey talked."
    expected = cut(text)
    assert cut(text.replace("\n", "\r\n")) == cut(text.replace("\n", "\r")) == expected


def test_a_text_without_any_stop_comes_back_in_bounded_pieces() -> None:
    """Five million letters without an end take seconds, and no sentence has more than 250 words."""
    text = "the ministers met and, as ever, talked " * 125_000
    began = time.process_time()
    found = sentences.split(text)
    assert time.process_time() - began < 15
    assert max(text.count(" ", start, end) for start, end in found) < MOST_WORDS
    assert all(text[end - 1] == "," for start, end in found[:-1])


@pytest.mark.parametrize(
    "unit", [".", "!", '."', "a.", ". ", "\n", "•", "“", "a\n", "A. ", "? ", "[1]", "-", "AB ", "' "]
)
def test_a_long_run_of_marks_takes_time_in_proportion(unit: str) -> None:
    """No pattern goes back over what it has read."""
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    sentences.split(text)
    assert time.process_time() - began < 6


@given(st.text(alphabet="aB .!?\"“”'()\n\r1,•-\u200f…", max_size=120) | st.text(max_size=120))
def test_sentences_hold_all_that_is_printed(text: str) -> None:
    """Sentences lie in order, do not overlap, are not empty, have clean edges, and lose no letter or mark."""
    before = 0
    for start, end in sentences.split(text):
        assert before <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert not any(letter.isprintable() and not letter.isspace() for letter in text[before:start])
        before = end
    assert not any(letter.isprintable() and not letter.isspace() for letter in text[before:])


@given(st.lists(st.sampled_from(["They met.", "“Who?” he asked.", "Elm meets Oak", "It cost $1.5m."]), max_size=6))
def test_a_paragraph_is_cut_alike_wherever_it_stands(parts: list[str]) -> None:
    """An empty line keeps paragraphs apart."""
    assert cut("\n\n".join(parts)) == parts
