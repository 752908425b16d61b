"""Brings a text to plain words, and words to their stems, as cheaply as will do for a first look."""

import re
from collections.abc import Iterator
from functools import lru_cache

SHORTEST = 4
"""Letters that a stem has at least."""

ENDINGS = (  # the longest first
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion"),
    *("ers", "ed", "es", "er", "or", "s", "ly", "e"),
)
_NO_WORD = re.compile(r"[\W_]")
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """Give a text in lower case with a blank for everything that is no letter or digit, and a blank at both ends.

    Returns:
        A string in which what stood at an offset now stands one further on.
    """
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals become two letters
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return f" {_NO_WORD.sub(' ', lower)} "


def stems(words: str) -> Iterator[str]:
    """Give the stem of every word of a plain text."""
    return map(stem, _WORD.findall(words))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Cut an ending off a word in lower case: good enough to know "attacked" by "attack"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
