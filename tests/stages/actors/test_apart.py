"""Words that tell one of two from the other: "accused the other", "blame each other", "the latter"."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def of(document: Document, words: str) -> set[str]:
    return {a.name for a in document.actors if any(m.span.text == words for m in a.mentions)}


def test_each_other_are_the_two_who_do_it(code: Coder) -> None:
    """Both do it to both."""
    assert of(code("Georgia and Armenia blame each other for the blast."), "each other") == {"Georgia", "Armenia"}


def test_the_other_of_each_side_is_either_of_them(code: Coder) -> None:
    """Also where it stands in what each side says."""
    document = code("Georgia and Armenia met on Monday. Each side said the other had fired first.")
    assert of(document, "the other") == {"Georgia", "Armenia"}


def test_the_latter_is_whoever_was_told_of_last(code: Coder) -> None:
    """Not the one who did something to him."""
    document = code("Jan Novak praised Milan Horak after the latter had left the party.")
    assert of(document, "the latter") == {"Milan Horak"}


def test_the_other_of_one_alone_is_nobody(code: Coder) -> None:
    """No two were told of."""
    assert not of(code("Georgia closed one bridge on Monday and opened the other."), "the other")


def test_the_latter_half_is_nobody(code: Coder) -> None:
    """The word says which half, not who."""
    document = code("Jan Novak praised Milan Horak in the latter half of the year.")
    assert not of(document, "the latter")
    assert not of(document, "the latter half")
