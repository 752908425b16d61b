"""What holds for every text: spans find their words, output never changes, nothing breaks."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge.times import RuleRow, rules
from dragoman.stages.times import read_times
from dragoman.stages.times.grammar import grammar

FRIDAY = date(2022, 3, 11)
PIECES = st.sampled_from((
    "on", "in", "the", "of", "last", "next", "early", "mid-", "-", ",", ".", "3", "5th", "12", "31", "1999", "2022",
    "BC", "May", "March", "Nov.", "Monday", "Friday", "week", "weeks", "day", "year", "years", "ago", "later",
    "earlier", "before", "after", "two", "several", "every", "this", "that", "same", "end", "first", "half",
    "quarter", "morning", "night", "pm", "10:30", "GMT", "today", "now", "winter", "Christmas", "1990s", "from",
    "to", "and", "between", "😀", "said", "\n\n",
))  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join), st.none() | st.dates())
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_time_words_is_read_without_harm(text: str, published: date | None) -> None:
    """Spans find their words, do not overlap, and days come in order."""
    times = read_times(text, published)
    assert all(time.span.check(text) for time in times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    assert all(time.since <= time.until for time in times if time.since and time.until and "/" not in time.value)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_at_all_is_read_without_harm(text: str) -> None:
    """No text breaks the search."""
    assert all(time.span.check(text) for time in read_times(text, FRIDAY))


def test_the_same_text_gives_the_same_times() -> None:
    """Nothing depends on what was read before."""
    text = "They met on Friday. In 1999 they had met in June. Two days later he left."
    first = read_times(text, FRIDAY)
    read_times("Another text of 3 May 1850.", FRIDAY)
    assert read_times(text, FRIDAY) == first


def test_line_ends_of_any_kind_do_no_harm() -> None:
    """CRLF, emoji and right-to-left text beside a date leave it as it is."""
    for text in ("They met\r\non 3 May 2021.\r\n", "😀 3 May 2021 😀", "שלום 3 May 2021 שלום"):
        assert [time.value for time in read_times(text, FRIDAY)] == ["2021-05-03"]


def test_a_date_does_not_reach_over_a_blank_line() -> None:
    """A heading and the paragraph behind it are two things."""
    values = [time.value for time in read_times("Meeting in May\n\n2019 people came.", FRIDAY)]
    assert "2019-05" not in values


def test_a_megabyte_is_read_whole() -> None:
    """A text far longer than any report is read to its end."""
    text = ("The ministers of both sides talked about trade and water. " * 10 + "They met on Friday. ") * 2_000
    assert len(text) > 1_000_000
    assert len(read_times(text, FRIDAY)) == 2_000


@pytest.mark.parametrize("row", rules(), ids=lambda row: row.name)
def test_every_rule_recognises_its_example(row: RuleRow) -> None:
    """The table's own examples are found by the rule they stand beside, or by one that reads more."""
    found = grammar().find(f"It was by {row.example}, he said.")
    assert any(row.example.lower().split()[-1] in each.text() for each in found)
