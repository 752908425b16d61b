"""Tells who is named beside his state, and which states beside people of their own.

"The army" beside "the state" is told apart by a reader: what the army did is not told of the state a second time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.model import Actor

MOST = 2
"""Up to how many of a state's own people are told apart."""


def beside_state(actors: Iterable[Actor]) -> Iterator[str]:
    """Say of each of some actors whether his state, or people of that state, are among the others.

    Args:
        actors: those who may have had a part in an act.

    Returns:
        A sign for each in their order, empty for whoever has no state.
    """
    actors = tuple(actors)
    lands = {actor.country for actor in actors if actor.kind == "country"}
    own = Counter([actor.country for actor in actors if actor.kind != "country"])
    for actor in actors:
        if not actor.country:
            yield ""
        elif actor.kind == "country":
            yield f"state with {min(own[actor.country], MOST)} of its own"
        else:
            yield f"{actor.kind} {'beside' if actor.country in lands else 'without'} its state"


def beside_others(actor: Actor, others: Iterable[Actor]) -> str:
    """Say whether somebody is of the state of those in the other role: nobody accuses his own, all appeal to it."""
    states = {other.country for other in others if other.country}
    if not actor.country:
        return "of no state"
    return "of the others' state" if actor.country in states else "of another state" if states else "others of no state"
