"""Says how likely a careful reader is to list an actor of a report among those who take part in its events."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from math import exp, log2

from dragoman.knowledge.actors import listing_weights
from dragoman.knowledge.frames import frames
from dragoman.knowledge.quotes import cues
from dragoman.model import Actor, ActorMention, Document, Token
from dragoman.model.actor import AS_A_PLACE

LISTED = "listed from"
"""Name in the table of the probability from which on an actor is listed."""

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
PLACES = {
    **dict.fromkeys(SUBJECTS, "subject"),
    "obl:agent": "agent",
    **dict.fromkeys(("obj", "iobj"), "object"),
    **dict.fromkeys(("nmod:poss", "amod", "compound", "nmod:desc", "flat"), "modifier"),
    **dict.fromkeys(("nmod", "obl"), "oblique"),
    "conj": "joined",
    "appos": "apposed",
}
PART_OF = frozenset({"conj", "appos", "nmod:poss", "amod", "compound", "flat"})
SENTENCES = (0, 1, 3, 8)
WORD = re.compile(r"\w+")


def taking_part(document: Document) -> frozenset[str]:
    """Give the ids of those who take part in an event of a report, assert one, speak a quotation or are spoken to."""
    events = (i for e in document.events for i in (*e.actors, *e.recipients, e.source))
    quotes = (i for q in document.quotes for i in (q.speaker, q.addressee))
    return frozenset(i for i in (*events, *quotes) if i is not None)


def listed(document: Document) -> tuple[Actor, ...]:
    """Give the actors that a reader would list: all who take part by our reading, and those who likely do.

    Args:
        document: with all layers.

    Returns:
        Actors in order of their first mention.
    """
    taking = taking_part(document)
    least = listing_weights().get(LISTED, 1.0)
    likely = saliences(document)
    return tuple(actor for actor in document.actors if actor.id in taking or likely[actor.id] >= least)


def saliences(document: Document) -> dict[str, float]:
    """Give for each actor of a report, by id, the probability that a reader would list it.

    Args:
        document: with all layers.
    """
    weights = listing_weights()
    found = {}
    for actor, signs in signs_of(document):
        found[actor.id] = 1.0 / (1.0 + exp(-sum(weights.get(sign, 0.0) * value for sign, value in signs.items())))
    return found


def signs_of(document: Document) -> Iterator[tuple[Actor, Mapping[str, float]]]:
    """Give every actor of a report with what speaks for and against listing it, by name.

    Args:
        document: with all layers.
    """
    scene = _Scene(document)
    for actor in document.actors:
        yield actor, scene.signs(actor)


class _Scene:
    """A report and what its layers say of each actor.

    Args:
        document: with all layers.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.headline = frozenset(WORD.findall((document.article.title or "").lower()))
        self.sentence_of = {i: s.i for s in document.analysis.sentences for i in range(s.first, s.last)}
        self.parts: dict[str, Counter[str]] = {}
        for event in document.events:
            for role, ids in (("doer", event.actors), ("recipient", event.recipients), ("asserts", (event.source,))):
                self._part(f"symmetric {role}" if event.symmetric else role, ids)
        for quote in document.quotes:
            self._part("speaker" if quote.direct else "reported speaker", (quote.speaker,))
            self._part("addressee", (quote.addressee,))
        active = {a.country for a in document.actors if a.kind != "country" and a.id in self.parts}
        self.active = frozenset(country for country in active if country)

    def _part(self, role: str, ids: tuple[str | None, ...]) -> None:
        for i in ids:
            if i is not None:
                self.parts.setdefault(i, Counter())[role] += 1

    def signs(self, actor: Actor) -> dict[str, float]:
        said = [m for m in actor.mentions if m.form != "pronoun" and m.reason != AS_A_PLACE]
        kind = actor.kind
        found = {"bias": 1.0, f"is a {kind}": 1.0, f"sector {actor.sector}": 1.0}
        found |= {role: log2(1 + number) for role, number in self.parts.get(actor.id, Counter()).items()}
        takes = "takes part" if actor.id in self.parts else "idle"
        found[takes] = found[f"{takes}, {kind}"] = 1.0
        found["mentions"] = found[f"{takes}, mentions"] = log2(1 + len(said))
        found["pronouns"] = log2(1 + sum(m.form == "pronoun" for m in actor.mentions))
        found["known"] = float(actor.known)
        found["no state"] = float(actor.country is None)
        found["only a place"] = float(not said)
        found["others of its state take part"] = float(actor.country in self.active)
        found[f"others of its state take part, {kind}"] = found["others of its state take part"]
        found["in the headline"] = found[f"in the headline, {kind}"] = float(self._in_headline(actor))
        found |= {f"named as {form}": 1.0 for form in sorted({m.form for m in said})}
        found |= self._places(said, takes, kind)
        if said:
            found |= self._opening(said[0], kind)
            found["sentences"] = log2(1 + len({self.sentence_of.get(m.head, 0) for m in said}))
        return {name: value for name, value in found.items() if value}

    def _in_headline(self, actor: Actor) -> bool:
        own = WORD.findall(actor.name.lower())
        return bool(own) and (own[-1] if actor.kind == "person" else own[0]) in self.headline

    def _opening(self, first: ActorMention, kind: str) -> dict[str, float]:
        sentence = self.sentence_of.get(first.head, 0)
        name = next((f"by sentence {n}" for n in SENTENCES if sentence <= n), "later")
        return {name: 1.0, f"{name}, {kind}": 1.0}

    def _places(self, said: list[ActorMention], takes: str, kind: str) -> dict[str, float]:
        tokens, counted = self.document.tokens, Counter[str]()
        for mention in said:
            if mention.head >= len(tokens):
                continue
            token = tokens[mention.head]
            place = PLACES.get(token.deprel, "root" if token.is_root else "other")
            counted[place] += 1
            self._govern(token, place, counted)
        found: dict[str, float] = {}
        for place, number in counted.items():
            found[place] = found[f"{takes}, {place}"] = found[f"{kind}, {place}"] = log2(1 + number)
        return found

    def _govern(self, token: Token, place: str, counted: Counter[str]) -> None:
        """Count what the word above a mention does: it speaks, or names one of the acts that events are made of."""
        tokens = self.document.tokens
        while token.deprel in PART_OF and not token.is_root:
            token = tokens[token.head]
        if token.is_root:
            return
        lemma = tokens[token.head].lemma.lower()
        if token.deprel in SUBJECTS and tokens[token.head].upos == "VERB":
            counted["subject of a verb"] += 1
            counted["speaks"] += lemma in cues().said
        counted["of an act"] += lemma in frames().heads
