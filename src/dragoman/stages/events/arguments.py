"""Finds who took part in an act: follows a frame's paths through the tree and asks who stands there."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.countries import countries
from dragoman.knowledge.frames import Frames
from dragoman.knowledge.frames.frame import PREPOSITIONS
from dragoman.model import Actor, Argument, Document, Quote, Span
from dragoman.stages.actors import linker_of
from dragoman.stages.events.answerers import answerers
from dragoman.stages.events.apposed import named_beside
from dragoman.stages.events.authors import authors
from dragoman.stages.events.complements import addressees, clause_doers, clause_undergoers
from dragoman.stages.events.hyphens import paired_with
from dragoman.stages.events.match import Match
from dragoman.stages.events.possessors import possessors
from dragoman.stages.events.quoted import quotes_at
from dragoman.stages.events.requested import is_asked
from dragoman.stages.events.tree import ELSEWHEN, Found, Tree
from dragoman.stages.events.victims import victims
from dragoman.stages.events.voices import voices

MODIFIERS = ("nmod:poss", "compound", "amod", "nmod:desc", "nmod", "flat", "appos", "det:poss", "nmod:by")
"""Where a thing's owner stands, so that whoever acts on the thing acts on him."""

AIMED = frozenset(("against", "at", "on"))
"""Prepositions behind which a capital is the state that is hit."""

PRONOUNS = frozenset(("i", "we", "us", "me", "our", "my", "ours"))
SINGULAR = frozenset(("i", "me", "my"))


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor in a role, with the words that say so."""

    role: str
    actor: Actor | None
    head: int
    path: str


class Casting:
    """Reads participants off the tree of one report.

    Args:
        document: with the layers `actors` and `quotes`.
        tree: its trees.
        frames: the frames in force.
    """

    def __init__(self, document: Document, tree: Tree, frames: Frames) -> None:
        self.document = document
        self.tree = tree
        self.frames = frames
        self.linker = linker_of(document)
        self._at: dict[int, tuple[Actor, ...]] = {}
        self.by_id = {actor.id: actor for actor in document.actors}
        self.quote_at = quotes_at(document, [quote for quote in document.quotes if quote.direct])
        turns = [quote for quote in document.quotes if quote.basis == "turn" and quote.speaker in self.by_id]
        self.turn_at = quotes_at(document, turns)
        self.undergone = frames.classes["undergo"]
        self.leading = frames.classes["leading"]
        self.deeds = frames.classes["deeds"]
        self._looking_on = frames.classes["looking_on"]
        self._answering = frames.classes["answering"]
        self._undergone_acts = frames.classes["undergone_acts"]
        self._texts, self._issuing = frames.classes["texts"], frames.classes["issuing"]
        self._falling = frames.classes["falling"]
        self.voices = voices(document, tree, self.linker)
        self._states = {actor.country: actor for actor in document.actors if actor.kind == "country"}

    def actors(self, match: Match) -> list[Participant]:
        """Find those who do it."""
        return self._follow(match, match.frame.roles.actor, "actor", all_paths=match.frame.roles.symmetric)

    def recipients(self, match: Match) -> list[Participant]:
        """Find those who get it."""
        roles = match.frame.roles
        if match.frame.type == "ACCUSE":
            deeds = self.deeds_of(match)
            if deeds:
                return self._culprits(deeds)
        return self._follow(match, roles.recipient, "recipient", all_paths=roles.symmetric)

    def victims(self, act: int) -> list[Participant]:
        """Find those who fell by an attack, from what came of it."""
        fell = victims(self.tree, act, self._falling)
        return _once([p for word, way in fell for p in self._who(word, way, "recipient", owners=False)])

    def deeds_of(self, match: Match) -> list[int]:
        """Give the acts of force that stand where the blamed one would ("condemned the attack", "condemnation of")."""
        for path in match.frame.roles.recipient:
            if path == "object" or path in PREPOSITIONS:
                words = self._obliques(match, path) if path in PREPOSITIONS else self._words(match, path)
                found = [word for word, _ in words]
                if found:
                    return [word for word in found if self.tree.lemmas[word] in self.deeds]
        return []

    def _culprits(self, deeds: list[int]) -> list[Participant]:
        """Whoever blames a deed blames him who did it, never him whom it hit."""
        tree = self.tree
        found = []
        for deed in deeds:
            for word in tree.kids(deed, "nmod", "amod", "compound"):
                if tree.tokens[word].deprel == "nmod:poss" or word < deed or "by" in tree.cases.get(word, ()):
                    found += self._who(word, f"obj > {tree.tokens[word].deprel}", "recipient", owners=True)
            for verb in tree.kids(deed, "acl"):
                for word, way in tree.doers(verb) if tree.passive(verb) else ():
                    found += self._who(word, f"obj > acl > {way}", "recipient", owners=True)
        return _once(found)

    def stranger(self, match: Match, role: str) -> bool:
        """Tell whether words stand where a participant should, but nobody that the report knows as an actor."""
        path = match.frame.roles.actor[0] if role == "actor" else "object"
        if path not in ("subject", "object", "possessor", "modifier"):
            path = "subject"
        if match.frame.pos == "noun" and role == "actor":
            path = "host"
        return any(self._foreign(word) for word, _ in self._words(match, path))

    def _foreign(self, word: int) -> bool:
        if self.tree.tokens[word].upos == "PRON":
            return self.tree.lowers[word] not in PRONOUNS
        return self.tree.tokens[word].upos in ("NOUN", "PROPN")

    def argument(self, participant: Participant) -> Argument:
        """Write a participant as the model has it."""
        return Argument(
            role=participant.role,
            actor=participant.actor.id if participant.actor else None,
            span=self._said(participant),
            path=participant.path,
        )

    def _said(self, participant: Participant) -> Span:
        """Give the words that stand for a participant: the whole mention, not its head alone."""
        head = participant.head
        mentions = participant.actor.mentions if participant.actor else ()
        around = [mention for mention in mentions if mention.first <= head < mention.last]
        if not around:
            return self.document.words(head, head + 1)
        return max(around, key=lambda mention: (mention.last - mention.first, -mention.first)).span

    def quote(self, i: int) -> Quote | None:
        """Give the direct quotation around a word, None outside of quotation marks."""
        return self.quote_at.get(i)

    def _follow(self, match: Match, paths: tuple[str, ...], role: str, *, all_paths: bool) -> list[Participant]:
        found: list[Participant] = []
        for path in paths:
            words = self._obliques(match, path) if path in PREPOSITIONS else self._words(match, path)
            for word, way in words:
                found += self._who(word, way, role, owners=not all_paths)
            if path == "clause subject":
                found = [p for p in found if not p.path.endswith("nsubj:pass")]
            if role == "recipient" and match.frame.type == "REQUEST":
                found = [p for p in found if is_asked(self.tree, self._undergone_acts, p.head, p.path)]
            if found and not all_paths:
                break
        return _once(found)

    def _words(self, match: Match, path: str) -> Iterator[Found]:
        tree, head = self.tree, match.head
        if match.frame.pos == "modal":
            head = tree.tokens[head].head
        if path == "subject":
            yield from self._subjects(match, head)
        elif path == "object":
            yield from self._objects(match, head)
        elif path == "indirect":
            yield from ((c, "iobj") for c in tree.kids(match.support if match.support >= 0 else head, "iobj"))
        elif path == "possessor":
            for c in tree.children[head]:
                if tree.tokens[c].deprel == "nmod:poss":
                    yield from possessors(tree, head, c, self._answering)
        elif path == "modifier":
            owned = "possessor" in match.frame.roles.recipient
            for c in tree.kids(head, "amod", "compound", "nmod"):
                if c < head and not (owned and tree.tokens[c].deprel == "nmod:poss"):
                    yield from ((paired, tree.rel(c)) for paired in paired_with(tree, c))
            yield from self._leaders(head)
        elif path == "host":
            yield from self._hosts(match)
        elif path == "clause subject":
            yield from clause_doers(tree, head)
        elif path == "clause object":
            yield from clause_undergoers(tree, head)
        elif path == "speaker":
            yield from self._speakers(head)
        elif path == "effect":
            yield from self._effects(match)
        elif path == "answerer":
            yield from answerers(tree, head, self._answering)
        elif path == "addressee":
            yield from addressees(tree, head)

    def _subjects(self, match: Match, head: int) -> Iterator[Found]:
        tree = self.tree
        if match.frame.pos == "adjective":
            yield from tree.surface_subjects(head)
        elif match.frame.pos != "noun":
            yield from tree.doers(head)
        elif match.support >= 0 and tree.tokens[head].deprel != "nsubj":
            if match.frame.roles.symmetric or tree.lemma(match.support) not in self.undergone:
                yield from tree.doers(match.support)
            else:
                # who "faces American sanctions" does not impose them
                yield from ((c, "amod") for c in tree.kids(head, "amod") if c < head)
        elif tree.kids(head, "cop"):
            yield from tree.doers(head)

    def _objects(self, match: Match, head: int) -> Iterator[Found]:
        """The deep object; of "call on" what stands behind "on"; never a word of the predicate itself."""
        rest = match.predicate.rest
        if rest and rest[-1] in PREPOSITIONS and not match.predicate.before:
            yield from self.tree.obliques(head, rest[-1])
        support = match.support if match.frame.pos == "noun" and match.support >= 0 else head
        yield from ((w, "iobj") for w in self.tree.kids(support, "iobj"))
        yield from ((w, p) for w, p in self.tree.undergoers(support) if w not in match.words)

    def _effects(self, match: Match) -> Iterator[Found]:
        """Whoever feels an event noun: the object of its verb ("the aid will help X"), or who "faced" it."""
        tree = self.tree
        relation, above = tree.rel(match.head), tree.tokens[match.head].head
        if relation == "nsubj" and tree.verbal(above):
            yield from ((w, f"effect > {p}") for w, p in tree.undergoers(above) if w != match.head)
        elif match.support >= 0 and tree.lemma(match.support) in self.undergone:
            yield from ((w, f"effect > {p}") for w, p in tree.doers(match.support))

    def _leaders(self, head: int) -> Iterator[Found]:
        """Whoever leads it, by an adjective: "US-led airstrikes", "the UN-brokered talks"."""
        tree = self.tree
        for c in tree.kids(head, "amod", "acl"):
            if c < head and tree.lowers[c].rpartition("-")[2] in self.leading:
                yield c, "amod"
                yield from ((d, f"amod > {tree.rel(d)}") for d in tree.children[c])

    def _hosts(self, match: Match) -> Iterator[Found]:
        """The subject of the verb around an event noun ("arrived for talks", "in a call with Xi, Merkel said")."""
        tree = self.tree
        if match.support >= 0:
            if tree.lemma(match.support) in self.undergone and not match.frame.roles.symmetric:
                return
            for word, way in tree.doers(match.support):
                if word != match.head:
                    yield word, f"{tree.lemma(match.support)} > {way}"
            return
        if tree.rel(match.head) not in ("obl", "obj", "nmod", "conj"):
            return
        if tree.cases.get(match.head, frozenset()) & ELSEWHEN:
            return
        if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[match.head]) and match.frame.mode == "visit":
            return
        verb = tree.verb_above(match.head)
        if verb is not None and match.frame.roles.symmetric and tree.lemma(verb) not in self._looking_on:
            for word, way in tree.surface_subjects(verb):
                if word != match.head:
                    yield word, f"{tree.lemma(verb)} > {way}"

    def _obliques(self, match: Match, preposition: str) -> list[Found]:
        head = self.tree.tokens[match.head].head if match.frame.pos == "modal" else match.head
        found = self.tree.obliques(head, preposition)
        if preposition == "of" and match.frame.type == "REQUEST":
            # whose request it is stands right behind it
            found = [(word, way) for word, way in found if self.tree.tokens[word].head == head]
        if not found and match.support >= 0:
            return [(w, p) for w, p in self.tree.obliques(match.support, preposition) if w != match.head]
        return found

    def _speakers(self, head: int) -> Iterator[Found]:
        """Whoever utters a clause: the speaker of the quotation, the subject of the verb of saying, else "we"."""
        quote = self.quote(head)
        if quote is not None:
            if quote.speaker is not None:
                yield head, "speaker of the quotation"
            return
        tree = self.tree
        word = head
        for _ in range(6):
            relation, above = tree.rel(word), tree.tokens[word].head
            if relation == "ccomp":
                yield from ((w, f"ccomp > {p}") for w, p in tree.doers(above))
                return
            if relation == "root":
                break
            word = above
        for c in tree.kids(word, "parataxis", "ccomp"):
            if tree.lemma(c) in ("say", "add", "tell", "write", "state", "warn", "insist", "argue", "note"):
                yield from ((w, f"parataxis > {p}") for w, p in tree.doers(c))

    def speaking(self) -> Iterator[tuple[int, Actor]]:
        """Go through "I", "we" and "our" with those whom they mean."""
        for word, lower in enumerate(self.tree.lowers):
            if lower in PRONOUNS:
                yield from ((word, actor) for actor in self.at(word))

    def at(self, word: int) -> tuple[Actor, ...]:
        """Give the actors that a word stands for; "we" outside of quotation marks is the report's own voice."""
        known = self._at.get(word)
        if known is None:
            known = self._at[word] = self._find(word)
        return known

    def _find(self, word: int) -> tuple[Actor, ...]:
        spoken = word in self.quote_at or word in self.turn_at
        found = self._of_each(word) or named_beside(self.tree, self.linker, word)
        if self.voices and self.tree.lowers[word] in PRONOUNS and not spoken:
            # one who signs is himself "I"; several who sign together are "we"
            one = self.tree.lowers[word] in SINGULAR or len(self.voices) == 1
            return found if one and any(actor.kind == "person" for actor in found) else self.voices
        if found and self.tree.lemmas[word] in self.deeds and not any(actor.known for actor in found):
            return ()
        return found or self._state(word)

    def _of_each(self, word: int) -> tuple[Actor, ...]:
        """For "the foreign ministers of A, B and C" give the states A, B and C."""
        if self.tree.tokens[word].xpos != "NNS" or self.tree.tokens[word].upos != "NOUN":
            return ()
        owners = [
            j for c in self.tree.kids(word, "nmod") if "of" in self.tree.cases.get(c, ()) for j in self.tree.joined(c)
        ]
        states = [actor for j in owners for actor in self.linker.at(j) if actor.kind == "country"]
        return tuple(dict.fromkeys(states)) if len(states) > 1 and len(states) == len(owners) else ()

    def _state(self, word: int) -> tuple[Actor, ...]:
        """A state named as a place ("the war in Ukraine") is the state, where the report has it act elsewhere."""
        token = self.tree.tokens[word]
        if not token.text[:1].isupper():
            return ()
        name, _, led = token.text.rpartition("-")
        form = countries().find(name if led in self.leading else token.text)
        if form is None or form.iso3 not in self._states:
            return ()
        if form.kind == "capital" and not self.tree.marked(word, "case") & AIMED:
            return ()
        return (self._states[form.iso3],)

    def _who(self, word: int, way: str, role: str, *, owners: bool) -> list[Participant]:
        """Ask who a word stands for, the words joined to it too; for a thing, its owner."""
        if way == "speaker of the quotation":
            quote = self.quote(word)
            speaker = self.by_id.get(quote.speaker or "") if quote else None
            return [Participant(role, speaker, word, way)] if speaker else []
        found: list[Participant] = []
        for joined in self.tree.joined(word):
            step = way if joined == word else f"{way} > conj"
            actors = self.at(joined)
            if actors:
                found += [Participant(role, actor, joined, step) for actor in actors]
            elif owners:
                found += self._owners(joined, step, role) or self._authors(joined, step, role)
        return found

    def _authors(self, text: int, way: str, role: str) -> list[Participant]:
        """Give who put out the text that "accuses" or "urges"."""
        if role != "actor" or not way.endswith(("acl", "antecedent")) or self.tree.lemmas[text] not in self._texts:
            return []
        said = authors(self.tree, text, self._issuing)
        return [p for word, step in said for p in self._who(word, f"{way} > {step}", role, owners=False)]

    def _owners(self, thing: int, way: str, role: str, depth: int = 0) -> list[Participant]:
        tree = self.tree
        for c in tree.kids(thing, "acl"):
            for word, step in tree.doers(c) if tree.passive(c) else ():
                if self.at(word):
                    return self._all(word, f"{way} > acl > {step}", role)
        for relation in MODIFIERS:
            for c in tree.children[thing]:
                token = tree.tokens[c]
                if token.deprel != relation and not (relation == "nmod" and token.deprel.startswith("nmod:")):
                    continue
                if self.at(c):
                    return self._all(c, f"{way} > {relation}", role)
                if relation == "nmod" and depth < 1:
                    deeper = self._owners(c, f"{way} > nmod", role, depth + 1)
                    if deeper:
                        return deeper
        return []

    def _all(self, word: int, way: str, role: str) -> list[Participant]:
        """Give whom a word and those joined to it stand for ("offers from Chad, Togo and Benin" are of all three)."""
        row = [(word, way), *((joined, f"{way} > conj") for joined in self.tree.joined(word)[1:])]
        return [Participant(role, actor, joined, step) for joined, step in row for actor in self.at(joined)]


def _once(found: list[Participant]) -> list[Participant]:
    seen: set[str] = set()
    kept = []
    for participant in found:
        key = participant.actor.id if participant.actor else f"word {participant.head}"
        if key not in seen:
            seen.add(key)
            kept.append(participant)
    return kept
