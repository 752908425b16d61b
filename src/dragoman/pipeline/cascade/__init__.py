"""Cheap tests that decide which sentences of a report the network needs to read at all."""

from collections.abc import Iterator
from math import inf

from dragoman.knowledge.frames import Frames
from dragoman.pipeline.cascade.named import OWN
from dragoman.pipeline.cascade.naming import with_names
from dragoman.pipeline.cascade.scores import alone, within
from dragoman.pipeline.cascade.signs import Places, Signs, signs
from dragoman.pipeline.cascade.stems import stem
from dragoman.pipeline.cascade.weights import Weights, weights

__all__ = ["Cascade"]

LEAST = -1.3
"""Log odds from which on a sentence is read: none of the right events of the development reports is lost by it."""
LIVELY = -0.5
"""Log odds that one sentence of a report must reach; else only what is quoted is read: it tells of other things."""
NEVER = inf
FEWEST = 6
"""Sentences below which a report is read whole: there is too little around them to judge by."""


class Cascade:
    """Decides, from the raw text, which sentences can tell an event or name those who take part in one.

    Args:
        table: the frames in force; a sentence with a predicate of a user's own is always read, as is one that names an
            actor of a user's own.
        known: what each sign weighs; as packaged where None.
    """

    def __init__(self, table: Frames, known: Weights | None = None) -> None:
        self._known = known if known is not None else weights()
        self._heads = heads(table)
        self._own = frozenset(_forms(table))

    def __call__(self, text: str, places: Places) -> list[bool]:
        """Choose the sentences that the network reads.

        Args:
            text: of a report.
            places: (start, end) of its sentences, in order.

        Returns:
            For each sentence whether it is read.
        """
        if len(places) < FEWEST:
            return [True] * len(places)
        found = signs(text, places, self._heads, self._known.rates)
        likely = within([alone(mine, self._known) for mine in found], self._known)
        sure = [self._sure(mine) for mine in found]
        least = LEAST if any(sure) or max(likely) >= LIVELY else NEVER
        read = [
            # whoever is quoted is asked for too, whatever he speaks of
            own or score >= least or "quote" in mine.others
            for own, score, mine in zip(sure, likely, found, strict=True)
        ]
        return with_names([text[start:end] for start, end in places], read)

    def tells(self, headline: str) -> bool:
        """Tell whether a headline may hold an event though nothing in its report does."""
        (mine,) = signs(headline, [(0, len(headline))], self._heads, self._known.rates)
        return self._sure(mine) or within([alone(mine, self._known)], self._known)[0] >= LIVELY

    def _sure(self, mine: Signs) -> bool:
        return OWN in mine.others or not self._own.isdisjoint(mine.stems)


def heads(table: Frames) -> frozenset[str]:
    """Give the stems of the words by which predicates of frames hang."""
    return frozenset(stem(head.lower()) for head in table.heads)


def _forms(table: Frames) -> Iterator[str]:
    """Give the stems of all forms of the predicates of a user's own frames, irregular ones too."""
    own = {predicate.head.lower() for frame in table.frames if frame.own for predicate in frame.predicates}
    if own:
        from lemminflect import getAllInflections

        for head in own:
            for form in (head, *(one for forms in getAllInflections(head).values() for one in forms)):
                yield stem(form.lower())
