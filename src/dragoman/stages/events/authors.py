"""Finds who speaks through a text: "issued a statement urging", "a report by X that accuses"."""

from collections.abc import Iterator, Set

from dragoman.stages.events.tree import Found, Tree

SPOKEN_IN = frozenset(("in", "by", "through", "with", "via"))
"""Prepositions of the text in which somebody says something."""


def authors(tree: Tree, text: int, issuing: Set[str]) -> Iterator[Found]:
    """Give whoever puts out a text, by the verb whose object it is, or to which it is tied.

    Args:
        tree: the trees of the report.
        text: index of the word that names the text.
        issuing: lemmas of verbs by which somebody puts out a text of his own ("sign", "adopt").
    """
    verb, relation = tree.tokens[text].head, tree.rel(text)
    issued = tree.lemmas[verb] in issuing and relation == ("nsubj" if tree.passive(verb) else "obj")
    spoken = relation == "obl" and not SPOKEN_IN.isdisjoint(tree.cases.get(text, ()))
    if tree.tokens[verb].upos == "VERB" and (issued or spoken):
        yield from ((word, f"author > {way}") for word, way in tree.doers(verb) if word != text)
