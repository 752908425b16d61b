"""Tells acts of political standing from those between private people."""

from collections.abc import Iterable

from dragoman.model import Actor
from dragoman.stages.events.candidate import Candidate

KINDS = frozenset(("country", "government_body", "armed_group"))
FIRM = "BUS"
SECTORS = frozenset(("GOV", "MIL", "LEG", "OPP", "JUD", "COP", "IGO", "NGO", "REB", "REF"))

PRIVATE = frozenset(("CVL", "UNK", ""))
POLICED = PRIVATE | {"COP", "JUD", "GOV"}
"""Sectors of those who are met in a report of ordinary crime: whoever suffers or does it, and who looks into it."""
CRIMINAL = frozenset(("ACCUSE", "SANCTION", "ASSAULT", "COERCE", "RETREAT", "CONCEDE"))


def may_be_political(candidate: Candidate) -> bool:
    """Tell whether an act may have political standing: somebody who has it takes part, or nobody is known yet.

    Acts between private people, firms and clubs are left out (annotation guidelines, "Leave out"), and so is what
    somebody says to the press.
    """
    people = actors_of(candidate)
    if not people:
        return True
    if candidate.symmetric and candidate.recipients:
        got = [p.actor for p in candidate.recipients if p.actor is not None]
        if got and all(actor.sector == "MED" for actor in got):
            return False
    return is_political(people)


def actors_of(candidate: Candidate) -> list[Actor]:
    """Give all who take part in a telling."""
    return [p.actor for p in (*candidate.actors, *candidate.recipients) if p.actor is not None]


def is_political(people: Iterable[Actor]) -> bool:
    """Tell whether anybody of political standing is there: a state, body, office holder, fighter, or known actor.

    Business is political only where a state takes part (annotation guidelines, "Settled points"): the country of a firm
    does not make it so.
    """
    return any(
        actor.known
        or (actor.country and actor.sector != FIRM)
        or actor.role
        or actor.kind in KINDS
        or actor.sector in SECTORS
        for actor in people
    )


def is_private_crime(candidate: Candidate, told_of: Iterable[Actor]) -> bool:
    """Tell whether a crime among private people, or what courts and police make of it, has no political side.

    Args:
        candidate: an act told in a sentence that speaks of murder, burglary and the like.
        told_of: everybody whom the sentence names.
    """
    people = actors_of(candidate)
    if candidate.type not in CRIMINAL or not all((actor.sector or "") in PRIVATE for actor in people):
        return False
    return not any(
        actor.known or actor.role or actor.kind in ("country", "armed_group") or (actor.sector or "") not in POLICED
        for actor in (*people, *told_of)
    )
