"""Tells words that somebody spoke or wrote from titles, names and scare quotes between the same marks."""

import re

WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
LEAST_WORDS = 3
BROKEN_WORDS = 2
SHORT = 3


def is_speech(words: str, *, cued: bool = False, broken: bool = False) -> bool:
    """Tell whether the words between two marks are speech.

    A quotation has three words or more (the gold guidelines leave one or two out as scare quotes and terms), and is
    not written like a title, every longer word with a capital.

    Args:
        words: the text between the marks.
        cued: whether a word of saying with a speaker belongs to them: then a full stop tells speech from a title.
        broken: whether the quotation goes on behind its tag ("Talks failed," she said. "We tried."): then two words
            that stand as a sentence are enough.
    """
    found = WORD.findall(words)
    if cued and broken and len(found) == BROKEN_WORDS and words[:1].isupper() and words.rstrip()[-1:] in ",.!?":
        return True
    if len(found) < LEAST_WORDS or not any(word[0].isalpha() for word in found):
        return False
    return not _looks_like_title(found, words.rstrip() if cued else words.rstrip(" .,"))


def _looks_like_title(found: list[str], words: str) -> bool:
    long = [word for word in found if len(word) > SHORT and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return (
        len(long) >= 2
        and capitals == len(long)
        and not words.rstrip().endswith((".", "!", "?", "…"))
        and (found[0][0].isupper())
    )
