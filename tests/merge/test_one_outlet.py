"""What one outlet tells in several reports: each talk once, and what is said again anew."""

from datetime import date

from tests.merge.tellers import BERG, LUND, ROE, VEGA, told

from dragoman.merge import Told, merge

FIRST, NEXT = date(2022, 3, 1), date(2022, 3, 2)


def count(*mentions: Told) -> int:
    return len(merge(mentions).events)


def said(number: int, words: str, day: date, publisher: str = "Sample Wire") -> Told:
    return told(
        number,
        words,
        type="SUPPORT",
        mode=None,
        actors=(ROE,),
        recipients=(LUND,),
        day=day.isoformat(),
        basis="assumed from published",
        published=day,
        publisher=publisher,
    )


def test_talks_of_three_states_are_not_those_of_two_of_them() -> None:
    """An outlet lists who was there; another outlet may have left one out."""
    three = told(1, actors=(ROE, LUND, VEGA), place="Oslo")
    assert count(three, told(2, actors=(ROE, LUND), place="Oslo")) == 2
    assert count(three, told(2, actors=(ROE, LUND), place="Oslo", publisher="Sample Post")) == 1


def test_a_colleague_whom_the_second_report_leaves_out_makes_no_other_talks() -> None:
    """He is of a state that was there anyway."""
    assert count(told(1, actors=(ROE, LUND, BERG), place="Oslo"), told(2, actors=(ROE, LUND), place="Oslo")) == 1


def test_one_side_alone_is_no_meeting_of_two() -> None:
    """Two colleagues who received somebody are named without the guest."""
    assert count(told(1, actors=(ROE, BERG, LUND), place="Oslo"), told(2, actors=(ROE, BERG), place="Oslo")) == 1


def test_support_that_an_outlet_tells_of_again_on_the_next_day_was_given_twice() -> None:
    """In other words; another outlet may be a day late."""
    first = said(1, "reaffirmed firm support for Lund in the fishing quota dispute", FIRST)
    again = "voiced support for Lund in the dispute over every fishing quota"
    assert count(first, said(2, again, NEXT)) == 2
    assert count(first, said(2, again, NEXT, publisher="Sample Post")) == 1


def test_the_same_words_on_the_next_day_are_the_same_support() -> None:
    """The outlet says again what was said."""
    words = "reaffirmed firm support for Lund in the fishing quota dispute of last winter"
    assert count(said(1, words, FIRST), said(2, words + " again", NEXT)) == 1


def at(number: int, day: date, stamp: str | None, basis: str = "relative to published") -> Told:
    return told(number, day=day.isoformat(), basis=basis, published=day, stamp=stamp, place="Oslo")


def test_today_in_two_reports_of_one_night_is_one_day() -> None:
    """Late at night, and four hours after midnight."""
    late, early = "2022-03-01T23:20:00-05:00", "2022-03-02T04:00:00-05:00"
    assert count(at(1, FIRST, late), at(2, NEXT, early)) == 1


def test_today_in_reports_of_two_days_is_two_days() -> None:
    """Of the next noon, of an unknown hour, or spelt out."""
    late, early, noon = "2022-03-01T23:20:00-05:00", "2022-03-02T04:00:00-05:00", "2022-03-02T12:00:00-05:00"
    assert count(at(1, FIRST, late), at(2, NEXT, noon)) == 2
    assert count(at(1, FIRST, late), at(2, NEXT, None)) == 2
    assert count(at(1, FIRST, late), at(2, NEXT, early, basis="stated")) == 2


def test_a_plan_of_the_day_without_a_day_is_what_was_held_then() -> None:
    """A week later it is another."""
    plan = told(1, "will see Lund later about quotas", mode=None, status="planned", day=None, published=FIRST)
    held = told(2, mode=None, published=FIRST)
    later = told(3, mode=None, day="2022-03-08", published=date(2022, 3, 8))
    assert count(plan, held) == 1
    assert count(plan, later) == 2
