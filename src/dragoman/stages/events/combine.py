"""Lists what the frames and the tagger together say of an act, in amounts that weights add up."""

from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.sighted import chance, odds, rival

PLANNED = 0.7
"""How much the tagger's chance of a frame's own type counts where the status has made another of it: a promise of aid
is a promise to the frames and may be aid to the tagger."""


def act_amounts(candidate: Candidate, own: float) -> dict[str, float]:
    """List what speaks for a possible event.

    Args:
        candidate: with what the tagger saw at its words.
        own: the chance that the signs of the frames give it.

    Returns:
        Amounts by sign; a frame's and a learned one's signs are kept apart.
    """
    frame, kind = candidate.match.frame, candidate.type
    who = "learned" if frame.name == LEARNED else "frame"
    sighting = candidate.sighting
    tagged = odds(max(chance(sighting, kind), PLANNED * chance(sighting, frame.type)))
    found = {
        who: 1.0,
        f"{who} signs": odds(own),
        f"{who} tagged": tagged,
        f"{who} rival": odds(min(rival(sighting, kind), rival(sighting, frame.type))),
        f"{who} type={kind}": 1.0,
        f"{who} tagged type={kind}": tagged,
        f"{who} signs type={kind}": odds(own),
        f"{who} pos={frame.pos}": 1.0,
        f"{who} status={candidate.status}": 1.0,
    }
    if sighting is None:
        found[f"{who} unseen"] = 1.0
    if not candidate.ids("actor", "recipient"):
        found[f"{who} nobody"] = 1.0
    return found
