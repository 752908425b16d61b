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
    assert groups(code("Fiji urged anyone with information to call.")) == {"anyone with information"}


def test_those_that_are_things_are_nobody(code: Coder) -> None:
    """ "Which" is said of things."""
    assert not groups(code("Fiji praised those reports. Tonga rejected those which were false."))


def test_everyone_alone_is_nobody(code: Coder) -> None:
    """Nothing says who is meant."""
    assert not groups(code("Fiji praised everyone. Some died."))


def states(document: Document) -> dict[str, str | None]:
    return {actor.name: actor.country for actor in document.actors if actor.kind == "group"}


def test_those_who_do_something_are_of_no_state(code: Coder) -> None:
    """They may be of any, whoever else is named."""
    document = code("Fiji will punish those who sold rifles. Fiji asked the army of Fiji for help.")
    assert states(document)["those who sold rifles"] is None


def test_those_in_a_state_are_that_state_s(code: Coder) -> None:
    """The words themselves say whose they are."""
    assert states(code("Tonga will help those in Fiji who fled.")) == {"those in Fiji who fled": "FJI"}


def test_allies_are_of_no_state(code: Coder) -> None:
    """Unless the words name one."""
    document = code("Fiji sent its allies a letter. Fiji thanked Tongan officials.")
    assert states(document) == {"allies": None, "Tongan officials": "TON"}
