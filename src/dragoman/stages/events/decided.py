"""Types an act that is only decided, ordered or announced as what that is: a withdrawal declared is a concession."""

from dragoman.knowledge.frames import Frames
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.match import negated
from dragoman.stages.events.status import tense
from dragoman.stages.events.tree import Tree

DONE = frozenset(("past", "perfect", "pluperfect"))
UNSURE = frozenset(("would", "could", "may", "might", "should", "must", "will", "shall", "can"))
AWAY = 3
"""How many steps above an act the word may stand by which it is decided."""


def decide(casting: Casting, frames: Frames, candidate: Candidate) -> None:
    """Type an act anew where the sentence only tells that somebody decided it (PLOVER 2.0: RETREAT ahead is CONCEDE).

    Args:
        casting: who stands where.
        frames: with the types, and the classes of words that decide and of what is decided so.
        candidate: changed where it is so: its type, its status, and who does it.
    """
    kind = frames.types[candidate.match.frame.type]
    tree, word = casting.tree, candidate.match.head
    if kind.decided == kind.name or candidate.type != kind.name or candidate.status == "denied":
        return
    if tree.lemma(word) not in frames.classes["leaving"]:
        return
    deciding = _deciding(tree, frames, word)
    if deciding is None:
        return
    candidate.type, candidate.status = kind.decided, "actual"
    candidate.reasons.append(f"only decided: {tree.tokens[deciding].text!r}")
    who = [Participant("actor", actor, i, path) for i, path in _deciders(tree, deciding) for actor in casting.at(i)]
    if who:
        candidate.actors = who
        candidate.told = (who, candidate.told[1] if candidate.told else candidate.recipients)


def _deciding(tree: Tree, frames: Frames, word: int) -> int | None:
    """Find the word by which an act is decided: "the decision to leave", "ordered the withdrawal", "said it would"."""
    if negated(tree, word):
        return None
    for _ in range(AWAY):
        relation, above = tree.rel(word), tree.tokens[word].head
        if relation == "ccomp" and tense(tree, word) in DONE:
            return None
        if relation not in ("acl", "ccomp", "xcomp", "obj", "nmod", "compound", "conj"):
            return None
        if tree.lemma(above) in frames.classes["deciding"]:
            sure = not negated(tree, above) and not tree.marked(above, "aux") & UNSURE
            return above if sure else None
        word = above
    return None


def _deciders(tree: Tree, deciding: int) -> list[tuple[int, str]]:
    """Give whose decision it is: the subject of the verb, the owner of the noun."""
    if tree.verbal(deciding):
        return tree.surface_subjects(deciding)
    return [(c, tree.tokens[c].deprel) for c in tree.children[deciding] if tree.rel(c) in ("nmod", "compound", "amod")]
