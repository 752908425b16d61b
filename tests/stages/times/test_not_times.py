"""What looks like a time and is none."""

from datetime import date

import pytest

from dragoman.stages.times import read_times
from dragoman.stages.times.notation import needed

FRIDAY = date(2022, 3, 11)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke to the envoy.",
        "Theresa May left. The family wrote to May. The plan by May failed, and critics of May rejoiced.",
        "Mrs May left. The talks with the envoy were led by May.",
        "They may march again.",
        "The fall of the city was near.",
        "The forces march on and the walls fall.",
        "The March 8 alliance won seats.",
        "The 14 March Alliance lost seats.",
        "Black September took the plane.",
        "June Jones spoke for the party.",
        "He voted in the second round.",
        "A second man was held.",
        "The sun sat low.",
        "Sun and Sat are not days here.",
        "20th Century Fox made it.",
        "The China Daily said so.",
        "Call 202-555-1999 for more.",
        "It runs on version 2.0.2010 only.",
        "It cost $2010 in all.",
        "It cost 2,010 in all.",
        "Some 1500 people came.",
        "They won 3-2.",
        "They work 24/7 there.",
        "They live on the 5th floor.",
        "A quarter of the seats are empty.",
        "Resolution 1973 was passed.",
        "It rose by 45%.",
        "The number is 1914a.",
        "Turn to page 2010.",
        "",
        "   \n\n  ",
        "😀😀😀",
        "مرحبا بالعالم",
    ],
)
def test_nothing_is_found(text: str) -> None:
    """None of these says when."""
    assert [time.span.text for time in read_times(text, FRIDAY)] == []


def test_a_number_of_people_behind_a_month_is_no_day() -> None:
    """ "In March 12 people" is a month and a count."""
    values = [time.value for time in read_times("In March 12 people were held.", FRIDAY)]
    assert "2022-03-12" not in values


def test_a_day_that_no_calendar_has_gives_no_days() -> None:
    """The 31st of June stays as written, with no days behind it."""
    times = read_times("He came on 31 June 2020.", FRIDAY)
    assert all(time.since is None for time in times if time.value == "2020-06-31")


def test_the_word_holds_no_longer_name_apart() -> None:
    """Only the time itself is in the span, not the words around it."""
    (time,) = read_times("The ministers met on Friday, officials said.", FRIDAY)
    assert time.span.text == "Friday"


def test_a_rule_whose_words_a_text_lacks_is_not_tried() -> None:
    members = {"MONTHNAME": "abc", "DAY": "de", "=of": "f"}.__getitem__
    assert needed("MONTHNAME of? DAY", members) == (frozenset("abc"), frozenset("de"))
    assert needed("MONTHNAME | DAY", members) == ()
    assert needed("(MONTHNAME) DAY*", members) == ()
