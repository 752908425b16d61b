"""Somebody who may have had a part in an act."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.model import Actor
from dragoman.stages.events.sides import Facing


@dataclass(slots=True)
class Party:
    """Somebody who may have had a part in an act.

    Args:
        actor: who.
        head: the word that stands for him, the act's own where none does.
        path: the way that leads there, in words.
        back: how many sentences before the act's the word stands, less than 0 where after it; None where none does.
        form: form of the mention, empty where there is none.
        word: lemma of the mention where it is a common noun, else empty.
        given: roles in which the frame sees him, each with its path.
        notes: further signs, the same in every role.
        state: whether his state, or people of it, may have had a part too; weighed for a target only.
        facing: who faces whom in the rest of the report.
        seen: how likely the learned tagger finds him in each role; None where it saw no act.
    """

    actor: Actor
    head: int
    path: str
    back: int | None
    form: str = ""
    word: str = ""
    given: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    state: str = ""
    facing: Facing | None = None
    seen: Mapping[str, float] | None = None
