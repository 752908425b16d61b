"""The small series on the front page."""

from dragoman.ask.counting import Tally
from dragoman.web.bars import HEIGHT, WIDTH, bars


def tally(period: str, key: str, count: int) -> Tally:
    """Make a count."""
    return Tally(
        key=key, id=key, period=period, start=f"{period}-01", count=count, goldstein_mean=None, goldstein_sum=0
    )


def test_the_highest_period_fills_the_height_and_all_lie_inside() -> None:
    """A month without events leaves its room empty."""
    made = bars([tally("2021-12", "verbal cooperation", 1), tally("2022-02", "verbal conflict", 4)], "month")
    assert [bar.height for bar in made] == [HEIGHT / 4, HEIGHT]
    assert made[1].x == round(WIDTH * 2 / 3, 2)


def test_classes_stand_on_each_other_in_their_order() -> None:
    """Whatever the order of the counts."""
    made = bars([tally("2022-01", "material conflict", 1), tally("2022-01", "verbal cooperation", 1)], "month")
    assert [(bar.quad, bar.y) for bar in made] == [(1, HEIGHT / 2), (4, 0)]


def test_a_record_without_days_has_no_bars() -> None:
    """And no division by nothing."""
    assert bars([], "month") == []
