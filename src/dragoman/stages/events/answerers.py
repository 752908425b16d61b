"""Finds who answers words that a noun names: whoever "rejected the plea" or acted "at the request of" another."""

from collections.abc import Iterator, Set

from dragoman.stages.events.tree import Found, Tree

UPON = frozenset(("at", "after", "following", "despite", "spite", "upon", "against"))
"""Prepositions of words upon which, or against which, somebody acts."""


def answerers(tree: Tree, noun: int, answering: Set[str]) -> Iterator[Found]:
    """Give the subject of the verb by which a demand, an offer or a charge is answered, or which is done upon it.

    Args:
        tree: the trees of the report.
        noun: index of the word that names what was said.
        answering: lemmas of verbs by which somebody answers what another said.
    """
    verb = tree.tokens[noun].head
    if tree.tokens[verb].upos != "VERB":
        return
    answered = tree.rel(noun) == ("nsubj" if tree.passive(verb) else "obj") and _answers(tree, verb, answering)
    upon = tree.relations[noun] == "obl" and not UPON.isdisjoint(tree.cases.get(noun, ()))
    if answered or upon:
        yield from ((word, f"answer > {way}") for word, way in tree.doers(verb) if word != noun)


def _answers(tree: Tree, verb: int, answering: Set[str]) -> bool:
    """Tell whether a verb says what became of words that somebody else said."""
    down = tree.lemmas[verb] == "turn" and any(tree.lowers[c] == "down" for c in tree.children[verb])
    return down or tree.lemmas[verb] in answering
