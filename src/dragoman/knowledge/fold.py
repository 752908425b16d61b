"""Folds a name to the form that tables are asked by: no case, no marks, no full stops."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "ß": "ss",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "a", "Ə": "a",
        "\u2018": None, "\u2019": None, "\u02bc": None, "\u02bb": None, "'": None, "`": None, "\u00b4": None,
        ".": " ", "-": " ", "\u2010": " ", "\u2011": " ", "\u2013": " ", "\u00a0": " ", "_": " ",
    }
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_INITIALS = re.compile(r"\b(?:[a-z] ){1,3}[a-z]\b")


@lru_cache(maxsize=1 << 16)
def fold(form: str) -> str:
    """Fold a name: "H.R. McMaster", "HR McMaster" and "h. r. mcmaster" become one; so do "Erdoğan" and "Erdogan".

    Args:
        form: a name as written.

    Returns:
        Its folded form; empty where nothing is left.
    """
    text = form
    if not text.isascii():
        parted = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in parted if not unicodedata.combining(sign))
    text = text.casefold().translate(_LETTERS)
    text = _SPACE.sub(" ", text).strip()
    return _INITIALS.sub(lambda found: found.group().replace(" ", ""), text)
