"""One event as one report tells it."""

from dataclasses import dataclass

from dragoman.model.span import Span
from dragoman.model.when import When
from dragoman.model.where import Where

STATUSES = ("actual", "planned", "conditional", "denied")
SALIENCES = ("main", "other", "background")

ASSUMED = "assumed from published"
"""The basis of a date that no words give: the act is told as the news of its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A participant of an event and the words it rests on.

    Args:
        role: `actor`, `recipient`, `third party` or `theme`.
        actor: id of the actor, None where the words stand for none that is known.
        span: the words.
        path: how the tree leads from the trigger to them ("nsubj", "obl:with > conj", "carried over from ...").
    """

    role: str
    actor: str | None
    span: Span
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """The day or days of an event.

    Args:
        value: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `start/end`.
        basis: `stated`, `relative to published`, `relative to narrative`, `assumed from published`.
        span: the words it rests on, None where it is assumed.
        reason: in words ("'Friday' governs 'spoke'").
    """

    value: str
    basis: str
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One event as one report tells it, with the sentence behind every field.

    Args:
        id: made by `ids.mention_id`.
        type: PLOVER event type.
        mode: PLOVER mode, None where none is said.
        cameo: CAMEO code, None where none fits.
        actors: ids of those who do it (all participants where symmetric), in order of mention.
        recipients: ids of those who get it.
        symmetric: whether the order of participants means nothing (a meeting, a call, an agreement).
        date: when it happened, None where nothing says.
        times: the resolved expression behind `date`, where there is one.
        where: where it happened, None where nothing says.
        status: one of STATUSES.
        source: id of the actor who alone asserts it, None where the report itself does.
        topics: short noun phrases, what it was about.
        contexts: the PLOVER contexts that its words speak of ("military", "cbrn"), in the order of the manual.
        salience: one of SALIENCES.
        trigger: the word or phrase that names the act.
        evidence: the sentences or clauses that tell it, the best first.
        arguments: the participants with their words.
        frame: name of the frame that fired ("CONSULT/meet.v").
        confidence: 0 to 1, how often such a coding is right.
        reasons: in words, why each field has its value.
    """

    id: str
    type: str
    mode: str | None = None
    cameo: str | None = None
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    symmetric: bool = False
    date: EventDate | None = None
    times: When | None = None
    where: Where | None = None
    status: str = "actual"
    source: str | None = None
    topics: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    salience: str = "other"
    trigger: Span
    evidence: tuple[Span, ...]
    arguments: tuple[Argument, ...] = ()
    frame: str
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()
