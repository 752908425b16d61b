"""Finds the armed group that a report means by "the group", "the rebels", "the gunmen", "Guerrillas" in a headline."""

from dragoman.knowledge.actors import Noun, nouns, words
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.pointing.antecedents import reaches_to, same_clause
from dragoman.stages.actors.reading import Reading

NARROWER = ("acl", "acl:relcl", "nmod:poss")
GENITIVES = ("of", "from", "in", "under", "behind")
CLASSING = ("compound", "amod")


def fighters_of(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
    """Give the armed group that a definite phrase with nothing behind it means, None where that is not clear.

    Args:
        reading: the report being read.
        phrase: a definite noun phrase.
        noun: the row of its noun in the table.
    """
    token = reading.tokens[phrase.noun_at]
    cleft = reading.tree.one(phrase.noun_at, "cop") is not None
    if not cleft and narrowed(reading, phrase.noun_at):
        return None
    if noun.lemma in words("group of fighters") and token.xpos == "NN":
        return _last_named(reading, phrase) if phrase.country is None else None
    if noun.kind == "armed_group" and token.xpos == "NNS" and not reading.tree.all(phrase.noun_at, *CLASSING):
        return _only_named(reading, phrase)
    return None


def narrowed(reading: Reading, i: int) -> bool:
    """Tell whether something behind a noun says which: "the rebels of the valley", "the gunmen who fled".

    Args:
        reading: the report being read.
        i: index of the noun.
    """
    behind = [reading.tree.case(child) for child in reading.tree.all(i, "nmod")]
    telling = any(not _after_comma(reading, child) for child in reading.tree.all(i, *NARROWER))
    return telling or any(case in GENITIVES for case in behind)


def _after_comma(reading: Reading, child: int) -> bool:
    """Tell whether a clause only tells more of those who are known: "the rebels, who hold the valley"."""
    if reading.tokens[child].deprel == "nmod:poss":
        return False
    first = reading.tree.leftmost(child)
    return "," in (reading.tokens[first].text, reading.tokens[max(first - 1, 0)].text)


def _last_named(reading: Reading, phrase: NounPhrase) -> Referent | None:
    """Give the armed group named last, where no other organisation was named since."""
    token = reading.tokens[phrase.noun_at]
    for _, referent in reading.cast.latest("armed_group", "organisation", since=reaches_to(reading, token)):
        if not referent.label and referent.sector not in ("IGO", "MED", "BUS"):
            return referent if referent.kind == "armed_group" else None
    return None


def _only_named(reading: Reading, phrase: NounPhrase) -> Referent | None:
    """Give the one armed group that a report names; of several the last that is not the other side of a clause."""
    named = [m for m in reading.cast.members if m.kind == "armed_group" and not m.label and _fits(phrase, m)]
    if len(named) == 1:
        return named[0]
    token = reading.tokens[phrase.noun_at]
    near = reading.cast.latest("armed_group", since=reaches_to(reading, token))
    return next((r for w, r in near if not r.label and _fits(phrase, r) and not same_clause(reading, token, w)), None)


def _fits(phrase: NounPhrase, referent: Referent) -> bool:
    return phrase.country is None or referent.country is None or phrase.country == referent.country


def join_fighters(reading: Reading) -> None:
    """Join unnamed fighters to the armed group of the report, where it names just one.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    armed = [member for member in reading.cast.members if member.kind == "armed_group" and member.mentions]
    named = [member for member in armed if not member.label]
    if len(named) != 1:
        return
    for member in armed:
        if member is not named[0] and _means_the_group(reading, member, named[0]):
            reading.cast.join(member, named[0], "the report names one armed group")


def arm(referent: Referent) -> None:
    """Take a body that no table holds for an armed group: "rebels of the Lowland Union" are those of no workers.

    Args:
        referent: what is said to have rebels; it is changed.
    """
    if referent.key is None and referent.kind in BODY_KINDS and not referent.label:
        referent.kind, referent.sector = "armed_group", "REB"


def _means_the_group(reading: Reading, member: Referent, group: Referent) -> bool:
    """Tell whether fighters can be those of the group: nothing but their trade and its state narrows them."""
    noun = nouns().rows.get(member.label)
    if noun is None or noun.kind != "armed_group":
        return False
    if member.country and group.country and member.country != group.country:
        return False
    if member.stateless or any(m.form not in ("nominal", "pronoun") for m in member.mentions):
        return False
    return not any(narrowed(reading, m.head) for m in member.mentions)
