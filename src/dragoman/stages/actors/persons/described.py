"""Reads nouns that say what somebody just named is: "Jan Novak, an engineer", "the Lowland Union, an armed group"."""

from functools import lru_cache

from dragoman.knowledge.actors import nouns, peoples, words
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.nominals import noun_at
from dragoman.stages.actors.persons.offices import COUNTERPARTS
from dragoman.stages.actors.persons.titles import may_end_title
from dragoman.stages.actors.persons.wholes import with_name
from dragoman.stages.actors.pointing.pronouns import PAIR, PAIR_HEADS
from dragoman.stages.actors.reading import Reading


@lru_cache(maxsize=16384)
def in_tables(text: str, lemma: str) -> bool:
    """Tell whether a noun is in any table by which words stand for actors, so that closer looks are worth while.

    Args:
        text: the noun as it stands.
        lemma: its lemma in lower case.
    """
    form = text.lower()
    if form in PAIR or lemma in PAIR_HEADS or lemma in COUNTERPARTS or may_end_title(text) or text in peoples():
        return True
    if lemma in words("used by a body"):
        return True
    return lemma in nouns().ends or lemma.removesuffix("s") in nouns().ends or lemma.endswith(("ies", "men"))


def read_described(reading: Reading, i: int) -> bool:
    """Read a noun behind a name as who is named ("Jan Novak, an engineer", "the Lowland Union, a group of fighters").

    Args:
        reading: the report being read; what is read is kept until all words are.
        i: index of a noun.

    Returns:
        Whether the noun says again who stands before it.
    """
    token = reading.tokens[i]
    if _counted_above(reading, i):
        return True
    if token.deprel not in ("appos", "conj") or token.xpos != "NN" or token.head > i:
        return False
    if not in_tables(token.text, token.lemma.lower()):
        return False
    described = _described_before(reading, i) if token.deprel == "conj" else _named_at(reading, token.head, i)
    if described is None:
        return False
    first, last = reading.tree.full(i)
    if described.kind == "person" and reading.tokens[first].text.lower() == "the":
        first, last = with_name(reading, described, first, last)
    # noted at the end: it makes nobody likelier for a pronoun, for the name just before has done so
    reading.described.append((described, first, last, i))
    return True


def _described_before(reading: Reading, i: int) -> Referent | None:
    """Give him whom the noun describes that this one is joined to: "Jan Novak, an engineer and poet"."""
    above, link = reading.tokens[i].head, reading.tree.one(i, "cc")
    if link is None or reading.tokens[link - 1].text == ",":
        return None
    return next((one for one, _, _, head in reading.described if head == above and one.kind == "person"), None)


def _named_at(reading: Reading, word: int, i: int) -> Referent | None:
    """Give whose name stands at a word, a person's also where it only stands beside a title that governs it."""
    found = (r for r in reading.cast.headed(word) if reading.named[word] and _can_be(reading, r, i))
    described = next(found, None)
    while described is None and reading.named[word] and reading.tokens[word].deprel in ("appos", "flat", "nmod:desc"):
        word = reading.tokens[word].head
        described = next((r for r in reading.cast.headed(word) if r.kind == "person" and reading.named[word]), None)
    return described


def _counted_above(reading: Reading, i: int) -> bool:
    """Tell whether a noun says only of what a described one consists: "fighters" in "the Front, a band of fighters"."""
    above = reading.tokens[i].head
    if reading.tokens[i].deprel != "nmod" or reading.tree.case(i) != "of":
        return False
    return reading.tokens[above].lemma.lower() in words("quantity") and any(at == above for *_, at in reading.described)


def _can_be(reading: Reading, referent: Referent, i: int) -> bool:
    """Tell whether a noun can say what somebody named is: a body is "a group" or "an alliance", never "a minister"."""
    if referent.kind == "person":
        return True
    if referent.kind not in BODY_KINDS or referent.label:
        return False
    noun = noun_at(reading, i)
    return noun is not None and noun.lemma in words("what a body is")
