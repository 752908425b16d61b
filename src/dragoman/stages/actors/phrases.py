"""Noun phrases as the tree of a sentence shows them."""

from collections.abc import Iterator

from dragoman.model import Analysis, Document
from dragoman.stages.layout import kept, layout

LEFT = frozenset(
    {"det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat", "advmod"}
    | {"punct", "goeswith", "case", "nmod"}
)
RIGHT = frozenset(["flat", "compound", "goeswith", "fixed", "nmod:unmarked", "nmod:desc"])
LONGEST_TAIL = 10
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


class Tree:
    """The trees of a document, readable downwards; the layout of the words is shared with all other stages.

    Args:
        analysis: words, sentences and trees.
    """

    __slots__ = ("_deprels", "_edges", "_full", "children", "sentence_of", "sentences", "tokens")

    def __init__(self, analysis: Analysis) -> None:
        laid = layout(analysis)
        self.tokens, self.sentences = laid.tokens, analysis.sentences
        self.children, self.sentence_of, self._edges = laid.children, laid.sentence_of, laid.edges
        self._deprels = laid.deprels
        self._full: dict[int, tuple[int, int]] = {}

    def all(self, i: int, *deprels: str) -> list[int]:
        """Give the dependents of word i that have one of these relations, in order."""
        below, own = self.children[i], self._deprels
        return [child for child in below if own[child] in deprels] if below else []

    def one(self, i: int, *deprels: str) -> int | None:
        """Give the first dependent of word i that has one of these relations."""
        for child in self.children[i]:
            if self._deprels[child] in deprels:
                return child
        return None

    def subject(self, verb: int) -> int | None:
        """Give the subject of a verb, also where it shares that of the verb it is joined to or controlled by."""
        for _ in range(6):
            own = self.all(verb, *SUBJECTS)
            if own:
                return own[0]
            token = self.tokens[verb]
            if token.deprel in ("conj", "xcomp", "advcl") and token.head != verb:
                verb = token.head
            elif token.deprel in ("acl", "acl:relcl") and self.tokens[token.head].upos in NOUNS:
                return token.head
            else:
                return None
        return None

    def ancestors(self, i: int) -> Iterator[int]:
        """Go from word i's head up to the root."""
        for _ in range(len(self.tokens)):
            if self.tokens[i].is_root:
                return
            i = self.tokens[i].head
            yield i

    def case(self, i: int) -> str:
        """Give the preposition that word i stands under, "" where none."""
        mark = self.one(i, "case")
        return self.tokens[mark].text.lower() if mark is not None and mark < i else ""

    def head_of(self, first: int, last: int) -> int:
        """Give the word of [first, last) that hangs outside it: the head of the stretch."""
        for i in range(first, last):
            token = self.tokens[i]
            if token.is_root or not first <= token.head < last:
                return i
        return last - 1

    def core(self, head: int) -> tuple[int, int]:
        """Give the words [first, last) of a noun phrase from its determiner to its head, no preposition."""
        first, last = head, head + 1
        below, edges = self.children[head], self._edges
        for child in reversed(below):
            if child < head:
                if edges[child][1] + 1 != first or not self._belongs(child):
                    break
                first = edges[child][0]
        for child in below:
            if child >= last and child - last <= 1 and self.tokens[child].deprel in RIGHT:
                last = max(last, edges[child][1] + 1)
        while first < head and self._is_outside(first):
            first += 1
        return first, last

    def full(self, head: int) -> tuple[int, int]:
        """Give a noun phrase with the of-phrase that follows it; kept, for several readers ask for one."""
        found = self._full.get(head)
        if found is None:
            found = self._full[head] = self._with_owner(head)
        return found

    def _with_owner(self, head: int) -> tuple[int, int]:
        first, last = self.core(head)
        for child in self.all(head, "nmod"):
            if child >= last and self.case(child) == "of":
                last = max(last, self.core(child)[1])
        return first, last

    def narrowed(self, head: int, last: int) -> int:
        """Give the end of a noun phrase with the phrases behind it that say which ("the Chamber of Crafts in Jena").

        Args:
            head: its noun.
            last: index after the words known to be part of it.
        """
        for child in self.children[head]:
            if child < last or self.tokens[child].deprel != "nmod" or self._edges[child][0] != last:
                continue
            end = self._edges[child][1] + 1
            if self.case(child) == "by":
                break  # a deed's doer, hung on whom it hit: "the killing of two nurses by soldiers"
            if end - last > LONGEST_TAIL or any(t.upos in ("VERB", "AUX", "PUNCT") for t in self.tokens[last:end]):
                break
            last = end
        return last

    def leftmost(self, i: int) -> int:
        """Give the first word below word i."""
        return self._edges[i][0]

    def rightmost(self, i: int) -> int:
        """Give the last word below word i."""
        return self._edges[i][1]

    def _is_outside(self, i: int) -> bool:
        """Tell whether a word before a phrase is no part of it, as "at" is in "at least ten"."""
        if self.tokens[i].upos not in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
            return False
        return self.tokens[i].text.lower() != "at" or self.tokens[i + 1].text.lower() not in ("least", "most")

    def _belongs(self, child: int) -> bool:
        token = self.tokens[child]
        if token.deprel == "case":
            return False
        if token.deprel == "punct":
            return token.text in "-‘'“\"–"
        return token.deprel in LEFT


_trees = kept(Tree)


def tree_of(document: Document) -> Tree:
    """Give the trees of a document; stages that follow each other share those of the report they are at.

    Args:
        document: with its analysis.
    """
    return _trees(document.analysis)
