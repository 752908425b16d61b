"""A possible event: a frame evoked by words, with all that was read around them."""

from dataclasses import dataclass, field

from dragoman.knowledge.frames.scale import Bundle, signs_of
from dragoman.model import EventDate, Sighting, When, Where
from dragoman.stages.events.arguments import Participant
from dragoman.stages.events.match import Match
from dragoman.stages.events.status import Standing


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One telling of a possible event.

    Args:
        match: the frame and where it was evoked.
        type: the type it would have, its status considered.
        actors: who does it.
        recipients: who gets it.
        standing: how it stands in its sentence.
        sentence: index of its sentence.
        quoted: whether it stands inside quotation marks.
        symmetric: whether its participants are equals.
        status: its status.
        source: id of whoever alone asserts it.
        strangers: roles in which words stand for nobody that is known.
        under: the possible event whose words govern these, with the relation; empty where there is none.
        titled: whether its sentence is a headline.
        bundles: what speaks for or against it.
        sighting: what the learned tagger saw at its words, None where nothing.
        probability: how likely it is right.
        chances: how likely each who was chosen took part, by id; empty where nobody was weighed.
        told: those to be told as actors and recipients once tellings of one act are put together, less sure ones among
            them; None where nobody was weighed.
        date: its day.
        when: the expression behind the day.
        where: its place.
        topics: what it was about.
        reasons: in words, what was done to it.
    """

    match: Match
    type: str
    actors: list[Participant]
    recipients: list[Participant]
    standing: Standing
    sentence: int
    quoted: bool
    symmetric: bool
    status: str
    source: str | None = None
    strangers: frozenset[str] = frozenset()
    under: str = ""
    titled: bool = False
    bundles: tuple[Bundle, ...] = ()
    sighting: Sighting | None = None
    probability: float = 0.0
    chances: dict[str, float] = field(default_factory=dict)
    told: tuple[list[Participant], list[Participant]] | None = None
    date: EventDate | None = None
    when: When | None = None
    where: Where | None = None
    topics: tuple[str, ...] = ()
    reasons: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> int:
        """The verb that carries the act: an event noun's light verb, else the trigger itself."""
        return self.match.support if self.match.support >= 0 else self.match.head

    @property
    def words(self) -> frozenset[int]:
        """All words of the trigger, the light verb included."""
        return frozenset((*self.match.words, self.anchor))

    @property
    def signs(self) -> tuple[str, ...]:
        """What speaks for or against it, sign by sign."""
        return signs_of(self.bundles)

    def settle(self) -> None:
        """Take those to be told as the participants."""
        if self.told is not None:
            self.actors, self.recipients = self.told

    def ids(self, *roles: str) -> set[str]:
        """Give the ids of those in some roles."""
        people = [*(self.actors if "actor" in roles else ()), *(self.recipients if "recipient" in roles else ())]
        return {p.actor.id for p in people if p.actor is not None}
