"""Learns who somebody is from what a sentence says of them: "Novak is a deputy minister", "who leads the Council"."""

from collections.abc import Iterator

from dragoman.knowledge.actors import words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import role_of
from dragoman.stages.actors.persons import titles
from dragoman.stages.actors.persons.serving import BODIES
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

NOUNS = ("NN", "NNP")
UNREAL = ("aux", "mark", "advmod")
"""Relations of words that may say that something is not so, or only may be."""


def learn_predicates(reading: Reading) -> None:
    """Fill role, sector and state of persons of whom nothing is known but what a clause says of them.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    for person in reading.cast.members:
        if person.kind != "person" or person.key is not None or person.sector != "UNK":
            continue
        for subject in _subjects(reading, person):
            if _is_said(reading, person, subject) or _leads(reading, person, subject):
                break


def _subjects(reading: Reading, person: Referent) -> Iterator[int]:
    """Give the names of a person, and each "who" of theirs, that have a clause of their own."""
    for mention in person.mentions:
        token = reading.tokens[mention.head]
        if token.deprel in SUBJECTS and (mention.form != "pronoun" or token.xpos == "WP"):
            yield mention.head


def _is_said(reading: Reading, person: Referent, subject: int) -> bool:
    """Take the title that a clause gives a person ("is a deputy minister of Fiji")."""
    noun = reading.tokens[reading.tokens[subject].head]
    if noun.xpos not in NOUNS or reading.tree.one(noun.i, "cop") is None or _is_unreal(reading, noun.i):
        return False
    first, last = reading.tree.full(noun.i)
    short = titles.read(reading.tokens, first, noun.i + 1)
    title = titles.read(reading.tokens, first, last) or short
    if title is None or title.sector in (None, "UNK"):
        return False
    person.sector = title.sector or "UNK"
    person.role = person.role or role_of(title if title.office is not None or short is None else short)
    stated = title.country or reading.country_of(first, last, noun.i)
    if stated is not None:
        person.country = person.country or stated
    return True


def _is_unreal(reading: Reading, word: int) -> bool:
    """Tell whether a clause denies, asks or only supposes what it says."""
    below = (reading.tokens[child].lemma.lower() for child in reading.tree.all(word, *UNREAL))
    return any(lemma not in words("no doubt") for lemma in below)


def _leads(reading: Reading, person: Referent, subject: int) -> bool:
    """Take for somebody's body what they lead: "Novak, who heads the Council"."""
    verb = reading.tokens[subject].head
    if reading.tokens[verb].lemma.lower() not in words("leading") or _is_unreal(reading, verb):
        return False
    for led in reading.tree.all(verb, "obj"):
        for body in reading.cast.headed(led):
            if body.kind in BODIES and body.sector != "UNK" and not body.label:
                person.sector = body.sector
                person.role = person.role or f"leader of {body.name}"
                person.country = person.country or body.country
                return True
    return False
