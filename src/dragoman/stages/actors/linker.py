"""Answers which actors a word of a report stands for."""

from dragoman.knowledge.actors import words
from dragoman.model import Actor, ActorMention, Document, Quote
from dragoman.model.actor import AS_A_PLACE

OWNING = frozenset({"nmod:poss", "amod", "compound", "nmod:desc"})


class Linker:
    """Looks actors up by word.

    Args:
        document: with the layer `actors`; with `quotes` too, "I" and "we" inside a quotation are its speaker.
    """

    def __init__(self, document: Document) -> None:
        self._headed: dict[int, list[Actor]] = {}
        self._covering: dict[int, list[tuple[int, Actor]]] = {}
        self._places: dict[int, Actor] = {}
        for actor in document.actors:
            for mention in actor.mentions:
                if mention.reason == AS_A_PLACE:
                    self._places.update(dict.fromkeys(range(mention.first, mention.last), actor))
                else:
                    self._note(actor, mention)
        self._dependents: dict[int, list[int]] = {}
        self._below: dict[int, list[int]] = {}
        for token in document.tokens:
            if token.deprel in OWNING:
                self._dependents.setdefault(token.head, []).append(token.i)
            elif token.deprel == "nmod":
                self._below.setdefault(token.head, []).append(token.i)
        quotes = document.quotes if "quotes" in document.layers else ()
        self._speakers = _speakers(document, [quote for quote in quotes if quote.direct])
        # in a transcript whoever has the floor is "we", whatever the report's own "we" would be
        self._floor = _speakers(document, [quote for quote in quotes if quote.basis == "turn"])

    def at(self, word: int) -> tuple[Actor, ...]:
        """Give the actors that a word stands for.

        Args:
            word: document index, best the head of an argument.

        Returns:
            The actors of mentions headed by that word (several where "the two" means two); else those of the
            shortest mention around it; else the state that it names as a place ("in Ukraine"); else none.
        """
        if word in self._floor:
            return (self._floor[word],)
        headed = self._headed.get(word)
        if headed:
            return tuple(headed)
        if word in self._speakers:
            return (self._speakers[word],)
        covering = self._covering.get(word, [])
        if not covering:
            return self.place(word)
        least = min(length for length, _ in covering)
        return tuple(actor for length, actor in covering if length == least)

    def place(self, word: int) -> tuple[Actor, ...]:
        """Give the state that a word names as a place ("in Ukraine"), for an event that was done to it.

        Args:
            word: document index.
        """
        return (self._places[word],) if word in self._places else ()

    def around(self, word: int) -> tuple[Actor, ...]:
        """Give the actors that a word stands for, else those that own or describe it ("Iranian boats", "his visit").

        Args:
            word: document index.
        """
        return self.at(word) or self._owners(word)

    def whose(self, word: int) -> tuple[Actor, ...]:
        """Give the actors that a word stands for or belongs to, as a deed is theirs: "cities of Ukraine", "his army".

        Args:
            word: document index of the head of an argument.
        """
        found = self.around(word)
        for below in self._below.get(word, ()):
            found = found or self.around(below)
        return found

    def _owners(self, word: int) -> tuple[Actor, ...]:
        for token in self._dependents.get(word, ()):
            if token in self._headed:
                return tuple(self._headed[token])
        return ()

    def _note(self, actor: Actor, mention: ActorMention) -> None:
        headed = self._headed.setdefault(mention.head, [])
        if all(actor is not other for other in headed):
            headed.append(actor)
        for word in range(mention.first, mention.last):
            self._covering.setdefault(word, []).append((mention.last - mention.first, actor))


def _speakers(document: Document, spoken: list[Quote]) -> dict[int, Actor]:
    """Map "I" and "we" inside quotes to those who speak them."""
    by_id = {actor.id: actor for actor in document.actors}
    own = words("speaker pronoun") | words("group speaker pronoun")
    found: dict[int, Actor] = {}
    quotes = [quote for quote in spoken if quote.speaker in by_id]
    at = 0
    for quote in sorted(quotes, key=lambda quote: quote.span.start):
        while at < len(document.tokens) and document.tokens[at].start < quote.span.start:
            at += 1
        for token in document.tokens[at:]:
            if token.start >= quote.span.end:
                break
            if token.text.lower() in own and quote.speaker is not None:
                found[token.i] = by_id[quote.speaker]
    return found
