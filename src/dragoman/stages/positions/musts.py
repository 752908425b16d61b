"""Reads stands off what somebody says must or must not be: "sanctions must not be lifted", "war is unacceptable"."""

from collections.abc import Iterator

from dragoman.knowledge.positions import Stands
from dragoman.model import Document
from dragoman.stages.events.match import negated
from dragoman.stages.events.tree import Tree
from dragoman.stages.positions.found import Found
from dragoman.stages.positions.standing import stance_here
from dragoman.stages.positions.wording import clause_phrase, noun_phrase

DUTY = frozenset({"must", "should", "shall", "ought"})
NEVER = frozenset({"can", "ca", "may", "will", "wo"})
"""Auxiliaries that take a stand only where they are negated before "be allowed": "cannot be allowed to"."""

NOBODY = frozenset({"nothing", "nobody", "none", "no-one", "anyone", "anybody", "who", "what", "which"})
ALLOW = frozenset({"allow", "permit", "let"})


def demanded(document: Document, tree: Tree, stands: Stands) -> Iterator[Found]:
    """Find what is said to be a duty, forbidden, or good or bad as such; whose words they are is for others to say.

    Args:
        document: the report.
        tree: its trees.
        stands: the table of words.
    """
    telling = DUTY | NEVER | stands.verdicts.keys()
    for i, word in enumerate(tree.lowers):
        if word not in telling:
            continue
        if (word in DUTY or word in NEVER) and tree.tokens[i].upos == "AUX" and tree.relations[i] == "aux":
            yield from _duty(document, tree, stands, i)
        elif word in stands.verdicts and tree.tokens[i].upos in ("ADJ", "NOUN", "VERB") and tree.kids(i, "cop"):
            yield from _verdict(document, tree, stands, i)


def _duty(document: Document, tree: Tree, stands: Stands, auxiliary: int) -> Iterator[Found]:
    verb = tree.tokens[auxiliary].head
    turn, _ = stance_here(tree, stands, verb)
    no = negated(tree, verb)
    if turn == "none":
        return
    allowed = tree.lemmas[verb] in ALLOW and tree.passive(verb)
    if tree.lowers[auxiliary] in NEVER and not (no and allowed):
        return
    if tree.lowers[auxiliary] == "must" and _concluded(tree, verb):
        return
    subjects = tree.kids(verb, "nsubj", "csubj")
    behind = not tree.kids(verb, "expl") and any(subject > auxiliary for subject in subjects)
    if behind or any(tree.lowers[subject] in NOBODY for subject in subjects):
        return  # "should Russia choose" supposes, "nothing should" is too little to go by
    if any(_is_none(tree, owner) for subject in subjects for owner in tree.kids(subject, "nmod")):
        return  # "no one's house should be burnt": what is forbidden would need other words
    subject = subjects[0] if subjects and tree.lowers[subjects[0]] not in ("i", "we", "it", "you", "one") else None
    act = next(iter(tree.kids(verb, "xcomp")), None) if allowed else verb
    if act is None or tree.lemmas[act] in stands.lists["idle"] or tree.tokens[act].upos != "VERB":
        yield from _being(document, tree, verb, auxiliary, no=no)
        return
    phrase = clause_phrase(document, tree, act, subject)
    if phrase is not None:
        said = f"{tree.lowers[auxiliary]}{' not' if no else ''}" + (" be allowed" if allowed else "")
        yield Found(
            "against" if no else "for", *phrase, auxiliary, said, (), f"said to be {'forbidden' if no else 'due'}"
        )


def _concluded(tree: Tree, verb: int) -> bool:
    """Tell whether "must" guesses at what is or was the case: "he must be hiding", "they must have known"."""
    helpers = tree.marked(verb, "aux")
    return "have" in helpers or ("be" in helpers and tree.tokens[verb].xpos == "VBG")


def _is_none(tree: Tree, word: int) -> bool:
    return tree.lowers[word] in NOBODY or "no" in tree.marked(word, "det")


def _being(document: Document, tree: Tree, verb: int, auxiliary: int, *, no: bool) -> Iterator[Found]:
    """ "There must be no return to war": what must or must not be."""
    if tree.lemmas[verb] != "be" or not any(tree.lowers[c] == "there" for c in tree.kids(verb, "expl")):
        return
    for head in tree.kids(verb, "nsubj", "obj")[:1]:
        phrase = noun_phrase(document, tree, head)
        if phrase is not None:
            none = no or "no" in tree.marked(head, "det")
            text = phrase[0].removeprefix("no ")
            said = f"there {tree.lowers[auxiliary]} be{' no' if none else ''}"
            yield Found("against" if none else "for", text, phrase[1], auxiliary, said, (), "said what must be")


def _verdict(document: Document, tree: Tree, stands: Stands, word: int) -> Iterator[Found]:
    turn, reason = stance_here(tree, stands, word)
    if turn != "same":
        return
    for subject in tree.kids(word, "nsubj", "csubj")[:1]:
        phrase = (
            clause_phrase(document, tree, subject, None)
            if tree.rel(subject) == "csubj"
            else noun_phrase(document, tree, subject)
        )
        if phrase is not None:
            stance = stands.verdicts[tree.lowers[word]].stance
            yield Found(stance, *phrase, word, f"be {tree.lowers[word]}", (), f"judged as such, {reason}")
