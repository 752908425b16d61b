"""Finds who "six individuals" are where the report lists them by name.

"Fiji charged three officials. Jan Novak, Eva Malik and Odo Quillmann deny it": the officials are these.
"""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.knowledge.actors import words
from dragoman.knowledge.times import word_value
from dragoman.model import ActorMention
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons.titles import is_title_noun
from dragoman.stages.actors.reading import Reading

FEWEST, MOST = 3, 40
NAMED = ("name", "titled")


def join_counted(reading: Reading) -> None:
    """Take several people told of by number, or pointed at, for those whom the report lists by name.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    told = [(member, count) for member in reading.cast.members if (count := _count(reading, member))]
    lists = list(_lists(reading)) if told else []
    for member, count in told:
        found = _of_number(lists, count, member)
        if found:
            _share(reading, member, found)


def _count(reading: Reading, member: Referent) -> int:
    """Give the number of people that a group is said to have, 0 where nothing says."""
    if member.kind != "group" or not member.plural or member.key is not None:
        return 0
    own = (m for m in member.mentions if m.form == "nominal" and _is_people(reading, m))
    return next((number for m in own if (number := _number(reading, m))), 0)


def _is_people(reading: Reading, mention: ActorMention) -> bool:
    head = reading.tokens[mention.head]
    lemma = head.lemma.lower()
    return head.xpos in ("NNS", "NNPS") and (lemma in words("pair head") or is_title_noun(lemma))


def _number(reading: Reading, mention: ActorMention) -> int:
    """Give the number before a noun, 0 where there is none or others are left out ("five other officials")."""
    before = [reading.tokens[c] for c in reading.tree.children[mention.head] if c < mention.head]
    if any(token.lemma.lower() in ("other", "more", "another") for token in before):
        return 0
    for token in before:
        if token.deprel == "nummod" and not reading.tree.children[token.i]:
            number = word_value(token.text.lower())
            return number if FEWEST <= number <= MOST else 0
    return 0


def _lists(reading: Reading) -> Iterator[list[Referent]]:
    """Give those named together: joined to each other, first named in one sentence or in a row."""
    named: dict[int, dict[int, Referent]] = {}
    new: dict[int, dict[int, Referent]] = {}
    for member in reading.cast.members:
        heads = sorted(m.head for m in member.mentions if m.form in NAMED) if member.kind == "person" else []
        for rank, head in enumerate(heads):
            sentence = reading.tree.sentence_of[head]
            named.setdefault(sentence, {})[head] = member
            if not rank:
                new.setdefault(sentence, {})[id(member)] = member
    for persons in named.values():
        yield from joined_lists(reading, persons)
    for sentence in sorted(new):
        yield list(new[sentence].values())
        if sentence - 1 not in new:
            row: dict[int, Referent] = {}
            for at in range(sentence, sentence + len(new)):
                if at not in new:
                    break
                row |= new[at]
            yield list(row.values())


def joined_lists(reading: Reading, persons: Mapping[int, Referent]) -> Iterator[list[Referent]]:
    """Give the persons of a sentence who are joined by "and" and commas, each list as one.

    Args:
        reading: the report being read.
        persons: those of the sentence, by the head of a mention.
    """
    lists: dict[int, dict[int, Referent]] = {}
    for head, person in sorted(persons.items()):
        first = head
        while reading.tokens[first].deprel == "conj":
            first = reading.tokens[first].head
        lists.setdefault(first, {})[id(person)] = person
    yield from (list(one.values()) for one in lists.values() if len(one) > 1)


def _of_number(lists: Sequence[list[Referent]], count: int, member: Referent) -> list[Referent]:
    """Give the first list that has as many people as are told of, none of another state."""
    fitting = (people for people in lists if len(people) == count)
    return next((people for people in fitting if all(_agree(member, person) for person in people)), [])


def _agree(member: Referent, person: Referent) -> bool:
    return member.country is None or member.guessed or person.country in (None, member.country) or person.guessed


def _share(reading: Reading, member: Referent, people: list[Referent]) -> None:
    """Give all mentions of a group to each of its people, with the sector where its noun tells what they do."""
    for person in people if member.sector != "CVL" else ():
        person.sector = member.sector if person.sector == "UNK" else person.sector
    reading.cast.share(member, people, "the report lists them by name")
