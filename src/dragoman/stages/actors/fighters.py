"""Joins the unnamed fighters of a report ("the rebels", "Guerrillas" in a headline) to the one armed group it names."""

from dragoman.knowledge.actors import nouns
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.provisional import BODY_KINDS
from dragoman.stages.actors.reading import Reading


def join_fighters(reading: Reading) -> None:
    """Join unnamed fighters to the armed group of the report, where it names just one.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    armed = [member for member in reading.cast.members if member.kind == "armed_group" and member.mentions]
    named = [member for member in armed if not member.label]
    if len(named) != 1:
        return
    for member in armed:
        if member is not named[0] and _means_the_group(reading, member, named[0]):
            reading.cast.join(member, named[0], "the report names one armed group")


def arm(referent: Referent) -> None:
    """Take a body that no table holds for an armed group: "rebels of the Lowland Union" are those of no workers.

    Args:
        referent: what is said to have rebels; it is changed.
    """
    if referent.key is None and referent.kind in BODY_KINDS and not referent.label:
        referent.kind, referent.sector = "armed_group", "REB"


def _means_the_group(reading: Reading, member: Referent, group: Referent) -> bool:
    """Tell whether fighters can be those of the group: nothing but their trade and its state narrows them."""
    noun = nouns().rows.get(member.label)
    if noun is None or noun.kind != "armed_group":
        return False
    if member.country and group.country and member.country != group.country:
        return False
    return not member.stateless and all(m.form in ("nominal", "pronoun") for m in member.mentions)
