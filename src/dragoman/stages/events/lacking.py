"""Says what a frame asked for that the words around its predicate did not have."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.knowledge.frames import Frame, Frames, Predicate
from dragoman.knowledge.frames.table import subset
from dragoman.stages.events.match import matches
from dragoman.stages.events.tree import Tree

POS_OF = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ", "VERB", "ADV"), "modal": ("AUX",)}
FEW = 6
NOTHING: frozenset[str] = frozenset()


def lacking(tree: Tree, frames: Frames, frame: Frame, predicate: Predicate, word: int) -> tuple[str, tuple[str, ...]]:
    """Find out why a frame is not evoked by a word.

    Each demand of the frame is tried alone, by the same matching that codes, so that the answer cannot differ from it.

    Args:
        tree: the trees of the report.
        frames: the frames in force.
        frame: the frame.
        predicate: the one of its predicates that begins with the word.
        word: document index.

    Returns:
        `other word` or `lacking`, and in words each thing that was missing.
    """
    token = tree.tokens[word]
    if token.upos not in POS_OF[frame.pos]:
        return "other word", (f"needs {_article(frame.pos)}; {token.text!r} is read as {token.upos}",)
    bare = replace(
        frame,
        predicates=(predicate,),
        object=NOTHING,
        not_object=NOTHING,
        modal=NOTHING,
        negated=None,
        with_clause=NOTHING,
        not_clause=NOTHING,
        before=NOTHING,
    )
    if not _evoked(tree, frames, bare, word):
        return "lacking", (_wording(tree, frame, predicate, word),)
    demands = {
        "object": bool(frame.object),
        "not_object": bool(frame.not_object),
        "modal": bool(frame.modal),
        "negated": frame.negated is not None,
        "with_clause": bool(frame.with_clause),
        "not_clause": bool(frame.not_clause),
        "before": bool(frame.before),
    }
    missing = [
        _missing(tree, frame, demand, word)
        for demand, asked in demands.items()
        if asked and not _evoked(tree, frames, replace(bare, **{demand: getattr(frame, demand)}), word)
    ]
    return "lacking", tuple(missing) or ("what it asks for does not come together",)


def _evoked(tree: Tree, frames: Frames, frame: Frame, word: int) -> bool:
    return any(match.head == word for group in matches(tree, subset(frames, (frame,))) for match in group)


def _missing(tree: Tree, frame: Frame, demand: str, word: int) -> str:
    token = tree.tokens[word]
    if demand == "object":
        return f"needs object {_few(frame.object)}; found {_objects(tree, word)}"
    if demand == "not_object":
        return f"must not have the object {_objects(tree, word)}"
    if demand == "modal":
        found = _quoted(tree.tokens[c].text for c in tree.kids(word, "aux"))
        return f"needs {_few(frame.modal)} before {token.text!r}; found {found or 'no auxiliary'}"
    if demand == "negated":
        return f"needs a negation of {token.text!r}" if frame.negated else f"{token.text!r} is negated, and must not be"
    if demand == "with_clause":
        found = _quoted(tree.tokens[c].text for c in tree.clause(word))
        asked = "" if "*" in frame.with_clause else f" of {_few(frame.with_clause)}"
        return f"needs a clause{asked} under {token.text!r}; found {found or 'none'}"
    if demand == "not_clause":
        return f"must not have a clause of {_few(frame.not_clause)} under {token.text!r}"
    above = tree.tokens[token.head].text
    return f"needs to be governed by {_few(frame.before)}; stands {_under(above, token.is_root)}"


def _wording(tree: Tree, frame: Frame, predicate: Predicate, word: int) -> str:
    token = tree.tokens[word]
    if predicate.rest:
        return f"the words of {str(predicate)!r} do not hang together in the tree"
    if frame.pos == "noun":
        above = tree.tokens[token.head].text
        return f"{token.text!r} stands as {token.deprel} of {above!r} and names no act of its own"
    if frame.pos == "adjective":
        return f"{token.text!r} is not said of a subject (it stands as {token.deprel})"
    return f"{token.text!r} as {token.deprel} ({token.xpos}) is not taken as {_article(frame.pos)} that tells an act"


def _objects(tree: Tree, word: int) -> str:
    found = [tree.tokens[j].text for i, _ in tree.undergoers(word) for j in tree.joined(i)]
    return _quoted(found) or "no object"


def _few(words: Iterable[str]) -> str:
    ordered = sorted(words)
    more = f" … ({len(ordered)} words)" if len(ordered) > FEW else ""
    return _quoted(ordered[:FEW], joint=" or ") + more


def _quoted(words: Iterable[str], joint: str = ", ") -> str:
    return joint.join(repr(word) for word in words)


def _article(pos: str) -> str:
    return f"an {pos}" if pos == "adjective" else f"a {pos}"


def _under(above: str, root: bool) -> str:
    return "at the root" if root else f"under {above!r}"
