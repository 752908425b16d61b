"""Says who cannot be the one to whom an act is done, nor the one who does it, though his name stands in its words."""

from collections.abc import Sequence, Set

from dragoman.stages.events.arguments import Casting
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.party import Party
from dragoman.stages.events.requested import is_wanted

HIT = frozenset(("on", "upon", "against", "in", "at", "near", "inside", "across", "over"))
"""Prepositions behind which stands whom, or where, a deed hit."""

FRIENDLY = frozenset(("AGREE", "AID", "SUPPORT"))
"""Types of acts that are done for somebody: who stands behind "against" is his enemy."""

DEEP = "obj > nmod > nmod:to"
"""The way to whom a thing that is thanked for was given ("appreciation for the loan to him")."""

GROUND = frozenset(("in", "into", "inside", "within", "across", "to", "at", "near", "from"))
"""Prepositions behind which stands the land to which forces are moved, or in which they are."""

OF_HIM = frozenset(("of", "for", "from"))
"""Prepositions behind which stands what says who somebody is ("the envoy for Yemen")."""

DESCRIBING = ("amod", "compound", "nmod", "appos", "flat")
"""How a word hangs in the phrase that says who somebody is."""

NO_WORDS: Set[str] = frozenset()

MOVED = frozenset(("MOBILIZE", "RETREAT"))
"""Types of acts of which the forces that are moved are the doers ("troops were sent")."""


def barred(casting: Casting, candidate: Candidate, party: Party, doers: Sequence[Party] = ()) -> bool:
    """Tell whether somebody stands where nobody is done to.

    Args:
        casting: who stands where.
        candidate: the act.
        party: somebody who may have had a part in it.
        doers: those who did it.

    Returns:
        True for whom or where a blamed deed hit, for what is demanded and to whom a demanded act is to be done, for the
        enemy of those who are helped, for those who once got the thing that somebody is thanked for, for forces that
        are moved and the land to which they move, for the state by which the doer is described, and for everybody
        where somebody resigns.
    """
    if candidate.type == "RETREAT" and _resigned(casting, candidate):
        return True
    if party.back != 0:
        return False
    given = party.given.get("recipient", "")
    if candidate.type == "REQUEST" and not given and _is_wanted(casting, candidate, party.head):
        return True
    if candidate.type == "ACCUSE":
        return not given and (_suffered(casting, candidate, party.head) or _describes(casting, party, doers))
    if candidate.type == "SUPPORT" and given == DEEP:
        return True
    if (
        candidate.type in MOVED
        and not (given and candidate.type == "MOBILIZE")
        and _is_moved(casting, candidate, party)
    ):
        return True
    if candidate.type == "MOBILIZE" and party.actor.kind == "country" and _is_ground(casting, party.head):
        return True
    if candidate.type in FRIENDLY and not given and "against" in casting.tree.cases.get(party.head, ()):
        return True
    return not given and _describes(casting, party, doers)


def barred_doer(casting: Casting, candidate: Candidate, party: Party) -> bool:
    """Tell whether a verb names somebody as the one whom its act hit, so that he cannot be its doer.

    So does a passive, and a frame that finds its target in the subject ("drew condemnation from Peru").
    """
    tree, verb, word = casting.tree, candidate.match.head, party.head
    if candidate.type in MOVED or "actor" in party.given or party.back != 0:
        return False
    if "subject" in candidate.match.frame.roles.recipient and party.given.get("recipient", "").startswith("nsubj"):
        return True
    while tree.rel(word) == "conj":
        word = tree.tokens[word].head
    hit = tree.tokens[word].deprel == "nsubj:pass" and tree.tokens[word].head == verb
    return hit and any(tree.tokens[c].deprel == "aux:pass" for c in tree.children[verb])


def _is_wanted(casting: Casting, candidate: Candidate, word: int) -> bool:
    """Tell whether somebody is what is demanded, and so not of whom it is demanded ("called for a judge")."""
    return is_wanted(casting.tree, casting.frames.classes["undergone_acts"], candidate.match.head, word)


def _resigned(casting: Casting, candidate: Candidate) -> bool:
    """Tell whether an act is a resignation, which is done to nobody."""
    match = candidate.match
    return match.frame.mode == "resign" or casting.tree.lemmas[match.head] in casting.frames.classes["resigning"]


def _is_moved(casting: Casting, candidate: Candidate, party: Party) -> bool:
    """Tell whether somebody is the force that is moved, not the one who is threatened or relieved by it."""
    tree, verb = casting.tree, candidate.match.head
    leaving = tree.lemmas[verb] in casting.frames.classes["withdrawing"]
    if tree.tokens[verb].upos != "VERB" or (candidate.type == "RETREAT" and not leaving):
        return False
    return any(party.head in tree.joined(word) for word, _ in tree.undergoers(verb))


def _is_ground(casting: Casting, word: int) -> bool:
    """Tell whether a word names a land to which forces move, or stands before a place there."""
    tree = casting.tree
    if tree.tokens[word].deprel in ("nmod:poss", "amod", "compound", "appos"):
        word = tree.tokens[word].head
    cases: Set[str] = tree.cases.get(word, NO_WORDS)
    aimed = tree.lemmas[tree.tokens[word].head] in casting.deeds
    return bool(cases) and cases <= GROUND and not aimed


def _describes(casting: Casting, party: Party, doers: Sequence[Party]) -> bool:
    """Tell whether a state is named only to say who a doer is ("the envoy for Yemen", "Yemen's oldest party")."""
    tree, word = casting.tree, party.head
    if party.actor.kind != "country" or tree.tokens[word].upos == "PRON":
        return False
    heads = {doer.head for doer in doers if doer.back == 0}
    apart = False
    for _ in range(4):
        relation = tree.rel(word)
        if relation not in DESCRIBING or tree.tokens[word].is_root:
            return False
        cases: Set[str] = tree.cases.get(word, NO_WORDS)
        if relation == "nmod" and tree.tokens[word].deprel != "nmod:poss" and not cases <= OF_HIM:
            return False
        # "Chad rebels" may well do something to Chad
        apart = apart or relation == "appos" or bool(cases & OF_HIM)
        word = tree.tokens[word].head
        if word in heads:
            return apart
    return False


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
