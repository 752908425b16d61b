"""The one state that another is said to be close to, and the men of an army."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def of(document: Document, words: str) -> set[str]:
    return {a.name for a in document.actors if any(m.span.text == words for m in a.mentions)}


def test_its_neighbour_is_the_other_state_of_the_report(code: Coder) -> None:
    """Not the one whose neighbour it is."""
    document = code("Peru closed the border. Chile said that its neighbour was lying. Peru recalled an envoy.")
    assert of(document, "its neighbour") == {"Peru"}


def test_its_ally_in_a_capital_is_the_state_that_sits_there(code: Coder) -> None:
    """Whatever else the report is about."""
    document = code("Peru is angry. Chile has denied it, and its ally in Suva has said so too.")
    assert of(document, "its ally") == {"Fiji"}


def test_its_neighbour_is_nobody_where_no_other_state_is_told_of(code: Coder) -> None:
    """Least of all the state itself."""
    assert not of(code("Chile said that its neighbour was lying. Chile was angry."), "its neighbour")


def test_a_neighbour_of_a_person_is_no_state(code: Coder) -> None:
    """He lives next door."""
    document = code("Peru is angry. Marek Zzyzxov of Chile said that his neighbour was lying.")
    assert not of(document, "his neighbour") & {"Peru", "Chile"}


def test_the_men_of_an_army_are_the_army(code: Coder) -> None:
    """It speaks of its soldiers."""
    document = code("The army said on Friday that its men had fired into the air.")
    assert of(document, "its men") == of(document, "The army") != set()


def test_the_men_of_a_village_are_people(code: Coder) -> None:
    """No army is said to have them."""
    document = code("The army of Fiji left. The village said that its men had fled.")
    assert not of(document, "its men") & of(document, "The army of Fiji")


def test_a_man_is_none_of_the_men_told_of_before(code: Coder) -> None:
    """He is one and they are many."""
    document = code("Three men marched in Suva. The police arrested a man who had thrown a stone.")
    assert not of(document, "Three men") & of(document, "a man")
