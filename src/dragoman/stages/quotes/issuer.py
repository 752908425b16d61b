"""Finds who issued a statement that speaks for itself later ("The statement said")."""

from collections.abc import Callable

from dragoman.model import Document
from dragoman.stages.actors.phrases import Tree

REACH = 4
"""How many sentences back it may have been issued."""


def issuer_of(document: Document, tree: Tree, word: int, can_speak: Callable[[int], bool]) -> int | None:
    """Give the word for whoever issued what a definite noun means ("the statement"), None where nobody is told.

    Args:
        document: the report.
        tree: its trees.
        word: index of the noun.
        can_speak: tells whether a word may mean a speaker.
    """
    tokens = document.tokens
    determiner = tree.one(word, "det")
    if tokens[word].upos != "NOUN" or determiner is None or tokens[determiner].text.lower() not in ("the", "this"):
        return None
    first = document.analysis.sentences[max(tree.sentence_of[word] - REACH, 0)].first
    for i in range(word - 1, first - 1, -1):
        if tokens[i].upos != "NOUN" or tokens[i].lemma.lower() != tokens[word].lemma.lower():
            continue
        owner = tree.one(i, "nmod:poss")
        verb = tokens[i].head
        subject = owner if owner is not None else tree.subject(verb) if tokens[verb].upos == "VERB" else None
        if subject is not None and subject != i and can_speak(subject):
            return subject
    return None
