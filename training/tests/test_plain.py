"""Sentences made from patterns carry tellings that stand on the right words."""

from __future__ import annotations

import random

import pytest

from dragoman.codes.plover import event_types
from training.corpora import Sentence
from training.labels import ROLES
from training.plain import NOTHING, fillers, patterns, plain_sentences

PLOVER = frozenset(event_types())


@pytest.fixture(scope="module")
def made() -> list[Sentence]:
    """Every pattern twice."""
    return plain_sentences(2, random.Random(1))


def test_every_pattern_is_of_a_known_type_and_can_be_filled() -> None:
    """No pattern asks for words that there are none of."""
    known = fillers()
    for pattern in patterns():
        assert pattern.type in PLOVER | {NOTHING}
        assert pattern.actor == "side" or pattern.actor in known
        assert sum(word.count("/") == 2 for word in pattern.words) == 1


def test_sentences_hold_whole_words_without_marks(made: list[Sentence]) -> None:
    """Stars, braces and other marks of the patterns never reach a sentence."""
    assert not any(set(word) & set("*+{}/") for sentence in made for word in sentence.words)
    assert all(sentence.words[0][:1].isupper() and sentence.words[-1] == "." for sentence in made)


def test_tellings_point_into_their_sentence(made: list[Sentence]) -> None:
    """Each has an actor, and only known roles."""
    for sentence in made:
        for telling in sentence.tellings or ():
            assert 0 < telling.word < len(sentence.words)
            assert telling.type in PLOVER
            assert {role for role, _ in telling.roles} <= set(ROLES)
            assert "actor" in {role for role, _ in telling.roles}
            assert all(0 <= word < len(sentence.words) for _, word in telling.roles)
            assert telling.word not in telling.beside


def test_some_sentences_tell_nothing(made: list[Sentence]) -> None:
    """The same verbs in another sense are taught as no act."""
    assert any(sentence.tellings == () for sentence in made)


def test_the_same_draw_makes_the_same_sentences() -> None:
    """Training can be repeated."""
    assert plain_sentences(1, random.Random(7)) == plain_sentences(1, random.Random(7))


def test_none_are_made_when_none_are_asked_for() -> None:
    """Zero times each pattern is no sentence."""
    assert plain_sentences(0, random.Random(1)) == []
