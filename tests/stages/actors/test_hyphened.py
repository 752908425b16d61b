"""Titles with a hyphen, words of a calling inside a tagged name, and titles of several."""

from collections.abc import Callable

from dragoman.knowledge.titles import titles
from dragoman.model import Actor, Document
from dragoman.stages.actors import Linker

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def names(document: Document) -> set[str]:
    return {actor.name for actor in document.actors}


def at(document: Document, word: str) -> list[str]:
    index = next(token.i for token in document.tokens if token.text == word)
    return [found.name for found in Linker(document).at(index)]


def test_a_title_with_a_hyphen_is_one_persons(code: Coder) -> None:
    """A secretary-general is no secretary and no general."""
    document = code("The League's secretary-general asked to see her. He left.")
    assert at(document, "secretary") == at(document, "general")
    assert not names(document) & {"secretary", "general"}


def test_a_title_with_a_hyphen_is_that_of_the_person_who_bears_it(code: Coder) -> None:
    """Named elsewhere in the report."""
    document = code("Attorney-General Odo Quillmann spoke. The Attorney-General dropped the case.")
    assert {"Odo Quillmann"} == {name for name in names(document) if "uillmann" in name or "ttorney" in name}


def test_words_with_a_hyphen_that_are_no_title_stay_as_they_are(code: Coder) -> None:
    """A minister-heavy room holds no one minister-heavy."""
    document = code("The driver-owner left. A minister spoke.")
    assert not any("-" in name and "minister" in name for name in names(document))


def test_a_vice_president_with_a_hyphen_is_not_the_president() -> None:
    """The hyphen is a space."""
    found = titles().find("vice-president")
    assert found is not None
    assert found.office != "president"


def test_a_calling_is_no_part_of_a_name(code: Coder) -> None:
    """Nor a misspelt title."""
    document = code("Coach Odo Quillmann spoke to Foreign Minster Malik in Lima.")
    assert {"Odo Quillmann", "Malik"} <= names(document)


def test_a_first_name_that_is_a_calling_too_stays_a_name(code: Coder) -> None:
    """Marine is a first name in France."""
    assert "Marine Quillmann" in names(code("Marine Quillmann spoke in Lima."))


def test_a_calling_before_a_surname_alone_may_be_a_first_name(code: Coder) -> None:
    """Some are called Hunter."""
    assert "Hunter Quillmann" in names(code("Hunter Quillmann spoke in Lima."))


def test_ministers_without_an_article_are_those_of_the_report(code: Coder) -> None:
    """As releases write it."""
    document = code("Foreign Minister Odo Quillmann met Trade Minister Eva Malik. Ministers discussed the harbour.")
    assert set(at(document, "Ministers")) == {"Odo Quillmann", "Eva Malik"}


def test_ministers_told_of_in_passing_are_nobody_in_particular(code: Coder) -> None:
    """Only at the head of a sentence are they the ones named."""
    document = code("Foreign Minister Odo Quillmann met Trade Minister Eva Malik. They wrote to ministers in Peru.")
    assert "Odo Quillmann" not in at(document, "ministers")
