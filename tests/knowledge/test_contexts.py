"""PLOVER contexts by terms."""

import pytest

from dragoman.knowledge.contexts import CONTEXTS, contexts_of, terms


def of(text: str) -> tuple[str, ...]:
    return contexts_of([(word, word.removesuffix("s")) for word in text.lower().split()])


def test_there_are_thirty_seven_contexts_and_each_has_terms() -> None:
    """None is left without words."""
    assert len(CONTEXTS) == len(set(CONTEXTS)) == 37
    assert {context for found in terms().values() for context in found} == set(CONTEXTS)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("talks on nuclear weapons", "cbrn"),
        ("peacekeepers were sent", "peacekeeping"),
        ("hackers used ransomware", "cyber"),
        ("a wave of asylum seekers", "asylum"),
        ("the human rights council", "human_rights"),
        ("climate change", "environment"),
    ],
)
def test_a_term_speaks_of_its_context(text: str, context: str) -> None:
    """One word or several."""
    assert context in of(text)


def test_words_may_speak_of_several_contexts_in_the_manual_s_order() -> None:
    """Multi-label."""
    assert of("the court and the army") == ("military", "legal")


@pytest.mark.parametrize("text", ["", "the two men had a long walk", "human beings have rights of way"])
def test_plain_words_speak_of_none(text: str) -> None:
    """Parts of a term are not the term."""
    assert of(text) == ()
