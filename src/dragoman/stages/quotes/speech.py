"""Tells words that somebody spoke or wrote from titles, names and scare quotes between the same marks."""

import re

WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
LEAST_WORDS = 3
CUED_WORDS = 2
SHORT = 3


def is_speech(words: str, *, cued: bool = False) -> bool:
    """Tell whether the words between two marks are speech.

    A quotation has three words or more (the gold guidelines leave one or two out as scare quotes and terms), and is
    not written like a title, every longer word with a capital. Two words are enough where somebody is said to have
    said them and they stand as a sentence of their own ("Talks failed," she said).

    Args:
        words: the text between the marks.
        cued: whether a word of saying with a speaker belongs to them.
    """
    found = WORD.findall(words)
    if cued and len(found) == CUED_WORDS and _is_sentence(words):
        return True
    if len(found) < LEAST_WORDS or not any(word[0].isalpha() for word in found):
        return False
    return not _looks_like_title(found, words)


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.rstrip().endswith((",", ".", "!", "?", "…"))


def _looks_like_title(found: list[str], words: str) -> bool:
    long = [word for word in found if len(word) > SHORT and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return (
        len(long) >= 2
        and capitals == len(long)
        and not words.rstrip().endswith((".", "!", "?", "…"))
        and (found[0][0].isupper())
    )
