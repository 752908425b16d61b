"""Crowds and captives of whom a report tells again by another noun."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]
SUVA = "Protesters gathered in Suva on Monday. "


def same(document: Document, one: str, other: str) -> bool:
    meant = [{a.id for a in document.actors if any(m.span.text == words for m in a.mentions)} for words in (one, other)]
    return meant[0] == meant[1] != set()


def test_the_crowd_is_the_one_told_of_before(code: Coder) -> None:
    """One crowd, two nouns."""
    assert same(code(SUVA + "The police fired tear gas at the crowd."), "Protesters", "the crowd")


def test_the_protesters_are_the_supporters_told_of_before(code: Coder) -> None:
    """What they gathered for was said."""
    document = code("Supporters of the king gathered in Suva. The police beat the protesters.")
    assert same(document, "Supporters of the king", "the protesters")


def test_the_captives_are_the_hostages(code: Coder) -> None:
    """As told before."""
    document = code("Gunmen seized twelve hostages in Suva. The captives were freed on Monday.")
    assert same(document, "twelve hostages", "The captives")


def test_a_crowd_is_one_of_its_own(code: Coder) -> None:
    """The article says that it is new."""
    assert not same(code(SUVA + "The police fired tear gas at a crowd."), "Protesters", "a crowd")


def test_the_crowd_that_others_stone_is_not_theirs(code: Coder) -> None:
    """Two crowds under one verb are two."""
    document = code("Angry supporters attacked the protesters in Suva.")
    assert not same(document, "Angry supporters", "the protesters")


def test_of_two_crowds_the_third_noun_means_neither(code: Coder) -> None:
    """Either may be meant."""
    document = code(SUVA + "Angry supporters gathered in Nadi. The police beat the crowd.")
    assert not same(document, "Protesters", "the crowd")
