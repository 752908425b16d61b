"""The stage that finds the events of a report: frames on trees, participants, status, day, place, one act once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import log

from dragoman.ids import mention_id, twin_id
from dragoman.knowledge.frames import Frames, frames
from dragoman.knowledge.frames.scale import Bundle
from dragoman.model import Document, EventMention, Span
from dragoman.model.mention import ASSUMED
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.contexts import contexts
from dragoman.stages.events.decided import decide
from dragoman.stages.events.fold import Group, fold
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.political import actors_of, is_political
from dragoman.stages.events.reading import Reading
from dragoman.stages.events.salience import salience
from dragoman.stages.events.weighing import BEST, Weighing, packaged

THRESHOLD = 0.55
UNEXPLAINED = 0.1
"""How much likelier than the threshold what the tagger alone sees must be: no frame says why it is an event."""
MOST_EVIDENCE = 5
SURE = 0.6
"""From what chance on somebody whom another telling names was at a meeting too."""
TALKS = (None, "call", "meet")
SPOKE = "CONSULT/speak-with.v"


class Events:
    """Finds who did what to whom.

    Args:
        table: the frames to use; the packaged ones where None.
        coder: `frames` for what frames find, `tagger` for what the learned tagger sees, `both` for both together;
            without a tagger in the weights of the analyser, `both` is what frames find.
        threshold: the least probability at which a possible event is kept; below it more is found and more is wrong.
        weighing: what each sign weighs; as packaged where None.
    """

    name = "events"
    version = "2"
    needs = ("names", "times", "places", "actors", "quotes")
    gives = "events"

    def __init__(
        self,
        table: Frames | None = None,
        *,
        coder: str = "both",
        threshold: float = THRESHOLD,
        weighing: Weighing | None = None,
    ) -> None:
        self._frames = table
        self._coder = coder
        self._threshold = threshold
        self._weighing = weighing

    def __call__(self, document: Document) -> tuple[EventMention, ...]:
        """Find all events of a report.

        Args:
            document: with all layers before this one.

        Returns:
            Events in the order of their first telling.
        """
        if not document.tokens:
            return ()
        reading = self.read(document, likely=True)
        return _apart(_mention(reading, group, self._confidence(reading, group)) for group in self.groups(reading))

    def groups(self, reading: Reading) -> list[Group]:
        """Complete the likely candidates of a report and put the tellings of each act together."""
        groups = fold(self.tellings(reading), reading.tree, self._known().folding)
        for group in groups:
            for candidate in group:
                candidate.settle()
        return [group for group in groups if is_political(actor for c in group for actor in actors_of(c))]

    def tellings(self, reading: Reading) -> list[Candidate]:
        """Complete the likely candidates of a report, each one telling of an act."""
        kept, known = self.keep(reading), self._known()
        if reading.coder == "tagger":
            reading.complete(kept, {})
        else:
            reading.complete(kept, known.participants, known.seen)
        for candidate in kept:
            decide(reading.casting, reading.frames, candidate)
        return [candidate for candidate in kept if not _alone(candidate)]

    def read(self, document: Document, *, likely: bool = False) -> Reading:
        """Find all possible events of a report, with their signs and probabilities.

        Args:
            document: with all layers before this one.
            likely: leave out at once what cannot be kept, whoever takes part.
        """
        table = self._frames if self._frames is not None else frames()
        known = self._known()
        coder = coder_for(document, self._coder, known)

        def worth(candidate: Candidate, clauses: Iterable[Bundle]) -> bool:
            return known.may_reach(self._threshold, candidate, clauses, coder=coder)

        reading = Reading(document, table, coder, worth if likely else None)
        for candidate in reading.candidates:
            candidate.probability = known.act(candidate, coder=reading.coder)
        return reading

    def _known(self) -> Weighing:
        return self._weighing if self._weighing is not None else packaged()

    def _confidence(self, reading: Reading, group: Group) -> float:
        """Say how likely an event is right."""
        best = max(candidate.probability for candidate in group)
        return self._known().confidence(evidence_of(group), best, coder=reading.coder)

    def keep(self, reading: Reading) -> list[Candidate]:
        """Keep the likeliest reading of each trigger, where it is likely enough."""
        taken: dict[int, Candidate] = {}
        order = sorted(
            reading.candidates, key=lambda c: (not c.match.frame.own, -c.probability, c.match.head, c.match.frame.name)
        )
        kept = []
        for candidate in order:
            if candidate.probability < self._threshold and not candidate.match.frame.own:
                break
            if reading.coder == "both" and self._is_unexplained(candidate):
                continue
            if any(_rival(taken[word], candidate) for word in candidate.words if word in taken):
                continue
            for word in candidate.words:
                taken.setdefault(word, candidate)
            kept.append(candidate)
        return sorted(kept, key=lambda c: (c.match.head, c.match.frame.name))

    def _is_unexplained(self, candidate: Candidate) -> bool:
        return candidate.match.frame.name == LEARNED and candidate.probability < self._threshold + UNEXPLAINED


def coder_for(document: Document, coder: str, known: Weighing) -> str:
    """Say who codes a report: frames alone where there is no tagger to ask, or nothing is known of its worth."""
    if coder == "both" and not (document.analysis.sightings and known.combined):
        return "frames"
    return coder


def _apart(mentions: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """Give mentions ids of their own where one word tells two acts ("X and Y met with Z", each on his own)."""
    told: dict[str, int] = {}
    found = []
    for mention in mentions:
        number = told[mention.id] = told.get(mention.id, 0) + 1
        found.append(mention if number == 1 else replace(mention, id=twin_id(mention.id, number)))
    return tuple(found)


def _rival(one: Candidate, other: Candidate) -> bool:
    """Tell whether two possible events read the same words as one act."""
    if one.match.head == other.match.head or one.type == other.type:
        return True
    return one.match.head in other.match.words or other.match.head in one.match.words


def _alone(candidate: Candidate) -> bool:
    """Tell whether somebody only speaks of a thing ("we talk about"): talks going on now need a second party."""
    frame = candidate.match.frame
    now = candidate.standing.tense == "present"
    talks = frame.type == "CONSULT" and frame.pos == "verb" and frame.mode in TALKS and now
    return talks and len(candidate.ids("actor", "recipient")) < 2


def evidence_of(group: Group) -> dict[str, float]:
    """Give what speaks for an event as a whole: how likely its best telling is, and in how many it is told."""
    best = min(max(candidate.probability for candidate in group), 0.9999)
    named = sum(1 for role in ("actor", "recipient") if any(c.ids(role) for c in group))
    return {
        "confidence": 1.0,
        BEST: log(best / (1.0 - best)),
        "confidence tellings": log(len(group)),
        "confidence sides": float(named),
    }


def _mention(reading: Reading, group: Group, confidence: float) -> EventMention:
    document = reading.document
    best = _best(group)
    actors, recipients = _participants(group, best)
    dated = next((c for c in _by_date([best, *group]) if c.date is not None), best)
    placed = next((c for c in (best, *group) if c.where is not None), best)
    evidence = _evidence(reading, group, best)
    day = document.article.published.day if document.article.published else None
    return EventMention(
        id=mention_id(
            article=document.article.id,
            type=best.type,
            evidence=(evidence[0].start, evidence[0].end),
            frame=f"{best.match.frame.name}@{best.match.head}",
        ),
        type=best.type,
        mode=_mode(group, best, placed=placed.where is not None),
        cameo=best.match.frame.cameo,
        actors=actors,
        recipients=recipients,
        symmetric=best.symmetric,
        date=dated.date,
        times=dated.when,
        where=placed.where,
        status=best.status,
        source=best.source if len({c.source for c in group}) == 1 else None,
        topics=tuple(dict.fromkeys(topic for c in group for topic in c.topics))[:6],
        contexts=contexts(reading.tree, document.analysis.sentences[best.sentence]),
        salience=_salience(group, dated, best, day),
        trigger=_trigger(reading, best),
        evidence=evidence,
        arguments=tuple(
            reading.casting.argument(p)
            for c in (best, *(g for g in group if g is not best))
            for p in c.actors + c.recipients
        ),
        frame=best.match.frame.name,
        confidence=confidence,
        reasons=tuple(dict.fromkeys((best.standing.reason, *best.reasons))),
    )


def _best(group: Group) -> Candidate:
    """Choose the telling that stands for all: its own words name both sides, a verb before a noun, the likeliest."""

    def worth(candidate: Candidate) -> tuple[bool, bool, bool, float]:
        people = [*candidate.actors, *candidate.recipients]
        own = not any(p.path.startswith("carried over") for p in people)
        return own and len(people) > 1, len(people) > 1, candidate.match.frame.pos != "noun", candidate.probability

    return max(group, key=worth)


def _mode(group: Group, best: Candidate, *, placed: bool) -> str | None:
    """Take the best telling's mode, else another's; a visit only where nothing else is said.

    Who "spoke with" somebody called him, unless a place is said or another telling has them meet.
    """
    modes = [c.match.frame.mode for c in (best, *group) if c.match.frame.mode]
    if best.type != best.match.frame.type:
        return None
    if best.match.frame.name == SPOKE:
        return "meet" if placed or "meet" in modes else "call"
    if best.match.frame.mode:
        return best.match.frame.mode
    return next((mode for mode in modes if mode != "visit"), modes[0] if modes else None)


def _by_date(group: Group) -> list[Candidate]:
    """Order tellings by how well their day is founded: said outright, then assumed."""
    return sorted(group, key=lambda c: (c.date is None, bool(c.date and c.date.basis == ASSUMED)))


def _participants(group: Group, best: Candidate) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take for each role those of the telling that is surest of them; of equals all who are likely in any."""
    if best.symmetric:
        first = best.ids("actor", "recipient")
        both = [
            identity
            for c in (best, *group)
            for identity in (p.actor.id for p in (*c.actors, *c.recipients) if p.actor is not None)
            if identity in first or c.chances.get(identity, 1.0) >= SURE
        ]
        return tuple(dict.fromkeys(both)), ()
    actors = _surest(group, best, "actor", frozenset())
    return actors, _surest(group, best, "recipient", frozenset(actors))


def _surest(group: Group, best: Candidate, role: str, taken: frozenset[str]) -> tuple[str, ...]:
    """Give those in a role from the telling that is surest of any of them, the best telling where none is weighed."""
    rows = []
    for candidate in (best, *(c for c in group if c is not best)):
        people = candidate.actors if role == "actor" else candidate.recipients
        ids = dict.fromkeys(p.actor.id for p in people if p.actor is not None and p.actor.id not in taken)
        if ids:
            rows.append((max(candidate.chances.get(identity, 1.0) for identity in ids), tuple(ids)))
    return max(rows, key=lambda row: row[0])[1] if rows else ()


def _evidence(reading: Reading, group: Group, best: Candidate) -> tuple[Span, ...]:
    sentences = dict.fromkeys([best.sentence, *(c.sentence for c in group)])
    spans = []
    for index in list(sentences)[:MOST_EVIDENCE]:
        sentence = reading.document.analysis.sentences[index]
        spans.append(reading.document.span(sentence.start, sentence.end))
    return tuple(spans)


def _trigger(reading: Reading, best: Candidate) -> Span:
    words = sorted(best.match.words)
    return reading.document.words(words[0], words[-1] + 1)


def _salience(group: Group, dated: Candidate, best: Candidate, published: date | None) -> str:
    return salience(
        sentence=min(c.sentence for c in group),
        day=dated.date.value if dated.date else None,
        published=published,
        tense=best.standing.tense,
    )
