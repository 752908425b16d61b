"""Chooses who took part in an act among all who may have: weighed by signs whose weights were fitted."""

from collections.abc import Mapping, Sequence

from dragoman.knowledge.frames.scale import Scale
from dragoman.model import Actor
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.parties import Parties, Party, party_bundles
from dragoman.stages.layout import kept as keep

LIKELY = 0.4
"""From what probability on everybody is taken."""
BOUND = 0.15
"""From what probability on the likeliest is taken where nobody is likely and the frame sees him in that role."""
GUESSED = 0.3
"""The same for one whom the frame does not see there."""
BESIDE = 0.7
"""From what probability somebody whom the frame does not see is taken beside one whom it sees."""
TOGETHER = 0.05
"""The same for one whom the frame sees there joined by "and" to one who is taken."""

Weighed = tuple[float, Party]

scale_of = keep(Scale)
"""Give the scale of a table; what was weighed for one report counts for the next."""


class Ranking:
    """Casts the acts of one report.

    Args:
        casting: who stands where.
        table: what each sign weighs.
    """

    def __init__(self, casting: Casting, table: Mapping[str, float]) -> None:
        self._casting = casting
        self._scale = scale_of(table)

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
            # what two sides exchange is no side of it
            things = candidate.match.frame.object
            parties = [party for party in parties if self._casting.tree.lemma(party.head) not in things]
            named = [party for party in parties if party.given]
            # whose own words name both sides needs nobody from elsewhere
            parties = named if len(named) > 1 else parties
            chosen = self._likely(candidate, parties, "party", (), most=2)
            chosen.sort(key=lambda party: (party.back, party.head))
            first = {p.actor.id for p in candidate.actors if p.actor is not None}
            candidate.actors = [participant(p, "actor") for p in chosen if p.actor.id in first]
            candidate.recipients = [participant(p, "recipient") for p in chosen if p.actor.id not in first]
            return
        actors = self._likely(candidate, parties, "actor", ())
        taken = [party.actor for party in actors]
        rest = [party for party in parties if party not in actors]
        recipients = self._likely(candidate, rest, "recipient", taken)
        candidate.actors = [participant(party, "actor") for party in actors]
        candidate.recipients = [participant(party, "recipient") for party in recipients]

    def _likely(
        self, candidate: Candidate, parties: list[Party], role: str, others: Sequence[Actor], *, most: int = 1
    ) -> list[Party]:
        weighed = [(self._scale.share(party_bundles(candidate, party, role, others)), party) for party in parties]
        weighed.sort(key=lambda item: (-item[0], item[1].head, item[1].actor.id))
        likely = [(share, party) for share, party in weighed if share >= LIKELY]
        if len(likely) < most:
            likely = [(share, party) for share, party in weighed[:most] if share >= _least(party, role)]
        likely += self._joined(weighed, likely, role)
        if role != "party" and any(_seen(party, role) and share >= LIKELY for share, party in likely):
            likely = [(share, party) for share, party in likely if share >= BESIDE or party.given]
        candidate.chances |= {party.actor.id: share for share, party in likely}
        return [party for _, party in likely]

    def _joined(self, weighed: Sequence[Weighed], likely: Sequence[Weighed], role: str) -> list[Weighed]:
        """Give those whom the frame sees joined by "and" to one who is taken."""
        lists = {self._first(party) for _, party in likely if _seen(party, role)}
        rest = [one for one in weighed if one not in likely and one[0] >= TOGETHER]
        return [(share, party) for share, party in rest if _seen(party, role) and self._first(party) in lists]

    def _first(self, party: Party) -> int:
        """Give the first word of the list in which somebody is named."""
        tree, word = self._casting.tree, party.head
        while tree.rel(word) == "conj":
            word = tree.tokens[word].head
        return word


def _least(party: Party, role: str) -> float:
    return BOUND if _given(party, role) else GUESSED


def _seen(party: Party, role: str) -> bool:
    """Tell whether a frame sees somebody in a role by the act's own sentence."""
    return party.back == 0 and _given(party, role)


def _given(party: Party, role: str) -> bool:
    """Tell whether a frame sees somebody in a role; between equals in any."""
    return bool(party.given) if role == "party" else role in party.given


def participant(party: Party, role: str) -> Participant:
    """Write somebody as a participant in a role."""
    return Participant(role, party.actor, party.head, party.given.get(role) or party.path)
