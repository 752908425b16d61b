"""Who rejects a plea, or acts at a request, is the one who was asked."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.frames import frames
from dragoman.language import Analyser
from dragoman.stages.events.answerers import answerers
from dragoman.stages.events.tree import Tree

Answering = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def answering(analyser: Analyser) -> Answering:
    def find(sentence: str, noun: str) -> set[str]:
        tree = Tree(analyser.analyse(sentence))
        word = next(token.i for token in tree.tokens if token.text == noun)
        return {tree.tokens[found].text for found, _ in answerers(tree, word, frames().classes["answering"])}

    return find


def test_whoever_rejects_a_plea_was_asked(answering: Answering) -> None:
    assert answering("Kenya rejected a plea for a truce on Monday.", "plea") == {"Kenya"}


def test_by_whom_a_plea_is_turned_down_was_asked(answering: Answering) -> None:
    assert answering("The plea for a truce was rejected by Kenya.", "plea") == {"Kenya"}
    assert answering("Kenya turned down a plea for a truce.", "plea") == {"Kenya"}


def test_by_whom_a_plea_was_made_was_not_asked(answering: Answering) -> None:
    assert not answering("The plea for a truce was made by Kenya.", "plea")


def test_whoever_acts_at_a_request_was_asked(answering: Answering) -> None:
    assert answering("Norway sent two ships at the request of Chile.", "request") == {"Norway"}


def test_whoever_repeats_a_plea_was_not_asked(answering: Answering) -> None:
    assert not answering("Kenya repeated a plea for a truce on Monday.", "plea")


def test_who_comes_with_a_request_was_not_asked(answering: Answering) -> None:
    assert not answering("The envoy flew to Oslo with a request for money.", "request")
