"""Whom an attack hit is often told only by what came of it."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.frames import frames
from dragoman.language import Analyser
from dragoman.stages.events.tree import Tree
from dragoman.stages.events.victims import victims

Fallen = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def fallen(analyser: Analyser) -> Fallen:
    def find(sentence: str, act: str) -> set[str]:
        tree = Tree(analyser.analyse(sentence))
        word = next(token.i for token in tree.tokens if token.text == act)
        return {tree.tokens[found].text for found, _ in victims(tree, word, frames().classes["falling"])}

    return find


def test_who_is_killed_by_shelling_was_hit(fallen: Fallen) -> None:
    assert fallen("Gunboats shelled the port on Monday, killing a nurse.", "shelled") == {"nurse"}


def test_who_died_in_a_raid_was_hit(fallen: Fallen) -> None:
    assert fallen("Four policemen died in the raid on Monday.", "raid") == {"policemen"}
    assert fallen("Four policemen were killed in the raid on Monday.", "raid") == {"policemen"}


def test_who_died_when_something_was_struck_was_hit(fallen: Fallen) -> None:
    assert fallen("Two sailors died when a rocket struck their boat.", "struck") == {"sailors"}


def test_what_else_an_attack_led_to_names_nobody(fallen: Fallen) -> None:
    assert not fallen("Gunboats shelled the port on Monday, alarming the governor.", "shelled")
    assert not fallen("The governor resigned after the raid on Monday.", "raid")


def test_who_did_not_fall_in_it_was_not_hit(fallen: Fallen) -> None:
    assert not fallen("Two sailors died after the raid was over.", "raid")
