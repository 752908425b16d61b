"""Finds where the sentences of a news text begin and end."""

import itertools
import re
from collections.abc import Iterator

from dragoman.text.leads import lead
from dragoman.text.overlong import capped, trimmed
from dragoman.text.tokens import UNSEEN
from dragoman.text.wordlists import abbreviations, turns, words

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_OPENERS = "\"'“‘„«‹([{¿¡*"
_END = re.compile(
    r"(?<![.!?…‽؟۔。！？।])(?P<stop>[.!?…‽؟۔。！？।]++)"
    r"(?P<close>[\"'”’»›)\]}*]*+(?:\s(?:''|[”»])(?=\s|\Z))?)(?:\s?\[\d{1,3}\])*+"
    r"(?P<gap>\s++|(?=[^\W\d_a-z]|[“‘\"(\[]))"
)
_OPENING = re.compile(rf"[{re.escape(_OPENERS)}\s{UNSEEN}–—-]*+")
_BULLET = re.compile(r"\s++(?=[•▪●■◦‣⁃►][ \t\xa0])")
_MARKED = re.compile(r"[•▪●■◦‣⁃►*–—-]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s")
_STOPPED = re.compile(r"[.!?…‽؟۔。！？।:;][\"'”’»›)\]}*]*\s*\Z")
_NICKNAME = re.compile(r"[“\"‘'(][A-Z][\w.’-]*[”\"’')]\s[A-Z]")
_SOLID = re.compile(r"\S+")
_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"[A-Z](?:[a-z]++|(?=\s))(?![@.\d])|[^\W\d_A-Za-z]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_TOLD = re.compile(
    r"[A-Z][\w’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|the|for|al|bin|de))*\s(?P<verb>[a-z]+)(?:\s(?P<sequel>[a-z]+))?"
)


def split(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences.

    Headlines, list items and other lines without a final stop are sentences of their own, and so are the label of a
    speaker ("MR ELM:") and a dateline ("OSLO (Sample Wire) —"). A line that goes on in lower case, or that a fixed line
    width broke, belongs to the next one. Sentences inside a quotation are split too.

    Args:
        text: any text; it may hold no line breaks or no stops at all.

    Returns:
        [start, end) of each sentence, in order, none overlapping, none empty, without white space at its edges. All
        that is printed belongs to a sentence, and none has more than about 250 words.
    """
    found: list[tuple[int, int]] = []
    for first, last in _stretches(text):
        for start, end in _sentences(text, first, last):
            before = lead(text, start, end, begins_line=start == first)
            if before is not None:
                found.append((start, before[0]))
                start = before[1]
            found += capped(text, start, end)
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Join the lines that one sentence may run over."""
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    if not lines:
        return
    width = _width(text, lines)
    first, last = lines[0]
    for before, line in itertools.pairwise(lines):
        if not _goes_on(text, before, line, width):
            yield first, last
            first = line[0]
        last = line[1]
    yield first, last


def _adjacent(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    return len(_BREAKS.findall(text, before[1], line[0])) == 1


def _goes_on(text: str, before: tuple[int, int], line: tuple[int, int], width: int | None) -> bool:
    """Tell whether a sentence may run from one line into the next."""
    if not _adjacent(text, before, line) or _MARKED.match(text, line[0]):
        return False
    if width is not None and _is_full(text, before, line, width):
        return True
    at = line[0]
    while at < line[1] and (text[at].isspace() or text[at] in "\"'“‘"):
        at += 1
    return text[at : at + 1].islower() and not _STOPPED.search(text, max(before[0], before[1] - 40), before[1])


def _is_full(text: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    word = _SOLID.search(text, line[0], line[1])
    return word is not None and before[1] - before[0] + 1 + word.end() - word.start() > width


def _width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """Give the line width of a text that was broken at a fixed width, None for any other."""
    pairs = [pair for pair in itertools.pairwise(lines) if _adjacent(text, *pair)]
    if len(pairs) < 3:
        return None
    lengths = sorted(before[1] - before[0] for before, _ in pairs)
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    if not 40 <= width <= 130:
        return None
    full = sum(_is_full(text, before, line, width - 2) for before, line in pairs)
    return width - 2 if full * 10 >= len(pairs) * 6 else None


def _sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch where a sentence ends."""
    cuts = [match.end() for match in _END.finditer(text, first, last) if _ends(text, first, last, match)]
    cuts += [match.end() for match in _BULLET.finditer(text, first, last)]
    start = first
    pending: tuple[int, int] | None = None
    for cut in [*sorted(cuts), last]:
        piece = trimmed(text, start, cut)
        start = cut
        if piece is None:
            continue
        if pending is not None and not _WORD.search(text, *piece):
            pending = (pending[0], piece[1])
            continue
        if pending is not None:
            yield pending
        pending = piece
    if pending is not None:
        yield pending


def _ends(text: str, first: int, last: int, match: re.Match[str]) -> bool:
    """Tell whether a sentence ends at this stop."""
    opening = _OPENING.match(text, match.end(), last)
    at = opening.end() if opening else match.end()
    if at >= last:
        return False
    if text[at].islower() or text[at] in ",;:)]":
        return False
    stop, close, gap = match.group("stop", "close", "gap")
    before = _word_before(text, first, match.start())
    if not gap:
        return _ends_without_space(text, before, close, at, last)
    if stop != ".":
        return not (close and stop != "…" and _is_told(text, at, last))
    if before.isdigit() and _counts_items(text, first, match.start() - len(before)):
        return False
    return _ends_after(text, before, match, at, last)


def _counts_items(text: str, first: int, number: int) -> bool:
    """Tell whether a number begins a sentence, as those that count the items of a list do."""
    at = number
    while at > first and text[at - 1].isspace():
        at -= 1
    if at == first:
        return True
    if at == number or text[at - 1] not in '.!?:;”"':
        return False
    return text[at - 1] != "." or abbreviations().get(_word_before(text, first, at - 1)) is None


def _word_before(text: str, first: int, stop: int) -> str:
    start = stop
    while start > first and stop - start < 40 and not (text[start - 1].isspace() or text[start - 1] in '"“”‘([{—–/-'):
        start -= 1
    return text[start:stop]


def _ends_without_space(text: str, before: str, close: str, at: int, last: int) -> bool:
    """Judge a stop that no space follows, as where a page's line breaks were lost."""
    word = _NEXT.match(text, at, last)
    if word is None or word.group().lower() in words("domain"):
        return False
    return bool(close) or (len(before) > 2 and before[-2:].isalpha() and before[-2:].islower() and "." not in before)


def _ends_after(text: str, before: str, match: re.Match[str], at: int, last: int) -> bool:
    """Judge a full stop by the word before it and the word after it."""
    following = _WORD.match(text, at, last)
    word = following.group() if following else ""
    between = text[match.end() : at]
    is_quoted = any(mark in "\"“‘„«'" for mark in between) and not _NICKNAME.match(text, match.end(), last)
    kind = abbreviations().get(before)
    if kind is None:
        is_initial = (len(before) == 1 and before.isupper()) or _DOTTED.search(before) is not None
        kind = "tail" if is_initial else None
    if kind is None:
        return True
    if kind in ("title", "joint") or any(dash in between for dash in "—–-"):
        return False
    if kind in ("month", "weekday", "number") and word[:1].isdigit():
        return False
    if kind == "state" and at == match.end() and text.endswith(", ", 0, match.start() - len(before)):
        return word[:1].isupper()
    return kind == "number" or is_quoted or word in turns("opener")


def _is_told(text: str, at: int, last: int) -> bool:
    """Tell whether a name and a verb of saying follow a quotation: `"Why?" Sample asked.`"""
    told = _TOLD.match(text, at, min(last, at + 90))
    if told is None or told.group("verb") not in turns("cue"):
        return False
    first = told.group().split()[0]
    if first != "I" and first in turns("opener"):
        return False
    return told.end() == last or text[told.end()] in ".,;:" or told.group("sequel") in turns("sequel")
