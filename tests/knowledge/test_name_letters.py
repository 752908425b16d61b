"""Names sound of somewhere, though nobody in the tables bears them."""

import pytest

from dragoman.knowledge.name_letters import sounds_of, threes
from dragoman.knowledge.persons import persons


@pytest.mark.parametrize(
    ("name", "state", "other"),
    [("Qirov Dzhumabekov", "KGZ", "ITA"), ("Levan Kobashvili", "GEO", "PER"), ("Aino Lehtolainen", "FIN", "NGA")],
)
def test_a_name_that_nobody_known_bears_sounds_of_a_state(name: str, state: str, other: str) -> None:
    """Endings that are common there tell."""
    assert not persons().named(name)
    assert sounds_of(name, (state, other))[state] > 0.9


def test_case_accents_and_hyphens_do_not_matter() -> None:
    """The letters are compared folded, each part of a double name as a word."""
    assert list(threes("Ólafur-KÁRI")) == list(threes("olafur kari"))


def test_the_shares_of_the_states_asked_for_are_together_one() -> None:
    """They are told apart from each other, not from all the world."""
    assert sum(sounds_of("Jan Novak", ("CZE", "SVK", "JPN")).values()) == pytest.approx(1.0)


@pytest.mark.parametrize("name", ["", "7", "陈"])
def test_what_has_no_letters_that_tell_sounds_alike_of_all(name: str) -> None:
    """Nothing is said where nothing is known."""
    first, second = sounds_of(name, ("FRA", "XXX")).values()
    assert abs(first - second) < 0.2


def test_no_state_asked_for_gives_none() -> None:
    """A report without states has no answer."""
    assert sounds_of("Jan Novak", ()) == {}
