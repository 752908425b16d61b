"""Finds whom an attack hit where only what came of it is told: "shelled it, killing a nurse", "died in the raid"."""

from collections.abc import Iterator, Set

from dragoman.stages.events.tree import Found, Tree

IN = frozenset(("in", "during", "by", "from"))
"""Prepositions of the attack in which somebody fell."""


def victims(tree: Tree, act: int, falling: Set[str]) -> Iterator[Found]:
    """Give those who fell by an attack, from the clauses that hang on it or on which it hangs.

    Args:
        tree: the trees of the report.
        act: index of the word that names the attack.
        falling: lemmas of verbs by which somebody falls, or is brought to fall ("die", "kill").
    """
    for clause in _consequences(tree, act):
        if tree.lemmas[clause] in falling:
            yield from ((word, f"victim > {way}") for word, way in _fallen(tree, clause))


def _consequences(tree: Tree, act: int) -> Iterator[int]:
    """Give the clauses that may say what came of an attack."""
    for clause in tree.kids(act, "advcl", "acl", "conj", "parataxis"):
        own = tree.rel(clause) in ("advcl", "acl") or not tree.passive(clause)
        if tree.tokens[clause].upos == "VERB" and own:
            yield clause
    fell_in = tree.rel(act) == "obl" and not IN.isdisjoint(tree.cases.get(act, ()))
    if fell_in or (tree.rel(act) == "advcl" and "when" in _openings(tree, act)):
        yield tree.tokens[act].head


def _openings(tree: Tree, clause: int) -> set[str]:
    """Give the words that open a clause."""
    return {tree.lowers[c] for c in tree.kids(clause, "mark", "advmod")}


def _fallen(tree: Tree, verb: int) -> list[Found]:
    """Give who fell: the object of "kill", the subject of "be killed" and "die"."""
    found = tree.undergoers(verb)
    return found or [(c, "nsubj") for c in tree.kids(verb, "nsubj") if not tree.kids(verb, "obj")]
