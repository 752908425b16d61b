"""The trees of a report laid out by word, made once and shared by all stages that climb them."""

from functools import cached_property, lru_cache

from dragoman.model import Analysis


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
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)
        self.sentence_of = [0] * len(self.tokens)
        for sentence in analysis.sentences:
            self.sentence_of[sentence.first : sentence.last] = [sentence.i] * (sentence.last - sentence.first)

    @cached_property
    def lowers(self) -> list[str]:
        """The words in lower case."""
        return [token.text.lower() for token in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemmas in lower case."""
        return [token.lemma.lower() for token in self.tokens]

    @cached_property
    def relations(self) -> list[str]:
        """The relations without subtypes; a root has that of its token."""
        return [base(token.deprel) for token in self.tokens]

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First and last word below every word, found without recursion: a list may hang as deep as it is long."""
        children, first, last = self.children, list(range(len(self.tokens))), list(range(len(self.tokens)))
        order = [token.i for token in self.tokens if token.head == token.i]
        for i in order:
            order.extend(children[i])
        for i in reversed(order):
            for below in children[i]:
                if first[below] < first[i]:
                    first[i] = first[below]
                if last[below] > last[i]:
                    last[i] = last[below]
        return list(zip(first, last, strict=True))


_last: list[Layout] = []
"""The report in hand: stages run one after the other over the same analysis, so one is enough to keep."""


def layout(analysis: Analysis) -> Layout:
    """Lay out the trees of a report, or give the layout again where this very analysis was laid out last."""
    for known in _last[-1:]:
        if known.analysis is analysis:
            return known
    made = Layout(analysis)
    _last[:] = [made]
    return made
