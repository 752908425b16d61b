"""Finds reported clauses: what a main verb of saying says without quotation marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.stages.quotes.cueing import Cue, CueFinder

MAIN = ("root", "conj", "parataxis")
LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A reported clause.

    Args:
        first: index of its first word, the "that" left out.
        last: index after its last word, end punctuation left out.
        cue: the verb of saying.
    """

    first: int
    last: int
    cue: Cue


def reported(finder: CueFinder) -> Iterator[Clause]:
    """Find the complement clauses of main verbs of saying, outside quotation marks.

    Args:
        finder: the cues of a document.
    """
    tree, tokens = finder.tree, finder.tokens
    for token in tokens:
        main = token.is_root or token.deprel in MAIN
        if token.upos != "VERB" or not main or token.lemma.lower() not in finder.cues.said:
            continue
        clause = tree.one(token.i, "ccomp")
        if clause is None or finder.inside[token.i] >= 0 or finder.inside[clause] >= 0:
            continue
        first, last = tree.leftmost(clause), tree.rightmost(clause) + 1
        while first < last and (tokens[first].deprel == "mark" or tokens[first].upos == "PUNCT"):
            first += 1
        while last > first and tokens[last - 1].upos == "PUNCT":
            last -= 1
        cue = finder.cue(token.i)
        if cue is not None and last - first >= LEAST and not first <= token.i < last:
            yield Clause(first=first, last=last, cue=cue)
