"""The small word classes that mentions are read by."""

from functools import cache

from dragoman.knowledge.table import rows


@cache
def words_of(kind: str) -> frozenset[str]:
    """Give the words of a class: `determiner`, `number`, `modifier`, `particle`, `pronoun`, `body noun`..."""
    return frozenset(word for each, word in rows("resolve/lexicon.tsv", ("class", "word")) if each == kind)
