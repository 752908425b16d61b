"""Hangs verbs joined by "and" on the verb whose subject they share, where grammar tells that the tree has another."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Token

PAST = frozenset(("was", "were", "did"))
MODALS = frozenset(("will", "would", "shall", "should", "can", "could", "may", "might", "must", "wo", "ca", "to"))
"""Behind which a base form stands; whatever is joined to that is a base form too."""
WHEN = frozenset(("when", "where"))
NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "PRON"))


def rejoined(
    tokens: tuple[Token, ...], relations: Sequence[str], lowers: Sequence[str], children: list[list[int]]
) -> tuple[tuple[Token, ...], list[list[int]]]:
    """Hang what is joined to a wrong verb on the right one.

    Args:
        tokens: the words of a report.
        relations: their relations without subtypes.
        lowers: the words in lower case.
        children: the words that hang on each.

    Returns:
        Words and children anew, the same ones where nothing is wrong.
    """
    right = Rejoining(tokens, relations, lowers, children).heads()
    if not right:
        return tokens, children
    below = [*children]
    for word, head in right.items():
        wrong = tokens[word].head
        below[wrong] = [c for c in below[wrong] if c != word]
        below[head] = sorted([*below[head], word])
    return tuple(replace(token, head=right[token.i]) if token.i in right else token for token in tokens), below


class Rejoining:
    """Looks for verbs that are joined to the wrong one.

    Args:
        tokens: the words of a report.
        relations: their relations without subtypes.
        lowers: the words in lower case.
        children: the words that hang on each.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        relations: Sequence[str],
        lowers: Sequence[str],
        children: Sequence[Sequence[int]],
    ) -> None:
        self._tokens, self._relations, self._lowers, self._children = tokens, relations, lowers, children

    def heads(self) -> dict[int, int]:
        """Give for each verb joined to the wrong one the verb that it is joined to."""
        found: dict[int, int] = {}
        for verb, relation in enumerate(self._relations):
            if relation == "conj" and self._tokens[verb].upos == "VERB":
                right = self._right(verb)
                if right is not None:
                    found[verb] = right
        return found

    def _right(self, verb: int) -> int | None:
        """Give the verb above the clause that a past tense is wrongly joined into, None where it is joined rightly."""
        wrong = self._tokens[verb].head
        above = self._above(wrong)
        if above is None or self._kids(verb, "nsubj", "csubj", "mark") or not self._kids(wrong, "nsubj"):
            return None
        between = self._lowers[above + 1 : verb]
        if self._tokens[above].xpos != "VBD" or between[:1] == [","] or not {";", ":"}.isdisjoint(between):
            return None
        parted = self._behind_comma(verb)
        if self._relations[wrong] == "ccomp":
            fits = (parted and self._is_past(verb)) or self._differs(wrong, verb)
        else:
            fits = parted and self._is_past(verb)
        return above if fits else None

    def _above(self, verb: int) -> int | None:
        """Give the verb that governs a clause behind it: one of what is said, or of when and where, between commas."""
        relation, above = self._relations[verb], self._tokens[verb].head
        if relation == "acl" and self._lowers_of(verb, "advmod") & WHEN:
            while self._relations[above] in ("obl", "obj", "nmod", "conj") and self._tokens[above].upos in NOMINAL:
                above = self._tokens[above].head
        elif relation not in ("ccomp", "advcl"):
            return None
        if relation != "ccomp" and not self._opens_behind_comma(verb):
            return None
        return above if above < verb and self._tokens[above].upos == "VERB" else None

    def _kids(self, word: int, *relations: str) -> list[int]:
        return [c for c in self._children[word] if self._relations[c] in relations]

    def _lowers_of(self, word: int, relation: str) -> set[str]:
        return {self._lowers[c] for c in self._kids(word, relation)}

    def _behind_comma(self, verb: int) -> bool:
        """Tell whether a comma stands before the "and" or "but" that joins a verb."""
        joints = [c for c in self._kids(verb, "cc") if self._lowers[c] in ("and", "but")]
        return bool(joints) and joints[0] > 0 and self._lowers[joints[0] - 1] == ","

    def _opens_behind_comma(self, verb: int) -> bool:
        """Tell whether a comma stands before the first word of a clause."""
        first = min(self._kids(verb, "mark", "advmod", "nsubj"), default=verb)
        return first > 0 and self._lowers[first - 1] == ","

    def _is_past(self, verb: int) -> bool:
        """Tell whether a verb is in the past tense, by itself or by "was"; with an object no participle is one."""
        helpers = self._kids(verb, "aux")
        if helpers:
            return self._lowers[helpers[0]] in PAST
        return self._tokens[verb].xpos == "VBD" or (
            self._tokens[verb].xpos == "VBN" and bool(self._kids(verb, "obj", "ccomp"))
        )

    def _differs(self, base: int, verb: int) -> bool:
        """Tell whether one verb is a base form and the next a past tense, which nobody joins."""
        helpers = self._lowers_of(base, "aux")
        if self._tokens[base].xpos != "VB" or (helpers and not helpers & MODALS) or self._kids(verb, "aux"):
            return False
        return next((t.i for t in self._tokens[base + 1 : verb + 1] if t.xpos == "VBD"), -1) == verb
