"""Whether the name of a state or capital stands for the place or for its government."""

from collections.abc import Mapping

from dragoman.model import Document, Token
from dragoman.stages.places.words import words

_NEVER = frozenset(("nsubj", "nsubj:pass", "csubj", "vocative", "iobj", "nmod:agent", "obl:agent"))
_LOOSE = frozenset(("root", "appos", "list", "parataxis", "dep", "dislocated", "orphan"))


class Uses:
    """Judges the names of one document; the tree is read once."""

    def __init__(self, document: Document) -> None:
        self._tokens = document.tokens
        self._cases: dict[int, str] = {}
        for token in self._tokens:
            if token.deprel == "case" and not token.is_root:
                self._cases.setdefault(token.head, token.text.lower())

    @property
    def cases(self) -> Mapping[int, str]:
        """The first preposition of each word that has one."""
        return self._cases

    def head(self, first: int, last: int) -> Token:
        """Give the word of a stretch that the tree hangs it by."""
        for index in range(first, last):
            token = self._tokens[index]
            if token.is_root or not first <= token.head < last:
                return token
        return self._tokens[last - 1]

    def located(self, first: int, last: int) -> bool:
        """Tell whether a preposition of place governs a stretch."""
        return self._cases.get(self.head(first, last).i, "") in words("locative")

    def as_place(self, first: int, last: int) -> bool:
        """Tell whether a state or capital at words [first, last) is meant as a place.

        "In Ankara", "the visit to Israel", "Syria's north" are places; "Ankara said", "talks with Iran", "the US
        sanctions" are governments (gold/GUIDELINES.md, places).
        """
        return self._judge(self.head(first, last), 0)

    def _judge(self, token: Token, depth: int) -> bool:
        relation, governor = token.deprel, self._tokens[token.head]
        if relation in _NEVER:
            return False
        if relation == "conj" and depth < 4 and not token.is_root and token.i not in self._cases:
            return self._judge(governor, depth + 1)
        if relation in _LOOSE or token.is_root:
            return True
        case = self._cases.get(token.i, "")
        if relation.startswith(("obl", "nmod", "advmod", "acl", "advcl")) and case not in ("", "'s", "’s", "'", "’"):
            if case == "of":
                return relation.startswith("nmod") and governor.lemma.lower() not in words("government head")
            return case in words("locative")
        if relation in ("nmod:poss", "compound", "nmod", "amod", "flat"):
            return governor.lemma.lower() in words("place head")
        if relation in ("obj", "obl:unmarked"):
            return governor.lemma.lower() in words("motion")
        return relation.startswith("obl") or relation == "nmod:unmarked"
