"""Finds the words of a predicate around its head: right beside it, tied to it further on, or before it."""

from dragoman.knowledge.frames import Predicate
from dragoman.stages.events.tree import Tree

REACH = 9
"""How many words after its head a predicate's last word may stand."""

CLOSE = 2
"""How near to its head a predicate's word needs no tie in the tree."""

NEVER = frozenset(("not", "never"))
NEGATIONS = frozenset(("not", "n't", "never", "no", "n’t", "neither", "nor"))


def words_of(tree: Tree, i: int, predicate: Predicate) -> list[int] | None:
    """Find the other words of a predicate around its head.

    Args:
        tree: the trees of the report.
        i: index of the head.
        predicate: with the other words.

    Returns:
        Their indices in the order of the predicate; None where one is missing, or "not" parts them.
    """
    found = _found(tree, i, predicate)
    return None if found is None or _broken(tree, predicate, found) else found


def parted(tree: Tree, i: int, predicate: Predicate) -> bool:
    """Tell whether all words of a predicate stand around its head, but "not" parts them."""
    found = _found(tree, i, predicate)
    return found is not None and _broken(tree, predicate, found)


def _found(tree: Tree, i: int, predicate: Predicate) -> list[int] | None:
    found: list[int] = []
    at = i
    for word in reversed(predicate.rest) if predicate.before else predicate.rest:
        place = _before(tree, at, word) if predicate.before else _after(tree, i, at, word)
        if place is None:
            place = _fronted(tree, i, word)
        if place is None:
            return None
        found.append(place)
        at = place if predicate.before or place > i else at
    return found


def _broken(tree: Tree, predicate: Predicate, found: list[int]) -> bool:
    """Tell whether "not" stands before a later word of a predicate that has none: "pleaded not guilty"."""
    if predicate.before or not NEGATIONS.isdisjoint(predicate.rest):
        return False
    before = [place - 1 for place in found if place]
    return any(tree.lowers[word] in NEVER and word not in found for word in before)


def _before(tree: Tree, at: int, word: str) -> int | None:
    place = at - 1
    if place >= 0 and tree.sentence_of[place] == tree.sentence_of[at] and _is(tree, place, word):
        return place
    return None


def _after(tree: Tree, head: int, at: int, word: str) -> int | None:
    """A word of a predicate stands right after the one before, or further on where the tree ties it to the head."""
    tokens = tree.tokens
    last = min(head + REACH, len(tokens))
    for place in range(at + 1, last):
        if tree.sentence_of[place] != tree.sentence_of[head]:
            return None
        if _is(tree, place, word) and (place <= at + 1 or place <= head + CLOSE or _tied(tree, place, head)):
            return place
    return None


def _tied(tree: Tree, place: int, head: int) -> bool:
    """Tell whether at most three steps lead up from a word to the head, none of them over a clause."""
    for step in range(3):
        relation = tree.rel(place)
        if relation in ("acl", "advcl", "parataxis", "conj", "root") or (step and relation in ("xcomp", "ccomp")):
            return False
        place = tree.tokens[place].head
        if place == head:
            return True
    return False


def _fronted(tree: Tree, i: int, word: str) -> int | None:
    """A predicate's noun stands before its verb in the passive and in relative clauses ("support was voiced")."""
    for place, _ in tree.undergoers(i) if tree.tokens[i].upos == "VERB" else ():
        if place < i and _is(tree, place, word):
            return place
    return None


def _is(tree: Tree, place: int, word: str) -> bool:
    return tree.lemmas[place] == word or tree.lowers[place] == word
