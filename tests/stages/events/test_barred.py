"""Who cannot be the one to whom an act is done: whom a blamed deed hit, an enemy, an earlier receiver."""

from collections.abc import Callable

import pytest

from dragoman.model import Document
from dragoman.stages.events import Events

Read = Callable[..., Document]


def got(document: Document, kind: str) -> set[str]:
    """Name the recipients of the only event of a type."""
    names = {actor.id: actor.name for actor in document.actors}
    (event,) = [event for event in Events()(document) if event.type == kind]
    return {names[identity] for identity in event.recipients}


@pytest.mark.parametrize(
    "text",
    [
        "Norway condemned the killing of Chilean judges in Peru.",
        "Norway condemned the attack on Chilean judges in Peru.",
        "Norway condemned the violence in Serbia.",
    ],
)
def test_whom_and_where_a_deed_hit_is_not_blamed_for_it(report: Read, text: str) -> None:
    """Nobody is blamed where the doer is not said."""
    assert got(report(text), "ACCUSE") == set()


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Norway condemned the killing of Chilean judges by Peru.", "Peru"),
        ("Norway condemned Serbia's attack on Kosovo.", "Serbia"),
        ("Norway condemned the war crimes of Serbia in Kosovo.", "Serbia"),
    ],
)
def test_whoever_did_it_is_blamed(report: Read, text: str, blamed: str) -> None:
    """Owner, "by", and "of" with deeds that are not undergone."""
    assert got(report(text), "ACCUSE") == {blamed}


def test_help_against_somebody_is_not_promised_to_him(report: Read) -> None:
    """Whoever stands behind "against" is the enemy of those who get it."""
    assert got(report("Norway promised to help Chile against Peru."), "AGREE") == {"Chile"}


def test_thanks_for_a_gift_go_to_the_giver(report: Read) -> None:
    """Whoever got the thing is not thanked; "thanks to Peru" are Peru's."""
    assert got(report("Norway expressed appreciation for Chile's loan to Peru."), "SUPPORT") == {"Chile"}
    assert got(report("Norway expressed thanks to Peru for the loan."), "SUPPORT") == {"Peru"}


@pytest.mark.parametrize(
    "text",
    [
        "The Chilean envoy for Yemen, Peter Novak, has resigned.",
        "The resignation of Peter Novak, the Chilean envoy for Yemen, surprised Norway.",
    ],
)
def test_a_resignation_is_done_to_nobody(report: Read, text: str) -> None:
    """What the one who resigns was there for gets nothing."""
    assert got(report(text), "RETREAT") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Chile sent 300 troops to Cyprus on Monday. Cyprus thanked Chile.",
        "Chile deployed 300 troops in Cyprus's rebel-held north on Monday.",
    ],
)
def test_the_land_to_which_forces_go_is_no_target(report: Read, text: str) -> None:
    """It is where they are."""
    assert got(report(text), "MOBILIZE") == set()


def test_whom_forces_are_moved_against_is_the_target(report: Read) -> None:
    """Though the same sentence names a land."""
    assert got(report("Chile massed troops against Peru on the border on Monday."), "MOBILIZE") == {"Peru"}


def test_the_state_that_says_who_somebody_is_is_not_asked(report: Read) -> None:
    """The envoy for Yemen asks Chile, not Yemen."""
    assert got(report("The UN envoy for Yemen, Peter Novak, called on Chile to send aid."), "REQUEST") == {"Chile"}


def test_those_killed_are_not_the_killers(report: Read) -> None:
    """Though they may bear arms, and nobody else is named."""
    document = report("In Arica, about 300 Chilean rebels and soldiers were massacred in a few days.")
    (event,) = [event for event in Events()(document) if event.type == "ASSAULT"]
    assert event.actors == ()


def test_forces_that_are_moved_are_not_moved_against(report: Read) -> None:
    assert got(report("Norway sent two more brigades to the border on Monday."), "MOBILIZE") == set()
    assert not got(report("Norway pulled its soldiers out of the town on Monday."), "RETREAT") & {"Norwegian soldiers"}


def test_whoever_is_released_is_still_the_one_to_whom_it_is_done(report: Read) -> None:
    assert got(report("Norway released four Chilean sailors on Monday."), "RETREAT") == {"Chilean sailors"}


def test_what_is_called_for_is_asked_for_nothing(report: Read) -> None:
    assert "Chilean judges" not in got(report("Norway called for the release of the Chilean judges."), "REQUEST")
