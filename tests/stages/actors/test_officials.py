"""Officials stand for the state or states on whose behalf they act."""

from collections.abc import Callable

from dragoman.model import Document

Coder = Callable[..., Document]


def forms(document: Document, name: str) -> set[str]:
    return {m.span.text for actor in document.actors if actor.name == name for m in actor.mentions}


def test_officials_from_two_states_are_the_two_states(code: Coder) -> None:
    """However they are said to be of them."""
    document = code("American and Iranian officials met in Oman on Monday.")
    assert all("American and Iranian officials" in forms(document, name) for name in ("United States", "Iran"))
    document = code("Officials from Peru, Chile and Fiji met in Tokyo on Monday.")
    assert all("Officials" in forms(document, name) for name in ("Peru", "Chile", "Fiji"))


def test_officials_of_a_union_and_an_alliance_are_these(code: Coder) -> None:
    """Bodies of many states have their officials too."""
    document = code("Senior NATO and European Union officials met on Monday.")
    assert all(any("officials" in form for form in forms(document, name)) for name in ("NATO", "European Union"))


def test_unnamed_officials_who_act_for_a_state_are_its_voice(code: Coder) -> None:
    """However they are said to be of it."""
    document = code("Senior Peruvian officials condemned the raid. Officials from Chile blamed Fiji.")
    assert "Senior Peruvian officials" in forms(document, "Peru")
    assert any(form.startswith("Officials") for form in forms(document, "Chile"))


def test_officials_to_whom_something_is_done_are_not_the_state(code: Coder) -> None:
    """They are some of its people."""
    document = code("Rebels abducted Peruvian officials on Monday. Fiji thanked officials from Peru.")
    assert not any("fficials" in form for form in forms(document, "Peru"))


def test_officials_of_one_office_are_not_the_state(code: Coder) -> None:
    """Nor is a single one, nor those of whom nothing is said."""
    document = code("Peruvian health officials blamed the rain. A Peruvian official agreed. Officials blamed Fiji.")
    assert not any("fficial" in form for form in forms(document, "Peru"))


def test_soldiers_of_two_states_are_not_the_states(code: Coder) -> None:
    """They fight, and do not speak for them."""
    document = code("Peruvian and Chilean soldiers met on the bridge.")
    assert not any("soldiers" in form for form in forms(document, "Chile"))
