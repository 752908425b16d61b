"""Lists what the frames and the tagger together say of an act, in amounts that weights add up."""

from collections.abc import Mapping

from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.sighted import UNSEEN, chance, odds, rival

PLANNED = 0.7
"""How much the tagger's chance of a frame's own type counts where the status has made another of it: a promise of aid
is a promise to the frames and may be aid to the tagger."""

ONE, SIGNS, TAGGED, RIVAL = range(4)
"""What a sign comes in amounts of: it is there at all, odds by the frames' signs, by the tagger, of another type."""

SILENT = (odds(UNSEEN), odds(UNSEEN))
"""The odds by a tagger that sees nothing."""

Trait = tuple[str, str, str, str, bool, bool]
"""`frame` or `learned`, type, part of speech, status, whether the tagger is silent, whether nobody takes part."""


def trait_of(candidate: Candidate) -> Trait:
    """Give what of a possible event decides which signs it has."""
    frame = candidate.match.frame
    who = "learned" if frame.name == LEARNED else "frame"
    nobody = not candidate.ids("actor", "recipient")
    return who, candidate.type, frame.pos, candidate.status, candidate.sighting is None, nobody


def seen_of(candidate: Candidate) -> tuple[float, float]:
    """Give the odds by the tagger that a possible event is one of its type, and that it is one of another."""
    sighting, kind, frame = candidate.sighting, candidate.type, candidate.match.frame.type
    if sighting is None:
        return SILENT
    if kind == frame:
        return odds(chance(sighting, kind)), odds(rival(sighting, kind))
    tagged = max(chance(sighting, kind), PLANNED * chance(sighting, frame))
    return odds(tagged), odds(min(rival(sighting, kind), rival(sighting, frame)))


def act_signs(trait: Trait) -> list[tuple[str, int]]:
    """List the signs of a possible event; a frame's and a learned one's are kept apart.

    Args:
        trait: what decides which signs it has.

    Returns:
        Signs, each with what it comes in amounts of.
    """
    who, kind, pos, status, unseen, nobody = trait
    found = [
        (who, ONE),
        (f"{who} signs", SIGNS),
        (f"{who} tagged", TAGGED),
        (f"{who} rival", RIVAL),
        (f"{who} type={kind}", ONE),
        (f"{who} tagged type={kind}", TAGGED),
        (f"{who} signs type={kind}", SIGNS),
        (f"{who} pos={pos}", ONE),
        (f"{who} status={status}", ONE),
    ]
    if unseen:
        found.append((f"{who} unseen", ONE))
    if nobody:
        found.append((f"{who} nobody", ONE))
    return found


def act_amounts(candidate: Candidate, own: float) -> dict[str, float]:
    """List what speaks for a possible event.

    Args:
        candidate: with what the tagger saw at its words.
        own: the chance that the signs of the frames give it.

    Returns:
        Amounts by sign.
    """
    amounts = (1.0, odds(own), *seen_of(candidate))
    return {sign: amounts[of] for sign, of in act_signs(trait_of(candidate))}


def slopes(trait: Trait, table: Mapping[str, float]) -> tuple[float, float, float, float]:
    """Add up the weights of all signs that come in amounts of the same thing.

    Args:
        trait: what decides which signs there are.
        table: the weight of each sign.

    Returns:
        What weighs one, the odds by the signs, those by the tagger, and those of another type.
    """
    found = [0.0, 0.0, 0.0, 0.0]
    for sign, of in act_signs(trait):
        found[of] += table.get(sign, 0.0)
    return found[ONE], found[SIGNS], found[TAGGED], found[RIVAL]
