"""First names that are mostly a woman's or mostly a man's."""

import pytest

from dragoman.knowledge.given_names import gender_of


@pytest.mark.parametrize(("name", "gender"), [("Maria", "f"), ("Igor", "m"), ("FATIMA", "f"), ("Élise", "f")])
def test_a_clear_first_name_has_a_gender(name: str, gender: str) -> None:
    """Case and accents do not matter."""
    assert gender_of(name) == gender


def test_the_first_part_of_a_double_name_counts() -> None:
    """ "Igor-Qqq" is no name of the table, "Igor" is."""
    assert gender_of("Igor-Qqq") == "m"


@pytest.mark.parametrize("name", ["Qqqqq", "", "42", "Kim"])
def test_the_unknown_and_the_unclear_have_none(name: str) -> None:
    """A name of both women and men says nothing."""
    assert gender_of(name) == ""
