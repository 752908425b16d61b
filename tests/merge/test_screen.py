"""The cheap tests before the comparisons change nothing but the time that merging takes."""

from itertools import combinations

from hypothesis import given, settings
from tests.merge.test_merging import MENTIONS

from dragoman.merge import Told
from dragoman.merge.judge import enough, judge
from dragoman.merge.merging import worth_keeping
from dragoman.merge.screen import apart
from dragoman.merge.traits import Traits


@settings(max_examples=200, deadline=None)
@given(MENTIONS)
def test_a_pair_screened_out_would_have_been_judged_different_and_not_kept(mentions: list[Told]) -> None:
    """For every pair, whatever it is like."""
    for left, right in combinations(sorted({one.id: one for one in mentions}.values(), key=lambda one: one.id), 2):
        one, other = Traits(left), Traits(right)
        if apart(one, other):
            link = judge(one, other)
            assert link.verdict == "different"
            assert worth_keeping(link, enough(one, other)) is None
