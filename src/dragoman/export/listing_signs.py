"""Gives what speaks for and against listing an actor of a report, by name; the weights stand in a table."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from math import log2

from dragoman.export.sighted import Sighted
from dragoman.knowledge.frames import frames
from dragoman.knowledge.quotes import cues
from dragoman.model import Actor, ActorMention, Document, Token
from dragoman.model.actor import AS_A_PLACE
from dragoman.text.marks import quoted_words

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


def signs_of(document: Document) -> Iterator[tuple[Actor, Mapping[str, float]]]:
    """Give every actor of a report with what speaks for and against listing it, by name.

    Args:
        document: with all layers.
    """
    scene = _Scene(document)
    for actor in document.actors:
        yield actor, scene.signs(actor)


def parts(document: Document) -> dict[str, Counter[str]]:
    """Count the parts that actors play in the events and quotations of a report, by id; who plays none is not there.

    Args:
        document: with all layers.
    """
    found: dict[str, Counter[str]] = {}

    def note(role: str, ids: tuple[str | None, ...]) -> None:
        for i in ids:
            if i is not None:
                found.setdefault(i, Counter())[role] += 1

    for event in document.events:
        for role, ids in (("doer", event.actors), ("recipient", event.recipients), ("asserts", (event.source,))):
            note(f"symmetric {role}" if event.symmetric else role, ids)
    for quote in document.quotes:
        note("speaker" if quote.direct else "reported speaker", (quote.speaker,))
        note("addressee", (quote.addressee,))
    return found


def _around(document: Document) -> dict[int, set[str]]:
    """Give for each word the ids of the actors that it only helps to name: "Novian" in "the Novian minister"."""
    found: dict[int, set[str]] = {}
    for actor in document.actors:
        for mention in actor.mentions:
            if mention.form != "pronoun":
                for word in {*range(mention.first, mention.last)} - {mention.head}:
                    found.setdefault(word, set()).add(actor.id)
    return found


class _Scene:
    """A report and what its layers say of each actor.

    Args:
        document: with all layers.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.quoted = quoted_words(document)
        self.sighted = Sighted(document)
        self.around = _around(document)
        self.headline = frozenset(WORD.findall((document.article.title or "").lower()))
        self.sentence_of = {i: s.i for s in document.analysis.sentences for i in range(s.first, s.last)}
        self.parts = parts(document)
        self.many = log2(1 + len(document.actors))
        active = {a.country for a in document.actors if a.kind != "country" and a.id in self.parts}
        self.active = frozenset(country for country in active if country)
        states = {a.country for a in document.actors if a.kind == "country" and a.id in self.parts}
        self.active_states = frozenset(country for country in states if country)

    def signs(self, actor: Actor) -> dict[str, float]:
        said = list({m.head: m for m in actor.mentions if m.form != "pronoun" and m.reason != AS_A_PLACE}.values())
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
        if kind != "country" and actor.country in self.active_states:
            found |= dict.fromkeys((f"its state takes part{of}" for of in ("", f", {kind}", f", {actor.sector}")), 1.0)
        found["in the headline"] = found[f"in the headline, {kind}"] = float(self._in_headline(actor))
        found |= {f"named as {form}": 1.0 for form in sorted({m.form for m in said})}
        found |= self._places(said, takes, kind)
        found |= self._sights(actor, takes)
        found["many actors"] = self.many
        if said:
            found |= self._within(said, actor)
            found |= self._opening(said[0], kind)
            found["sentences"] = log2(1 + len({self.sentence_of.get(m.head, 0) for m in said}))
        return {name: value for name, value in found.items() if value}

    def _sights(self, actor: Actor, takes: str) -> dict[str, float]:
        """Say how surely the learned tagger sees an actor do something or be done to."""
        found = self.sighted.of(actor)
        for name, value in tuple(found.items()):
            found[f"{takes}, {name}"] = found[f"{actor.kind}, {name}"] = value
        return found

    def _within(self, said: list[ActorMention], actor: Actor) -> dict[str, float]:
        """Say how much of what names an actor stands inside quotations, or inside the names and titles of others."""
        shares = {
            "inside others": sum(bool(self.around.get(m.head, set()) - {actor.id}) for m in said) / len(said),
            "quoted": sum(self.quoted[m.head] for m in said if m.head < len(self.quoted)) / len(said),
        }
        found: dict[str, float] = {}
        for name, share in shares.items():
            found[name] = found[f"{name}, {actor.kind}"] = share
            found[f"only {name}"] = found[f"only {name}, {actor.kind}"] = float(share == 1.0)
        return found

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
