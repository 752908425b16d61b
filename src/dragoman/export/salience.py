"""Says how likely a careful reader is to list an actor of a report among those who take part in its events."""

from math import exp

from dragoman.export.listing_signs import parts, signs_of
from dragoman.knowledge.actors import listing_weights
from dragoman.model import Actor, Document

LISTED = "listed from"
"""Name in the table of the probability from which on an actor is listed."""


def taking_part(document: Document) -> frozenset[str]:
    """Give the ids of those who take part in an event of a report, assert one, speak a quotation or are spoken to."""
    return frozenset(parts(document))


def listed(document: Document) -> tuple[Actor, ...]:
    """Give the actors that a reader would list: all who take part by our reading, and those who likely do.

    Args:
        document: with all layers.

    Returns:
        Actors in order of their first mention.
    """
    taking = taking_part(document)
    least = listing_weights().get(LISTED, 1.0)
    likely = saliences(document)
    return tuple(actor for actor in document.actors if actor.id in taking or likely[actor.id] >= least)


def saliences(document: Document) -> dict[str, float]:
    """Give for each actor of a report, by id, the probability that a reader would list it.

    Args:
        document: with all layers.
    """
    weights = listing_weights()
    found = {}
    for actor, signs in signs_of(document):
        found[actor.id] = 1.0 / (1.0 + exp(-sum(weights.get(sign, 0.0) * value for sign, value in signs.items())))
    return found
