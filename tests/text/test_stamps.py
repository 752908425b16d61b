"""Times that pages print about themselves are read, and what is no time is not."""

import pytest

from dragoman.text.stamps import Clock, iso, match, near

OFFSETS = {"GMT": "+00:00", "EST": "-05:00", "BST": "+01:00"}
PLAIN = Clock(offsets=OFFSETS)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("JANUARY 31, 2023 10:11", "2023-01-31T10:11"),
        ("31 January 2023", "2023-01-31"),
        ("Thursday, May 7, 2015", "2015-05-07"),
        ("June 18 , 2009", "2009-06-18"),
        ("3 May 2022, 4.05pm BST", "2022-05-03T16:05+01:00"),
        ("10:11 AM EST, Tue January 31, 2023", "2023-01-31T10:11-05:00"),
        ("31/01/2023 - 10:11", "2023-01-31T10:11"),
        ("12:30 a.m. 1st of March 2020", "2020-03-01T00:30"),
        ("2023-01-31 10:11", "2023-01-31T10:11"),
    ],
)
def test_a_full_date_is_read_in_any_of_the_usual_forms(words: str, value: str) -> None:
    """Day, month and year in words or figures, a time of day before or after."""
    assert match(words, clock=PLAIN) == (len(words), value)


@pytest.mark.parametrize("words", ["January 2023", "on Friday", "31 June 2023", "February 30, 2022", "10:11", "3.4.5"])
def test_what_is_no_full_date_or_no_real_day_is_not_read(words: str) -> None:
    """A month alone, a weekday, and the thirty-first of June are no days."""
    assert match(words, clock=PLAIN) is None


def test_figures_that_may_be_day_or_month_are_read_only_by_a_known_custom() -> None:
    """01/02/2023 depends on who prints it."""
    assert match("01/02/2023", clock=PLAIN) is None
    assert match("01/02/2023", clock=Clock(day_first=True)) == (10, "2023-02-01")
    assert match("01/02/2023", clock=Clock(day_first=False)) == (10, "2023-01-02")


def test_a_time_without_zone_is_on_the_publishers_clock() -> None:
    """Jerusalem is two hours before Greenwich in winter."""
    assert match("January 31, 2023 10:11", clock=Clock(zone="Asia/Jerusalem")) == (22, "2023-01-31T10:11+02:00")


def test_a_time_with_an_offset_is_carried_to_the_publishers_clock() -> None:
    """Shortly after midnight in Greenwich it is still the day before in Washington."""
    assert iso("2022-06-18T00:11:18Z", clock=Clock(zone="America/New_York")) == "2022-06-17T20:11:18-04:00"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2023-01-31", "2023-01-31"),
        ("2022-08-03T19:49:23+00:00", "2022-08-03T19:49:23+00:00"),
        ("Tue, 31 Jan 2023 10:11:00 GMT", "2023-01-31T10:11+00:00"),
        ("Tue, 31 Jan 2023 10:11:00 +0200", "2023-01-31T10:11+02:00"),
    ],
)
def test_a_field_is_read_as_iso_8601_or_as_mail_writes_it(words: str, value: str) -> None:
    """JSON has the one, RSS the other."""
    assert iso(words, clock=PLAIN) == value


@pytest.mark.parametrize("words", ["", "yesterday", "2023-02-30", "2023-13-01", "2023-01-31 or so", "1675159860"])
def test_a_field_that_is_no_date_gives_none(words: str) -> None:
    """Nothing is guessed."""
    assert iso(words, clock=PLAIN) is None


def test_near_counts_days_both_ways() -> None:
    """Three days before and three after."""
    assert near("2023-01-31", "2023-02-03", days=3)
    assert near("2023-02-03T10:00+02:00", "2023-01-31", days=3)
    assert not near("2023-01-31", "2023-02-04", days=3)
