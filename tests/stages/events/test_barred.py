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
