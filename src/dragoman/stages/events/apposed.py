"""Reads who is named beside a word that alone says little: "one of them, the envoy A", "the Serb, B"."""

from dragoman.model import Actor
from dragoman.stages.actors.linker import Linker
from dragoman.stages.events.tree import Tree


def named_beside(tree: Tree, linker: Linker, word: int) -> tuple[Actor, ...]:
    """Give those whom a word means: who is named beside it where it stands for one of many, else its own.

    Args:
        tree: the trees of the report.
        linker: tells who is named where.
        word: index of the word.
    """
    own = linker.at(word)
    beside = tree.kids(word, "appos")
    if not beside or tree.tokens[word].xpos not in ("CD", "NNP", "NN", "JJ"):
        return own
    one = tree.lowers[word] == "one"
    if not one and not _is_national(tree, word, own):
        return own
    for other in beside:
        named = linker.at(other)
        if named and (one or all(actor.kind == "person" for actor in named)):
            return named
    return own


def _is_national(tree: Tree, word: int, own: tuple[Actor, ...]) -> bool:
    """Tell whether a word with an article stands for somebody by his state ("the Dane")."""
    articles = tree.marked(word, "det") & {"the", "a", "an", "another"}
    return bool(articles and own) and all(actor.kind == "country" for actor in own)
