"""Says who cannot be the one to whom an act is done, though his name stands in its words."""

from collections.abc import Set

from dragoman.stages.events.arguments import Casting
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.parties import Party

HIT = frozenset(("on", "upon", "against", "in", "at", "near", "inside", "across", "over"))
"""Prepositions behind which stands whom, or where, a deed hit."""

FRIENDLY = frozenset(("AGREE", "AID", "SUPPORT"))
"""Types of acts that are done for somebody: who stands behind "against" is his enemy."""

DEEP = "obj > nmod > nmod:to"
"""The way to whom a thing that is thanked for was given ("appreciation for the loan to him")."""


def barred(casting: Casting, candidate: Candidate, party: Party) -> bool:
    """Tell whether somebody stands where nobody is done to.

    Args:
        casting: who stands where.
        candidate: the act.
        party: somebody who may have had a part in it.

    Returns:
        True for whom or where a blamed deed hit, for the enemy of those who are helped, and for those who once got the
        thing that somebody is thanked for.
    """
    if party.back != 0:
        return False
    given = party.given.get("recipient", "")
    if candidate.type == "ACCUSE":
        return not given and _suffered(casting, candidate, party.head)
    if candidate.type == "SUPPORT" and given == DEEP:
        return True
    return candidate.type in FRIENDLY and not given and "against" in casting.tree.cases.get(party.head, ())


def _suffered(casting: Casting, candidate: Candidate, word: int) -> bool:
    """Tell whether a word stands in the phrase that says whom a blamed deed hit, or where it was done."""
    tree = casting.tree
    for deed in casting.deeds_of(candidate.match):
        above = word
        while above != deed and tree.inside(above, deed):
            cases: Set[str] = tree.cases.get(above, frozenset())
            if "by" in cases:
                return False
            if cases & HIT or ("of" in cases and _undergone(casting, tree.tokens[above].head)):
                return True
            above = tree.tokens[above].head
    return False


def _undergone(casting: Casting, deed: int) -> bool:
    """Tell whether "of" after a deed names whom it hit ("the killing of"), not who did it ("the violence of")."""
    return casting.tree.lemmas[deed] in casting.frames.classes["undergone_deeds"]
