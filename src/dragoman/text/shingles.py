"""A text as the set of its short word sequences, to find out how much of it stands in another."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def plain_words(text: str) -> list[str]:
    """Give the words of a text in order, in lower case and without punctuation."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def shingles(text: str, size: int = 3) -> frozenset[str]:
    """Give all sequences of so many words; a text shorter than that is one sequence.

    Args:
        text: any text.
        size: words in a sequence.

    Returns:
        The sequences, words apart by one blank; empty where the text has no word.
    """
    words = plain_words(text)
    if not words:
        return frozenset()
    return frozenset(" ".join(words[i : i + size]) for i in range(max(len(words) - size + 1, 1)))


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of sequences of both that stand in both (Jaccard), 0 where one has none.

    Source: Broder, On the resemblance and containment of documents (1997).
    """
    return len(one & other) / len(one | other) if one and other else 0.0


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Give the share of the shorter one's sequences that stand in the other, 0 where one has none."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
