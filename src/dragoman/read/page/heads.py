"""Take off the lines above the first sentence that say who wrote, who speaks, and where."""

import re
from collections.abc import Mapping, Sequence

from dragoman.model import Part
from dragoman.read.page.datelines import take_dated_place
from dragoman.read.page.sheet import Sheet, is_prose
from dragoman.text.lines import Line

_LONGEST = 300
_BY = re.compile(r"(?:by|by:|written by|reported by|story by)\s+(?=\S)", re.IGNORECASE)
_ATTRIBUTED = re.compile(
    r"(?:the )?(?:below|following)(?: \w+){0,3} (?:is|was|are|were|may be) (?:attributable|attributed) to "
    r"(?P<who>.{3,120}?)\s*[:.]?",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"[dl][’'][A-ZÀ-Ž]")
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")


def take_bylines(sheet: Sheet, given: str | None) -> None:
    """Take off lines that say who wrote it: "By Given Family", a staff line, or the byline that the source gives.

    Args:
        sheet: the text on the table.
        given: the byline as the source gives it beside the text.
    """
    since = len(sheet.parts)
    names = {_plain(name) for name in [given or "", *(given or "").split(", ")]} - {""}
    for line in (line for line in sheet.head() if len(line.text) <= _LONGEST):
        if given and _plain(line.text) in names:
            sheet.take("byline", (line.start, line.end), "repeats the byline given")
            sheet.release = line.start if sheet.release is None else sheet.release
        elif end := _by_line(sheet, line):
            sheet.take("byline", (line.start, end), "'By' with names")
        elif _is_staff(sheet, line):
            sheet.take("byline", (line.start, line.end), "names an agency or the staff")
    sheet.settle(since)


def take_name_line(sheet: Sheet) -> None:
    """Take off a line of names alone between the headline and a stamp: "Given Family"."""
    if not sheet.lines:
        return
    since, line = len(sheet.parts), sheet.lines[0]
    names = line.text.rstrip(" |•·-–").replace(" and ", ", ").split(", ")
    named = len(line.text) <= 80 and all(
        2 <= len(name.split()) <= 4 and all(word[0].isupper() and not word.isdigit() for word in name.split())
        for name in names
    )
    above = any(part.kind == "title" and part.span and part.span.end <= line.start for part in sheet.parts)
    beside = any(
        part.kind in ("published", "updated") and part.span and -60 <= part.span.start - line.end <= 60
        for part in sheet.parts
    )
    if named and above and beside and not line.ended:
        sheet.take("byline", (line.start, line.end), "names alone beside a stamp under the headline")
    sheet.settle(since)


def take_release_head(sheet: Sheet, *, titled: bool) -> None:
    """Take off the short lines before the first sentence of a release: who speaks, where, in which room.

    Args:
        sheet: the text on the table.
        titled: whether the headline is known already, so that the first line cannot be it.
    """
    since = len(sheet.parts)
    words = sheet.furniture.words
    lines = [line for line in sheet.head() if not _is_mark(line)]
    spoken = next((i for i, line in enumerate(lines) if line.is_turn), -1)
    for i, line in enumerate(lines):
        opened = sheet.release is not None and sheet.release < line.start
        before = len(sheet.parts)
        attributed = _ATTRIBUTED.fullmatch(line.text)
        if attributed:
            sheet.take("byline", (line.start, line.end), "says to whom the text is to be attributed", attributed["who"])
        elif is_prose(line) or not _is_label(line, words["small"]):
            break
        elif take_dated_place(sheet, line):
            continue
        elif why := _speaker_reason(line, words, opened):
            sheet.take("byline", (line.start, line.end), why)
        elif kind_why := _place_reason(sheet, line, opened, titled and i < spoken, lines[i + 1 : i + 2]):
            sheet.take(kind_why[0], (line.start, line.end), kind_why[1])
        elif opened and i < spoken and len(line.words) <= 8:
            sheet.take("furniture", (line.start, line.end), "label between the head of a transcript and the first turn")
        else:
            break
        if sheet.release is None and len(sheet.parts) > before:
            sheet.release = line.start
    sheet.settle(since)


def byline_of(parts: Sequence[Part]) -> str | None:
    """Join what the byline parts say, "By" left out."""
    said = [_BY.sub("", part.value, count=1).strip(" ,|") for part in parts if part.kind == "byline"]
    return "; ".join(dict.fromkeys(said)) or None


def _by_line(sheet: Sheet, line: Line) -> int | None:
    """Give where a byline ends: with the line, all of whose words are names, or before a stamp on the same line."""
    by = _BY.match(line.text)
    if not by or len(line.text) > 160 or line.ended:
        return None
    names = _WORD.findall(line.text[by.end() :])
    small = sheet.furniture.words["small"]
    titled = [word for word in names if word.lower() not in small]
    if titled and len(names) <= 14 and all(word[0].isupper() for word in titled):
        return line.end
    return None


def _is_staff(sheet: Sheet, line: Line) -> bool:
    """Tell whether a head line is only an agency or a staff ("News Agencies", "Sample Post Staff")."""
    if len(line.text) > 80 or not line.text[0].isupper() or line.ended:
        return False
    name, comma, place = line.text.partition(", ")
    if comma:
        return sheet.publishers.get(name) is not None and len(place.split()) <= 4
    plain = [word.lower() for word in _WORD.findall(line.text)]
    if not 0 < len(plain) <= 6:
        return False
    agencies = sheet.furniture.words["agencies"]
    meant = [word for word in plain if word not in sheet.furniture.words["small"]]
    whole = " ".join(plain)
    return bool(meant) and (
        whole in agencies or (plain[-1] == "staff" and len(plain) >= 2) or all(word in agencies for word in meant)
    )


def _is_label(line: Line, small: frozenset[str]) -> bool:
    """Tell whether a line is a label and no sentence: short, no full stop, all its words but the small capitalised."""
    words = _WORD.findall(line.text)
    if not words or len(line.text) > 260 or line.text[-1] in ":;?!" or (line.ended and not _abbreviated(line.text)):
        return False
    return all(word[0].isupper() or _ELIDED.match(word) for word in words if word.lower() not in small)


def _abbreviated(text: str) -> bool:
    return re.search(r"\b(?:[A-Z]\.){1,3}\Z|\b(?:Jr|Sr|St)\.\Z", text) is not None


def _is_mark(line: Line) -> bool:
    return not any(letter.isalpha() for letter in line.text)


def _speaker_reason(line: Line, words: Mapping[str, frozenset[str]], opened: bool) -> str | None:
    name, comma, office = line.text.partition(", ")
    if comma and 2 <= len(_WORD.findall(name)) <= 8 and _names_office(office, words["offices"]):
        return "name and office before the text"
    plain = [word.lower() for word in _WORD.findall(line.text)]
    if (
        plain[0] in words["bodies"]
        and 2 <= len(plain) <= 14
        and not comma
        and not (opened and _has_venue(plain, words))
    ):
        return "body that speaks, before the text"
    return None


def _has_venue(plain: list[str], words: Mapping[str, frozenset[str]]) -> bool:
    return any(word.rstrip(".") in words["venues"] for word in plain)


def _names_office(text: str, offices: frozenset[str]) -> bool:
    return any(word.lower().rstrip("s.") in offices for word in re.findall(r"[A-ZÀ-Ž]?[a-zà-ž]+", text))


def _place_reason(
    sheet: Sheet, line: Line, opened: bool, spoken: bool, below: Sequence[Line]
) -> tuple[str, str] | None:
    """Say whether a label names the place or the room of the occasion."""
    plain = [word.lower() for word in _WORD.findall(line.text)]
    if not (opened or spoken) or len(plain) > 10:
        return None
    parted = _is_parted(line)
    alone = opened and len(plain) <= 2 and not _has_venue(plain, sheet.furniture.words) and _before_room(sheet, line)
    first = not sheet.has("dateline")
    if first and (parted or (alone and not any(_is_parted(other) for other in below))):
        return "dateline", "place of the occasion"
    if opened and _has_venue(plain, sheet.furniture.words):
        return "furniture", "room or house of the occasion"
    return None


def _is_parted(line: Line) -> bool:
    """Tell whether a label has the form of a town with its state: "Geneva, Switzerland"."""
    words = _WORD.findall(line.text)
    return line.text.count(",") in (1, 2) and len(words) <= 7 and not re.search(r"[\d()]", line.text)


def _before_room(sheet: Sheet, line: Line) -> bool:
    """Tell whether a short text without paragraphs of its own goes on after this label, as after the name of a city."""
    return "\n\n" not in sheet.plain[line.start : line.end + 2]


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
