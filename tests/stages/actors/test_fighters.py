"""Fighters without a name are those of the one armed group that a report names."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, words: str) -> Actor:
    return next(a for a in document.actors if any(m.span.text == words for m in a.mentions))


def test_the_rebels_are_those_of_the_one_group_that_is_named(code: Coder) -> None:
    """The headline's "rebels" get their name in the text."""
    document = code("Rebels took the town of Aru. The Lowland Front attacked at night. The rebels burned the bridge.")
    assert actor(document, "Rebels") == actor(document, "Lowland Front") == actor(document, "The rebels")


def test_rebels_between_two_groups_stay_unnamed(code: Coder) -> None:
    """Either may be meant."""
    document = code("Rebels took the town. Boko Haram attacked the Lowland Front near the bridge.")
    assert actor(document, "Rebels").name == "Rebels"


def test_rebels_of_another_state_are_others(code: Coder) -> None:
    """A state that is said of them holds them apart."""
    document = code("Hezbollah attacked at night. Colombian guerrillas burned a bridge in Colombia.")
    assert actor(document, "Colombian guerrillas").country == "COL"
    assert actor(document, "Colombian guerrillas") != actor(document, "Hezbollah")


def test_a_body_of_which_there_are_rebels_is_an_armed_group(code: Coder) -> None:
    """ "Union" alone would be one of workers."""
    found = actor(code("Rebels of the Lowland Union attacked the town on Monday."), "Lowland Union")
    assert (found.kind, found.sector) == ("armed_group", "REB")


def test_a_union_without_rebels_is_none(code: Coder) -> None:
    """What workers it has says nothing of arms."""
    assert actor(code("Workers of the Lowland Union marched to the town."), "Lowland Union").kind != "armed_group"
