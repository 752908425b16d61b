"""Finds whose stand it is: the subject, or the speaker of the words it is taken in; never a third one by hearsay."""

from bisect import bisect_right
from dataclasses import dataclass

from dragoman.model import Actor, Document, Quote, Span
from dragoman.stages.actors import linker_of
from dragoman.stages.events.tree import Tree

FIRST = frozenset({"i", "we", "my", "our", "us", "me"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a stand, and in what words.

    Args:
        actor: who.
        span: the words that stand for him, None where he speaks.
        quote: the quote it is taken in, None where the report tells it.
        basis: `told`, `quoted` or `reported`.
    """

    actor: Actor
    span: Span | None
    quote: Quote | None
    basis: str


class Holders:
    """Looks holders up in one report.

    Args:
        document: with the layers `actors` and `quotes`.
        tree: its trees.
    """

    def __init__(self, document: Document, tree: Tree) -> None:
        self._document, self._tree = document, tree
        self._linker = linker_of(document)
        self._by_id = {actor.id: actor for actor in document.actors}
        # the innermost quote around a word is the one that begins last
        self._quotes = sorted(document.quotes, key=lambda quote: (quote.span.start, -quote.span.end))
        self._starts = [quote.span.start for quote in self._quotes]

    def quote(self, word: int) -> Quote | None:
        """Give the innermost quote around a word."""
        token = self._tree.tokens[word]
        for i in range(bisect_right(self._starts, token.start) - 1, -1, -1):
            quote = self._quotes[i]
            if quote.span.start <= token.start and token.end <= quote.span.end:
                return quote
            if token.start - quote.span.start > REACH:
                return None
        return None

    def speaker(self, word: int) -> Holder | None:
        """Give whoever speaks the words around a word, None outside of quotes or where nobody is known to."""
        quote = self.quote(word)
        actor = self._by_id.get(quote.speaker or "") if quote else None
        if quote is None or actor is None:
            return None
        direct = quote.direct or quote.basis == "turn"
        return Holder(actor, quote.speaker_span, quote, "quoted" if direct else "reported")

    def subject(self, word: int, subjects: list[int]) -> list[Holder]:
        """Give whose stand a verb with these subjects takes.

        In somebody's words it is his own where he says "I" or "we", names himself, or speaks for his state; what he
        says of others is hearsay and nobody's stand here.
        """
        speaker = self.speaker(word)
        quote = self.quote(word)
        found: list[Holder] = []
        for subject in subjects:
            for joined in self._tree.joined(subject):
                found += self._one(joined, speaker, quote)
        return list({holder.actor.id: holder for holder in reversed(found)}.values())[::-1]

    def _one(self, subject: int, speaker: Holder | None, quote: Quote | None) -> list[Holder]:
        if speaker is not None and self._tree.lowers[subject] in FIRST:
            return [speaker]
        actors = self._linker.at(subject)
        if quote is None:
            span = self._document.words(subject, subject + 1)
            return [Holder(actor, self._named(actor, subject) or span, None, "told") for actor in actors]
        if speaker is None:
            return []
        own = [
            a
            for a in actors
            if a.id == speaker.actor.id or (a.kind == "country" and a.country == speaker.actor.country)
        ]
        return [Holder(actor, self._named(actor, subject), quote, speaker.basis) for actor in own]

    def _named(self, actor: Actor, word: int) -> Span | None:
        around = [mention for mention in actor.mentions if mention.first <= word < mention.last]
        return max(around, key=lambda mention: mention.last - mention.first).span if around else None


REACH = 20_000
"""How many code points before a word its quote may begin."""
