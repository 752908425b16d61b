"""Finds everybody who may have had a part in an act, and lists what speaks for each in each role."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.model import Actor, ActorMention
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.paths import path_between

SENTENCES_BACK = 2
"""How many sentences before its own an act's participants are looked for."""

EVENTS_BACK = 2
"""How many acts told before may lend their participants."""

OFTEN = 3
"""How many of those whom a report names most are thought of even where the sentence is silent."""

NUMBER = re.compile(r"\d+")
OWN_STATE = frozenset(("country", "government_body"))


@dataclass(slots=True)
class Party:
    """Somebody who may have had a part in an act.

    Args:
        actor: who.
        head: the word that stands for him, the act's own where none does.
        path: the way that leads there, in words.
        back: how many sentences before the act's the word stands; -1 where none does.
        form: form of the mention, empty where there is none.
        word: lemma of the mention where it is a common noun, else empty.
        given: roles in which the frame sees him, each with its path.
        notes: further signs, the same in every role.
    """

    actor: Actor
    head: int
    path: str
    back: int
    form: str = ""
    word: str = ""
    given: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


class Parties:
    """Looks for the possible participants of the acts of one report.

    Args:
        casting: who stands where.
    """

    def __init__(self, casting: Casting) -> None:
        self._casting = casting
        self._tree = casting.tree
        self._by_sentence: dict[int, list[tuple[int, Actor, ActorMention | None]]] = {}
        told: Counter[str] = Counter()
        for actor in casting.document.actors:
            for mention in actor.mentions:
                told[actor.id] += 1
                place = self._by_sentence.setdefault(self._tree.sentence_of[mention.head], [])
                place.append((mention.head, actor, mention))
        for word, speaker in casting.speaking():
            self._by_sentence.setdefault(self._tree.sentence_of[word], []).append((word, speaker, None))
        self._often = [identity for identity, n in told.most_common(OFTEN) if n > 1]

    def of(self, candidate: Candidate, before: Sequence[Candidate]) -> list[Party]:
        """Find the possible participants of an act.

        Args:
            candidate: the act, with the participants that its frame sees.
            before: the acts told before it, in order.

        Returns:
            Each actor once, with the best of his mentions.
        """
        found: dict[str, Party] = {}
        self._take_given(candidate, found)
        self._take_mentioned(candidate, found)
        self._take_told_before(candidate, before, found)
        quote = self._casting.quote(candidate.match.head)
        if quote is not None:
            for identity, note in ((quote.speaker, "speaker"), (quote.addressee, "addressee")):
                self._note(found, candidate, identity, note)
        for actor in self._casting.voices:
            self._note(found, candidate, actor.id, "report's own voice")
        for n, identity in enumerate(self._often, 1):
            self._note(found, candidate, identity, f"often {n}")
        parties = list(found.values())
        for party in parties:
            if party.back == 0 and self._tree.tokens[party.head].upos == "NOUN":
                party.word = self._tree.lemma(party.head)
        self._order(candidate, parties)
        return parties

    def _take_given(self, candidate: Candidate, found: dict[str, Party]) -> None:
        for role, people in (("actor", candidate.actors), ("recipient", candidate.recipients)):
            for person in people:
                if person.actor is None:
                    continue
                party = found.get(person.actor.id)
                if party is None:
                    back = candidate.sentence - self._tree.sentence_of[person.head]
                    party = found[person.actor.id] = Party(person.actor, person.head, person.path, back)
                    party.form = self._form(person)
                party.given.setdefault(role, NUMBER.sub("N", person.path))

    def _form(self, person: Participant) -> str:
        mentions = person.actor.mentions if person.actor else ()
        return next((m.form for m in mentions if m.first <= person.head < m.last), "")

    def _take_mentioned(self, candidate: Candidate, found: dict[str, Party]) -> None:
        for back in range(SENTENCES_BACK + 1):
            for head, actor, mention in self._by_sentence.get(candidate.sentence - back, ()):
                known = found.get(actor.id)
                if known is not None and (known.given or known.back < back or not self._nearer(candidate, head, known)):
                    continue
                path = path_between(self._tree, candidate.anchor, head) if not back else f"{back} sentences before"
                party = Party(actor, head, path, back, mention.form if mention else "pronoun")
                if mention is not None and mention.reason == "named as a place":
                    party.notes.append("named as a place")
                found[actor.id] = party

    def _nearer(self, candidate: Candidate, head: int, known: Party) -> bool:
        if known.back:
            return False
        return abs(head - candidate.anchor) < abs(known.head - candidate.anchor)

    def _take_told_before(self, candidate: Candidate, before: Sequence[Candidate], found: dict[str, Party]) -> None:
        for n, other in enumerate(reversed(before[-EVENTS_BACK:]), 1):
            near = "same" if other.sentence == candidate.sentence else "near"
            for role, people in (("actor", other.actors), ("recipient", other.recipients)):
                for person in people:
                    if person.actor is not None:
                        self._note(found, candidate, person.actor.id, f"{role} of {n} before")
                        self._note(found, candidate, person.actor.id, f"{role} of {near} {other.type}")

    def _note(self, found: dict[str, Party], candidate: Candidate, identity: str | None, note: str) -> None:
        actor = self._casting.by_id.get(identity or "")
        if actor is None:
            return
        if actor.id not in found:
            found[actor.id] = Party(actor, candidate.match.head, note, -1)
        found[actor.id].notes.append(note)

    def _order(self, candidate: Candidate, parties: list[Party]) -> None:
        """Say where each stands among those of the sentence, seen from the act."""
        here = [party for party in parties if party.back == 0]
        before = sorted((p for p in here if p.head < candidate.anchor), key=lambda p: -p.head)
        after = sorted((p for p in here if p.head > candidate.anchor), key=lambda p: p.head)
        for side, row in (("before", before), ("after", after)):
            for n, party in enumerate(row, 1):
                party.notes.append(f"{side} {min(n, 3)}")
        people = {p.actor.country for p in here if p.actor.kind == "person"}
        for party in here:
            if party.actor.kind in OWN_STATE and party.actor.country in people:
                party.notes.append("beside a person of its state")


def party_signs(candidate: Candidate, party: Party, role: str, others: Iterable[Actor]) -> list[str]:
    """List the signs that somebody stands in a role.

    Args:
        candidate: the act.
        party: who.
        role: `actor`, `recipient`, or `party` in an act between equals.
        others: those already found in the other role.

    Returns:
        Names of signs, each a row of the table of weights where it weighs anything.
    """
    actor, frame, kind = party.actor, candidate.match.frame, candidate.type
    given = party.given.get(role, "") if role != "party" else next(iter(party.given.values()), "")
    other = next((r for r in party.given if r != role), "") if role != "party" else ""
    path = party.path if not party.given or party.back else "given"
    found = [
        "bias",
        f"type={kind}",
        f"path={path}",
        f"path={path} type={kind}",
        f"path={path} pos={frame.pos}",
        f"path={path} frame={frame.name}",
        f"given={given}",
        f"given={given} type={kind}",
        f"given={bool(given)} frame={frame.name}",
        f"given={bool(given)} other={bool(other)} kind={actor.kind}",
        f"kind={actor.kind}",
        f"kind={actor.kind} type={kind}",
        f"sector={actor.sector}",
        f"sector={actor.sector} type={kind}",
        f"known={actor.known}",
        f"form={party.form}",
        f"back={party.back}",
        f"back={party.back} type={kind}",
        f"quoted={candidate.quoted} back={party.back}",
    ]
    if party.back == 0:
        word = candidate.match.predicate
        found += [f"path={path} lemma={word}", f"given={given} lemma={word}", f"word={party.word}"]
        found.append(f"word={party.word} type={kind}")
    if other:
        found += [f"given as {other}", f"given as {other} type={kind}", f"given as {other}={party.given[other]}"]
    for note in party.notes:
        found += [note, f"{note} type={kind}", f"{note} given={bool(given)}"]
    found += _beside(candidate, party, role, others, given)
    return [f"{role}: {sign}" for sign in found]


def _beside(candidate: Candidate, party: Party, role: str, others: Iterable[Actor], given: str) -> list[str]:
    """Signs from those around: the other role's, and whether the frame sees anybody in this one."""
    row = candidate.actors if role == "actor" else candidate.recipients
    seen = bool(row) or role == "party"
    found = [f"open={not seen} back={party.back}", f"open={not seen} type={candidate.type}"]
    if role in candidate.strangers:
        found += [f"stranger back={party.back}", f"stranger path={party.path}", f"stranger type={candidate.type}"]
    if not given:
        found += [f"open={not seen} path={party.path}", f"open={not seen} kind={party.actor.kind}"]
        found += [f"open={not seen} {note}" for note in party.notes]
    for other in others:
        if other.id == party.actor.id:
            found.append("the same as the other")
        elif other.country and other.country == party.actor.country:
            kinds = f"{other.kind} {party.actor.kind}"
            found += [f"of the other's state kinds={kinds}", f"of the other's state type={candidate.type}"]
            found.append(f"of the other's state form={party.form} given={bool(given)}")
        else:
            found.append(f"kinds={other.kind} {party.actor.kind} type={candidate.type}")
    return found
