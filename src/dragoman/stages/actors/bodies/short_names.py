"""Finds the body that a noun of its name is short for: "the Commission", "the court"."""

from dragoman.knowledge.actors import Noun
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.reading import Reading

ONE = ("NN", "NNP")


def short_for(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
    """Find the body whose name has that word: "the Commission" is the European Commission of which was spoken.

    An army is left out: the one that was named may be that of the rebels.

    Args:
        reading: the report being read.
        phrase: a definite noun phrase.
        noun: the row of its noun.
    """
    token = reading.tokens[phrase.noun_at]
    alone = reading.tree.core(phrase.noun_at)[0] == phrase.noun_at - 1 and phrase.last == phrase.noun_at + 1
    if token.xpos not in ONE or phrase.country is not None or phrase.sector == "MIL" or not alone:
        return None
    bodies = reading.cast.latest(*BODY_KINDS) if phrase.kind in BODY_KINDS else ()
    for _, referent in bodies:
        if not referent.label and " " in referent.name and noun.lemma in referent.name.lower().split():
            return referent
    return None
