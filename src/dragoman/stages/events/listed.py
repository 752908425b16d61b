"""Reads lists behind a colon: "the following two officials: A and B" are A and B."""

from collections.abc import Iterator, Sequence

from dragoman.model import Actor
from dragoman.stages.events.arguments import Casting, Participant

BULLETS = ("-", "•", "*", "–", "—", "·")
FOLLOWING = "following"


def one_by_one(casting: Casting, people: Sequence[Participant]) -> list[Participant]:
    """Put those who are named one by one behind a colon in the place of the many who are counted before it.

    Args:
        casting: who stands where.
        people: those in a role.

    Returns:
        The same where there is no such list.
    """
    found = []
    for person in people:
        named = _named(casting, person) if _many(casting, person) else []
        found += named if len(named) > 1 else [person]
    return found


def _many(casting: Casting, person: Participant) -> bool:
    """Tell whether somebody is a number of people, or those who follow."""
    tree = casting.tree
    if person.actor is None or tree.tokens[person.head].upos != "NOUN":
        return False
    return bool(tree.kids(person.head, "nummod")) or FOLLOWING in tree.marked(person.head, "amod")


def _named(casting: Casting, many: Participant) -> list[Participant]:
    """Give those whom a list behind somebody's words names, in its order."""
    colon = _colon(casting, many.head)
    if colon is None or colon + 1 == len(casting.tree.tokens):
        return []
    inside = casting.tree.sentence_of[colon + 1] == casting.tree.sentence_of[colon]
    found: dict[str, Participant] = {}
    for item in (colon + 1,) if inside else _bulleted(casting, colon):
        for word, actor in _at_the_start(casting, item):
            found.setdefault(actor.id, Participant(many.role, actor, word, f"{many.path} > listed"))
    return list(found.values())


def _colon(casting: Casting, word: int) -> int | None:
    """Give the colon behind a word in its sentence."""
    tree = casting.tree
    for i in range(word + 1, len(tree.tokens)):
        if tree.sentence_of[i] != tree.sentence_of[word]:
            return None
        if tree.tokens[i].text == ":":
            return i
    return None


def _bulleted(casting: Casting, colon: int) -> Iterator[int]:
    """Go through the first words of the lines behind a colon as long as they are bulleted."""
    text, tokens = casting.document.text, casting.tree.tokens
    for i in range(colon + 1, len(tokens)):
        if "\n" not in text[tokens[i - 1].start : tokens[i].start]:
            continue
        if tokens[i].text not in BULLETS:
            return
        yield i + 1


def _at_the_start(casting: Casting, item: int) -> Iterator[tuple[int, Actor]]:
    """Give who is named at the start of an item, and those joined to him."""
    tree = casting.tree
    heads = [m.head for actor in casting.document.actors for m in actor.mentions if m.first <= item < m.last]
    for word in tree.joined(heads[0]) if heads else ():
        yield from ((word, actor) for actor in casting.linker.at(word))
