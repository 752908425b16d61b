"""What each kind of time expression is resolved to."""

from datetime import date

import pytest

from dragoman.model import When
from dragoman.stages.times import read_times

FRIDAY = date(2022, 3, 11)


def only(text: str, published: date | None = FRIDAY) -> When:
    found = read_times(text, published)
    assert len(found) == 1, [time.span.text for time in found]
    return found[0]


def test_a_month_is_one_where_somebody_bears_it_as_surname_too() -> None:
    """ "In May" is the month, "to May" is the prime minister."""
    text = "Theresa May won in May. They wrote to May in late May, and she has until the end of May."
    assert [time.span.text for time in read_times(text, FRIDAY)] == ["May", "late May", "the end of May"]


def test_a_clock_time_belongs_to_the_day_said_in_full_behind_it() -> None:
    """Not to the day of the report."""
    first, second = read_times("She will speak at 10:30 a.m. on Tuesday, June 21, 2022.", FRIDAY)
    assert (first.value, second.value) == ("2022-06-21T10:30", "2022-06-21")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He signed it on 4 July 1999 in Rome.", "1999-07-04"),
        ("He signed it on July 4, 1999.", "1999-07-04"),
        ("He signed it on the 4th of July, 1999.", "1999-07-04"),
        ("He signed it on Sunday, July 4, 1999.", "1999-07-04"),
        ("He signed it on 1999-07-04.", "1999-07-04"),
        ("He signed it in July of 1999.", "1999-07"),
        ("He signed it in early 1999.", "1999"),
        ("He signed it in the summer of 1999.", "1999-SU"),
        ("He signed it in the third quarter of 1999.", "1999-Q3"),
        ("He signed it in the second half of 1999.", "1999-H2"),
        ("He signed it in the late 1990s.", "199"),
        ("He signed it in the '90s.", "199"),
        ("He signed it in the 19th century.", "18"),
        ("The city fell in 493 BC.", "BC0493"),
        ("The city fell in the 4th century BC.", "BC03"),
        ("Since the 9/11 attacks, he said.", "2001-09-11"),
    ],
)
def test_a_date_in_full_needs_nothing_else(text: str, value: str) -> None:
    """Such a value is `stated` and does not move with the report's day."""
    time = only(text)
    assert (time.value, time.basis) == (value, "stated")
    assert only(text, None).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She met him on Friday.", "2022-03-11"),
        ("She met him on Thursday.", "2022-03-10"),
        ("She met him on Saturday.", "2022-03-05"),
        ("She will meet him on Monday.", "2022-03-14"),
        ("She will meet him next Tuesday.", "2022-03-15"),
        ("She met him last Friday.", "2022-03-04"),
        ("She met him on Tuesday of last week.", "2022-03-01"),
        ("She met him on Thursday morning.", "2022-03-10TMO"),
        ("She met him late on Wednesday.", "2022-03-09TEV"),
        ("She met him earlier on Thursday.", "2022-03-10"),
        ("She met him today.", "2022-03-11"),
        ("She met him yesterday.", "2022-03-10"),
        ("She met him this morning.", "2022-03-11TMO"),
        ("She met him last night.", "2022-03-10TNI"),
        ("She met him last week.", "2022-W09"),
        ("She met him earlier this month.", "2022-03"),
        ("She met him last year.", "2021"),
        ("She met him over the weekend.", "2022-W09-WE"),
        ("She met him in October.", "2021-10"),
        ("She met him last May.", "2021-05"),
        ("She met him last summer.", "2021-SU"),
        ("She met him in mid-February.", "2022-02"),
        ("She met him on Nov. 3.", "2021-11-03"),
        ("She will meet him on 3 April.", "2022-04-03"),
        ("She met him six years ago.", "2016"),
        ("She met him two weeks ago.", "2022-W08"),
        ("She will meet him in three days' time.", "2022-03-14"),
        ("She met him at 8 p.m. on Thursday.", "2022-03-10T20:00"),
        ("She met him at Christmas.", "2021-12-25"),
    ],
)
def test_what_points_is_counted_from_the_report(text: str, value: str) -> None:
    """Tense and distance decide where both directions are possible."""
    time = only(text)
    assert (time.value, time.basis) == (value, "relative to published")


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("It lasted three days.", "P3D", "DURATION"),
        ("It was a two-year term.", "P2Y", "DURATION"),
        ("It lasted several weeks.", "PXW", "DURATION"),
        ("It lasted half an hour.", "PT30M", "DURATION"),
        ("It lasted two and a half years.", "P2.5Y", "DURATION"),
        ("The envoy is a 44-year-old lawyer.", "P44Y", "DURATION"),
        ("It cost more over the past year.", "P1Y", "DURATION"),
        ("They meet every Monday.", "XXXX-WXX-1", "SET"),
        ("They meet on Mondays.", "XXXX-WXX-1", "SET"),
        ("They meet annually.", "XXXX", "SET"),
    ],
)
def test_lengths_and_habits_have_no_days(text: str, value: str, kind: str) -> None:
    """A duration or a set covers no days of the calendar by itself."""
    time = only(text)
    assert (time.value, time.type) == (value, kind)
    assert time.since is None
    assert time.until is None


def test_days_with_a_dash_are_one_stretch() -> None:
    """ "June 20-22" is three days."""
    time = only("He will travel to Oslo June 20-22 for talks.")
    assert time.value == "2022-06-20/2022-06-22"
    assert (time.since, time.until) == (date(2022, 6, 20), date(2022, 6, 22))


def test_days_joined_by_a_word_are_two_expressions() -> None:
    """ "from 3 to 5 March" names its first and its last day."""
    values = [time.value for time in read_times("It ran from 3 to 5 March 2021.", FRIDAY)]
    assert values == ["2021-03-03", "2021-03-05"]


def test_a_year_behind_the_second_month_holds_for_the_first() -> None:
    """ "August and September 1914" are both of 1914."""
    values = [time.value for time in read_times("It rained in August and September 1914.", FRIDAY)]
    assert values == ["1914-08", "1914-09"]


def test_early_and_late_narrow_the_days_but_not_the_value() -> None:
    """TIMEX3 keeps "late" apart from the value; the days show it."""
    time = only("It happened in late June 2021.")
    assert time.value == "2021-06"
    assert time.since is not None
    assert time.since >= date(2021, 6, 20)


def test_later_counts_from_the_date_told_before() -> None:
    """ "Two days later" follows what was told, not the report."""
    times = read_times("They met on 3 May 2021. Two days later they signed.", FRIDAY)
    assert [time.value for time in times] == ["2021-05-03", "2021-05-05"]
    assert times[1].basis == "relative to narrative"


def test_a_day_after_in_news_dates_the_older_act() -> None:
    """ "The call comes a day after he met": the meeting was the day before the news."""
    time = only("The call comes a day after he met the envoy.")
    assert time.value == "2022-03-10"


def test_years_after_an_old_event_do_not_lie_ahead_of_a_history_that_tells_no_date_yet() -> None:
    """ "21 years after the treaty" counts back from the report: nothing told yet can be counted from."""
    text = (
        "It is 21 years after most states signed the treaty. The war of 1848 was long. The king fled in 1849. "
        "He returned in 1850. A truce was signed on 4 March 1851 and renewed in 1852."
    )
    assert read_times(text, FRIDAY)[0].value == "2001"


def test_today_with_its_date_takes_that_date() -> None:
    """A statement read out a day before its release says its own day."""
    times = read_times("Today, March 9, 2022, the ministers met.", FRIDAY)
    assert [time.value for time in times] == ["2022-03-09", "2022-03-09"]


def test_in_a_history_dates_count_from_each_other() -> None:
    """A text full of old years reads "in October" as of the year told last."""
    text = (
        "The war began on 3 May 1848. In June 1848 the town fell. The king fled in 1849. He returned in 1850. "
        "A truce was signed on 4 March 1851 and renewed in 1852. In October the army left. "
        "The following year it came back."
    )
    times = read_times(text, FRIDAY)
    assert [time.value for time in times[-2:]] == ["1852-10", "1853"]
    assert {time.basis for time in times[-2:]} == {"relative to narrative"}


def test_without_a_date_of_the_report_what_points_stays_open() -> None:
    """Nothing is made up: X where digits are unknown, and the basis says so."""
    time = only("She met him on Friday.", None)
    assert (time.value, time.basis, time.since) == ("XXXX-WXX-5", "unknown", None)
    assert only("She met him in October.", None).value == "XXXX-10"
    assert only("She met him last week.", None).value == "XXXX-WXX"


def test_every_reading_says_why() -> None:
    """A value never travels without its reason."""
    times = read_times("She met him on Friday, 3 May 2021, last week, in June, two years ago and every day.", FRIDAY)
    assert len(times) >= 5
    assert all(time.reason for time in times)


def test_a_day_just_behind_beats_a_clause_that_looks_ahead() -> None:
    """ "To condemn the May 27 raid", told on May 30, is no raid of next year."""
    (found,) = read_times("The council met to condemn the May 27 raid.", date(2022, 5, 30))
    assert found.value == "2022-05-27"


def test_a_day_some_months_ahead_is_still_the_coming_one() -> None:
    (found,) = read_times("Voters will go to the polls on February 14.", date(2022, 11, 30))
    assert found.value == "2023-02-14"
