"""Who and what stands for another in the fields of one event."""

from tests.merge.tellers import J_VEGA, JUAN_VEGA, LUND, NORWAY, ROE, VEGA, told

from dragoman.merge import Told
from dragoman.merge.fold import fold
from dragoman.model import Event, Field


def event(*mentions: Told) -> Event:
    return fold(mentions)


def field(made: Event, name: str) -> Field:
    return next(one for one in made.fields if one.name == name)


def test_one_whose_name_is_spelt_in_two_ways_is_in_the_event_once() -> None:
    """By the name that the tables know, and the report that spells it otherwise agrees."""
    made = event(told(1, actors=(J_VEGA, LUND)), told(2, actors=(JUAN_VEGA, LUND)))
    assert made.actors == ("k:lund", "k:juan-vega")
    assert field(made, "actors").dissent == ()


def test_two_persons_of_one_surname_are_both_in_the_event() -> None:
    """Vega is not Juan Alvaro Vega."""
    assert len(event(told(1, actors=(VEGA, LUND)), told(2, actors=(JUAN_VEGA, LUND))).actors) == 3


def test_a_report_that_names_the_state_agrees_with_one_that_names_its_official() -> None:
    """A state whose official nobody names stands for itself."""
    assert field(event(told(1, actors=(ROE, LUND)), told(2, actors=(NORWAY, LUND))), "actors").dissent == ()
    assert event(told(1, actors=(NORWAY, LUND)), told(2, actors=(VEGA, LUND))).actors == ("k:NOR", "k:lund", "k:vega")


def test_a_code_that_says_more_outranks_the_general_one_of_its_root() -> None:
    """Any consultation agrees with a call; a visit does not."""
    call = event(told(1, mode="call", cameo="040"), told(2, mode="call", cameo="041"))
    assert (call.cameo, field(call, "cameo").dissent) == ("041", ())
    mixed = event(told(1, cameo="042"), told(2, cameo="041"), told(3, cameo="041"))
    assert (mixed.cameo, field(mixed, "cameo").dissent) == ("041", (('"042"', "m001"),))
