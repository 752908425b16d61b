"""Which state of a divided land "the North" or "the South" is."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def meaning(document: Document, words: str) -> list[Actor]:
    """Give the actors that have these words among their mentions."""
    return [a for a in document.actors if any(m.span.text == words for m in a.mentions)]


def test_the_half_that_is_named_is_called_so_later(code: Coder) -> None:
    """It acts as the state."""
    document = code("North Korea fired a missile on Monday. The North denied it.")
    assert [a.country for a in meaning(document, "The North")] == ["PRK"]


def test_the_other_half_is_known_too(code: Coder) -> None:
    """Though the report never says its whole name."""
    document = code("North Korea fired a missile on Monday. Japan consoled the South.")
    assert [a.country for a in meaning(document, "the South")] == ["KOR"]


@pytest.mark.parametrize(
    "text",
    [
        "Protesters in Italy blamed the South.",
        "South Africa held a vote. The South rejoiced.",
        "North Korea fired a missile. Farmers blamed the south.",
        "North Korea fired a missile over the North Sea.",
        "North Korea fired a missile. Ministers of the Global South met.",
    ],
)
def test_a_compass_point_is_no_state_elsewhere(code: Coder, text: str) -> None:
    """No land is divided there, or the point is only part of a name, or none."""
    document = code(text)
    said = ("the South", "The South", "the south", "South", "North", "the North")
    assert not any(meaning(document, words) for words in said)
