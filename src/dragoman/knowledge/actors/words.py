"""Small closed word classes: pronouns, counterpart words, prepositions of place."""

from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("class", "word")


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in rows("words.tsv", COLUMNS):
        classes.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(members) for name, members in classes.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Give a word class.

    Args:
        name: its name in the table ("plural pronoun").

    Returns:
        Its words, lower case.

    Raises:
        KeyError: there is no such class.
    """
    return _classes()[name]


@cache
def generic() -> dict[str, frozenset[str]]:
    """Load the offices that a general word may mean ("leader"), by word."""
    offices: dict[str, set[str]] = {}
    for row in rows("generic.tsv", ("word", "office")):
        offices.setdefault(row["word"], set()).add(row["office"])
    return {word: frozenset(members) for word, members in offices.items()}
