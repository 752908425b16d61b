"""What a report is about stands in its head, and its day's news in the upper part; what is long past is background."""

from datetime import date

import pytest

from dragoman.stages.events.salience import salience

DAY = date(2023, 3, 10)


@pytest.mark.parametrize(
    ("sentence", "day", "said"),
    [
        (0, "2023-03-10", "main"),
        (7, "2023-03-09", "main"),
        (18, "2023-03-09", "other"),
        (2, "2023-03-01", "main"),
        (7, "2023-03-01", "other"),
        (2, "2022", "background"),
    ],
)
def test_the_place_and_the_day_of_an_act_weigh(sentence: int, day: str, said: str) -> None:
    """News of the day told far below is beside what the report is about."""
    assert salience(sentence=sentence, day=day, published=DAY, tense="past") == said


def test_what_has_no_day_goes_by_its_place_and_tense() -> None:
    """A pluperfect looks back."""
    assert salience(sentence=1, day=None, published=DAY, tense="past") == "main"
    assert salience(sentence=5, day=None, published=DAY, tense="past") == "other"
    assert salience(sentence=1, day=None, published=DAY, tense="pluperfect") == "background"
