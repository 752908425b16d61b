"""Tells whether an act happened, is planned, is only possible, or was denied."""

from dataclasses import dataclass

from dragoman.knowledge.frames import Frames
from dragoman.stages.events.match import Match, negated
from dragoman.stages.events.tree import Tree

CONDITIONAL = frozenset(("would", "could", "may", "might"))
CONDITIONS = frozenset(("if", "unless", "whether"))
PURPOSE = frozenset(("to", "for"))
DOING = frozenset(("commit", "undertake", "pursue", "offer"))
THERE = frozenset(("during", "at", "on", "in", "throughout"))
OCCASION = frozenset(("during", "at", "in", "throughout"))
"""Prepositions of the meeting at which something else is announced, asked for or denied, as it is not itself."""
FINITE = frozenset(("VBD", "VBP", "VBZ"))
FIRST = frozenset(("i", "we", "me", "us"))
PAST = frozenset(("past", "perfect", "pluperfect"))
GLAD = frozenset(("past", "perfect"))
"""Tenses in which nothing is wished for any more: "is encouraged that they have left"."""
DECLARED = frozenset(("SANCTION",))
"""Types whose acts are done by declaring them."""
NOTHING: frozenset[str] = frozenset()
FORCES = ("denied", "planned", "conditional", "wished", "said")


@dataclass(frozen=True, slots=True)
class Standing:
    """How an act stands in its sentence.

    Args:
        status: actual, planned, conditional or denied.
        governor: what governs it: one of FORCES, `other`, or `none` where it stands in a main clause.
        tense: past, present, perfect, pluperfect, future, infinitive, participle or none.
        reason: in words.
    """

    status: str
    governor: str
    tense: str
    reason: str


def standing(tree: Tree, frames: Frames, match: Match) -> Standing:
    """Read status, embedding and tense of an act off its verb, auxiliaries and what governs it.

    Args:
        tree: the trees of the report.
        frames: with the classes of governing words.
        match: the frame and where it was evoked.

    Returns:
        The standing, with the words it rests on.
    """
    verb = _verb(tree, match)
    governor, word = _governor(tree, frames, verb)
    time = tense(tree, verb)
    frame = match.frame
    if frame.status is not None:
        return Standing(frame.status, governor, time, f"frame {frame.name} says {frame.status}")
    if frame.negated is None and (negated(tree, verb) or _no(tree, match)):
        return Standing("denied", governor, time, f"{tree.tokens[verb].text!r} is negated")
    noun = frame.pos == "noun" and match.support < 0
    if not noun and _under_condition(tree, verb):
        return Standing("conditional", governor, time, "in a clause with 'if'")
    modal = _modal(tree, verb)
    speech = frames.types[frame.type].speech
    if speech and _performed(tree, frames, verb):
        return Standing("actual", governor, time, "done by saying it")
    if modal == "would" and not frame.modal and _foretold(tree, frames, verb):
        return Standing("planned", governor, time, "'would' under a verb of saying in the past")
    if modal in CONDITIONAL and not frame.modal:
        return Standing("conditional", governor, time, f"{modal!r}")
    if frame.pos == "noun":
        for sign, status in (("ahead", "planned"), ("uncertain", "conditional")):
            if any(tree.lemma(c) in frames.classes[sign] for c in tree.kids(match.head, "amod")):
                return Standing(status, governor, time, f"an adjective of the class {sign}")
    if (modal in ("will", "shall") or _is_to(tree, verb)) and not frame.modal:
        return Standing("planned", governor, time, f"{modal or 'is to'!r}")
    if frame.pos == "noun" and _is_ended(tree, frames, match.head):
        return Standing("actual", governor, time, "an act under way that somebody is to end")
    if noun and frame.type == "CONSULT" and _ahead_there(tree, match.head):
        return Standing("planned", governor, time, "goes with what will be done")
    if noun and _owned(tree, match.head):
        return Standing("actual", governor, time, "an act named as a thing that somebody did")
    if frame.pos == "noun" and match.support >= 0 and speech:
        return Standing("actual", governor, time, f"uttered by {tree.tokens[match.support].text!r}")
    if frame.pos == "noun" and match.support >= 0 and frame.type in DECLARED and _declares(tree, frames, match.support):
        return Standing("actual", governor, time, f"done by {tree.tokens[match.support].text!r}")
    if frame.pos == "noun" and match.support >= 0 and not _at(tree, match.head) and _plans(tree, frames, match.support):
        return Standing("planned", governor, time, f"{tree.tokens[match.support].text!r}")
    if governor in ("planned", "conditional", "denied", "wished"):
        status = {"wished": "conditional"}.get(governor, governor)
        return Standing(status, governor, time, f"governed by {tree.tokens[word].text!r}")
    return Standing("actual", governor, time, "told as a fact")


def _performed(tree: Tree, frames: Frames, verb: int) -> bool:
    """Tell whether saying it does it: "I want to thank", "we would like to urge", "let me congratulate"."""
    above = tree.tokens[verb].head
    if tree.rel(verb) not in ("xcomp", "ccomp") or tree.lemma(above) not in frames.classes["performing"]:
        return False
    helpers = {tree.tokens[c].xpos for c in tree.kids(above, "aux")}
    told = "VBD" in helpers or tree.tokens[above].xpos == "VBD" or negated(tree, above)
    return not told and any(tree.lowers[c] in FIRST for c in tree.kids(above, "nsubj", "obj"))


def _foretold(tree: Tree, frames: Frames, verb: int) -> bool:
    """Tell whether "would" only shifts a "will" into the past: "announced that it would send troops"."""
    for _ in range(3):
        if any(tree.marked(c, "mark") & CONDITIONS for c in tree.kids(verb, "advcl")):
            return False
        above = tree.tokens[verb].head
        if tree.rel(verb) == "ccomp":
            told = tree.lemma(above) in frames.embedding["said"] | frames.embedding["planned"]
            return told and tense(tree, above) in PAST
        if tree.rel(verb) not in ("conj", "xcomp"):
            return False
        verb = above
    return False


def tense(tree: Tree, verb: int) -> str:
    """Name the tense of a verb, or of the verb whose clause an event noun stands in.

    Args:
        tree: the trees of the report.
        verb: index of the word.

    Returns:
        past, present, perfect, pluperfect, future, infinitive, participle or none.
    """
    token = tree.tokens[verb]
    helpers = {tree.lowers[c] for c in tree.kids(verb, "aux", "cop")}
    if helpers & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if "had" in helpers:
        return "pluperfect"
    if helpers & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if helpers & {"was", "were", "did"} or token.xpos == "VBD":
        return "past"
    if helpers & {"is", "are", "am", "'s", "’s", "'re", "’re", "be", "does", "do"} or token.xpos in ("VBZ", "VBP"):
        return "present"
    if token.xpos == "VB":
        return "infinitive"
    return "participle" if token.xpos in ("VBG", "VBN") else "none"


def _owned(tree: Tree, noun: int) -> bool:
    if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[noun]) or "the" in tree.marked(noun, "det"):
        return True
    return any(tree.marked(c, "case") & {"by", "against"} for c in tree.kids(noun, "nmod"))


def _verb(tree: Tree, match: Match) -> int:
    if match.frame.pos == "modal":
        return tree.tokens[match.head].head
    return match.support if match.support >= 0 else match.head


def _no(tree: Tree, match: Match) -> bool:
    return any(tree.lowers[c] == "no" for c in tree.kids(match.head, "det"))


def _modal(tree: Tree, verb: int) -> str:
    for _ in range(3):
        for c in tree.kids(verb, "aux"):
            word = tree.lowers[c]
            word = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would"}.get(word, word)
            if tree.tokens[c].xpos == "MD":
                return word
        if tree.rel(verb) != "conj" or tree.kids(verb, "nsubj", "aux"):
            return ""
        verb = tree.tokens[verb].head
    return ""


def _is_to(tree: Tree, verb: int) -> bool:
    """Tell "is to meet", "is due to meet", "is set to meet", "is going to meet"."""
    if not tree.marked(verb, "mark") & {"to"}:
        return False
    if any(tree.lemma(c) == "be" and tree.tokens[c].xpos in FINITE for c in tree.kids(verb, "cop", "aux")):
        return True
    head = tree.tokens[verb].head
    going = tree.lowers[head] == "going" or tree.lemma(head) in ("be", "due", "set")
    return head != verb and going


def _at(tree: Tree, noun: int) -> bool:
    """Tell whether an act is only the occasion of what is told ("announced at the talks")."""
    return tree.rel(noun) == "obl" and bool(tree.cases.get(noun, NOTHING) & OCCASION)


def _is_ended(tree: Tree, frames: Frames, noun: int) -> bool:
    """Tell whether an act is what somebody ends or should end ("urged the junta to stop the raids")."""
    return tree.rel(noun) == "obj" and tree.lemma(tree.tokens[noun].head) in frames.classes["ceasing"]


def _ahead_there(tree: Tree, noun: int) -> bool:
    """Tell whether a meeting is where something will be done ("she will speak at the talks", "the trip will take")."""
    above = tree.tokens[noun].head
    there = tree.rel(noun) == "nsubj" or (tree.rel(noun) == "obl" and bool(tree.marked(noun, "case") & THERE))
    return there and _modal(tree, above) in ("will", "shall")


def _under_condition(tree: Tree, verb: int) -> bool:
    for _ in range(6):
        if tree.marked(verb, "mark") & CONDITIONS:
            return True
        if tree.rel(verb) in ("root", "parataxis", "acl"):
            return False
        verb = tree.tokens[verb].head
    return False


def _governor(tree: Tree, frames: Frames, verb: int) -> tuple[str, int]:
    """Find the nearest word above that settles how the act stands, and its class."""
    word = verb
    for _ in range(5):
        relation, above = tree.rel(word), tree.tokens[word].head
        if relation in ("root", "parataxis"):
            return "none", word
        if relation != "conj":
            if relation == "advcl" and not tree.marked(word, "mark") & PURPOSE:
                return "other", above
            if _at(tree, word):
                return "noun", above
            if relation == "acl" and _disowned(tree, frames, above):
                return "denied", above
            force = force_of(frames, tree.lemma(above))
            if tree.lemma(above) in DOING and relation in ("obj", "nsubj", "nmod"):
                force = ""
            if force == "planned" and not _open(tree, word, relation):
                force = "said"
            if force == "wished" and _told(tree, frames, word, above):
                force = "said"
            return force or ("other" if relation in ("xcomp", "ccomp", "acl", "advcl") else "noun"), above
        word = above
    return "other", word


def _disowned(tree: Tree, frames: Frames, noun: int) -> bool:
    """Tell whether a noun is a claim that somebody denies ("denied a report that")."""
    denied = tree.rel(noun) == "obj" and tree.lemma(tree.tokens[noun].head) in frames.embedding["denied"]
    return denied and tree.lemma(noun) in frames.classes["claims"]


def _open(tree: Tree, word: int, relation: str) -> bool:
    """Tell whether a clause under "announce" may lie ahead: a finite one in the present or past does not."""
    return relation != "ccomp" or tense(tree, word) not in ("past", "present", "perfect", "pluperfect")


def _told(tree: Tree, frames: Frames, word: int, above: int) -> bool:
    """Tell whether a verb that may ask only says it, or is glad of it: "told reporters that they had met"."""
    past = PAST if tree.lemma(above) in frames.embedding["said"] else GLAD
    return tree.rel(word) == "ccomp" and tense(tree, word) in past


def _declares(tree: Tree, frames: Frames, support: int) -> bool:
    """Tell whether a light verb does what it says: whoever announces sanctions imposes them."""
    return tree.lemma(support) in frames.classes["declaring"] and _modal(tree, support) not in ("will", "shall")


def _plans(tree: Tree, frames: Frames, support: int) -> bool:
    """Tell whether a light verb sets an act ahead; whoever commits an act does not plan it."""
    return tree.lemma(support) in frames.embedding["planned"] and tree.lemma(support) not in DOING


def force_of(frames: Frames, lemma: str) -> str:
    """Name the class of a governing word, empty where it has none."""
    return next((force for force in FORCES if lemma in frames.embedding[force]), "")
