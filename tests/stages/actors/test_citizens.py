"""One person told by his state alone: "the Chilean, Jan Novak", "a Chilean was shot", "Chile's, Jan Novak"."""

from collections.abc import Callable

import pytest

from dragoman.model import Document

Coder = Callable[..., Document]


def of(document: Document, words: str) -> set[str]:
    return {a.name for a in document.actors if any(m.span.text == words for m in a.mentions)}


def kinds(document: Document, words: str) -> set[str]:
    return {a.kind for a in document.actors if any(m.span.text == words for m in a.mentions)}


def test_the_chilean_before_a_name_is_the_person(code: Coder) -> None:
    """Not the whole of Chile."""
    document = code("The envoys met in Lima. The Chilean, Marek Zzyzxov, walked out.")
    assert of(document, "The Chilean") == {"Marek Zzyzxov"}


def test_a_state_that_stands_for_the_holder_of_its_office_is_the_person(code: Coder) -> None:
    """The noun was said of the other one."""
    document = code("Peru's president, Hassan Qaasim, telephoned Chile's, Peter Kariuki, on Saturday.")
    assert of(document, "Chile's") == {"Peter Kariuki"}


def test_a_chilean_is_one_of_its_people(code: Coder) -> None:
    """Nobody said that Chile was arrested."""
    assert kinds(code("The police of Fiji arrested a Chilean on Friday."), "a Chilean") == {"group"}


@pytest.mark.parametrize("words", ["The Chinese", "The French", "The Chileans"])
def test_the_people_of_a_state_act_as_the_state(code: Coder, words: str) -> None:
    """The words mean all of them."""
    assert kinds(code(f"{words} refused to sign the treaty."), words) == {"country"}


def test_the_name_of_a_state_beside_a_person_is_the_state(code: Coder) -> None:
    """It only says whose he is."""
    assert kinds(code("Chile's president, Marek Zzyzxov, resigned."), "Chile") == {"country"}
