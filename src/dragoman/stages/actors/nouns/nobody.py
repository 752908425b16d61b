"""Tells noun phrases that mean nobody in particular: "groups", "entry into force", "brought to justice"."""

from dragoman.knowledge.actors import Noun, words
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.reading import Reading

NARROWING = frozenset({"amod", "compound", "nmod", "nmod:desc", "acl", "acl:relcl", "flat", "appos"})
ADDRESSED = ("obj", "iobj", "obl")
STATES = frozenset({"country", "nation", "state", "government", "power"})
PEOPLES = STATES | {"person", "individual"}
"""Nouns that mean somebody where an act is done to them ("urged all countries"), and nobody in particular elsewhere."""
ACTING = ("nsubj", "nsubj:outer", "obl:agent")


def addressed(reading: Reading, phrase: NounPhrase, noun: Noun) -> bool:
    """Tell whether many are meant to whom a verb does something: "urged all countries", "called on governments".

    Args:
        reading: the report being read.
        phrase: a noun phrase.
        noun: the row of its noun in the table.
    """
    i = phrase.noun_at
    token = reading.tokens[i]
    if noun.lemma not in PEOPLES or token.xpos not in ("NNS", "NNPS"):
        return False
    under = reading.tokens[token.head]
    plain = token.deprel != "obl" or reading.tree.case(i) in ("on", "upon", "to", "against")
    return token.deprel in ADDRESSED and under.upos == "VERB" and plain


def vague(reading: Reading, phrase: NounPhrase, noun: Noun) -> bool:
    """Tell whether a phrase means nobody in particular: "groups", "entry into force", "bombed a hospital".

    Args:
        reading: the report being read.
        phrase: a noun phrase.
        noun: the row of its noun in the table.
    """
    if noun.lemma in words("abstract") and _is_matter(reading, phrase.noun_at):
        return True
    if noun.lemma in words("part of a body") and not reading.tree.all(phrase.noun_at, "nmod", "compound", "amod"):
        return reading.tree.one(phrase.noun_at, "nmod:poss") is not None
    if noun.lemma in words("tie") and "-" in reading.document.words(phrase.first, phrase.last).text:
        return any(i in reading.states for i in range(phrase.first, phrase.noun_at))
    if noun.lemma in words("vehicle"):
        return not any(c in reading.states for c in reading.tree.all(phrase.noun_at, "amod", "compound"))
    if noun.lemma in words("premises"):
        return reading.tokens[phrase.noun_at].deprel not in ACTING
    if noun.lemma not in words("vague") or phrase.stateless or addressed(reading, phrase, noun):
        return False
    narrowed = [c for c in reading.tree.children[phrase.noun_at] if reading.tokens[c].deprel in NARROWING]
    narrowed = [c for c in narrowed if reading.tokens[c].text.lower() not in words("loose")]
    owned = reading.tree.one(phrase.noun_at, "nmod:poss")
    own = owned is not None and reading.tokens[owned].upos != "PRON"
    military = noun.sector == "MIL" and phrase.country is not None
    return not narrowed and not own and not military


def _is_matter(reading: Reading, i: int) -> bool:
    """Tell whether a noun stands for a matter, not for those who have it: "to justice", "opposition to the plan"."""
    against = any(reading.tree.case(child) == "to" for child in reading.tree.all(i, "nmod"))
    plain = reading.tokens[i].xpos == "NN" and not reading.tree.all(i, "det", "nmod:poss")
    return against or (plain and reading.tokens[i].deprel in ("obl", "obj", "conj", "nmod"))
