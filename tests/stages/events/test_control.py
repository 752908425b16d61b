"""Whoever is urged, sent, blamed or called upon is the doer of the clause that says to what, or for what."""

from collections.abc import Callable

import pytest

from dragoman.language import Analyser
from dragoman.stages.events.tree import Tree

Doers = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def doers(analyser: Analyser) -> Doers:
    def find(sentence: str, verb: str) -> set[str]:
        tree = Tree(analyser.analyse(sentence))
        act = next(token.i for token in tree.tokens if token.text == verb)
        return {tree.tokens[word].text for word, _ in tree.doers(act)}

    return find


def test_who_is_blamed_for_a_deed_did_it(doers: Doers) -> None:
    assert doers("The army blamed Chile for launching rockets at the port.", "launching") == {"Chile"}
    assert doers("Norway accused the rebels of killing four sailors.", "killing") == {"rebels"}


def test_who_is_sent_to_say_something_says_it(doers: Doers) -> None:
    assert doers("Oslo sent its foreign minister to Lima on Monday to express its support.", "express") == {"minister"}


def test_who_is_called_upon_is_to_act(doers: Doers) -> None:
    assert doers("Norway again calls on Chile to end its siege of the town.", "end") == {"Chile"}


def test_who_uses_a_thing_acts_himself(doers: Doers) -> None:
    assert doers("Norway used its ships to carry flour.", "carry") == {"Norway"}


def test_who_summons_an_envoy_complains_himself(doers: Doers) -> None:
    assert doers("Norway summoned the Chilean ambassador to protest against the raid.", "protest") == {"Norway"}


def test_who_sends_a_thing_acts_himself(doers: Doers) -> None:
    assert doers("Norway sent flour to feed the town.", "feed") == {"Norway"}
