"""Tells an act that is told from a state, a wish of one's own, or a thing that a report only names in passing."""

from dragoman.knowledge.frames import Frames
from dragoman.stages.events.match import Match
from dragoman.stages.events.status import tense
from dragoman.stages.events.tree import Tree

WARS = frozenset(("war", "conflict"))
FOUGHT = frozenset(("against", "between", "on", "with", "by"))
"""Words that name a side of a war; without one "the Syrian war" is a time and a place."""

ENDING = frozenset(("end", "stop", "resolve", "settle"))
POSTED = frozenset(("station", "base", "post", "deploy"))
OWN_WISH = frozenset(("seek", "want", "wish", "desire", "expect", "hope"))
"""Who wants to do something himself asks nobody for anything."""

FIRM = frozenset(("stand", "hesitate", "tolerate", "rest", "flinch", "shy", "forgive", "relent", "spare", "stop"))
"""What is not refused but threatened: "we will not stand by", "we will not hesitate"."""

FIRED = frozenset(("launch", "test"))

WARN = frozenset(("warn", "caution", "forewarn"))
REPRISALS = frozenset(
    (
        "consequence",
        "retaliation",
        "response",
        "reprisal",
        "action",
        "worse",
        "cost",
        "revenge",
        "strike",
        "measure",
        "step",
        "punishment",
        "sanction",
    )
)
RESULT = frozenset(
    ("cause", "lead", "result", "create", "trigger", "spark", "turn", "fuel", "be", "become", "run", "expect")
)
"""What comes about by itself: to say that it will is to foretell, not to threaten."""


def only_named(tree: Tree, frames: Frames, match: Match) -> bool:
    """Tell whether words that evoke a frame tell no act of it.

    Args:
        tree: the trees of the report.
        frames: with the classes of words.
        match: the frame and where it was evoked.

    Returns:
        True for a war as a time or a place, troops that stand somewhere, a wish to do something oneself, the launch of
        something that is no weapon, a refusal that is a threat, and a warning of what the speaker would not do himself
        (annotation guidelines, "Settled points"). A frame of the user's own is taken at its word.
    """
    frame, head = match.frame, match.head
    if frame.own:
        return False
    if frame.type == "ASSAULT" and frame.pos == "noun" and tree.lemma(head) in WARS:
        told = match.support >= 0 and tree.lemma(match.support) not in ENDING
        return not told and not _has_sides(tree, head)
    if frame.type == "MOBILIZE" and frame.pos == "verb" and tree.lemma(head) in POSTED:
        return tree.rel(head) in ("acl", "amod") or (tree.lemma(head) != "deploy" and tree.passive(head))
    if frame.type == "MOBILIZE" and frame.pos == "noun" and tree.lemma(head) in FIRED:
        things = {tree.lemma(c) for c in tree.kids(head, "nmod") if "of" in tree.marked(c, "case")}
        return bool(things) and not things & (frames.classes["weapons"] | frames.classes["troops"])
    if frame.type == "REQUEST" and frame.pos == "verb" and tree.lemma(head) in OWN_WISH:
        return bool(tree.kids(head, "xcomp")) and not tree.kids(head, "obj")
    if frame.type == "REJECT" and frame.pos == "modal":
        return tree.lemma(tree.tokens[head].head) in FIRM
    return frame.type == "THREATEN" and frame.pos == "verb" and tree.lemma(head) in WARN and _foretells(tree, head)


def _has_sides(tree: Tree, noun: int) -> bool:
    """Tell whether somebody owns a war, or it is said against or between whom it is."""
    if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[noun]) or "this" in tree.marked(noun, "det"):
        return True
    return any(tree.marked(c, "case") & FOUGHT for c in tree.kids(noun, "nmod"))


def _foretells(tree: Tree, warning: int) -> bool:
    """Tell whether a warning is of what others do or of what comes about by itself, or asks for conduct."""
    if tree.kids(warning, "xcomp"):
        return True
    for clause in tree.kids(warning, "ccomp"):
        if tense(tree, clause) in ("past", "present", "perfect", "pluperfect") or tree.lemma(clause) in RESULT:
            return True
    things = [c for c in tree.kids(warning, "obl") if "of" in tree.marked(c, "case")]
    return bool(things) and not any(tree.lemma(c) in REPRISALS for c in things)
