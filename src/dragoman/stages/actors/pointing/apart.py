"""Reads words that tell one of two from the other: "accused the other", "blame each other", "the latter"."""

from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import near
from dragoman.stages.actors.reading import Reading

PLACES = (*SUBJECTS, "obj", "iobj", "obl", "nmod", "nmod:poss", "obl:agent", "conj")
NARROWER = ("nmod:poss", "acl", "amod", "compound")
TOLD = ("person", "country", "organisation", "armed_group", "government_body", "group")


def read_apart(reading: Reading, i: int) -> list[Referent]:
    """Read "the other" as the two who do it to each other, "the latter" as whoever was told of last.

    Args:
        reading: the report being read.
        i: index of a word.

    Returns:
        Those meant; none where it is no such word, or no two were told of.
    """
    token = reading.tokens[i]
    form = token.text.lower()
    if token.deprel not in PLACES:
        return []
    first = i
    if form in ("each", "one") and token.upos == "DET":
        found = _both(reading, token) if reading.tree.one(i, "fixed") is not None else []
    elif form in ("other", "latter") and token.upos == "ADJ" and _is_pointing(reading, token):
        found = _both(reading, token) if form == "other" else _last(reading, token)
        first = reading.tree.core(i)[0]
    else:
        return []
    last = max([i, *reading.tree.all(i, "fixed")]) + 1
    for referent in found:
        reading.mention(referent, first, last, i, form="pronoun", reason=f"{form!r}, of two")
    return found


def _is_pointing(reading: Reading, token: Token) -> bool:
    determiner = reading.tree.one(token.i, "det")
    pointing = determiner is not None and reading.tokens[determiner].text.lower() == "the"
    return pointing and not reading.tree.all(token.i, *NARROWER)


def _both(reading: Reading, token: Token) -> list[Referent]:
    """Give the several who are the subject of the clause, or of the one that tells what they say of each other."""
    for above in reading.tree.ancestors(token.i):
        subject = reading.tree.one(above, *SUBJECTS)
        if subject is None or subject == token.i:
            continue
        words = (subject, *reading.tree.all(subject, "conj"))
        found = list({id(r): r for word in words for r in reading.cast.headed(word)}.values())
        return found if len(found) > 1 else []
    return []


def _last(reading: Reading, token: Token) -> list[Referent]:
    """Give whoever was told of last before "the latter", a state only where it is named for itself."""
    return [referent for _, referent in near(reading, token, *TOLD)][:1]
