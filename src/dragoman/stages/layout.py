"""The trees of a report laid out by word, made once and shared by all stages that climb them."""

from collections.abc import Callable
from functools import cached_property, lru_cache, wraps
from typing import TypeVar

from dragoman.model import Analysis

_Key = TypeVar("_Key")
_Made = TypeVar("_Made")


@lru_cache(maxsize=1024)
def base(deprel: str) -> str:
    """Give a relation without its subtype ("nsubj:pass" is "nsubj")."""
    return deprel.partition(":")[0]


class Layout:
    """Columns over the words of a report; whoever shares them must not change them.

    Args:
        analysis: words and sentences.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.heads = heads = [token.head for token in self.tokens]
        self.children: list[list[int]] = [[] for _ in heads]
        for i, head in enumerate(heads):
            if head != i:
                self.children[head].append(i)
        self.sentence_of = [0] * len(self.tokens)
        for sentence in analysis.sentences:
            self.sentence_of[sentence.first : sentence.last] = [sentence.i] * (sentence.last - sentence.first)

    @cached_property
    def starts(self) -> list[int]:
        """Where the words begin, in code points."""
        return [token.start for token in self.tokens]

    @cached_property
    def lowers(self) -> list[str]:
        """The words in lower case."""
        return [token.text.lower() for token in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemmas in lower case."""
        return [token.lemma.lower() for token in self.tokens]

    @cached_property
    def deprels(self) -> list[str]:
        """The relations, subtypes included."""
        return [token.deprel for token in self.tokens]

    @cached_property
    def relations(self) -> list[str]:
        """The relations without subtypes; a root has that of its token."""
        bases = {deprel: base(deprel) for deprel in set(self.deprels)}
        return [bases[deprel] for deprel in self.deprels]

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last word below every word, found without recursion: a list may hang as deep as it is long."""
        children, heads = self.children, self.heads
        first, last = list(range(len(heads))), list(range(len(heads)))
        order = [i for i, head in enumerate(heads) if head == i]
        for i in order:
            if children[i]:
                order += children[i]
        for i in reversed(order):
            above = heads[i]
            if first[i] < first[above]:
                first[above] = first[i]
            if last[i] > last[above]:
                last[above] = last[i]
        return list(zip(first, last, strict=True))


def kept(make: Callable[[_Key], _Made]) -> Callable[[_Key], _Made]:
    """Keep what was made last, and give it again for the very same thing.

    Stages run one after the other over the same analysis, so that one answer is enough to keep.
    """
    last: tuple[_Key, _Made] | None = None

    @wraps(make)
    def again(key: _Key) -> _Made:
        nonlocal last
        held = last
        if held is None or held[0] is not key:
            last = held = (key, make(key))
        return held[1]

    return again


@kept
def layout(analysis: Analysis) -> Layout:
    """Lay out the trees of a report, or give the layout again where this very analysis was laid out last."""
    return Layout(analysis)
