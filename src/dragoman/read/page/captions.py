"""Take off captions of pictures: paragraphs marked by a photo credit, and what repeats them."""

import re
from itertools import pairwise

from dragoman.read.page.sheet import Sheet, is_prose
from dragoman.text.clean import Stretch
from dragoman.text.lines import Line

# every credit without brackets holds one of these; a quick look before the long pattern
_HINT = re.compile(r"[Pp][Hh][Oo][Tt][Oo]|[Ii]mage|[Pp]icture|[Cc]redit|[Gg]etty|REUTERS|AFP|EPA")
_CLOSES = re.compile(r"[\s.]*\Z")
_SENTENCE = re.compile(r"[.?!][\"”’)]*\s+(?=[A-Z“\"‘])")
_QUOTED = re.compile(r"“[^”]{12,}[,.?!]”|\"[^\"]{12,}[,.?!]\"")
_SPACE = re.compile(r"\s+")


def take_captions(sheet: Sheet) -> None:
    """Take off every caption and credit; running prose before a credit stays."""
    since = len(sheet.parts)
    captions: set[str] = set()
    for i, line in enumerate(sheet.lines):
        credits = _closing_credits(sheet, line)
        if not credits:
            continue
        if _is_caption(sheet, line, credits) and _prose_beside(sheet, i):
            kind = "caption" if _said(sheet, line, credits) else "credit"
            sheet.take(kind, (line.start, line.end), f"paragraph marked by the credit {_words(sheet, credits[-1])!r}")
            captions.update(_segments(sheet, line, credits))
        else:
            sheet.take("credit", (credits[-1][0], line.end), "photo credit after running prose")
    sheet.settle(since)
    _take_beside_credits(sheet, captions)
    _take_labelled(sheet)
    _take_repeated(sheet, captions)
    _take_inline(sheet)


def _closing_credits(sheet: Sheet, line: Line) -> list[Stretch]:
    """Give the credits of a line whose last words are a credit; of a long line only the last is looked for."""
    last = _last_credit(sheet, line)
    if last is None or len(line.text) > 4000:
        return [last] if last else []
    before = sorted(
        found.span()
        for pattern in (sheet.furniture.bracketed, sheet.furniture.bare)
        for found in pattern.finditer(sheet.plain, line.start, last[0])
    )
    return [credit for i, credit in enumerate(before) if not i or before[i - 1][1] <= credit[0]] + [last]


def _last_credit(sheet: Sheet, line: Line) -> Stretch | None:
    near_end = max(line.start, line.end - 220)
    if line.text.rstrip(" .")[-1:] in (")", "]"):
        opening = max(sheet.plain.rfind("(", near_end, line.end), sheet.plain.rfind("[", near_end, line.end))
        found = sheet.furniture.bracketed.match(sheet.plain, opening, line.end) if opening >= 0 else None
        return found.span() if found and _closes(sheet, found, line) else None
    if not _HINT.search(sheet.plain, near_end, line.end):
        return None
    bare = sheet.furniture.bare.finditer(sheet.plain, near_end, line.end)
    return next((found.span() for found in bare if _closes(sheet, found, line)), None)


def _closes(sheet: Sheet, found: re.Match[str], line: Line) -> bool:
    return _CLOSES.match(sheet.plain[found.end() : line.end]) is not None


def _segments(sheet: Sheet, line: Line, credits: list[Stretch]) -> list[str]:
    """Give what stands before each credit."""
    starts = [line.start, *(end for _, end in credits[:-1])]
    return [_folded(sheet.plain[start : credit[0]]) for start, credit in zip(starts, credits, strict=True)]


def _is_caption(sheet: Sheet, line: Line, credits: list[Stretch]) -> bool:
    """Tell whether each credit has only a short text before it, of three sentences at most, that quotes nobody."""
    return not line.is_turn and all(
        len(words) <= sheet.furniture.longest_caption
        and len(_SENTENCE.findall(words)) <= 2
        and not _QUOTED.search(words)
        for words in _segments(sheet, line, credits)
    )


def _prose_beside(sheet: Sheet, i: int) -> bool:
    """Tell whether the report has prose beside line i, so that not all of it is taken for a caption."""
    return any(is_prose(line) for j, line in enumerate(sheet.lines[max(i - 40, 0) : i + 40], max(i - 40, 0)) if j != i)


def _said(sheet: Sheet, line: Line, credits: list[Stretch]) -> bool:
    return any(len(words) > 1 for words in _segments(sheet, line, credits))


def _take_beside_credits(sheet: Sheet, captions: set[str]) -> None:
    """Take off a short line that a credit of its own line follows at once, in a text of blank-separated paragraphs."""
    since = len(sheet.parts)
    credits = {part.span.start: part for part in sheet.parts if part.kind == "credit" and part.span}
    if "\n\n" not in sheet.plain.replace("\r\n", "\n") or not credits:
        return
    for line in sheet.lines:
        gap = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*").match(sheet.plain, line.end)
        if gap and gap.end() in credits and len(line.text) <= 300 and not _SENTENCE.search(line.text):
            sheet.take("caption", (line.start, line.end), "line with a photo credit under it")
            captions.add(_folded(line.text))
    sheet.settle(since)


def _take_labelled(sheet: Sheet) -> None:
    """Take off a line such as "Image caption" and the short line under it."""
    since = len(sheet.parts)
    for line, below in pairwise(sheet.lines):
        if len(line.text) <= 20 and sheet.furniture.label.fullmatch(line.text) and len(below.text) <= 300:
            sheet.take("caption", (line.start, below.end), "marked as the caption of a picture")
    sheet.settle(since)


def _take_repeated(sheet: Sheet, captions: set[str]) -> None:
    """Take off lines that repeat a caption, and lines that repeat the line before them."""
    since, before = len(sheet.parts), ""
    for line in sheet.lines:
        if captions and len(line.text) <= 600 and _folded(line.text) in captions:
            sheet.take("caption", (line.start, line.end), "repeats a caption")
        elif 40 <= len(line.text) <= 600 and line.text == before:
            sheet.take("caption", (line.start, line.end), "repeats the line before it")
        before = line.text
    sheet.settle(since)


def _take_inline(sheet: Sheet) -> None:
    """Take off credits in mid-line; what they belong to cannot be told from the prose around it."""
    since = len(sheet.parts)
    for line in sheet.lines:
        for found in sheet.furniture.inline.finditer(sheet.plain, line.start, line.end):
            sheet.take("credit", found.span(), "photo credit in brackets")
    sheet.settle(since)


def _words(sheet: Sheet, stretch: Stretch) -> str:
    return sheet.plain[slice(*stretch)].strip()


def _folded(words: str) -> str:
    return _SPACE.sub(" ", words).strip(" .").casefold()
