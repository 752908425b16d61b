"""Cuts a stretch of text into words, as the English treebanks of Universal Dependencies do.

The convention is that of EWT and GUM: "don't" is two words, "US-led" three, "U.S." and "pro-government" one.
"""

import itertools
import re
from functools import cache, lru_cache

from dragoman.text.wordlists import abbreviations, words

# Marks that join letters (accents, vowel points, zero-width joiners, soft hyphens) belong to their word.
_MARKS = (
    r"\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
_MARKS += (
    r"\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
# Control, byte-order and direction characters print nothing: they are no words, like white space.
UNSEEN = r"\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_APOSTROPHES = "'’‘`´ʼ＇"
_CLOSERS = "\"'”’»)]}›*"
_CHUNK = re.compile(r"\S++")
_LONGEST_KEPT = 40
_PICTURES = r"\U0001F000-\U0001F1E5\U0001F200-\U0001FAFF\u2600-\u27bf\u2b00-\u2bff"


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Cut text[start:end], best one sentence, into words.

    Args:
        text: the whole text; offsets refer to it.
        start: code point where the stretch begins.
        end: code point after its end; the end of the text if None.

    Returns:
        [start, end) of each word, in order, none overlapping, none with white space at its edges. All that is
        printed belongs to a word.
    """
    if end is None:
        end = len(text)
    final = _final_stop(text, start, end)
    found: list[tuple[int, int]] = []
    for match in _CHUNK.finditer(text, start, end):
        first, last = match.span()
        chunk = match.group()
        if first <= final < last:
            found += [(first + left, first + right) for left, right in _cut(chunk, final - first, False)]
            continue
        before_number = chunk[-1] == "." and text[last : last + 2].lstrip()[:1].isdigit()
        cuts = _kept_cut(chunk, before_number) if last - first <= _LONGEST_KEPT else _cut(chunk, -1, before_number)
        if len(cuts) == 1:
            left, right = cuts[0]
            found.append((first + left, first + right))
        else:
            found += [(first + left, first + right) for left, right in cuts]
    return found


@lru_cache(maxsize=32_768)
def _kept_cut(chunk: str, before_number: bool) -> tuple[tuple[int, int], ...]:
    return tuple(_cut(chunk, -1, before_number))


def _cut(chunk: str, final: int, before_number: bool) -> list[tuple[int, int]]:
    """Cut what stands between two white spaces into words.

    Args:
        chunk: what stands there.
        final: offset of the full stop that ends the sentence, -1 where it does not.
        before_number: whether a number follows.
    """
    found: list[tuple[int, int]] = []
    for match in _pattern().finditer(chunk):
        first, last = match.span()
        kind = match.lastgroup
        if kind is None:
            found.append((first, last))
        elif kind == "word":
            found += _cut_word(chunk, first, last, final, before_number)
        else:
            found += _cut_address(chunk, first, last)
    return found


def _final_stop(text: str, start: int, end: int) -> int:
    """Give the offset of the full stop that ends the sentence, -1 if it ends otherwise."""
    last = end
    while last > start and (text[last - 1].isspace() or text[last - 1] in _CLOSERS):
        last -= 1
    return last - 1 if last > start and text[last - 1] == "." else -1


def _lay_out(first: int, parts: tuple[str, ...]) -> list[tuple[int, int]]:
    found = []
    for part in parts:
        found.append((first, first + len(part)))
        first += len(part)
    return found


def _cut_word(chunk: str, first: int, last: int, final: int, before_number: bool) -> list[tuple[int, int]]:
    """Cut off the full stop that is not part of an abbreviation, then the clitics."""
    stop: list[tuple[int, int]] = []
    if chunk[last - 1] == ".":
        if last - 1 != final and _keeps_stop(
            chunk[first : last - 1], before_number or chunk[last : last + 1].isdigit()
        ):
            return [(first, last)]
        last -= 1
        stop = [(last, last + 1)]
    return _cut_clitics(chunk, first, last) + stop


def _keeps_stop(word: str, before_number: bool) -> bool:
    if len(word) == 1:
        return word.isupper()
    kind = abbreviations().get(word)
    return before_number if kind == "number" else kind is not None


def _cut_clitics(text: str, first: int, last: int) -> list[tuple[int, int]]:
    word = text[first:last]
    parts = words("joined").get(word.lower())
    if parts is not None:
        return _lay_out(first, parts)
    cuts = [last]
    while len(word) > 2:
        lower = word.lower()
        if len(lower) > 3 and lower[-1] == "t" and lower[-2] in _APOSTROPHES and lower[-3] == "n":
            word = word[:-3]
        else:
            mark = max(word.rfind(apostrophe) for apostrophe in _APOSTROPHES)
            if mark < 1 or lower[mark + 1 :] not in words("clitic"):
                break
            word = word[:mark]
        cuts.append(first + len(word))
    cuts.append(first)
    cuts.reverse()
    return list(itertools.pairwise(cuts))


def _cut_address(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Give back the punctuation after a web address."""
    whole = last
    while last - first > 1 and text[last - 1] in ".,;:!?'\"”’»*)]}…":
        if text[last - 1] == ")" and "(" in text[first:last]:
            break
        last -= 1
    return [(first, last), *((at, at + 1) for at in range(last, whole))]


def _any(kind: str) -> str:
    return "|".join(re.escape(form) for form in sorted(words(kind), key=lambda form: (-len(form), form)))


@cache
def _pattern() -> re.Pattern[str]:
    """Give the one pattern of all words; each alternative runs in time linear in what it takes."""
    letters = rf"[\w{_MARKS}]"
    core = rf"[^\W_]{letters}*+(?:[{_APOSTROPHES}]{letters}++)*+"
    alternatives = [
        r"[,()\"“”;](?![)(\-=])",
        r"(?P<address>(?:https?|ftp)://[^\s<>\"“”]++|www\.[^\s<>\"“”]++|mailto:[^\s<>\"“”]++)",
        r"[\w.+%-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+){0,8}+",
        rf"(?P<domain>(?:[A-Za-z0-9-]{{1,63}}+\.){{1,8}}(?:{_any('domain')})(?![\w@])(?:/[^\s<>\"“”]*+)?)",
        r"[@#][^\W\d]\w*+",
        r"(?<!\S)(?::-?[()DPp]|;-?\)|=\))(?!\w)",
        rf"(?:{_any('whole')})(?!\w)",
        rf"(?<![^\W_])['’‘](?:(?:{_any('elided')})|\d\ds?)(?![\w'’])",
        rf"(?<=\S)[{_APOSTROPHES}](?i:{_any('clitic')})(?!\w)",
        *_numbers(),
        r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?(?!\.)",
        rf"(?:{_any('degree')})\.?",
        rf"[A-Z]++(?:&[A-Z]++)+(?!\w)|(?:{_any('currency')})",
        r"[\u05d0-\u05ea]++(?:[\"״'׳][\u05d0-\u05ea]++)+",
        rf"(?P<word>(?:(?i:{_any('prefix')})[-‐‑](?=\w))?{core}(?:\.(?!\.))?)",
        r"\.{2,}+|…+|[!?‽]++|-{2,}+|''|``|’’|‘‘|<<+|>>+|\[(?:\.{3}|…)\]|\*{2,}+|={2,}+|_{2,}+|~{2,}+|#{2,}+|\+{2,}+|\|{2,}+",
        r"[\U0001F1E6-\U0001F1FF]{2}",
        rf"[{_PICTURES}][\ufe0e\ufe0f\U0001F3FB-\U0001F3FF]*+(?:\u200d[{_PICTURES}][\ufe0e\ufe0f\U0001F3FB-\U0001F3FF]*+)*+",
        rf"[^\s{UNSEEN}][\ufe0e\ufe0f{_MARKS}]*+",
    ]
    return re.compile("|".join(alternatives))


def _numbers() -> list[str]:
    edge = r"(?![^\W_])"
    return [
        rf"\+?\d{{1,4}}(?:[-.]\d{{2,4}}){{1,2}}-\d{{4}}{edge}(?!-)|\d{{3}}-\d{{4}}{edge}(?!-)",
        rf"\d{{4}}-\d\d-\d\d(?!\d)|\d{{1,2}}-\d{{1,2}}-(?:\d{{4}}|\d\d){edge}(?!-)",
        rf"\d{{1,2}}/\d{{1,2}}/\d{{2,4}}{edge}|(?:0?\d|1[0-2])/(?:0\d|[12]\d|3[01]){edge}(?!/)",
        rf"(?:\d\d)?\d0['’]?s{edge}",
        rf"\d++(?:,\d{{3}})*+(?:st|nd|rd|th|ST|ND|RD|TH){edge}",
        rf"(?:(?<![\w.])\.)?\d++(?:[.,:]\d++)*+(?=(?:{_any('unit')}){edge})",
        rf"(?:(?<![\w.])\.|(?<!\S)\+)?\d++(?:[.,:]\d++)*+{edge}",
        r"\d++(?:[.,:]\d++)++",
    ]
