"""Reads who stands in what completes an act: "demanded that Chad leave", "promised to help Togo", "said to him"."""

from collections.abc import Iterator

from dragoman.stages.events.tree import Found, Tree

TIED = ("with", "against", "on", "to", "from")
"""Prepositions behind which somebody has a part in a clause that has no object."""

TOLD = frozenset(("to", "with"))
"""Prepositions of those to whom words are said."""


def clause_doers(tree: Tree, head: int) -> Iterator[Found]:
    """Give who does what a clause tells: its subject, and of a passive whoever it is done by.

    Where a passive does not say that, its subject is given as "nsubj:pass": it does nothing itself, though whose it is
    may ("demanded that its fleet be withdrawn").

    Args:
        tree: the trees of the report.
        head: index of the word that the clause completes.
    """
    for clause in tree.clause(head):
        subject = "nsubj:pass" if tree.passive(clause) else "nsubj"
        agents = tree.doers(clause) if subject == "nsubj:pass" else []
        found = agents or [(c, subject) for c in tree.kids(clause, "nsubj")]
        yield from ((word, f"{tree.rel(clause)} > {way}") for word, way in found)


def clause_undergoers(tree: Tree, head: int) -> Iterator[Found]:
    """Give to whom is done what a clause tells, or who else is tied to its verb.

    Args:
        tree: the trees of the report.
        head: index of the word that the clause completes.
    """
    for clause in tree.clause(head):
        found = tree.undergoers(clause)
        for preposition in TIED:
            found = found or tree.obliques(clause, preposition)
        yield from ((word, f"{tree.rel(clause)} > {way}") for word, way in found)


def addressees(tree: Tree, verb: int) -> Iterator[Found]:
    """Give to whom words are said: who stands with the verb itself, not with what was said ("support to").

    Args:
        tree: the trees of the report.
        verb: index of the verb.
    """
    for c in tree.kids(verb, "obl"):
        cases = tree.cases.get(c)
        if cases and cases <= TOLD:
            yield c, f"obl:{min(cases)}"
