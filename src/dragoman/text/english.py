"""Tell whether a text is plainly not English, by how often English's small words stand in it."""

import re
from collections.abc import Set

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 2500
_FEWEST = 25
_LEAST = 0.14
_PLAIN = 0.25


def is_english(text: str, stop: Set[str]) -> bool:
    """Tell whether a text may be English; a text too short to tell may.

    Args:
        text: its first 2,500 code points are looked at.
        stop: small, frequent words of English that are rare in other languages.

    Returns:
        False where there are 25 words and fewer than 14 in 100 of them are English small words (English news has 30 to
        45, other languages of Europe under 8).
    """
    words = _words(text)
    if len(words) < _FEWEST:
        return not _foreign_script(text[:_LOOKED_AT])
    return sum(word in stop for word in words) >= _LEAST * len(words)


def is_plainly_english(text: str, stop: Set[str]) -> bool:
    """Tell whether a text is English beyond doubt, so that a tag which says otherwise is wrong.

    Args:
        text: its first 2,500 code points are looked at.
        stop: as for `is_english`.

    Returns:
        True where there are 25 words and 25 in 100 of them are English small words.
    """
    words = _words(text)
    return len(words) >= _FEWEST and sum(word in stop for word in words) >= _PLAIN * len(words)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[:_LOOKED_AT])]


def _foreign_script(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _FEWEST and sum(letter > "ɏ" for letter in letters) > 0.5 * len(letters)
