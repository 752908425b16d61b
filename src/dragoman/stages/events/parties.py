"""Finds everybody who may have had a part in an act, and lists what speaks for each in each role."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.knowledge.frames import Predicate
from dragoman.knowledge.frames.scale import Bundle, signs_of
from dragoman.model import Actor, ActorMention
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.lands import beside_others, beside_state
from dragoman.stages.events.paths import path_between
from dragoman.stages.events.seen_roles import seen_roles
from dragoman.stages.events.sides import Facing, Sides, side

SENTENCES_BACK = 2
"""How many sentences before its own an act's participants are looked for."""

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
        state: whether his state, or people of it, may have had a part too; weighed for a target only.
        facing: who faces whom in the rest of the report.
        seen: how likely the learned tagger finds him in each role; None where it saw no act.
    """

    actor: Actor
    head: int
    path: str
    back: int
    form: str = ""
    word: str = ""
    given: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    state: str = ""
    facing: Facing | None = None
    seen: Mapping[str, float] | None = None


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
            actor.id: self._tree.sentence_of[min([mention.first for mention in actor.mentions])]
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

    def _distance(self, candidate: Candidate, party: Party) -> Iterator[str]:
        """Say how far off somebody is named, in the sentence and in the report, and how he stands there."""
        tree = self._tree
        if party.actor.mentions:
            first = self._first[party.actor.id]
            early = next((name for name, most in LEADS if first <= most), "late")
            yield early if first <= candidate.sentence else "not yet named"
        if party.back == 0:
            away = abs(party.head - candidate.anchor)
            yield f"away {bisect_right(AWAY, away)}"
        elif party.back > 0:
            main = "main " if tree.tokens[tree.tokens[party.head].head].is_root else ""
            yield f"{main}{tree.rel(party.head)} {party.back} before"

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
        for place, row in (("before", before), ("after", after)):
            for n, party in enumerate(row, 1):
                party.notes.append(f"{place} {min(n, 3)}")
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
    return list(signs_of(party_bundles(candidate, party, role, others)))


def party_bundles(candidate: Candidate, party: Party, role: str, others: Iterable[Actor]) -> list[Bundle]:
    """List the signs that somebody stands in a role in bundles, each of which is weighed once."""
    actor, match, kind, back = party.actor, candidate.match, candidate.type, party.back
    frame, predicate = match.frame, match.predicate
    if role == "party":
        given, other = next(iter(party.given.values()), ""), ""
    else:
        given, other = party.given.get(role, ""), next((r for r in party.given if r != role), "")
    path = party.path if not party.given or back else "given"
    seen = role == "party" or bool(candidate.actors if role == "actor" else candidate.recipients)
    found: list[Bundle] = [
        (_path, (role, kind, frame.name, frame.pos, path)),
        (_given, (role, kind, frame.name, given)),
        (_self, (role, kind, actor.kind, actor.sector, actor.known, bool(given), bool(other))),
        (_form, (role, kind, party.form, back, candidate.quoted)),
        (_open, (role, kind, seen, back, actor.kind, "" if given else party.path, bool(given))),
    ]
    if back == 0:
        words = (predicate.head, predicate.rest, predicate.before)
        found.append((_word, (role, kind, path, given, party.word, *words)))
    if other:
        found.append((_other_role, (role, kind, other, party.given[other])))
    if role in candidate.strangers:
        found.append((_stranger, (role, kind, back, party.path)))
    found += [(_note, (role, kind, note, bool(given), seen)) for note in party.notes]
    others = tuple(others)
    found += [
        (_faced, (role, kind, sign, bool(given), actor.kind, back)) for sign in _facing(candidate, party, role, others)
    ]
    if role == "recipient":
        found.append((_of_state, (role, kind, actor.kind, beside_others(actor, others), bool(given), back == 0)))
        if party.state:
            found.append((_note, (role, kind, party.state, bool(given), seen)))
    # of many signers of one kind each would say the same again
    found += dict.fromkeys(_beside(candidate, party, role, one, bool(given)) for one in others)
    return found


def _path(role: str, kind: str, frame: str, pos: str, path: str) -> list[str]:
    own = f"{role}: path={path}"
    return [own, f"{own} type={kind}", f"{own} pos={pos}", f"{own} frame={frame}"]


def _given(role: str, kind: str, frame: str, given: str) -> list[str]:
    own = f"{role}: given={given}"
    return [own, f"{own} type={kind}", f"{role}: given={bool(given)} frame={frame}"]


def _self(role: str, kind: str, own: str, sector: str, known: bool, given: bool, other: bool) -> list[str]:
    return [
        f"{role}: bias",
        f"{role}: type={kind}",
        f"{role}: given={given} other={other} kind={own}",
        f"{role}: kind={own}",
        f"{role}: kind={own} type={kind}",
        f"{role}: sector={sector}",
        f"{role}: sector={sector} type={kind}",
        f"{role}: known={known}",
    ]


def _form(role: str, kind: str, form: str, back: int, quoted: bool) -> list[str]:
    return [
        f"{role}: form={form}",
        f"{role}: back={back}",
        f"{role}: back={back} type={kind}",
        f"{role}: quoted={quoted} back={back}",
    ]


def _open(role: str, kind: str, seen: bool, back: int, own: str, path: str, given: bool) -> list[str]:
    """Say whether the frame sees anybody in a role, and who may fill it where it does not."""
    found = [f"{role}: open={not seen} back={back}", f"{role}: open={not seen} type={kind}"]
    return found if given else [*found, f"{role}: open={not seen} path={path}", f"{role}: open={not seen} kind={own}"]


def _word(
    role: str, kind: str, path: str, given: str, word: str, head: str, rest: tuple[str, ...], before: bool
) -> list[str]:
    lemma = Predicate(head=head, rest=rest, before=before)
    return [
        f"{role}: path={path} lemma={lemma}",
        f"{role}: given={given} lemma={lemma}",
        f"{role}: word={word}",
        f"{role}: word={word} type={kind}",
    ]


def _other_role(role: str, kind: str, other: str, path: str) -> list[str]:
    own = f"{role}: given as {other}"
    return [own, f"{own} type={kind}", f"{own}={path}"]


def _stranger(role: str, kind: str, back: int, path: str) -> list[str]:
    own = f"{role}: stranger"
    return [f"{own} back={back}", f"{own} path={path}", f"{own} type={kind}"]


def _note(role: str, kind: str, note: str, given: bool, seen: bool) -> list[str]:
    found = [f"{role}: {note}", f"{role}: {note} type={kind}", f"{role}: {note} given={given}"]
    return found if given else [*found, f"{role}: open={not seen} {note}"]


def _faced(role: str, kind: str, sign: str, given: bool, own: str, back: int) -> list[str]:
    return [
        f"{role}: {sign}",
        f"{role}: {sign} type={kind}",
        f"{role}: {sign} given={given} kind={own}",
        f"{role}: {sign} back={back}",
    ]


def _of_state(role: str, kind: str, own: str, state: str, given: bool, here: bool) -> list[str]:
    start = f"{role}: {state} kind={own}"
    return [f"{start} type={kind}", f"{start} given={given} here={here}"]


def _beside(candidate: Candidate, party: Party, role: str, other: Actor, given: bool) -> Bundle:
    """Compare somebody with one in the other role."""
    actor, kind = party.actor, candidate.type
    if other.id == actor.id:
        return _the_same, (role,)
    if other.country and other.country == actor.country:
        return _of_one_state, (role, kind, other.kind, actor.kind, party.form, given)
    return _two_kinds, (role, kind, other.kind, actor.kind)


def _the_same(role: str) -> list[str]:
    return [f"{role}: the same as the other"]


def _of_one_state(role: str, kind: str, other: str, own: str, form: str, given: bool) -> list[str]:
    start = f"{role}: of the other's state"
    return [f"{start} kinds={other} {own}", f"{start} type={kind}", f"{start} form={form} given={given}"]


def _two_kinds(role: str, kind: str, other: str, own: str) -> list[str]:
    return [f"{role}: kinds={other} {own} type={kind}"]


def _facing(candidate: Candidate, party: Party, role: str, others: Iterable[Actor]) -> list[str]:
    """Say from the rest of the story who mostly stands on the other side of those in the other role."""
    if party.facing is None:
        return []
    if role == "recipient":
        across = list(others)
    else:
        seen = candidate.recipients if role == "actor" else (*candidate.actors, *candidate.recipients)
        across = [p.actor for p in seen if p.actor is not None and p.actor.id != party.actor.id]
    if not across:
        return []
    mine = side(party.actor)
    return [sign for sign in dict.fromkeys(party.facing.sign(side(other), mine) for other in across) if sign]
