"""Finds everybody who may have had a part in an act."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.model import Actor, ActorMention
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.lands import beside_state
from dragoman.stages.events.party import Party
from dragoman.stages.events.paths import path_between
from dragoman.stages.events.seen_roles import seen_roles
from dragoman.stages.events.sides import Sides

SENTENCES_BACK = 2
"""How many sentences before its own an act's participants are looked for."""

SENTENCES_AHEAD = 2
"""How many sentences behind its own somebody may be named for the first time."""

EVENTS_BACK = 2
"""How many acts told before may lend their participants."""

OFTEN = 3
"""How many of those whom a report names most are thought of even where the sentence is silent."""

LEADS = (("in the lead", 0), ("early", 2))
"""Up to which sentence somebody is named first."""

AWAY = (4, 8, 15)
"""From how many words on somebody stands further off."""

NUMBER = re.compile(r"\d+")
OWN_STATE = frozenset(("country", "government_body"))


class Parties:
    """Looks for the possible participants of the acts of one report.

    Args:
        casting: who stands where.
        acts: all acts of the report, so that each can be seen beside the others.
    """

    def __init__(self, casting: Casting, acts: Sequence[Candidate] = ()) -> None:
        self._casting = casting
        self._tree = casting.tree
        self._by_sentence: dict[int, list[tuple[int, Actor, ActorMention | None]]] = {}
        told: Counter[str] = Counter()
        self._first = {
            actor.id: _lead(self._tree.sentence_of[min([mention.first for mention in actor.mentions])])
            for actor in casting.document.actors
            if actor.mentions
        }
        for actor in casting.document.actors:
            for mention in actor.mentions:
                told[actor.id] += 1
                place = self._by_sentence.setdefault(self._tree.sentence_of[mention.head], [])
                place.append((mention.head, actor, mention))
        for word, speaker in casting.speaking():
            self._by_sentence.setdefault(self._tree.sentence_of[word], []).append((word, speaker, None))
        self._often = [identity for identity, n in told.most_common(OFTEN) if n > 1]
        self._sides = Sides(casting.document.actors, acts)

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
        self._take_named_later(candidate, found)
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
        for party, sign in zip(parties, beside_state(party.actor for party in parties), strict=True):
            party.state = sign
        facing = self._sides.facing(candidate)
        seen = seen_roles(self._casting, candidate.sighting) if candidate.sighting is not None else None
        for party in parties:
            party.facing = facing
            party.seen = seen.get(party.actor.id, {}) if seen is not None else None
            party.notes += self._distance(candidate, party)
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
                if known is not None and (
                    known.given or known.back != back or not self._nearer(candidate, head, known)
                ):
                    continue
                path = path_between(self._tree, candidate.anchor, head) if not back else f"{back} sentences before"
                party = Party(actor, head, path, back, mention.form if mention else "pronoun")
                if mention is not None and mention.reason == "named as a place":
                    party.notes.append("named as a place")
                found[actor.id] = party

    def _take_named_later(self, candidate: Candidate, found: dict[str, Party]) -> None:
        """Take those who are named only behind the act, as leads and headlines do that begin with what was done."""
        for ahead in range(1, SENTENCES_AHEAD + 1):
            for head, actor, mention in self._by_sentence.get(candidate.sentence + ahead, ()):
                if actor.id not in found and mention is not None:
                    found[actor.id] = Party(actor, head, f"{ahead} sentences after", -ahead, mention.form)

    def _nearer(self, candidate: Candidate, head: int, known: Party) -> bool:
        if known.back:
            return False
        return abs(head - candidate.anchor) < abs(known.head - candidate.anchor)

    def _distance(self, candidate: Candidate, party: Party) -> Iterator[str]:
        """Say how far off somebody is named, in the sentence and in the report, and how he stands there."""
        tree = self._tree
        if party.actor.mentions:
            first, lead = self._first[party.actor.id]
            yield lead if first <= candidate.sentence else "not yet named"
        if party.back == 0:
            away = abs(party.head - candidate.anchor)
            yield f"away {bisect_right(AWAY, away)}"
        elif party.back is not None:
            main = "main " if tree.tokens[tree.tokens[party.head].head].is_root else ""
            off = f"{party.back} before" if party.back > 0 else f"{-party.back} after"
            yield f"{main}{tree.rel(party.head)} {off}"

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
            found[actor.id] = Party(actor, candidate.match.head, note, None)
        found[actor.id].notes.append(note)

    def _order(self, candidate: Candidate, parties: list[Party]) -> None:
        """Say where each stands among those of the sentence, seen from the act."""
        here, anchor = [party for party in parties if party.back == 0], candidate.anchor
        before = sorted([p for p in here if p.head < anchor], key=lambda p: -p.head)
        after = sorted([p for p in here if p.head > anchor], key=lambda p: p.head)
        for place, row in (("before", before), ("after", after)):
            for n, party in enumerate(row, 1):
                party.notes.append(f"{place} {min(n, 3)}")
        people = {p.actor.country for p in here if p.actor.kind == "person"}
        for party in here:
            if party.actor.kind in OWN_STATE and party.actor.country in people:
                party.notes.append("beside a person of its state")


def _lead(sentence: int) -> tuple[int, str]:
    """Give the sentence in which somebody is named first, and what that is called."""
    return sentence, next((name for name, most in LEADS if sentence <= most), "late")
