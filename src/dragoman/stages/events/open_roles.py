"""Fills the roles that a sentence leaves open from what was told just before: the other party, the speaker's side."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.mention import ASSUMED
from dragoman.model.when import NARRATIVE
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.voices import official

NEAR = 4
"""How many sentences back the talks may lie whose other party is meant."""

READOUT = 12
"""The same in a government's own report, which goes on telling what was said there."""

FROM_SANCTION = "carried over from the sanction just told"
FROM_TALKS = "carried over from the talks just told"

FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
TALKING = frozenset(("REQUEST", "SUPPORT", "ACCUSE", "AGREE", "THREATEN", "REJECT", "CONCEDE"))


class OpenRoles:
    """Fills open roles over one report.

    Args:
        casting: who stands where.
        published: the report's own day.
    """

    def __init__(self, casting: Casting, published: str | None) -> None:
        self._casting = casting
        self._published = published
        self._voices = casting.voices
        self._official = official(casting.document)
        self._talkers = casting.frames.classes["talkers"]

    def fill(self, kept: list[Candidate]) -> None:
        """Go through the events in order and fill what is open."""
        self._fill_days_of_journeys(kept)
        talks: Candidate | None = None
        spoken: list[Candidate] = []
        for n, candidate in enumerate(kept):
            if candidate.type == "ACCUSE" and not candidate.recipients:
                self._fill_culprit(candidate, kept[:n])
            if not candidate.actors and not _fill_sanctioner(candidate, kept[:n]):
                self._fill_speaker(candidate)
            if candidate.type == "CONSULT":
                if candidate.match.frame.mode != "visit":
                    self._fill_partner(candidate, talks)
                if len(candidate.ids("actor", "recipient")) >= 2:
                    talks = candidate
                    spoken.append(candidate)
            elif candidate.type in TALKING and talks is not None:
                self._fill_other_party(candidate, _latest(spoken, candidate))
                self._fill_day(candidate, talks)

    def _fill_speaker(self, candidate: Candidate) -> None:
        """An act of words without a subject is the quotation's speaker's, in a release the publisher's state's."""
        if candidate.type not in TALKING and candidate.type != "SANCTION":
            return
        head = candidate.match.head
        quote = self._casting.quote(head) or self._casting.turn_at.get(head)
        speaker = self._casting.by_id.get(quote.speaker or "") if quote else None
        actors = self._voices if quote is None else (speaker,) if speaker else ()
        way = "speaker of the quotation" if quote else "carried over from the report's own voice"
        got = candidate.ids("recipient")
        candidate.actors = [Participant("actor", a, candidate.match.head, way) for a in actors if a.id not in got]

    def _fill_culprit(self, candidate: Candidate, before: list[Candidate]) -> None:
        """Whoever condemns "the attack" without saying whose condemns those who were just told to have made it."""
        deeds = self._casting.deeds_of(candidate.match)
        if not deeds or not self._casting.tree.marked(deeds[0], "det") & {"the", "this", "that", "these", "those"}:
            return
        done = [c for c in before if c.type in FORCE and c.actors and candidate.sentence - c.sentence <= NEAR]
        if done:
            mine = candidate.ids("actor")
            candidate.recipients = [
                Participant("recipient", p.actor, candidate.match.head, "carried over from the deed just told")
                for p in done[-1].actors
                if p.actor is not None and p.actor.id not in mine
            ]

    def _fill_partner(self, candidate: Candidate, talks: Candidate | None) -> None:
        """Talks that name one side are those just told, where that side took part in them."""
        if talks is not None and candidate.sentence - talks.sentence <= NEAR and self._talk_on(candidate):
            candidate.actors, candidate.recipients = [], []
        people = [*candidate.actors, *candidate.recipients]
        mine = candidate.ids("actor", "recipient")
        if talks is None or len(mine) >= 2 or candidate.sentence - talks.sentence > NEAR:
            return
        if not _anaphoric(self._casting, candidate):
            return
        partners = [p for p in (*talks.actors, *talks.recipients) if p.actor is not None]
        if mine and not mine & {p.actor.id for p in partners if p.actor}:
            states = {p.actor.country for p in partners if p.actor}
            if any(p.actor and (p.actor.kind != "country" or p.actor.country not in states) for p in people):
                return
            candidate.actors, candidate.recipients, mine = [], [], set()
        candidate.recipients = candidate.recipients + [
            Participant("recipient", p.actor, candidate.match.head, FROM_TALKS)
            for p in partners
            if p.actor is not None and p.actor.id not in mine
        ]
        if candidate.date is None or candidate.date.basis == ASSUMED:
            candidate.date, candidate.when = talks.date, talks.when

    def _talk_on(self, candidate: Candidate) -> bool:
        """Tell whether a plural subject ("they", "the ministers") goes on with the talks just told."""
        tree = self._casting.tree
        if not _anaphoric(self._casting, candidate) or candidate.match.frame.pos == "noun":
            return False
        for word, _ in tree.doers(candidate.match.head):
            determined = tree.lowers[word] == "they" or bool(tree.marked(word, "det") & {"the", "both"})
            if determined and tree.lemma(word) in self._talkers and not tree.kids(word, "conj"):
                return tree.tokens[word].xpos in ("NNS", "PRP", "CD", "DT") or tree.lowers[word] == "they"
        return False

    def _fill_other_party(self, candidate: Candidate, talks: Candidate) -> None:
        """What is said at a meeting without saying to whom is said to the other party."""
        near = READOUT if self._official else NEAR
        if candidate.recipients or candidate.sentence - talks.sentence > near or len(candidate.actors) != 1:
            return
        if candidate.type not in ("REQUEST", "SUPPORT", "AGREE"):
            return
        mine = candidate.ids("actor")
        others = [p for p in (*talks.actors, *talks.recipients) if p.actor is not None and p.actor.id not in mine]
        if len(others) == 1 and mine & talks.ids("actor", "recipient"):
            head = candidate.match.head
            candidate.recipients = [Participant("recipient", others[0].actor, head, f"{FROM_TALKS}, the other party")]

    def _fill_days_of_journeys(self, kept: Sequence[Candidate]) -> None:
        """What somebody does on a journey whose days are told is done, or planned, for these days."""
        journeys: dict[str, Candidate] = {}
        for candidate in kept:
            journey = journeys.get(candidate.status)
            if self._is_dated_journey(candidate):
                journeys[candidate.status] = candidate
            elif journey is not None and journey.date is not None and self._is_of(candidate, journey):
                candidate.when = journey.when
                reason = f"on the journey of {journey.date.value}"
                candidate.date = replace(journey.date, basis=NARRATIVE, reason=reason)

    def _is_dated_journey(self, candidate: Candidate) -> bool:
        if candidate.type != "CONSULT" or candidate.date is None or candidate.date.basis == ASSUMED:
            return False
        if candidate.status == "planned":
            return candidate.date.value > (self._published or "")
        return candidate.status == "actual" and candidate.match.frame.mode == "visit"

    def _is_of(self, candidate: Candidate, journey: Candidate) -> bool:
        """Tell whether something without a day of its own was, or will be, done on a journey."""
        if candidate.status == "planned":
            return candidate.date is None and _goes_on(candidate, journey)
        talks = candidate.type == "CONSULT" and candidate.standing.tense == "past" and self._official
        undated = candidate.date is None or candidate.date.basis == ASSUMED
        return talks and undated and _goes_on(candidate, journey)

    def _fill_day(self, candidate: Candidate, talks: Candidate) -> None:
        """What one side of dated talks is told to have said right after them was said that day."""
        assumed = candidate.date is not None and candidate.date.basis == ASSUMED
        if talks.date is None or talks.when is None or talks.status != "actual":
            return
        near = candidate.sentence - talks.sentence <= NEAR
        if assumed and near and candidate.ids("actor") & talks.ids("actor", "recipient"):
            reason = f"said at the talks of {talks.date.value}"
            candidate.when = talks.when
            candidate.date = replace(talks.date, basis=NARRATIVE, reason=reason)


def _fill_sanctioner(candidate: Candidate, before: Sequence[Candidate]) -> bool:
    """Give sanctions without a subject to whoever was last told to have imposed some; tell whether anybody was."""
    if candidate.type != "SANCTION":
        return False
    imposed = [c for c in before if c.type == "SANCTION" and c.ids("actor")]
    if not imposed:
        return False
    got = candidate.ids("recipient")
    again = [p.actor for p in imposed[-1].actors if p.actor is not None and p.actor.id not in got]
    candidate.actors = [Participant("actor", actor, candidate.match.head, FROM_SANCTION) for actor in again]
    return True


def _latest(spoken: list[Candidate], candidate: Candidate) -> Candidate:
    """Give the talks at which somebody will have said a thing: his own last ones, rather told by a verb than a noun."""
    mine = candidate.ids("actor")

    def fits(talks: Candidate) -> tuple[bool, bool, int]:
        return bool(mine & talks.ids("actor", "recipient")), talks.match.frame.pos != "noun", talks.sentence

    return max(spoken, key=fits)


def _goes_on(candidate: Candidate, journey: Candidate) -> bool:
    """Tell whether a plan told after a journey is of the same person, or told in the same words."""
    if not 0 <= candidate.sentence - journey.sentence <= READOUT:
        return False
    return candidate.sentence == journey.sentence or bool(candidate.ids("actor") & journey.ids("actor", "recipient"))


def _anaphoric(casting: Casting, candidate: Candidate) -> bool:
    """Tell whether words take up talks told before ("their meeting", "the two discussed")."""
    if candidate.match.frame.pos != "noun":
        return candidate.match.frame.name.endswith(("/discuss.v", "/exchange.v"))
    tree = casting.tree
    head = candidate.match.head
    if tree.kids(head, "cop") and any(tree.lowers[c] in ("it", "this", "that") for c in tree.kids(head, "nsubj")):
        return True
    if tree.marked(head, "det") & {"the", "this", "these", "both"}:
        return True
    return any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[head])
