"""What only the headline tells is found, and what the text tells as well is not told twice."""

from functools import cache

import pytest

from dragoman.model import Document
from dragoman.pipeline import Pipeline, sources

REMARKS = "SECRETARY BLINKEN: Good morning, everyone. The weather is fine and the coffee is good. We like the coast."


@cache
def pipeline() -> Pipeline:
    return Pipeline.load()


def coded(title: str | None, text: str = REMARKS) -> Document:
    article, _ = sources.one(text, published="2022-05-20", title=title, publisher="Sample Wire")
    assert article is not None
    document, problems = pipeline().code(article)
    assert not problems
    return document


@pytest.mark.parametrize(
    ("title", "mode"),
    [
        ("Secretary of State Antony Blinken and Polish Foreign Minister Zbigniew Rau Before Their Meeting", "meet"),
        ("Secretary of State Antony Blinken’s Meeting with Polish Foreign Minister Zbigniew Rau", "meet"),
        (
            "Secretary of State Antony Blinken and Polish Foreign Minister Zbigniew Rau at a Joint Press Availability",
            "meet",
        ),
    ],
    ids=["before", "of", "occasion"],
)
def test_a_meeting_that_only_the_headline_tells_is_an_event_of_the_report(title: str, mode: str) -> None:
    """With both who met, on the day of the report, and the headline among its reasons."""
    document = coded(title)
    (event,) = (event for event in document.events if event.type == "CONSULT")
    names = {actor.id: actor.name for actor in document.actors}
    assert {names[key] for key in event.actors} == {"Antony Blinken", "Zbigniew Rau"}
    assert (event.mode, event.date.value if event.date else None) == (mode, "2022-05-20")
    assert title in event.reasons[0]
    assert all(span.check(document.text) for span in event.evidence)


def test_what_the_text_tells_too_is_told_once() -> None:
    """The sentence is the better witness."""
    text = "Secretary of State Antony Blinken met Polish Foreign Minister Zbigniew Rau in Warsaw on Friday."
    document = coded("Secretary of State Antony Blinken’s Meeting with Polish Foreign Minister Zbigniew Rau", text)
    assert [event.type for event in document.events] == ["CONSULT"]
    assert not document.events[0].reasons[0].startswith("told by the headline")


def test_what_the_text_tells_of_the_same_states_is_told_once() -> None:
    """The headline names the police, the text the state that they serve."""
    text = "Poland arrested twelve protesters in Lublin on Friday. Poland said that they had thrown stones."
    document = coded("Polish Police Arrest Protesters", text)
    assert [event.type for event in document.events].count("COERCE") == 1


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "On the Coffee Harvest",
        "Remarks at a Joint Press Availability",
        "Secretary of State Antony Blinken at a Joint Press Availability",
        "Secretary of State Antony Blinken and Polish Foreign Minister Zbigniew Rau on the Weather",
        "x" * 5000,
    ],
    ids=["none", "empty", "no event", "nobody", "alone", "no occasion", "no headline"],
)
def test_a_headline_that_tells_no_event_adds_none(title: str | None) -> None:
    """Nor does it fail."""
    assert not [event for event in coded(title).events if event.type == "CONSULT"]


def test_a_surname_in_the_headline_is_whom_the_text_calls_so() -> None:
    """Not the namesake of whom tables know, and an accent more or less makes nobody else."""
    text = (
        "Under Secretary of State Jose Fernandez met Polish Foreign Minister Zbigniew Rau in Warsaw on Friday. "
        "They discussed trade."
    )
    document = coded("Under Secretary Fernández’s Meeting with Polish Foreign Minister Rau", text)
    assert [actor.name for actor in document.actors if "ern" in actor.name] == ["Jose Fernandez"]
    assert len([event for event in document.events if event.mode == "meet"]) == 1


def test_a_title_in_the_headline_is_whom_the_text_names() -> None:
    """The meeting is told once, with the name that the text gives."""
    text = "Deputy Secretary of State Wendy Sherman met today in Lima with Peruvian Foreign Minister Cesar Landa."
    document = coded("Deputy Secretary Sherman’s Meeting with the Keeper of the Peruvian Seal", text)
    assert len([event for event in document.events if event.type == "CONSULT"]) == 1


def test_a_second_meeting_in_the_headline_is_a_second_one() -> None:
    """Where its partner is somebody whom the text knows under his own name."""
    text = (
        "Deputy Secretary of State Wendy Sherman met today in Lima with Peruvian Foreign Minister Cesar Landa. "
        "Zbigniew Rau, the Polish foreign minister, was in Lima too."
    )
    document = coded("Secretary Sherman’s Meeting with Polish Foreign Minister Zbigniew Rau", text)
    assert len([event for event in document.events if event.type == "CONSULT"]) == 2
