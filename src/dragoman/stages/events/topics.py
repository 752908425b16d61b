"""Cuts out what an act was about: short noun phrases after "on", "about", "over", or the object of "discuss"."""

from dragoman.model import Document
from dragoman.stages.events.match import Match
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import base

ABOUT = ("about", "on", "over", "regarding", "concerning", "for")
LONGEST = 8
MOST = 4
LEFT = ("compound", "amod", "nmod:poss", "nummod", "flat", "nmod:desc")
RIGHT = ("flat", "nmod", "fixed", "compound")
SAID = frozenset(("AGREE", "REQUEST", "REJECT", "SUPPORT", "CONCEDE", "ACCUSE", "THREATEN"))
"""Types whose object is a matter ("rejected the proposal"), where no preposition names one."""


def topics(document: Document, tree: Tree, match: Match) -> tuple[str, ...]:
    """Give what an act was about.

    Args:
        document: the report.
        tree: its trees.
        match: the frame and where it was evoked.

    Returns:
        Up to four noun phrases of at most eight words, in the report's own words.
    """
    heads: list[int] = []
    for word in {match.head, match.support} - {-1}:
        for preposition in ABOUT:
            # "attacked on", "sanctions on": there stands whom it hit, not what it was about
            if preposition not in match.frame.roles.recipient or preposition in match.predicate.rest:
                heads += [found for found, _ in tree.obliques(word, preposition)]
    if match.frame.name.endswith("/discuss.v"):
        heads += [found for found, _ in tree.undergoers(match.head)]
    if not heads and match.frame.type in SAID and match.frame.pos == "verb":
        heads = [w for w, _ in tree.undergoers(match.head) if tree.tokens[w].upos == "NOUN" and w not in match.words]
    phrases = [
        _phrase(document, tree, j)
        for head in heads
        for j in tree.joined(head)
        if _noun(tree, j) and not _time(document, j)
    ]
    return _shortest(phrases)[:MOST]


def _shortest(phrases: list[str]) -> tuple[str, ...]:
    """Keep each phrase once, and none that another one ends or begins with."""
    once = {phrase.casefold(): phrase for phrase in reversed(phrases) if phrase}
    kept = [p for p in once if not any(p != other and f" {other} ".find(f" {p} ") >= 0 for other in once)]
    return tuple(once[key] for key in reversed(kept))


def _noun(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos in ("NOUN", "PROPN")


def _time(document: Document, i: int) -> bool:
    """Tell whether a word belongs to a time: "on Tuesday" says when, not about what."""
    return any(time.first <= i < time.last for time in document.times)


def _phrase(document: Document, tree: Tree, head: int) -> str:
    first = last = head
    for c in tree.children[head]:
        if c < head and tree.tokens[c].deprel in LEFT and tree.tokens[c].upos != "PRON":
            first = min(first, c)
        elif c > head and (tree.tokens[c].deprel in RIGHT or base(tree.tokens[c].deprel) == "nmod"):
            last = max(last, c, *_right_edge(tree, c))
    if last - first >= LONGEST:
        last = head
    return document.text[tree.tokens[first].start : tree.tokens[last].end] if last - first < LONGEST else ""


def _right_edge(tree: Tree, i: int) -> list[int]:
    return [
        c for c in tree.children[i] if c > i and base(tree.tokens[c].deprel) in ("flat", "compound", "nmod", "fixed")
    ]
