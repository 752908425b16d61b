"""What words, beside participants, say of two tellings being of one act."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.model import Document
from dragoman.stages.events import Events
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.sameness import signs, strangers
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]

ACCUSED = "Ukraine accused Russia of shelling a hospital. India accused Pakistan of shelling a school."


def tellings(document: Document, kind: str) -> tuple[Tree, list[Candidate]]:
    events = Events()
    reading = events.read(document, likely=True)
    return reading.tree, [candidate for candidate in events.tellings(reading) if candidate.type == kind]


def guessed(candidate: Candidate) -> Candidate:
    people = candidate.ids("actor", "recipient")
    return replace(candidate, chances=dict.fromkeys(people, 0.3))


def test_those_of_other_states_tell_of_another_act(report: Read) -> None:
    """Nobody is shared, and both sides of both are said."""
    _, (one, other) = tellings(report(ACCUSED), "ACCUSE")
    sure = [replace(c, chances=dict.fromkeys(c.ids("actor", "recipient"), 0.9)) for c in (one, other)]
    assert strangers(*sure)


def test_guessed_participants_keep_no_telling_apart(report: Read) -> None:
    """Whoever is only guessed to have done it does not forbid that it is the same act."""
    _, (one, other) = tellings(report(ACCUSED), "ACCUSE")
    assert not strangers(one, guessed(other))
    assert not strangers(guessed(one), other)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Rebels killed nine soldiers in Chad. Rebels killed 9 soldiers at dawn.", "counts=shared"),
        ("Rebels killed nine soldiers in Chad. Rebels killed 14 soldiers at dawn.", "counts=differ"),
        ("Rebels killed soldiers in Chad. Rebels killed 14 soldiers at dawn.", "counts=one"),
    ],
)
def test_the_numbers_of_the_dead_are_compared(text: str, sign: str, report: Read) -> None:
    """The same number speaks for one act, another for two, whether in words or figures."""
    tree, (one, other) = tellings(report(text), "ASSAULT")
    assert sign in signs(tree, one, other)


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("Rebels attacked a Kenyan convoy. Another attack by the rebels came at dawn.", True),
        ("Rebels attacked a Kenyan convoy. The attack by the rebels came at dawn.", False),
    ],
)
def test_another_attack_is_told_as_a_new_one(text: str, fresh: bool, report: Read) -> None:
    """ "Another" speaks for two acts, "the" does not."""
    tree, (one, *_, other) = tellings(report(text), "ASSAULT")
    assert ("fresh" in signs(tree, one, other)) == fresh
