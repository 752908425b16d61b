"""Tells an act that is told from a state, a wish of one's own, or a thing that a report only names in passing."""

from dragoman.knowledge.frames import Frames
from dragoman.knowledge.frames.schema import Classes
from dragoman.stages.events.match import Match
from dragoman.stages.events.status import tense
from dragoman.stages.events.tree import Tree

FOUGHT = frozenset(("against", "between", "on", "with", "by"))
"""Words that name a side of a war; without one "the Syrian war" is a time and a place."""

TOLD = ("past", "present", "perfect", "pluperfect")
"""Tenses in which a warning tells what is, and does not say what will be done."""


def only_named(tree: Tree, frames: Frames, match: Match) -> bool:
    """Tell whether words that evoke a frame tell no act of it.

    Args:
        tree: the trees of the report.
        frames: with the classes of words.
        match: the frame and where it was evoked.

    Returns:
        True for a war as a time or a place, troops that stand somewhere, a wish to do something oneself, the launch of
        something that is no weapon, what somebody is called, a refusal that is a threat, and a warning of what the
        speaker would not do himself (annotation guidelines, "Settled points"). A frame of the user's own is taken at
        its word.
    """
    frame, head = match.frame, match.head
    if frame.own:
        return False
    word, classes = tree.lemma(head), frames.classes
    if frame.type == "ASSAULT" and frame.pos == "noun" and word in classes["wars"]:
        told = match.support >= 0 and tree.lemma(match.support) not in classes["ending"]
        return not told and not _has_sides(tree, head)
    if frame.type == "MOBILIZE" and frame.pos == "verb" and word in classes["posted"]:
        return tree.rel(head) in ("acl", "amod") or (word != "deploy" and tree.passive(head))
    if frame.type == "MOBILIZE" and frame.pos == "noun" and word in classes["fired"]:
        things = {tree.lemma(c) for c in tree.kids(head, "nmod") if "of" in tree.marked(c, "case")}
        return bool(things) and not things & (classes["weapons"] | classes["troops"])
    if frame.type == "CONSULT" and frame.pos == "verb" and word == "call":
        return any(tree.tokens[c].upos != "VERB" for c in tree.kids(head, "xcomp"))
    if frame.type == "REQUEST" and frame.pos == "verb" and word in classes["wishing"]:
        return bool(tree.kids(head, "xcomp")) and not tree.kids(head, "obj")
    if frame.type == "REJECT" and frame.pos == "modal":
        return tree.lemma(tree.tokens[head].head) in classes["unyielding"]
    warns = frame.type == "THREATEN" and frame.pos == "verb" and word in classes["warning"]
    return warns and _foretells(tree, classes, head)


def _has_sides(tree: Tree, noun: int) -> bool:
    """Tell whether somebody owns a war, or it is said against or between whom it is."""
    if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[noun]) or "this" in tree.marked(noun, "det"):
        return True
    return any(tree.marked(c, "case") & FOUGHT for c in tree.kids(noun, "nmod"))


def _foretells(tree: Tree, classes: Classes, warning: int) -> bool:
    """Tell whether a warning is of what others do or of what comes about by itself, or asks for conduct."""
    if tree.kids(warning, "xcomp"):
        return True
    for clause in tree.kids(warning, "ccomp"):
        if (
            tense(tree, clause) in ("past", "present", "perfect", "pluperfect")
            or tree.lemma(clause) in classes["resulting"]
        ):
            return True
    things = [c for c in tree.kids(warning, "obl") if "of" in tree.marked(c, "case")]
    return bool(things) and not any(tree.lemma(c) in classes["reprisals"] for c in things)
