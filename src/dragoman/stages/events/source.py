"""Names whoever alone asserts an act that the report itself does not assert."""

from dragoman.stages.events.arguments import Casting
from dragoman.stages.events.candidate import Candidate


def source(casting: Casting, candidate: Candidate) -> str | None:
    """Find the one on whose word alone an act is told.

    Args:
        casting: who stands where.
        candidate: the telling; an act of words has its speaker as its doer and needs no other source, unless it was
            so "according to" somebody.

    Returns:
        The actor's id: the speaker of the quotation around it, the subject of a verb of asserting above it, or he
        according to whom it was; None where the report says it in its own voice, where it is no fact, or where the
        doer tells it of himself (annotation guidelines, "events").
    """
    if candidate.status != "actual":
        return None
    speech = casting.frames.types[candidate.match.frame.type].speech
    quote = casting.quote(candidate.match.head)
    if quote is not None:
        found = None if speech else quote.speaker
    else:
        words = _asserters(casting, candidate.anchor, speech=speech)
        found = next((actor.id for word in words for actor in casting.at(word)), None)
    return found if found not in candidate.ids("actor", "recipient") else None


def _asserters(casting: Casting, verb: int, *, speech: bool) -> list[int]:
    """Climb from a verb to the verb of asserting that governs it, or to "according to" beside it."""
    tree, asserting = casting.tree, casting.frames.classes["asserting"]
    # a tie stays within the sentence, so that the word itself must be there
    according = "according" in tree.vocabulary(tree.sentence_of[verb])
    for _ in range(8):
        found = [word for word, _ in tree.obliques(verb, "according")] if according else []
        if not speech:
            for c in tree.kids(verb, "parataxis", "ccomp"):
                if tree.lemma(c) in asserting and not tree.kids(c, "mark", "ccomp"):
                    found += [word for word, _ in tree.doers(c)]
        relation, above = tree.rel(verb), tree.tokens[verb].head
        if found or relation == "root":
            return found
        if relation == "ccomp" and tree.lemma(above) in asserting and not speech:
            return [word for word, _ in tree.doers(above)]
        verb = above
    return []
