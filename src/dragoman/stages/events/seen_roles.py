"""Lists what the learned tagger says of somebody's part in an act, in amounts that weights add up."""

from collections.abc import Mapping

from dragoman.model import Sighting
from dragoman.stages.events.arguments import Casting
from dragoman.stages.events.sighted import odds

UNSEEN = 0.05
"""The chance of a part that the tagger does not list: it keeps back what is less likely than one in ten."""

OTHER = {"actor": "recipient", "recipient": "actor"}

Chances = Mapping[str, float]
"""How likely the tagger finds somebody in each role."""


def seen_roles(casting: Casting, sighting: Sighting) -> dict[str, dict[str, float]]:
    """Give by actor how likely the tagger finds him in each role, of several words that stand for him the likeliest."""
    found: dict[str, dict[str, float]] = {}
    for role, word, share in sighting.arguments:
        if role in OTHER:
            for actor in casting.at(word):
                own = found.setdefault(actor.id, {})
                own[role] = max(share, own.get(role, 0.0))
    return found


def role_amounts(role: str, own: float, seen: Chances, *, here: bool, given: bool) -> dict[str, float]:
    """List what speaks for somebody in a role of an act at which the tagger saw one.

    Args:
        role: `actor` or `recipient`.
        own: the odds that the signs of the sentence and the report give him.
        seen: how likely the tagger finds him in each role.
        here: whether he is named in the act's own sentence, the only one of which the tagger says anything.
        given: whether a frame sees him in that role.

    Returns:
        Amounts by sign.
    """
    if not here:
        return {f"{role} signs": own, f"{role} elsewhere": 1.0}
    start = f"{role} given" if given else role
    share, other = seen.get(role, UNSEEN), seen.get(OTHER[role], UNSEEN)
    found = {f"{role} signs": own, start: 1.0, f"{start} seen": odds(share)}
    found[f"{start} seen as other"] = odds(other)
    return found
