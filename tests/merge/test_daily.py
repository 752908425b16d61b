"""One-a-day counting, as older coders have it."""

from tests.merge.tellers import LUND, ROE, VEGA, accusation, told

from dragoman.merge import merge, one_a_day


def test_two_charges_of_one_against_another_on_a_day_count_once() -> None:
    """With both events and all reports behind the row."""
    events = merge([accusation(1, "dumping of salmon on markets"), accusation(2, "spying through diplomats")]).events
    assert len(events) == 2
    (row,) = one_a_day(events)
    assert (row.actor, row.recipient, len(row.events), row.reports) == ("k:roe", "k:lund", 2, 2)


def test_a_meeting_counts_for_each_ordered_pair() -> None:
    """Both ways, as such data have it."""
    rows = one_a_day(merge([told(1, actors=(ROE, LUND, VEGA))]).events)
    assert len(rows) == 6


def test_what_did_not_happen_or_has_no_day_is_left_out() -> None:
    """Plans, denials, months."""
    mentions = [told(1, status="planned"), told(2, status="denied"), told(3, day="2022-03"), told(4, day=None)]
    assert one_a_day(merge(mentions).events) == ()


def test_the_order_of_events_leaves_no_trace() -> None:
    """Rows are sorted by what they say."""
    events = merge([accusation(1, "dumping"), told(2), told(3, actors=(ROE, VEGA))]).events
    assert one_a_day(reversed(events)) == one_a_day(events)
