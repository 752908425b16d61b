"""Tells why words were coded as they were: every frame tried, what it asked for, and what it found instead."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.knowledge.frames import Frame, Frames, Predicate
from dragoman.knowledge.frames.table import subset
from dragoman.knowledge.frames.weights import weigh
from dragoman.model import Argument, Document
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.combine import act_amounts
from dragoman.stages.events.lacking import POS_OF, lacking
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.match import Match, matches
from dragoman.stages.events.reading import Reading
from dragoman.stages.events.stage import Events
from dragoman.stages.events.tree import Tree
from dragoman.stages.events.weighing import Weighing, packaged

OUTCOMES = ("fired", "told again", "outranked", "unlikely", "left out", "nobody", "unfit", "lacking", "other word")
MOST_SIGNS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One frame tried on one word.

    Args:
        frame: its name.
        predicate: the words that it knows the act by.
        word: document index of the word it was tried on.
        outcome: one of OUTCOMES: `fired`; `told again` (another telling of the same act speaks for it); `outranked` by
            a likelier frame on the same words; `unlikely` (below the threshold); `left out`; `nobody` of political
            standing takes part; `unfit` (participants of another kind); `lacking` what it asks for; `other word`
            (another part of speech).
        reasons: in words, why.
        type: the event type it gave, its status considered; None where it gave none.
        status: actual, planned, conditional, denied; None where it gave none.
        arguments: the participants, each with its words and the path that led there.
        probability: how likely the coding is right; None where it gave none.
        signs: what spoke for and against it with the weight of each, the heaviest first.
    """

    frame: str
    predicate: str
    word: int
    outcome: str
    reasons: tuple[str, ...]
    type: str | None = None
    status: str | None = None
    arguments: tuple[Argument, ...] = ()
    probability: float | None = None
    signs: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All that was tried on some words of a report.

    Args:
        first: document index of the first word looked at.
        last: document index after the last.
        tried: the frames, in order of their words, those that fired first.
        passed: how many predicates of several words begin here whose other words the sentence does not have.
    """

    first: int
    last: int
    tried: tuple[Tried, ...]
    passed: int

    @property
    def fired(self) -> frozenset[str]:
        """Names of the frames that fired."""
        return frozenset(one.frame for one in self.tried if one.outcome in ("fired", "told again"))


def trace(events: Events, frames: Frames, document: Document, first: int, last: int) -> Trace:
    """Try every frame on some words of a report and say what came of each.

    Args:
        events: the stage.
        frames: the frames in force, those of the stage.
        document: with all layers before the events.
        first: document index of the first word.
        last: document index after the last word.

    Returns:
        Frames that fired with participants, paths, signs and weights; the others with what they lacked.
    """
    reading = events.read(document)
    groups = events.groups(reading)
    tracer = _Tracer(reading, frames, groups, events.keep(reading))
    tried, passed = [], 0
    for word in range(first, last):
        for frame, predicate in _entries(reading.tree, frames, word):
            if tracer.evoked_otherwise(frame, predicate, word):
                continue
            if set(predicate.rest) <= reading.tree.vocabulary(reading.tree.sentence_of[word]):
                tried.append(tracer.tried(frame, predicate, word))
            else:
                passed += 1
    tried += [
        tracer.coded(c) for c in reading.candidates if c.match.frame.name == LEARNED and first <= c.match.head < last
    ]
    once = {(one.frame, one.word, one.outcome, one.reasons): one for one in tried}
    ordered = sorted(once.values(), key=lambda one: (OUTCOMES.index(one.outcome), one.word, one.frame))
    return Trace(first=first, last=last, tried=tuple(ordered), passed=passed)


def _entries(tree: Tree, frames: Frames, word: int) -> Iterator[tuple[Frame, Predicate]]:
    for pos in POS_OF:
        for form in dict.fromkeys((tree.lemmas[word], tree.lowers[word])):
            yield from frames.index.get((form, pos), ())


class _Tracer:
    """What the coding of one report came to, looked up by frame and word."""

    def __init__(self, reading: Reading, frames: Frames, groups: list[list[Candidate]], kept: list[Candidate]) -> None:
        self.reading, self.frames, self.tree = reading, frames, reading.tree
        self.evoked = {(m.head, m.frame.name, m.predicate): m for group in matches(self.tree, frames) for m in group}
        self.words = {(m.head, m.frame.name): m.predicate for m in reversed(self.evoked.values())}
        self.candidates = {(c.match.head, c.match.frame.name): c for c in reading.candidates}
        self.kept = {(c.match.head, c.match.frame.name): c for c in kept}
        self.first = {(group[0].match.head, group[0].match.frame.name) for group in groups}
        self.told = {(c.match.head, c.match.frame.name) for group in groups for c in group}

    def evoked_otherwise(self, frame: Frame, predicate: Predicate, word: int) -> bool:
        """Tell whether another predicate of the same frame reads the word, so that this one has nothing to add."""
        key = (word, frame.name)
        return key in self.words and self.words[key] != predicate

    def tried(self, frame: Frame, predicate: Predicate, word: int) -> Tried:
        """Say what came of one frame on one word."""
        match = self.evoked.get((word, frame.name, predicate))
        if match is None:
            outcome, reasons = lacking(self.tree, self.frames, frame, predicate, word)
            return Tried(frame=frame.name, predicate=str(predicate), word=word, outcome=outcome, reasons=reasons)
        candidate = self.candidates.get((word, frame.name))
        if candidate is not None:
            return self.coded(candidate)
        outcome, reason = self._dropped(match)
        return Tried(frame=frame.name, predicate=str(predicate), word=word, outcome=outcome, reasons=(reason,))

    def coded(self, candidate: Candidate) -> Tried:
        """Say what came of a possible event."""
        outcome, reasons = self._outcome(candidate)
        casting = self.reading.casting
        return Tried(
            frame=candidate.match.frame.name,
            predicate=str(candidate.match.predicate),
            word=candidate.match.head,
            outcome=outcome,
            reasons=reasons,
            type=candidate.type,
            status=candidate.status,
            arguments=tuple(casting.argument(p) for p in (*candidate.actors, *candidate.recipients)),
            probability=candidate.probability,
            signs=_weighed(candidate, packaged(), both=self.reading.coder == "both"),
        )

    def _outcome(self, candidate: Candidate) -> tuple[str, tuple[str, ...]]:
        key = (candidate.match.head, candidate.match.frame.name)
        if key in self.told:
            reasons = [candidate.standing.reason, *candidate.reasons]
            reasons += [candidate.date.reason] if candidate.date is not None else ["nothing says when"]
            return "fired" if key in self.first else "told again", tuple(filter(None, dict.fromkeys(reasons)))
        if key in self.kept:
            return "left out", ("nobody of political standing takes part, or only one side of talks is named",)
        rival = next((c for c in self.kept.values() if c.words & candidate.words), None)
        if rival is not None and rival.probability >= candidate.probability:
            return "outranked", (f"{rival.match.frame.name} is likelier on the same words ({rival.probability:.2f})",)
        return "unlikely", (f"{candidate.probability:.2f} is below the least probability that is kept",)

    def _dropped(self, match: Match) -> tuple[str, str]:
        """Say why an evoked frame gave no possible event: another went first, kinds do not fit, nobody is there."""
        frame = match.frame
        same = [c for (head, _), c in self.candidates.items() if head == match.head]
        first = next((c for c in same if c.match.frame.type == frame.type), None)
        if first is not None:
            return "outranked", f"{first.match.frame.name} of the same type asks for more and goes first"
        if self._alone(frame, match.head) is not None:
            return "outranked", f"frames of other types asked for more: {', '.join(c.match.frame.name for c in same)}"
        free = replace(frame, actor_kind=frozenset(), object_kind=frozenset())
        other = self._alone(free, match.head) if free != frame else None
        if other is not None:
            return "unfit", _kinds(frame, other)
        return "nobody", f"nobody of political standing takes part; found {self._people(match)}"

    def _alone(self, frame: Frame, head: int) -> Candidate | None:
        """Read the report with one frame only, and give what it finds at a word."""
        reading = Reading(self.reading.document, subset(self.frames, (frame,)), "frames")
        return next((c for c in reading.candidates if c.match.head == head), None)

    def _people(self, match: Match) -> str:
        casting = self.reading.casting
        found = [*casting.actors(match), *casting.recipients(match)]
        words = dict.fromkeys(f"{casting.argument(p).span.text!r} ({p.path})" for p in found)
        return ", ".join(words) or "nobody that the report knows as an actor"


def _kinds(frame: Frame, found: Candidate) -> str:
    people = [f"{p.actor.name} ({p.actor.kind})" for p in (*found.actors, *found.recipients) if p.actor is not None]
    asked = [f"an actor of kind {' or '.join(sorted(frame.actor_kind))}"] if frame.actor_kind else []
    asked += [f"an object of kind {' or '.join(sorted(frame.object_kind))}"] if frame.object_kind else []
    return f"needs {' and '.join(asked)}; found {', '.join(people) or 'nobody'}"


def _weighed(candidate: Candidate, known: Weighing, *, both: bool) -> tuple[tuple[str, float], ...]:
    """List what speaks for and against a coding: where the tagger has a say, first what both together weigh."""
    if candidate.match.frame.own:
        return (("stated by your frame (confidence)", candidate.match.frame.confidence),)
    together: list[tuple[str, float]] = []
    if both:
        amounts = act_amounts(candidate, weigh(candidate.signs, known.acts))
        together = [(f"together: {name}", n * known.combined.get(name, 0.0)) for name, n in amounts.items()]
    found = [(sign, known.acts[sign]) for sign in candidate.signs if known.acts.get(sign)]
    return (*_heaviest(together), *_heaviest(found))


def _heaviest(signs: list[tuple[str, float]]) -> list[tuple[str, float]]:
    return sorted((pair for pair in signs if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))[:MOST_SIGNS]
