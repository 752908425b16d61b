"""Whether the clause of a time expression looks back or ahead."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache

from dragoman.knowledge.times import tense_phrases
from dragoman.model import Analysis, Token
from dragoman.stages.times.found import Found

_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[“\"A-Z(])|\n")
_WINDOW = 300
_VERBS = ("VERB", "AUX")
_PERFECT = frozenset(("has", "have", "'ve", "'s"))


def tense_of(analysis: Analysis | None) -> Callable[[Found], str]:
    """Give the judge of tense: by the tree where there is one, else by the words around."""
    if analysis is None or not analysis.tokens:
        return by_words
    tokens = analysis.tokens
    starts = [token.start for token in tokens]
    children: dict[int, list[Token]] = {}
    for token in tokens:
        if token.upos in ("AUX", "PART") and not token.is_root:
            children.setdefault(token.head, []).append(token)

    def judge(found: Found) -> str:
        index = bisect_left(starts, found.start)
        if index >= len(tokens):
            index = bisect_right(starts, found.start) - 1
        return by_tree(tokens, children, index) or by_words(found)

    return judge


def by_tree(tokens: tuple[Token, ...], children: dict[int, list[Token]], index: int) -> str:
    """Climb from a word to the verb that governs it, and read its tense off its form and its auxiliaries."""
    for _ in range(12):
        token = tokens[index]
        if token.text.lower() in tense_phrases("ahead"):
            return "future"
        if token.upos in _VERBS:
            verdict = _verb_tense(token, children.get(index, []))
            if verdict:
                return verdict
        if token.is_root:
            cop = [child for child in children.get(index, ()) if child.deprel in ("cop", "aux")]
            return _verb_tense(token, cop) if cop else ""
        index = token.head
    return ""


def _verb_tense(verb: Token, auxiliaries: list[Token]) -> str:
    words = {aux.text.lower().replace("’", "'") for aux in auxiliaries}
    if words & tense_phrases("modal"):
        return "future" if not words & {"have", "'ve"} else "past"
    if verb.xpos == "VB" and any(aux.text.lower() == "to" for aux in auxiliaries):
        return "future"
    tags = {aux.xpos for aux in auxiliaries} | {verb.xpos}
    if "VBD" in tags or (words & _PERFECT and verb.xpos == "VBN"):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return ""


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ahead = sorted(tense_phrases("modal") | tense_phrases("ahead"), key=len, reverse=True)
    back = sorted(tense_phrases("back"))
    return re.compile(rf"\b(?:{'|'.join(ahead)})\b"), re.compile(rf"\b(?:{'|'.join(back)}|\w{{2,}}ed)\b")


def by_words(found: Found) -> str:
    """Judge by the nearest telling word of the same sentence, first to the left, then to the right."""
    ahead_words, back_words = _cues()
    text = found.words.text
    left = _SENTENCE.split(text[max(0, found.start - _WINDOW) : found.start])[-1]
    right = _SENTENCE.split(text[found.end : found.end + _WINDOW])[0]
    ahead = [match.start() for match in ahead_words.finditer(left)]
    back = [match.start() for match in back_words.finditer(left)]
    if ahead or back:
        return "future" if ahead and (not back or ahead[-1] >= back[-1]) else "past"
    ahead_right, back_right = ahead_words.search(right), back_words.search(right)
    if ahead_right and (not back_right or ahead_right.start() <= back_right.start()):
        return "future"
    return "past" if back_right else ""
