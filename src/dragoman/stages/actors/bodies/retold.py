"""Joins fighters told of by another noun to those of the report: "the attackers", "his captors", "the insurgents"."""

from dragoman.knowledge.actors import nouns, words
from dragoman.model import ActorMention
from dragoman.stages.actors.bodies.fighters import narrowed
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.pointing.antecedents import same_clause
from dragoman.stages.actors.reading import Reading

POINTING = frozenset({"the", "this", "that", "these", "those"})
PLAIN = frozenset({"det", "case", "punct", "nmod:poss", "cc", "conj", "acl:relcl", "advmod"})
"""What may hang on a noun that says nothing of who is meant but what they are."""
REACH = 12
"""How many sentences back the attackers may have been told of."""


def join_retold(reading: Reading) -> None:
    """Join fighters whom a report speaks of as known, by a noun that is new, to those of whom it told before.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    armed = [m for m in reading.cast.members if m.kind == "armed_group" and m.mentions]
    for member in armed:
        first = _pointing_back(reading, member)
        if first is None:
            continue
        before = [m for m in armed if m is not member and m.mentions and _last(m, first.head) >= 0]
        fit = [m for m in before if alike(member, m) and not beside(reading, first.head, m)]
        found = _meant(reading, first, fit)
        if found is not None:
            reading.cast.join(member, found, "fighters told of before by another noun")


def _pointing_back(reading: Reading, member: Referent) -> ActorMention | None:
    """Give the first words for fighters without a name, where these speak of them as known: "the attackers"."""
    said = [m for m in member.mentions if m.form != "pronoun"]
    if not said or member.stateless or any(m.form != "nominal" for m in said):
        return None
    first = min(said, key=lambda m: (m.head, m.first))
    token, tree = reading.tokens[first.head], reading.tree
    if nouns().find(token.lemma.lower()) is None or _narrowed(reading, token.i):
        return None
    if reading.quoted[token.i] and token.lemma.lower() in words("word of a foe"):
        return first
    plain = all(reading.tokens[c].deprel in PLAIN for c in tree.children[token.i] if c < token.i)
    pointing = any(reading.tokens[c].text.lower() in POINTING for c in tree.all(token.i, "det"))
    owned = token.lemma.lower() in words("fighters of a deed") and tree.one(token.i, "nmod:poss") is not None
    return first if plain and (pointing or owned) else None


def _narrowed(reading: Reading, i: int) -> bool:
    """Tell whether something says which fighters, other than whose captors they are."""
    deed = reading.tokens[i].lemma.lower() in words("fighters of a deed")
    return narrowed(reading, i) and not (deed and reading.tree.one(i, "nmod:poss") is not None)


def _meant(reading: Reading, first: ActorMention, fit: list[Referent]) -> Referent | None:
    """Give those called by that noun before, of a deed those told of last, else the only ones without a name."""
    noun = reading.tokens[first.head].lemma.lower()
    called = [m for m in fit if any(reading.tokens[n.head].lemma.lower() == noun for n in m.mentions)]
    if called:
        return called[0] if len(called) == 1 else None
    if noun in words("fighters of a deed") or reading.quoted[first.head]:
        near = [m for m in fit if _since(reading, m, first.head) <= REACH]
        return max(near, key=lambda m: _last(m, first.head), default=None)
    # who has a name is read so where the word stands, if it is clear who is meant
    return fit[0] if len(fit) == 1 and fit[0].label else None


def _last(member: Referent, word: int) -> int:
    return max((m.head for m in member.mentions if m.head < word), default=-1)


def _since(reading: Reading, member: Referent, word: int) -> int:
    return reading.tree.sentence_of[word] - reading.tree.sentence_of[_last(member, word)]


def alike(one: Referent, other: Referent) -> bool:
    """Tell whether states allow that two are one.

    Args:
        one: somebody of the report.
        other: somebody else.
    """
    return one.country is None or other.country is None or one.country == other.country


def beside(reading: Reading, word: int, other: Referent) -> bool:
    """Tell whether somebody stands under one verb with a word, so that one does something to the other or with it.

    Args:
        reading: a report that has been read.
        word: index of the word.
        other: who may stand beside it.
    """
    return any(same_clause(reading, reading.tokens[word], m.head) for m in other.mentions)
