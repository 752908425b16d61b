"""Joins people told of by another noun to those of whom the report told: "the crowd", "the captives"."""

from dragoman.knowledge.actors import words
from dragoman.model import ActorMention
from dragoman.stages.actors.bodies.fighters import narrowed
from dragoman.stages.actors.bodies.retold import alike, beside
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

FAMILIES = ("of a crowd", "of captives")
POINTING = frozenset({"the", "this", "that", "these", "those"})
SAYING_WHICH = ("amod", "compound", "nmod:poss", "nmod:desc", "nummod")


def join_crowds(reading: Reading) -> None:
    """Join "the crowd", "the captives" to the one crowd, the only captives of whom a report told before.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    groups = [m for m in reading.cast.members if m.kind == "group" and m.mentions and not m.stateless]
    for family in FAMILIES:
        _join(reading, groups, family)


def _join(reading: Reading, groups: list[Referent], family: str) -> None:
    crowds = [(m, first) for m in groups if (first := _first(reading, m, family)) is not None]
    crowds.sort(key=lambda pair: pair[1].head)
    for n, (member, first) in enumerate(crowds):
        if n and _points_back(reading, first.head):
            before = [m for m, _ in crowds[:n] if m.mentions and alike(member, m)]
            if len(before) == 1 and not beside(reading, first.head, before[0]):
                reading.cast.join(member, before[0], "a crowd told of before by another noun")


def _first(reading: Reading, member: Referent, family: str) -> ActorMention | None:
    """Give the first words by which a group is told of as one of a family, None where it is of none."""
    nouns = words(family)
    said = [m for m in member.mentions if m.form == "nominal" and reading.tokens[m.head].lemma.lower() in nouns]
    return min(said, key=lambda m: m.head, default=None)


def _points_back(reading: Reading, i: int) -> bool:
    """Tell whether a crowd is spoken of as known: "the protesters", not "the protesters in Suva", "a crowd"."""
    tree, tokens = reading.tree, reading.tokens
    if narrowed(reading, i) or tree.all(i, *SAYING_WHICH):
        return False
    return any(tokens[c].text.lower() in POINTING for c in tree.all(i, "det"))
