"""Finds the force of which a report told before: the army that it names, the police whose "officers" it speaks of."""

from dragoman.knowledge.actors import Noun, words
from dragoman.stages.actors.bodies.machines import ARMY
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.pointing.antecedents import reaches_to
from dragoman.stages.actors.reading import Reading

POLICE = "police"
OFFICER = "officer"
MANY = ("NNS", "NNPS")
PLAIN = frozenset({"det", "case", "punct", "cc", "conj", "nummod", "acl:relcl", "acl", "advmod", "nmod:poss"})
"""What may hang on "officers" and say nothing of which."""


def force_named(reading: Reading, phrase: NounPhrase, noun: Noun, *, definite: bool) -> Referent | None:
    """Find the force that a phrase means: an army under its name, the police spoken of last.

    Args:
        reading: the report being read.
        phrase: a noun phrase.
        noun: the row of its noun in the table.
        definite: whether an article says that it is known.
    """
    return _army(reading, phrase, noun, definite=definite) or _officers(reading, phrase, definite=definite)


def _army(reading: Reading, phrase: NounPhrase, noun: Noun, *, definite: bool) -> Referent | None:
    """Find the army of a state that the report names: "the Novian People's Army", no guard, no air force."""
    plural = reading.tokens[phrase.noun_at].xpos in MANY
    plain = definite and noun.lemma in words("army itself") and (not plural or " " in noun.lemma)
    if phrase.label != ARMY or (phrase.country is None and not plain):
        return None
    known = [m for m in reading.cast.members if m.key and m.sector == "MIL" and _is_army(m)]
    if phrase.country is not None:
        return next((m for m in known if m.country == phrase.country), None)
    return known[0] if len(known) == 1 and _is_the_only_one(reading, known[0]) else None


def _is_army(body: Referent) -> bool:
    return not words("army").isdisjoint(body.name.lower().split())


def _is_the_only_one(reading: Reading, army: Referent) -> bool:
    """Tell whether no army of another state was spoken of yet."""
    others = (r for _, r in reading.cast.latest("government_body") if r.label == ARMY)
    return army.kind == "government_body" and all(other.country == army.country for other in others)


def _officers(reading: Reading, phrase: NounPhrase, *, definite: bool) -> Referent | None:
    """Read "officers" of whom nothing is said as the police, where these were spoken of last of all forces."""
    token = reading.tokens[phrase.noun_at]
    if token.lemma.lower() != OFFICER or token.xpos != "NNS" or phrase.country is not None:
        return None
    if any(reading.tokens[c].deprel not in PLAIN for c in reading.tree.children[token.i]):
        return None
    if definite and any(r.label.endswith(OFFICER) for _, r in reading.cast.latest("group")):
        return None
    near = reading.cast.latest("government_body", since=reaches_to(reading, token))
    last = next((r for _, r in near if r.sector in ("MIL", "COP")), None)
    return last if last is not None and last.sector == "COP" and POLICE in last.label.split() else None
