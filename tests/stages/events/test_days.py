"""A day in a sentence is the act's own, or that of something else that the sentence names."""

from collections.abc import Callable

import pytest

from dragoman.model import Document, EventMention
from dragoman.stages.events import Events

Read = Callable[..., Document]
OPENING = "Chad is at peace. Its markets are full. The rains have come. The roads are dry. "
"""Four sentences that tell no event."""


@pytest.fixture(autouse=True)
def by_rule_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no words date is weighed as well; that has tests of its own."""
    monkeypatch.setattr("dragoman.stages.events.dating.day_weights", dict)


def of(kind: str, document: Document) -> EventMention:
    return next(event for event in Events()(document) if event.type == kind)


def day_of(kind: str, document: Document) -> str | None:
    date = of(kind, document).date
    return date.value if date is not None else None


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("ACCUSE", "Norway condemned the March 7 missile launch by North Korea."),
        ("ACCUSE", "The Malian minister condemned Tuesday's attack on Gao."),
        ("SUPPORT", "Norway praised the ceasefire of 2 March."),
        ("CONSULT", "The Libyan minister and the Greek minister discussed the June 23 Conference on Libya."),
    ],
)
def test_what_an_act_of_words_is_about_has_a_day_of_its_own(kind: str, sentence: str, report: Read) -> None:
    assert day_of(kind, report(sentence)) == "2023-03-10"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway on Tuesday condemned the launch by North Korea.",
        "At Tuesday's summit, Norway condemned the launch by North Korea.",
    ],
)
def test_the_day_of_an_act_of_words_itself_or_of_its_occasion_is_its_own(sentence: str, report: Read) -> None:
    assert day_of("ACCUSE", report(sentence)) == "2023-03-07"


def test_an_act_that_others_spoke_of_is_not_of_the_day_on_which_they_spoke(report: Read) -> None:
    document = report("President Biden spoke on Thursday with President Macron about Russia's attack on Ukraine.")
    assert day_of("CONSULT", document) == "2023-03-09"
    assert day_of("ASSAULT", document) is None


def test_what_another_act_came_after_is_not_of_its_day(report: Read) -> None:
    document = report("On Thursday President Biden met President Yoon after North Korea's missile launches.")
    assert day_of("CONSULT", document) == "2023-03-09"
    assert day_of("MOBILIZE", document) is None


def test_what_happened_does_not_lie_ahead(report: Read) -> None:
    document = report("Norway and Chad discussed the upcoming June summit in Oslo.")
    assert day_of("CONSULT", document) == "2023-03-10"


def test_talks_that_lie_ahead_are_planned(report: Read) -> None:
    talks = of("CONSULT", report("The talks between Norway and Chad next week worry Mali."))
    assert talks.status == "planned"
    assert talks.date is not None
    assert talks.date.value == "2023-03-13/2023-03-19"


def test_aid_that_is_promised_is_promised_on_the_day_of_the_report(report: Read) -> None:
    document = report("The United States will provide $40 million in humanitarian assistance to Chad.")
    assert day_of("AGREE", document) == "2023-03-10"


def test_what_goes_on_since_a_day_lasts_from_then_until_the_report(report: Read) -> None:
    document = report("The Taliban have held three Norwegian journalists since January 5.")
    assert day_of("COERCE", document) == "2023-01-05/2023-03-10"


def test_a_report_that_has_gone_back_in_time_stays_there(report: Read) -> None:
    document = report(OPENING + "In May 2019 the general left Mali. Turkish police arrested him at the border.")
    assert day_of("COERCE", document) is None


def test_a_report_that_has_gone_back_to_a_day_goes_on_with_that_day(report: Read) -> None:
    document = report(OPENING + "On February 14 the general left Mali. Turkish police arrested him at the border.")
    assert day_of("COERCE", document) == "2023-02-14"


def test_a_report_that_tells_the_news_of_yesterday_goes_on_with_it(report: Read) -> None:
    document = report(OPENING + "The general left Mali on Thursday. Turkish police arrested him at the border.")
    assert day_of("COERCE", document) == "2023-03-09"


def test_a_report_that_tells_the_news_of_its_own_day_too_goes_on_with_that(report: Read) -> None:
    text = "Mali voted on Friday. The general left Mali on Thursday. Turkish police arrested him at the border."
    assert day_of("COERCE", report(text)) == "2023-03-10"


def test_what_is_told_far_below_yesterday_is_told_of_the_day_of_the_report(report: Read) -> None:
    document = report("The general left Mali on Thursday. " + OPENING + "Turkish police arrested him at the border.")
    assert day_of("COERCE", document) == "2023-03-10"


def test_a_headline_tells_what_happened_on_the_day_below_it(report: Read) -> None:
    document = report("Turkey arrests general\n\nThe general left Mali on Tuesday. The rains have come.")
    assert day_of("COERCE", document) == "2023-03-07"


def test_a_first_sentence_is_no_headline(report: Read) -> None:
    document = report("Turkish police arrested the general. The general left Mali on Tuesday.")
    assert day_of("COERCE", document) == "2023-03-10"


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkish police have already arrested the general.",
        "Turkish police previously arrested the general.",
        "Turkish police have arrested the general in recent years.",
    ],
)
def test_what_is_said_to_lie_before_the_news_is_not_of_its_day(sentence: str, report: Read) -> None:
    assert day_of("COERCE", report(sentence)) is None


def test_what_was_done_in_recent_days_was_done_this_month(report: Read) -> None:
    document = report("Turkish police have arrested the general in recent days.")
    assert day_of("COERCE", document) == "2023-03"


def test_hours_earlier_is_no_other_day(report: Read) -> None:
    assert day_of("COERCE", report("Hours earlier, Turkish police arrested the general.")) == "2023-03-10"


def test_the_perfect_far_down_a_report_tells_how_things_stand(report: Read) -> None:
    document = report(OPENING * 3 + "Turkish police have arrested the general.")
    assert day_of("COERCE", document) is None


def test_the_perfect_tells_the_news_at_the_head_of_a_report_and_in_what_is_said(report: Read) -> None:
    assert day_of("COERCE", report("Turkish police have arrested the general.")) == "2023-03-10"
    document = report(OPENING * 3 + "Turkey said that Turkish police have arrested the general.")
    assert day_of("COERCE", document) == "2023-03-10"


def test_days_from_and_to_are_an_interval(report: Read) -> None:
    document = report("The Kenyan foreign minister will travel to Oslo from March 20-22.")
    assert day_of("CONSULT", document) == "2023-03-20/2023-03-22"


def test_what_will_be_done_on_a_journey_takes_its_days(report: Read) -> None:
    text = "The Kenyan foreign minister will travel to Norway on March 20. She will meet the Norwegian prime minister."
    days = {event.date.value for event in Events()(report(text)) if event.type == "CONSULT" and event.date}
    assert days == {"2023-03-20"}


def test_a_plan_told_before_a_journey_is_not_of_it(report: Read) -> None:
    text = "Kenya will meet Uganda. The Norwegian prime minister will travel to Ghana on March 20."
    days = [event.date.value if event.date else None for event in Events()(report(text)) if event.type == "CONSULT"]
    assert days[0] is None
