"""Bursts and changes of level in a series."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ask.shifts import bursts, levels, shifts

CALM = [2, 3, 2, 1, 2, 3, 2, 2, 3, 2, 1, 2]


def test_a_burst_is_found_where_it_is() -> None:
    """Three periods at many times the usual rate."""
    (burst,) = bursts([*CALM, 15, 18, 14, *CALM])
    assert (burst.first, burst.last) == (12, 15)
    assert burst.rate > 2 * burst.before


def test_a_calm_series_has_no_burst_and_no_change() -> None:
    """Chance ups and downs are no news."""
    assert not bursts(CALM * 3)
    assert not levels(CALM * 3)


def test_a_level_that_stays_is_a_change_and_not_a_burst_at_its_end() -> None:
    """The change is put where the level moves."""
    (change,) = levels([*CALM, *(n + 8 for n in CALM)])
    assert change.first == len(CALM)
    assert change.rate > change.before


def test_a_fall_is_told_from_a_rise() -> None:
    """By what came before."""
    series = [{"start": f"2022-{month:02}-01", "count": 9 if month < 7 else 1} for month in range(1, 13)]
    (found,) = [shift for shift in shifts(series, "month") if shift.kind != "burst"]
    assert (found.kind, found.start, found.end) == ("fall", "2022-07-01", "2022-12-31")


@given(st.lists(st.integers(min_value=0, max_value=60), max_size=60))
def test_stretches_lie_within_the_series_in_order_and_apart(series: list[int]) -> None:
    """Whatever the series."""
    for found in (bursts(series), levels(series)):
        edges = [edge for stretch in found for edge in (stretch.first, stretch.last)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(series) for edge in edges)
        assert all(stretch.first < stretch.last for stretch in found)


@given(st.integers(min_value=0, max_value=50), st.integers(min_value=1, max_value=40))
def test_a_constant_series_has_neither(value: int, length: int) -> None:
    """However high it is."""
    assert not bursts([value] * length)
    assert not levels([value] * length)
