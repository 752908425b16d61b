"""Finds the name of somebody whom a report tells of first and names only in its next sentence, as news reports open.

"The court jailed a blogger for six years. Jan Novak, 41, smiled": the blogger is Novak.
"""

from collections.abc import Iterator, Sequence

from dragoman.knowledge.actors import words
from dragoman.knowledge.quotes import cues
from dragoman.model import ActorMention
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons.titles import may_end_title
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

LEAD = 4
"""Up to which sentence somebody told of before is named."""

OPENING = 2
"""Up to which sentence a speaker told of by title is named."""


def first_named(mentions: Sequence[ActorMention]) -> ActorMention | None:
    """Give the first place where somebody is named."""
    named = (mention for mention in mentions if mention.form in ("name", "titled"))
    return min(named, key=lambda mention: mention.first, default=None)


def speaker_named(reading: Reading, referent: Referent, persons: Sequence[Referent]) -> Referent | None:
    """Find the person whom the sentence after a title names first and has speak too.

    "The miners' leader has said so. Jan Novak, who ..., said": the leader is Novak.

    Args:
        reading: a report that has been read.
        referent: the unnamed holder of a title.
        persons: the named ones.
    """
    tree = reading.tree
    first = min(referent.mentions, key=lambda mention: mention.first)
    sentence = tree.sentence_of[first.head]
    if sentence > OPENING or not _speaks(reading, first.head) or reading.tokens[first.first].text.lower() != "the":
        return None
    for person in persons:
        own = first_named(person.mentions)
        if own is None or tree.sentence_of[own.head] != sentence + 1:
            continue
        if _opens(reading, own) and _speaks(reading, own.head) and agree(referent, person):
            return person
    return None


def named_next(reading: Reading, persons: Sequence[Referent]) -> Iterator[tuple[Referent, Referent]]:
    """Give those whom a report tells of without a name, each with the person whom the next sentence opens with.

    Args:
        reading: a report that has been read.
        persons: the named ones.
    """
    unnamed = [(r, m) for r in reading.cast.members if _is_one(r) for m in r.mentions if m.form == "nominal"]
    for person in persons if unnamed else ():
        own = first_named(person.mentions)
        if own is None or not _needs_telling(reading, person, own):
            continue
        sentence = reading.tree.sentence_of[own.head] - 1
        told = [(r, m) for r, m in unnamed if reading.tree.sentence_of[m.head] == sentence and agree(r, person)]
        found = _one_told(reading, told, aged=_is_aged(reading, own))
        if found is not None:
            yield found, person


def agree(referent: Referent, person: Referent) -> bool:
    """Tell whether states allow that two are one."""
    return referent.country is None or person.country is None or referent.country == person.country


def _is_one(referent: Referent) -> bool:
    return referent.kind == "group" and not referent.plural and referent.key is None


def _needs_telling(reading: Reading, person: Referent, own: ActorMention) -> bool:
    """Tell whether a sentence of the lead opens with the full name of somebody of whom nothing is said beside it."""
    sentence = reading.tree.sentence_of[own.head]
    if person.key is not None or person.titles or any(m.form == "title" for m in person.mentions):
        return False
    if not 0 < sentence <= LEAD or own.last - own.first < 2 or not _opens(reading, own):
        return False
    return reading.tokens[own.head].deprel in SUBJECTS and (_is_aged(reading, own) or not _speaks(reading, own.head))


def _is_aged(reading: Reading, own: ActorMention) -> bool:
    """Tell whether the age of somebody stands behind the name: "Jan Novak, 41,"."""
    after = reading.tokens[own.last : own.last + 3]
    return len(after) == 3 and after[0].text == after[2].text == "," and after[1].upos == "NUM"


def _one_told(reading: Reading, told: list[tuple[Referent, ActorMention]], *, aged: bool) -> Referent | None:
    """Give the one person told of, of several the subject where an age tells that the news is of the one named."""
    tokens = reading.tokens
    human = [(r, m) for r, m in told if _is_human(reading, m)]
    if len({id(r) for r, _ in human}) > 1 and aged:
        human = [(r, m) for r, m in human if tokens[m.head].deprel in SUBJECTS and tokens[tokens[m.head].head].is_root]
    return human[0][0] if len({id(r) for r, _ in human}) == 1 else None


def _is_human(reading: Reading, mention: ActorMention) -> bool:
    """Tell whether a noun means one person, and no group or body."""
    head = reading.tokens[mention.head]
    plain = head.xpos in ("NN", "NNP") and head.upos in ("NOUN", "PROPN")
    return plain and may_end_title(head.text) and head.lemma.lower() not in words("collective")


def _opens(reading: Reading, own: ActorMention) -> bool:
    sentence = reading.tree.sentence_of[own.head]
    return own.first <= reading.tree.sentences[sentence].first + 1


def _speaks(reading: Reading, word: int) -> bool:
    token = reading.tokens[word]
    return token.deprel in SUBJECTS and reading.tokens[token.head].lemma.lower() in cues().said
