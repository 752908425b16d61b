"""Who is named beside "one of them" or beside a word for his state took part himself."""

from collections.abc import Callable

from dragoman.model import Document
from dragoman.stages.actors import linker_of
from dragoman.stages.events.apposed import named_beside
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]


def meant(document: Document, word: str) -> set[str]:
    tree = Tree(document.analysis)
    found = next(token.i for token in tree.tokens if token.text == word)
    return {actor.name for actor in named_beside(tree, linker_of(document), found)}


def test_one_of_many_is_whom_the_next_words_name(report: Read) -> None:
    document = report("Rebels shot two commanders. One of them, General Pedro Alvarez, was killed in Angola.")
    assert meant(document, "One") == {"Pedro Alvarez"}


def test_the_dane_is_the_man_and_not_his_state(report: Read) -> None:
    document = report("The Dane, Lars Holm, walked out of the meeting with France on Monday.")
    assert meant(document, "Dane") == {"Lars Holm"}


def test_a_state_beside_which_a_state_is_named_stays_itself(report: Read) -> None:
    document = report("The Netherlands, Belgium and Luxembourg condemned the attack on Monday.")
    assert meant(document, "Netherlands") == {"Netherlands"}


def test_a_person_beside_whom_a_title_stands_stays_himself(report: Read) -> None:
    document = report("Lars Holm, the minister of Denmark, condemned the attack on Monday.")
    assert meant(document, "Holm") == {"Lars Holm"}
