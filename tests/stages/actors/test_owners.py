"""Common nouns inside the titles of persons say whose they are."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def said(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def test_the_groups_commander_is_of_the_rebels_named_before(code: Coder) -> None:
    """A commander is an army's where nothing says whose he is."""
    document = code(
        "Chad's army fought the Front of Lions in Abéché. The group's commander, Idriss Maroulé, denied it."
    )
    assert actor(document, "Idriss Maroulé").sector == "REB"
    assert "The group" in said(actor(document, "Front of Lions"))


def test_the_head_of_the_agency_is_of_no_state(code: Coder) -> None:
    """The agency is one of many states, and no state that is named beside it is his."""
    document = code(
        "The International Atomic Energy Agency was worried. The head of the agency, Rodrigo Quirolas, flew to Iran."
    )
    found = actor(document, "Rodrigo Quirolas")
    assert (found.country, found.sector) == (None, "IGO")


def test_an_armys_commander_remains_one(code: Coder) -> None:
    """No rebels are meant."""
    document = code("Chad's army fought the Front of Lions. The army's commander, Idriss Maroulé, denied it.")
    assert actor(document, "Idriss Maroulé").sector == "MIL"


def test_a_noun_inside_a_title_that_is_nobodys_owner_means_nobody(code: Coder) -> None:
    """ "Group" is what sort of captain he is, not whose."""
    document = code("Chad fought the Front of Lions. Group captain Idriss Maroulé flew home.")
    assert "Group" not in said(actor(document, "Front of Lions"))


def test_a_spokesman_for_rebels_is_theirs(code: Coder) -> None:
    """He is of their state and sector, not of the state that the report is about."""
    document = code("France promised help on Monday. A spokesman for the Houthis called it a massacre.")
    found = actor(document, "spokesman")
    assert (found.country, found.sector) == ("YEM", "REB")


def test_what_is_done_for_a_body_is_not_of_it(code: Coder) -> None:
    """Only who speaks or leads is somebody's "for" whom he does."""
    document = code("French farmers met in Lyon. Workers for the Houthis left on Monday.")
    assert all(found.sector != "REB" for found in document.actors if found.name == "Workers")
