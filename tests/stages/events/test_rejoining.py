"""Verbs joined by "and" share the subject of the verb that grammar lets them be joined to."""

from collections.abc import Callable

import pytest

from dragoman.language import Analyser
from dragoman.model import Analysis
from dragoman.stages.events.rejoining import rejoined
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import layout

Subjects = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def subjects(analyser: Analyser) -> Subjects:
    def find(sentence: str, verb: str) -> set[str]:
        tree = Tree(analyser.analyse(sentence))
        (word,) = [token.i for token in tree.tokens if token.text == verb]
        return {tree.tokens[found].text for found, _ in tree.surface_subjects(word)}

    return find


def changed(analysis: Analysis) -> set[str]:
    laid = layout(analysis)
    tokens, _ = rejoined(laid.tokens, laid.relations, laid.lowers, laid.children)
    return {token.text for token in tokens if token.head != laid.heads[token.i]}


def test_behind_a_comma_the_speaker_goes_on(subjects: Subjects) -> None:
    sentence = "The minister said the generals had blood on their hands, and demanded an inquiry."
    assert subjects(sentence, "demanded") == {"minister"}


def test_a_past_tense_is_not_joined_to_a_base_form(subjects: Subjects) -> None:
    sentence = "The governor said the mayor should resign at once and offered to lead the council."
    assert subjects(sentence, "offered") == {"governor"}


def test_without_a_comma_the_inner_subject_goes_on(subjects: Subjects) -> None:
    sentence = "The bishop said that soldiers burned the mill and killed two farmers."
    assert subjects(sentence, "killed") == {"soldiers"}


def test_what_is_said_of_the_future_stays_with_it(subjects: Subjects) -> None:
    sentence = "The envoy said that the rebels would leave the town and hand over their rifles."
    assert subjects(sentence, "hand") == {"rebels"}


def test_a_verb_with_a_subject_of_its_own_is_left_alone(analyser: Analyser) -> None:
    assert not changed(analyser.analyse("The army said it had fired first, and the rebels accused it of murder."))


def test_what_people_in_passing_are_said_to_say_governs_nothing(analyser: Analyser) -> None:
    assert not changed(analyser.analyse("The guards, witnesses said, beat the prisoners, and burned their letters."))
