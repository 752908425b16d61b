"""Tells which noun says who acts, where it is not the head of the phrase or stands as a predicate."""

from dragoman.knowledge.actors import Noun, nouns, words
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.reading import Reading

PART = frozenset(["compound", "flat", "goeswith", "fixed", "nmod:desc", "amod"])


def used_by(reading: Reading, i: int) -> Noun | None:
    """Give the noun of the body whose vehicle or post a noun is: "army lorries", "a rebel camp".

    Args:
        reading: the report being read.
        i: index of a noun.
    """
    lemma, before = reading.tokens[i].lemma.lower(), reading.tokens[i - 1].text.lower() if i else ""
    if lemma not in words("used by a body") or f"{before} {lemma}" in nouns().rows:
        return None
    user = nouns().rows.get(before)
    return user if user is not None and user.kind in BODY_KINDS and reading.tokens[i - 1].deprel in PART else None


def is_predicate(reading: Reading, i: int) -> bool:
    """Tell whether a noun only says what somebody is, stays or becomes: "Fiji remains the largest donor".

    Args:
        reading: the report being read.
        i: index of a noun.
    """
    token = reading.tokens[i]
    if reading.tree.one(i, "cop") is not None:
        return not is_cleft(reading, i)
    return token.deprel == "xcomp" and reading.tokens[token.head].lemma.lower() in words("staying")


def is_cleft(reading: Reading, i: int) -> bool:
    """Tell whether a noun is the doer of the clause behind it: "it was the miners who struck".

    Args:
        reading: the report being read.
        i: index of a noun that is a predicate.
    """
    opens = reading.tree.one(i, "expl", "nsubj", "nsubj:outer")
    told = reading.tree.one(i, "acl:relcl", "csubj", "advcl")
    return told is not None and told > i and opens is not None and reading.tokens[opens].text.lower() == "it"


def sent_before(reading: Reading, phrase: NounPhrase) -> Referent | None:
    """Give those who sent the delegation spoken of before, of which a report says only "the delegation" now.

    Args:
        reading: the report being read.
        phrase: a noun phrase.
    """
    noun = reading.tokens[phrase.noun_at].lemma.lower()
    determiner = reading.tree.one(phrase.noun_at, "det")
    if noun not in words("sent by many") or determiner is None or reading.tokens[determiner].text.lower() != "the":
        return None
    for _, referent in reading.cast.latest():
        if any(reading.tokens[mention.head].lemma.lower() == noun for mention in referent.mentions):
            return referent
    return None
