"""Reads unnamed officials, of whom nothing is said but their state, as that state: "Chilean officials said"."""

from dragoman.knowledge.actors import Noun, words
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.belonging import MANY

ACTING = ("nsubj", "nsubj:outer", "obl:agent")
PLAIN = ("det", "case", "punct", "cc", "conj", "acl:relcl", "acl", "nmod:poss")


def speak_for_state(reading: Reading, phrase: NounPhrase, noun: Noun) -> bool:
    """Tell whether officials are no more than the voice of their state: several who act, unnamed, of no office or body.

    Those to whom something is done, who are met, thanked or arrested, are some of its people.

    Args:
        reading: the report being read.
        phrase: a noun phrase.
        noun: the row of its noun in the table.
    """
    i = phrase.noun_at
    if noun.lemma not in words("voice of a state") or phrase.country is None or phrase.stateless:
        return False
    token = reading.tokens[i]
    if token.xpos not in MANY or token.deprel not in ACTING:
        return False
    return all(_says_no_more(reading, c) for c in reading.tree.children[i])


def _says_no_more(reading: Reading, i: int) -> bool:
    """Tell whether a word beside officials says no more of them than whose they are."""
    token = reading.tokens[i]
    if i in reading.states:
        return not reading.tree.all(i, "conj")
    if i in reading.places:
        return reading.tree.case(i) in ("in", "of", "from")
    return token.deprel in PLAIN or token.lemma.lower() in words("rank of a voice")
