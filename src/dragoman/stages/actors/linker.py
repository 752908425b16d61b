"""Answers which actors a word of a report stands for."""

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.knowledge.actors import words
from dragoman.model import Actor, ActorMention, Document, Quote
from dragoman.model.actor import AS_A_PLACE
from dragoman.stages.layout import layout

OWNING = frozenset({"nmod:poss", "amod", "compound", "nmod:desc"})


class Linker:
    """Looks actors up by word.

    Args:
        document: with the layer `actors`; with `quotes` too, "I" and "we" inside a quotation are its speaker.
        before: a look-up of the same actors, made before there were quotes; its mentions are shared.
    """

    def __init__(self, document: Document, before: "Linker | None" = None) -> None:
        self._laid = layout(document.analysis)
        if before is None:
            self._headed: dict[int, list[Actor]] = {}
            self._covering: dict[int, tuple[int, list[Actor]]] = {}
            self._places: dict[int, Actor] = {}
            self._read(document.actors)
        else:
            self._headed, self._covering, self._places = before._headed, before._covering, before._places
        quotes = document.quotes if "quotes" in document.layers else ()
        own = words("speaker pronoun") | words("group speaker pronoun")
        direct = [quote for quote in quotes if quote.direct]
        self._speakers = self._spoken(document.actors, [(quote, quote.speaker) for quote in direct], own)
        heard = words("addressee pronoun")
        self._speakers |= self._spoken(document.actors, [(quote, quote.addressee) for quote in direct], heard)
        # in a transcript whoever has the floor, or his state, is "we", whatever the report's own "we" would be
        turns = [(quote, quote.speaker) for quote in quotes if quote.basis == "turn"]
        self._floor = self._spoken(document.actors, turns, own)

    def at(self, word: int) -> tuple[Actor, ...]:
        """Give the actors that a word stands for.

        Args:
            word: document index, best the head of an argument.

        Returns:
            The actors of mentions headed by that word (several where "the two" means two); else those of the
            shortest mention around it; else the state that it names as a place ("in Ukraine"); else none.
        """
        headed = self._headed.get(word)
        if word in self._floor and not self._is_his_state(word):
            return (self._floor[word],)
        if headed:
            return tuple(headed)
        if word in self._speakers:
            return (self._speakers[word],)
        covering = self._covering.get(word)
        return tuple(covering[1]) if covering is not None else self.place(word)

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
        for below in () if found else self._laid.children[word]:
            if self._laid.tokens[below].deprel == "nmod":
                found = found or self.around(below)
        return found

    def _owners(self, word: int) -> tuple[Actor, ...]:
        for below in self._laid.children[word]:
            if below in self._headed and self._laid.tokens[below].deprel in OWNING:
                return tuple(self._headed[below])
        return ()

    def _read(self, actors: Sequence[Actor]) -> None:
        for actor in actors:
            for mention in actor.mentions:
                if mention.reason == AS_A_PLACE:
                    self._places.update(dict.fromkeys(range(mention.first, mention.last), actor))
                else:
                    self._note(actor, mention)

    def _note(self, actor: Actor, mention: ActorMention) -> None:
        headed = self._headed.setdefault(mention.head, [])
        if all(actor is not other for other in headed):
            headed.append(actor)
        length = mention.last - mention.first
        for word in range(mention.first, mention.last):
            shortest = self._covering.get(word)
            if shortest is None or length < shortest[0]:
                self._covering[word] = (length, [actor])
            elif length == shortest[0]:
                shortest[1].append(actor)

    def _is_his_state(self, word: int) -> bool:
        """Tell whether "we" was read as the state of whoever has the floor; that of an unknown one may be a guess."""
        speaker = self._floor[word]
        read = self._headed.get(word, ())
        return any(a.kind == "country" and (a.country == speaker.country or not speaker.known) for a in read)

    def _spoken(
        self, actors: Sequence[Actor], spoken: list[tuple[Quote, str | None]], forms: frozenset[str]
    ) -> dict[int, Actor]:
        """Map pronouns inside quotes to those who speak them or are spoken to."""
        if not spoken:
            return {}
        by_id = {actor.id: actor for actor in actors}
        starts, lowers = self._laid.starts, self._laid.lowers
        found: dict[int, Actor] = {}
        for quote, identity in sorted(spoken, key=lambda pair: pair[0].span.start):
            actor = by_id.get(identity or "")
            if actor is not None:
                inside = range(bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end))
                found.update((i, actor) for i in inside if lowers[i] in forms)
        return found


_latest: list[tuple[Document, Linker]] = []


def linker_of(document: Document) -> Linker:
    """Give the look-up of a document's actors; stages that follow each other share that of the report they are at.

    Args:
        document: as for `Linker`.
    """
    before: Linker | None = None
    for known, linker in _latest[-1:]:
        if known.analysis is document.analysis and known.actors is document.actors:
            if known.layers.get("quotes") is document.layers.get("quotes"):
                return linker
            before = linker
    linker = Linker(document, before)
    _latest[:] = [(document, linker)]
    return linker
