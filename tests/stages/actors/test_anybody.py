"""People of whom only a clause says who they are."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def groups(document: Document) -> set[str]:
    return {actor.name for actor in document.actors if actor.kind == "group"}


def test_those_whom_a_clause_describes_are_a_group(code: Coder) -> None:
    """Also with a participle alone."""
    document = code("Fiji will release all those unjustly detained. It honoured everyone who died.")
    assert groups(document) == {"those unjustly detained", "everyone who died"}


def test_anyone_with_something_is_a_group(code: Coder) -> None:
    """A phrase with "with" says who is meant."""
    assert groups(code("Fiji will help anyone with information.")) == {"anyone with information"}


def test_those_that_are_things_are_nobody(code: Coder) -> None:
    """ "Which" is said of things."""
    assert not groups(code("Fiji praised those reports. Tonga rejected those which were false."))


def test_everyone_alone_is_nobody(code: Coder) -> None:
    """Nothing says who is meant."""
    assert not groups(code("Fiji praised everyone. Some died."))
