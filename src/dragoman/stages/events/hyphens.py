"""Reads words tied by a hyphen before a noun: "the Chile-Peru talks" have two sides."""

from dragoman.stages.events.tree import Tree

HYPHENS = frozenset(("-", "–", "/"))


def paired_with(tree: Tree, word: int) -> list[int]:
    """Give a modifier, and before it those tied to it by a hyphen.

    Args:
        tree: the trees of the report.
        word: index of the modifier.
    """
    found = [word]
    for c in tree.kids(word, "compound", "nmod", "amod"):
        if c < word and tree.tokens[c + 1].text in HYPHENS:
            found += paired_with(tree, c)
    return found
