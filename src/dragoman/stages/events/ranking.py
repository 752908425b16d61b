"""Chooses who took part in an act among all who may have: weighed by signs whose weights were fitted."""

from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType

from dragoman.knowledge.actors import nouns
from dragoman.knowledge.frames.scale import Scale
from dragoman.knowledge.frames.weights import share_of
from dragoman.model import Actor
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.barred import barred, barred_doer
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.choice import how_many
from dragoman.stages.events.listed import one_by_one
from dragoman.stages.events.parties import Parties
from dragoman.stages.events.party import Party
from dragoman.stages.events.party_signs import Seat
from dragoman.stages.events.seen_roles import OTHER, role_amounts
from dragoman.stages.layout import kept as keep

NOBODY = {"actor": 0.25, "recipient": 0.45}
"""How much less likely it is that a role is empty than those who may stand in it say, each by himself."""
BESIDE = 0.7
"""From what probability somebody whom the frame does not see is taken beside one whom it sees."""
SURE = 0.85
"""From what probability of one whom the frame sees nobody else is taken beside him who is less likely than that."""
LIKELY = 0.4
"""From what probability on everybody is taken."""
BOUND = 0.15
"""From what probability on the likeliest is taken where nobody is likely and the frame sees him in that role."""
GUESSED = 0.3
"""The same for one whom the frame does not see there."""
PRESENT = 0.6
"""From what probability on everybody is taken who may have been at a meeting, however many they are."""
TOGETHER = 0.05
"""The same for one whom the frame sees there joined by "and" to one who is taken."""

OWN = ("nmod", "compound", "amod")
"""How the way from an event noun to those whom it names itself begins."""
BOTH = ("nmod:between", "nmod:among")
"""How it ends where it leads to all of them."""

Weighed = tuple[float, Party]

NOTHING: Mapping[str, float] = MappingProxyType({})
"""No weights."""

scale_of = keep(Scale)
"""Give the scale of a table; what was weighed for one report counts for the next."""


class Ranking:
    """Casts the acts of one report.

    Args:
        casting: who stands where.
        table: what each sign weighs.
        seen: what weighs the part that the learned tagger sees somebody take; empty where it has no say.
    """

    def __init__(self, casting: Casting, table: Mapping[str, float], seen: Mapping[str, float] = NOTHING) -> None:
        self._casting = casting
        self._scale = scale_of(table)
        self._seen = seen

    def cast(self, kept: Sequence[Candidate]) -> None:
        """Give every act the likeliest participants; acts without anybody to choose from stay as they are."""
        everybody = Parties(self._casting, kept)
        found = [everybody.of(candidate, kept[:n]) for n, candidate in enumerate(kept)]
        for candidate, parties in zip(kept, found, strict=True):
            if parties:
                self.choose(candidate, parties)

    def choose(self, candidate: Candidate, parties: list[Party]) -> None:
        """Choose the participants of one act among those who may have had a part in it."""
        if candidate.symmetric:
            self._choose_equals(candidate, parties)
        else:
            self._choose_sides(candidate, parties)

    def _choose_equals(self, candidate: Candidate, parties: list[Party]) -> None:
        # what two sides exchange is no side of it; those whom one receives are
        things = candidate.match.frame.object - nouns().ends
        parties = [party for party in parties if self._casting.tree.lemma(party.head) not in things]
        named = [party for party in parties if party.given]
        # whose own words name both sides needs nobody from elsewhere
        parties = _of_noun(candidate, named) or (named if len(named) > 1 else parties)
        weighed = self._weighed(candidate, parties, "party", ())
        sure, told = self._sure(weighed, "party"), _at_the_table(weighed)
        if candidate.match.frame.mode != "visit":
            # of the states of a journey each may be a mere place; whoever else is joined by "and" was there
            told += self._joined(weighed, told, "party")
        candidate.chances |= {party.actor.id: share for share, party in (*sure, *told)}
        first = {p.actor.id for p in candidate.actors if p.actor is not None}
        candidate.actors, candidate.recipients = _seated(sure, first)
        candidate.told = _seated(told, first)

    def _choose_sides(self, candidate: Candidate, parties: list[Party]) -> None:
        """Choose doers, then those done to among the others: the sure ones for now, and those who will be told."""
        able = [party for party in parties if not barred_doer(self._casting, candidate, party)]
        doers = self._weighed(candidate, able, "actor", ())
        told = self._told(doers, "actor")
        taken = [party for _, party in told]
        doing = {party.actor.id for party in taken}
        rest = [p for p in parties if p.actor.id not in doing and not barred(self._casting, candidate, p, taken)]
        targets = self._weighed(candidate, rest, "recipient", [party.actor for party in taken])
        hit = self._told(targets, "recipient")
        sure = self._sure(doers, "actor")
        candidate.actors = [participant(party, "actor") for _, party in sure]
        candidate.recipients = [participant(party, "recipient") for _, party in self._sure(targets, "recipient")]
        candidate.told = (
            [participant(party, "actor") for party in taken],
            one_by_one(self._casting, [participant(party, "recipient") for _, party in hit]),
        )
        candidate.chances |= {party.actor.id: share for share, party in (*sure, *told, *hit)}

    def _told(self, weighed: list[Weighed], role: str) -> list[Weighed]:
        """Give as many as make the choice likeliest to be right by half."""
        likely = weighed[: how_many([share for share, _ in weighed], NOBODY[role])]
        surest = max([share for share, party in likely if _seen(party, role)], default=0.0)
        if surest >= LIKELY:
            asked = SURE if surest >= SURE else LIKELY
            likely = [
                (share, party)
                for share, party in likely
                if _given(party, role) or (share >= asked and not _elsewhere(party))
            ]
        return likely + self._joined(weighed, likely, role)

    def _sure(self, weighed: list[Weighed], role: str) -> list[Weighed]:
        """Give those by whom tellings are known as of one act; a guess here would put two acts together."""
        most = 2 if role == "party" else 1
        likely = [(share, party) for share, party in weighed if share >= LIKELY]
        if len(likely) < most:
            likely = [(share, party) for share, party in weighed[:most] if share >= _least(party, role)]
        likely += self._joined(weighed, likely, role)
        if role != "party" and any(_seen(party, role) and share >= LIKELY for share, party in likely):
            likely = [(share, party) for share, party in likely if share >= BESIDE or party.given]
        return likely

    def _weighed(self, candidate: Candidate, parties: list[Party], role: str, others: Sequence[Actor]) -> list[Weighed]:
        """Say how likely each stands in a role, the likeliest first."""
        seat = Seat(candidate, role, others)
        weighed = [(self._share(seat, party, role), party) for party in parties]
        weighed.sort(key=lambda item: (-item[0], item[1].head, item[1].actor.id))
        return weighed

    def _share(self, seat: Seat, party: Party, role: str) -> float:
        """Weigh somebody by all signs, and by what the tagger saw where it has a say."""
        total = self._scale.total(seat.bundles(party))
        if party.seen is not None and self._seen and role in OTHER:
            here, given = party.back == 0, _given(party, role)
            amounts = role_amounts(role, total, party.seen, here=here, given=given)
            total = sum([self._seen.get(sign, 0.0) * amount for sign, amount in amounts.items()])
        return share_of(total)

    def _joined(self, weighed: Sequence[Weighed], likely: Sequence[Weighed], role: str) -> list[Weighed]:
        """Give those whom the frame sees joined by "and" to one who is taken; people without a name by their own share.

        A list of people without names ("students, workers and athletes") mostly spells out one group.
        """
        lists = {self._first(party) for _, party in likely if _seen(party, role)}
        if not lists:
            return []
        rest = [one for one in weighed if one not in likely and one[0] >= (LIKELY if _unnamed(one[1]) else TOGETHER)]
        return [(share, party) for share, party in rest if _seen(party, role) and self._first(party) in lists]

    def _first(self, party: Party) -> int:
        """Give the first word of the list in which somebody is named."""
        tree, word = self._casting.tree, party.head
        while tree.rel(word) == "conj":
            word = tree.tokens[word].head
        return word


def _of_noun(candidate: Candidate, named: Sequence[Party]) -> list[Party]:
    """Give those whom an event noun itself names where these are all: who hails "talks between A and B" is at none."""
    if candidate.match.frame.pos != "noun":
        return []
    own = [party for party in named if any(path.startswith(OWN) for path in party.given.values())]
    between = any(path.endswith(BOTH) for party in own for path in party.given.values())
    return own if between or (len(own) > 1 and candidate.match.support < 0) else []


def _at_the_table(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Give of equals as many as make the choice likeliest to be right by half, and all who were surely there."""
    number = max(1, how_many([share for share, _ in weighed], 0.0))
    return [(share, party) for n, (share, party) in enumerate(weighed) if n < number or share >= PRESENT]


def _seated(chosen: Iterable[Weighed], first: Container[str]) -> tuple[list[Participant], list[Participant]]:
    """Part equals in the order of their words: those of the first side, and all others."""
    row = sorted([party for _, party in chosen], key=lambda party: (abs(party.back or 0), party.head))
    mine = [participant(party, "actor") for party in row if party.actor.id in first]
    return mine, [participant(party, "recipient") for party in row if party.actor.id not in first]


def _least(party: Party, role: str) -> float:
    return BOUND if _given(party, role) else GUESSED


def _elsewhere(party: Party) -> bool:
    """Tell whether somebody is named with another verb joined by "and" ("condemned X and thanked Y")."""
    return party.path.startswith(("conj ", "^conj "))


def _unnamed(party: Party) -> bool:
    """Tell whether somebody is people told by what they are, not by a name."""
    return party.actor.kind == "group" and not party.actor.known


def _seen(party: Party, role: str) -> bool:
    """Tell whether a frame sees somebody in a role by the act's own sentence."""
    return party.back == 0 and _given(party, role)


def _given(party: Party, role: str) -> bool:
    """Tell whether a frame sees somebody in a role; between equals in any."""
    return bool(party.given) if role == "party" else role in party.given


def participant(party: Party, role: str) -> Participant:
    """Write somebody as a participant in a role."""
    return Participant(role, party.actor, party.head, party.given.get(role) or party.path)
