"""Bodies that a report means by what they are: "the bloc", "the organisation", "the force", "the report"."""

from collections.abc import Callable

import pytest

from dragoman.model import Document

Coder = Callable[..., Document]


def of(document: Document, words: str) -> set[str]:
    return {a.name for a in document.actors if any(m.span.text == words for m in a.mentions)}


def test_the_bloc_is_the_union_spoken_of_before(code: Coder) -> None:
    """Also where states were named since."""
    document = code("The European Union met on Monday. Chile was angry. The bloc tightened its sanctions.")
    assert of(document, "The bloc") == {"European Union"}


def test_the_organisation_is_the_one_spoken_of_before(code: Coder) -> None:
    """No union of states has to be meant."""
    document = code("Amnesty International praised the judge. The minister accused the organisation of lying.")
    assert of(document, "the organisation") == {"Amnesty International"}


def test_the_force_is_the_police_spoken_of_before(code: Coder) -> None:
    """Of whom nothing but their state was said."""
    document = code("The Kenyan police killed a student on Friday. The force denied the murder.")
    assert of(document, "The force") == {"Kenyan police"}


@pytest.mark.parametrize("words", ["The report", "the findings"])
def test_a_report_is_whoever_wrote_it(code: Coder, words: str) -> None:
    """It asks and is rejected in the name of its author."""
    document = code(
        "Amnesty International said that soldiers had killed six people. The report called on Fiji to act. "
        "The minister dismissed the findings."
    )
    assert of(document, words) == {"Amnesty International"}


def test_a_report_of_which_more_is_said_is_nobody_spoken_of(code: Coder) -> None:
    """It may be anybody's."""
    document = code("Amnesty International praised the judge. The minister read a report on fishing.")
    assert "Amnesty International" not in of(document, "a report")


def test_a_bloc_is_nobody_where_no_union_was_spoken_of(code: Coder) -> None:
    """Nothing is guessed."""
    assert not of(code("Chile and Peru signed a treaty. The bloc of stone was moved."), "The bloc")


def test_an_organisation_told_from_others_is_not_the_last_one(code: Coder) -> None:
    """The words beside it say which."""
    document = code("Amnesty International praised the judge. The students' organisation was angry.")
    assert "Amnesty International" not in of(document, "The students' organisation")
