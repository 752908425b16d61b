"""Sets right what trees and lemmas of words often get wrong, before anybody walks them."""

from collections.abc import Sequence

from dragoman.model import Token

PARTICLES = frozenset(("in", "up", "out", "off", "down", "by", "over", "back", "away"))


def wrong_subjects(tokens: tuple[Token, ...], relations: list[str]) -> set[int]:
    """Find second subjects behind active verbs, which are objects: English sets no second subject there.

    Args:
        tokens: the words of a report.
        relations: their relations without subtypes.

    Returns:
        Indices of those wrongly taken for subjects.
    """
    subjects = [tokens[i] for i, relation in enumerate(relations) if relation == "nsubj"]
    subjects = [token for token in subjects if token.deprel == "nsubj"]
    before = {t.head for t in subjects if t.i < t.head and tokens[t.head].upos == "VERB"}
    wrong = [t for t in subjects if t.i > t.head and t.head in before]
    if not wrong:
        return set()
    objects = {t.head for t in tokens if t.deprel == "obj"}
    return {t.i for t in wrong if t.head not in objects}


def one_word(tokens: Sequence[Token], lemmas: list[str]) -> list[str]:
    """Give the last word of a noun made of verb, hyphen and particle ("sit-in", "build-ups") the lemma of the whole.

    Args:
        tokens: the words of a report.
        lemmas: their lemmas in lower case.

    Returns:
        All lemmas, those of such nouns changed.
    """
    whole = list(lemmas)
    for i in range(2, len(tokens)):
        if lemmas[i - 1] == "-" and lemmas[i] in PARTICLES and tokens[i].upos == "NOUN":
            before, hyphen = tokens[i - 2 : i]
            if before.end == hyphen.start and hyphen.end == tokens[i].start:
                whole[i] = f"{lemmas[i - 2]}-{lemmas[i]}"
    return whole
