"""Tells acts of political standing from those between private people."""

from dragoman.stages.events.candidate import Candidate

KINDS = frozenset(("country", "government_body", "armed_group"))
SECTORS = frozenset(("GOV", "MIL", "LEG", "OPP", "JUD", "COP", "IGO", "NGO", "REB", "REF"))


def is_political(candidate: Candidate) -> bool:
    """Tell whether somebody of political standing takes part: a state, body, office holder, fighter, or known actor.

    Acts between private people, firms and clubs are left out (annotation guidelines, "Leave out"). An act of words
    whose speaker the sentence leaves open may be the report's own and stays.
    """
    people = [p.actor for p in (*candidate.actors, *candidate.recipients) if p.actor is not None]
    if not people:
        return candidate.match.frame.pos != "noun" and not candidate.strangers
    if (
        candidate.symmetric
        and candidate.recipients
        and all(p.actor and p.actor.sector == "MED" for p in candidate.recipients)
    ):
        return False
    return any(
        actor.known or actor.country or actor.role or actor.kind in KINDS or actor.sector in SECTORS for actor in people
    )
