"""Common nouns tell of what sector those are whom they mean."""

from collections.abc import Callable

import pytest

from dragoman.model import Document

Coder = Callable[..., Document]


def sectors(document: Document) -> set[str]:
    return {actor.sector for actor in document.actors}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A gang killed two teachers in Peru on Monday.", "REB"),
        ("Attackers burned a bridge in Peru on Monday.", "REB"),
        ("The Peruvian coastguard arrested two fishermen on Monday.", "COP"),
        ("Looters burned a shop in Peru on Monday.", "CVL"),
    ],
)
def test_a_noun_tells_the_sector(code: Coder, text: str, sector: str) -> None:
    """Armed bands fight, a coastguard polices, looters are civilians."""
    assert sector in sectors(code(text))


def test_observers_are_of_no_state(code: Coder) -> None:
    """Those who watch an election are sent by many states, and not of the one that votes."""
    found = next(a for a in code("Observers criticised the vote in Peru on Monday.").actors if a.name == "Observers")
    assert (found.country, found.sector) == (None, "IGO")


def test_the_observers_of_a_state_are_its(code: Coder) -> None:
    """The words name it."""
    found = next(a for a in code("Russian observers criticised the vote in Peru.").actors if a.kind == "group")
    assert found.country == "RUS"


def test_suspects_are_no_fighters(code: Coder) -> None:
    """What they are is open."""
    assert "REB" not in sectors(code("Peruvian suspects fled on Monday."))
