"""Whom "they" and "it" mean among states, bodies and groups."""

from collections.abc import Callable

import pytest

from dragoman.model import Document
from dragoman.stages.actors import Linker

Coder = Callable[..., Document]


def at(document: Document, word: str, nth: int = 0) -> list[str]:
    index = [token.i for token in document.tokens if token.text == word][nth]
    return [found.name for found in Linker(document).at(index)]


def test_it_is_the_state_that_acts_though_its_own_was_said_since(code: Coder) -> None:
    """The last word for Peru is no subject; the one before was."""
    document = code("Peru closed its border with Chile on Monday. It blamed a strike.")
    assert at(document, "It") == ["Peru"]


def test_it_that_only_stands_for_a_clause_is_nobody(code: Coder) -> None:
    """Nobody is clear."""
    assert at(code("Peru closed the border. It is clear that Chile objects."), "It") == []


def test_it_is_nobody_of_whom_only_a_place_was_told(code: Coder) -> None:
    """A state where something lies did nothing nearby."""
    assert at(code("The talks in Peru failed. It rained all day."), "It") == []


def test_they_do_not_do_to_themselves(code: Coder) -> None:
    """Whoever hosts them is another."""
    document = code("Refugees thanked Chile. Peru praised the towns hosting them.")
    assert "towns" not in " ".join(at(document, "them"))


@pytest.mark.parametrize("pronoun", ["They", "It"])
def test_nobody_is_meant_where_nobody_was_told_of(code: Coder, pronoun: str) -> None:
    """A report may begin with a pronoun."""
    assert at(code(f"{pronoun} went on for hours."), pronoun) == []
