"""Finds where an act happened: the place that its words govern, else the one place of its clause."""

from collections import defaultdict

from dragoman.model import Document, Where
from dragoman.stages.events.match import Match
from dragoman.stages.events.occasions import head_of
from dragoman.stages.events.tree import Tree

INSIDE = frozenset(("in", "at", "near", "outside", "around", "inside", "on", "across", "off"))
TOWARDS = frozenset(("to", "into", "for"))


class Placing:
    """Places the acts of one report.

    Args:
        document: with the layer `places`.
        tree: its trees.
    """

    def __init__(self, document: Document, tree: Tree) -> None:
        self._tree = tree
        self._by_sentence: dict[int, list[tuple[int, Where]]] = defaultdict(list)
        self._at: dict[int, Where] = {}
        for where in document.places:
            if where.first < len(tree.tokens):
                head = head_of(tree, where.first, where.last)
                self._by_sentence[tree.sentence_of[where.first]].append((head, where))
                self._at.update(dict.fromkeys(range(where.first, where.last), where))

    def stands_for_place(self, word: int) -> bool:
        """Tell whether a word belongs to a place name."""
        return word in self._at

    def place(self, match: Match) -> Where | None:
        """Find where an act happened.

        Args:
            match: the frame and where it was evoked.

        Returns:
            The place its words govern ("met in Paris"; for a visit the goal), else a place "in" which its clause is.
        """
        tree = self._tree
        verb = match.support if match.support >= 0 else match.head
        places = self._by_sentence.get(tree.sentence_of[match.head], [])
        places = [(head, where) for head, where in places if not self._spoken_of(match, where)]
        allowed = INSIDE | TOWARDS if match.frame.mode == "visit" else INSIDE
        for head, where in places:
            if tree.marked(head, "case") & allowed and tree.tokens[head].head in (verb, match.head):
                return where
        if tree.where(verb) is not None:
            before = [where for _, where in places if where.last <= verb and where.first < verb]
            return max(before, key=lambda where: where.first, default=None)
        if match.frame.mode == "visit":
            for head, where in places:
                if tree.tokens[head].head == verb and tree.rel(head) == "obj":
                    return where
        nearest: tuple[int, Where] | None = None
        for head, where in places:
            above = tree.verb_above(head) if self._stands_free(head) else None
            steps = tree.steps(verb, above) if above is not None else None
            if steps is not None and (nearest is None or steps < nearest[0]):
                nearest = (steps, where)
        return nearest[1] if nearest is not None else None

    def _spoken_of(self, match: Match, where: Where) -> bool:
        """Tell whether a place follows right on what was talked about ("discussed the situation in" a country)."""
        objects = self._tree.kids(match.head, "obj")
        return match.frame.mode is None and match.frame.type == "CONSULT" and where.first - 2 in objects

    def _stands_free(self, head: int) -> bool:
        """Tell whether a place belongs to a clause, not to a thing ("the situation in" a country) that it speaks of."""
        tree = self._tree
        if not tree.marked(head, "case") & INSIDE:
            return False
        return tree.rel(head) != "nmod" or tree.tokens[tree.tokens[head].head].upos == "PROPN"
