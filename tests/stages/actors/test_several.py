"""Words for several of whom was told before: the pair, the leaders, these individuals."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def test_the_pair_are_the_two_named_before(code: Coder) -> None:
    """As "the two" are."""
    document = code("Eva Malik met Odo Quillmann in Lima. The pair agreed on a plan.")
    assert all("The pair" in forms(actor(document, name)) for name in ("Eva Malik", "Odo Quillmann"))


def test_a_pair_of_others_is_nobody_before(code: Coder) -> None:
    """It tells of two more."""
    document = code("Eva Malik met Odo Quillmann in Lima. A pair of soldiers watched.")
    assert not any("pair" in words for words in forms(actor(document, "Eva Malik")))


def test_the_leaders_are_the_two_who_were_told_of(code: Coder) -> None:
    """Where nobody else was called so, whatever their offices."""
    document = code("Eva Malik called Odo Quillmann on Monday. The leaders discussed Peru.")
    assert all("The leaders" in forms(actor(document, name)) for name in ("Eva Malik", "Odo Quillmann"))


def test_the_ministers_are_those_called_so_before(code: Coder) -> None:
    """Two persons beside them are not meant."""
    document = code("Eva Malik called Odo Quillmann. Ministers from Fiji protested. The ministers discussed Peru.")
    assert "The ministers" not in forms(actor(document, "Eva Malik"))
