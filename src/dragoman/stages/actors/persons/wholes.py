"""Takes a name and the title in apposition beside it as one: "the poet Jan Novak", "Jan Novak, the prime minister"."""

from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

COMMAS = frozenset({",", "–", "—"})
NAMED = ("name", "titled")


def with_name(reading: Reading, referent: Referent, first: int, last: int) -> tuple[int, int]:
    """Give the words of a title together with its bearer's name, where that stands right before or behind it.

    Args:
        reading: the report being read.
        referent: whom both mean.
        first: index of the first word of the title.
        last: index after its last word.

    Returns:
        The first word and the one after the last; those of the title alone where the name stands elsewhere.
    """
    for mention in referent.mentions:
        if mention.form not in NAMED:
            continue
        if mention.first >= last and _close(reading, last, mention.first):
            return first, mention.last
        if mention.last <= first and _close(reading, mention.last, first):
            return mention.first, last
    return first, last


def _close(reading: Reading, end: int, start: int) -> bool:
    """Tell whether nothing, or a comma alone, stands between two stretches of words."""
    return start == end or (start == end + 1 and reading.tokens[end].text in COMMAS)
