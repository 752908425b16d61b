"""A withdrawal that is only decided or announced is a concession; one that is carried out is a withdrawal."""

from collections.abc import Callable

import pytest

from dragoman.model import Document
from dragoman.stages.events import Events

Read = Callable[..., Document]


def told(document: Document) -> dict[str, set[str]]:
    names = {actor.id: actor.name for actor in document.actors}
    return {event.type: {names[i] for i in event.actors} for event in Events()(document)}


@pytest.mark.parametrize(
    "text",
    [
        "The envoy is angry at President Ruto's decision to withdraw troops from Peru.",
        "President Ruto ordered the withdrawal of Kenyan troops from Peru.",
    ],
)
def test_a_withdrawal_that_is_decided_is_conceded_by_whoever_decides(report: Read, text: str) -> None:
    """Not by the troops."""
    found = told(report(text))
    assert "RETREAT" not in found
    assert {"William Ruto", "Ruto"} & found["CONCEDE"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya withdrew its troops from Peru.",
        "Kenya announced that it had withdrawn its troops from Peru.",
        "After the decision, Kenya withdrew its troops from Peru.",
    ],
)
def test_a_withdrawal_that_is_carried_out_is_one(report: Read, text: str) -> None:
    """Whoever tells of it, and whatever was decided before."""
    found = told(report(text))
    assert "RETREAT" in found
    assert "CONCEDE" not in found


def test_a_decided_concession_has_no_mode_of_a_withdrawal(report: Read) -> None:
    """The codebook gives concessions none."""
    events = Events()(report("President Ruto ordered the withdrawal of Kenyan troops from Peru."))
    assert [event.mode for event in events if event.type == "CONCEDE"] == [None]
