"""Proposes acts that the learned tagger sees where no frame does."""

from collections.abc import Iterator
from functools import cache

from dragoman.knowledge.frames import Frame, Frames, Predicate, Roles
from dragoman.model import Sighting
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.match import Match, barred
from dragoman.stages.events.sighted import Sighted
from dragoman.stages.events.status import Standing, standing

LEARNED = "learned"
"""Name of the frame of what only the tagger sees."""

LEAST = 0.12
"""From what chance on the tagger's type is proposed at all; whether it is kept the weights decide."""

SURE_STATUS = 0.6
SURE_ARGUMENT = 0.5


def learned(casting: Casting, sighted: Sighted, told: dict[int, set[str]]) -> Iterator[Candidate]:
    """Propose what the tagger sees.

    Args:
        casting: who stands where.
        sighted: what the tagger saw.
        told: types that frames see already, by word.

    Yields:
        Possible events of the type that the tagger finds likeliest at a word, where no frame proposes that type, nor
        one that knows the word rules out what is done there.
    """
    for sighting in sighted.sightings:
        kind, share = sighting.types[0]
        if share < LEAST or kind in told.get(sighting.token, ()) or kind not in casting.frames.types:
            continue
        if kind in barred(casting.tree, casting.frames, sighting.token):
            continue
        yield _candidate(casting, sighting, kind)


def fill_open(casting: Casting, candidate: Candidate) -> None:
    """Fill a role that a frame leaves open with those in whom the tagger sees it; the frame's own stay."""
    sighting = candidate.sighting
    if sighting is None or (candidate.symmetric and candidate.ids("actor", "recipient")):
        return
    taken = candidate.ids("actor", "recipient")
    if not candidate.actors:
        candidate.actors = [p for p in _people(casting, sighting, "actor") if p.actor and p.actor.id not in taken]
        taken = candidate.ids("actor", "recipient")
    if not candidate.recipients:
        candidate.recipients = [
            p for p in _people(casting, sighting, "recipient") if p.actor and p.actor.id not in taken
        ]


def _candidate(casting: Casting, sighting: Sighting, kind: str) -> Candidate:
    tree, head = casting.tree, sighting.token
    lemma = tree.lemma(head)
    pos = "verb" if tree.tokens[head].upos in ("VERB", "AUX", "ADJ") else "noun"
    about = casting.frames.types[kind]
    frame = _frame(kind, pos, about.symmetric)
    match = Match(head, (head,), frame, Predicate(head=lemma))
    stand = _standing(casting.frames, casting, match, sighting)
    planned = stand.status == "planned" and about.planned != kind
    return Candidate(
        match=match,
        type=kind,
        actors=list(_people(casting, sighting, "actor")),
        recipients=list(_people(casting, sighting, "recipient")),
        standing=stand,
        sentence=tree.sentence_of[head],
        quoted=casting.quote(head) is not None,
        symmetric=about.symmetric,
        status="actual" if planned else stand.status,
        reasons=[f"the tagger sees {kind} at {tree.tokens[head].text!r}"],
    )


@cache
def _frame(kind: str, pos: str, symmetric: bool) -> Frame:
    roles = Roles(actor=("subject", "possessor"), recipient=("object",), symmetric=symmetric)
    return Frame(name=LEARNED, type=kind, pos=pos, predicates=(), roles=roles)


def _standing(frames: Frames, casting: Casting, match: Match, sighting: Sighting) -> Standing:
    """Read the status off the tree, unless the tagger is sure of another."""
    read = standing(casting.tree, frames, match)
    if sighting.statuses and sighting.statuses[0][1] >= SURE_STATUS and sighting.statuses[0][0] != read.status:
        return Standing(sighting.statuses[0][0], read.governor, read.tense, "as the tagger sees it")
    return read


def _people(casting: Casting, sighting: Sighting, role: str) -> Iterator[Participant]:
    for name, word, share in sighting.arguments:
        if name == role and share >= SURE_ARGUMENT:
            for actor in casting.at(word):
                yield Participant(role, actor, word, "seen by the tagger")
