"""A report is cut into passages that hold every sentence once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.passages import MOST_LEAD, MOST_PIECES, passages, stretches

SIZES = st.lists(st.integers(1, 300), max_size=60)


@given(SIZES)
def test_passages_hold_every_sentence_once_and_in_order(sizes: list[int]) -> None:
    found = list(passages(sizes, sizes))
    assert [at for passage in found for at in range(passage.first, passage.last)] == list(range(len(sizes)))


@given(SIZES, st.integers(1, MOST_PIECES))
def test_a_stretch_is_no_longer_than_it_may_be_unless_one_sentence_is(sizes: list[int], beginning: int) -> None:
    for at, (first, last) in enumerate(stretches(sizes, beginning)):
        most = MOST_PIECES if at else beginning
        assert last - first == 1 or sum(sizes[first:last]) + last - first <= most


@given(SIZES)
def test_two_stretches_that_would_fit_into_one_are_one(sizes: list[int]) -> None:
    for (first, _), (_, last) in pairwise(stretches(sizes)):
        assert sum(sizes[first:last]) + last - first > MOST_PIECES


def test_the_first_passage_has_no_lead_before_it() -> None:
    first, second = passages([10, 100, 100], [12, 120, 120])
    assert (first.lead, second.lead) == (False, True)


def test_a_long_first_sentence_leads_nothing() -> None:
    assert not any(passage.lead for passage in passages([MOST_LEAD + 1, 100, 100], [60, 120, 120]))


def test_nothing_goes_before_a_sentence_that_alone_is_too_long() -> None:
    assert [passage.lead for passage in passages([10, 900], [12, 1000])] == [False, False]


def test_no_sentences_make_no_passages() -> None:
    assert list(passages([], [])) == []
