"""Finds out whom a pronoun means, by what was spoken of last; simple rules that leave the unclear alone."""

from collections.abc import Callable, Mapping
from functools import cache

from dragoman.knowledge.actors import words
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.pointing.antecedents import candidates, signs
from dragoman.stages.actors.pointing.floor import read_addressee, read_speaker
from dragoman.stages.actors.pointing.others import choose, singles, was_subject
from dragoman.stages.actors.pointing.several import read_pair, read_they
from dragoman.stages.actors.reading import Reading

SURE = 2.0
"""By how much the best must be ahead for its gender to count as known."""

PAIR, PAIR_HEADS = words("pair"), words("pair head")
SINGLE = ("country", "organisation", "government_body", "armed_group")


def read_pronoun(reading: Reading, i: int) -> list[Referent]:
    """Say whom the pronoun at word i means, and note the mention.

    Args:
        reading: the report being read.
        i: index of a word.

    Returns:
        The referents: one, two for "the two", none where it is no pronoun or nobody is near enough.
    """
    token = reading.tokens[i]
    form = token.text.lower()
    found: list[Referent] = []
    first, last = i, i + 1
    if token.upos in ("PRON", "DET"):
        found = _meant(reading, token, form)
    if not found and (form in PAIR or token.lemma.lower() in PAIR_HEADS):
        found = read_pair(reading, token)
        first, last = reading.tree.core(i)
    for referent in found:
        reading.mention(referent, first, last, i, form="pronoun", reason=f"{form!r}, last spoken of")
    return found


def _meant(reading: Reading, token: Token, form: str) -> list[Referent]:
    read = _readers().get(form)
    if token.xpos in ("WP", "WDT", "WP$") and read in (None, read_speaker):
        return _antecedent(reading, token)
    return read(reading, token, form) if read is not None else []


@cache
def _readers() -> Mapping[str, Callable[[Reading, Token, str], list[Referent]]]:
    """Give for each pronoun what reads it; of two classes the one asked first counts."""
    classes = (
        ("singular person pronoun", _person),
        ("plural pronoun", read_they),
        ("neuter pronoun", _thing),
        ("speaker pronoun", read_speaker),
        ("group speaker pronoun", read_speaker),
        ("addressee pronoun", read_addressee),
    )
    return {form: read for name, read in reversed(classes) for form in words(name)}


def _antecedent(reading: Reading, token: Token) -> list[Referent]:
    """Read "who" and "which" as what their clause describes."""
    for above in (token.i, *reading.tree.ancestors(token.i)):
        if reading.tokens[above].deprel == "acl:relcl":
            described = reading.tokens[reading.tokens[above].head]
            named = reading.cast.headed(described.head) if described.deprel == "appos" else []
            return list(reading.cast.headed(described.i) or named)
    return []


def _person(reading: Reading, token: Token, form: str) -> list[Referent]:
    """Read "he" and "she" as the likeliest person; their gender is known from then on where it was a clear choice."""
    gender = "f" if form in words("feminine") else "m"
    found = candidates(reading, token, gender)
    if not found:
        return []
    told = [(candidate, signs(reading, token, candidate, gender)) for candidate in found]
    if reading.watch is not None:
        reading.watch(token, [(candidate.referent, own) for candidate, own in told])
    scored = [(weigh(reading.weights, own), -candidate.rank, candidate) for candidate, own in told]
    best = max(scored, key=lambda entry: entry[:2])
    others = [entry[0] for entry in scored if entry is not best]
    if not others or best[0] - max(others) >= SURE:
        best[2].referent.gender = gender
    reading.meant[gender] = best[2].referent
    return [best[2].referent]


def weigh(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """Sum up what speaks for and against a candidate."""
    weight = weights.get
    return sum([weight(name, 0.0) * value for name, value in found.items()])


def _thing(reading: Reading, token: Token, form: str) -> list[Referent]:
    """Read "it" and "its" as a body or state, where it stands for something at all ("it is clear that")."""
    clausal = ("csubj", "ccomp") if reading.tokens[token.head].upos == "ADJ" else ("csubj",)
    if token.deprel == "expl" or reading.tree.one(token.head, *clausal) is not None:
        return []
    found = singles(reading, token, *SINGLE)
    if form == "it":
        # most of what "it" means is nobody, so that whoever it stands for must have done something nearby
        found = [candidate for candidate in found if was_subject(reading, token, candidate)]
    best = choose(reading, token, found, "it")
    return [best.referent] if best is not None else []
