"""Take off menus: runs of a site's section names before or after the report."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.knowledge.publishers import Publishers
from dragoman.read.page.sheet import Sheet, is_prose
from dragoman.text.lines import Line

_SECTION = "name of a section"
_MARKS = re.compile(r"\s*[|•·>»]\s*|\s+/\s+")
_WORDS = re.compile(r"[\w.’'-]+")


def take_menus(sheet: Sheet, spared: frozenset[str] = frozenset()) -> None:
    """Take off menu lines before the first prose and after the last.

    Args:
        sheet: the text on the table.
        spared: lines that stay (the title).
    """
    since = len(sheet.parts)
    first = sheet.lines[0].number if sheet.lines else -1
    taken: set[int] = set()
    for lines in (list(sheet.head()), list(reversed(list(sheet.tail())))):
        for run in _runs(lines, sheet, spared):
            alone = len(run) == 1 and run[0][1] == _SECTION and run[0][0].number != first
            for line, why in () if alone else run:
                if line.number not in taken:
                    sheet.take("menu", (line.start, line.end), why)
                    taken.add(line.number)
    sheet.settle(since)


def _runs(lines: Sequence[Line], sheet: Sheet, spared: frozenset[str]) -> Iterator[list[tuple[Line, str]]]:
    """Give the runs of menu lines up to the first prose; a lone section name may be a heading of the report."""
    run: list[tuple[Line, str]] = []
    for line in lines:
        why = (
            None
            if line.text in spared
            else _publisher_reason(line, sheet.publishers) or menu_reason(line.text, sheet.furniture.words)
        )
        if why:
            run.append((line, why))
            continue
        if run:
            yield run
            run = []
        if is_prose(line):
            return
    if run:
        yield run


def _publisher_reason(line: Line, table: Publishers) -> str | None:
    return "name of the publisher" if len(line.text) <= 60 and table.get(line.text) else None


def menu_reason(text: str, lists: Mapping[str, frozenset[str]]) -> str | None:
    """Say why a line is a menu.

    Args:
        text: the line.
        lists: word lists; `sections` and `small` are used.

    Returns:
        The reason, or None where it is none. A headline in capitals is none: it has no half of section names.
    """
    if len(text) > 1500 or text[-1] in '.?!:;,"”’':
        return None
    sections, small = lists["sections"], lists["small"]
    words = [word.strip(".’'-").lower() or word for word in _WORDS.findall(text)]
    content = [word for word in words if word not in small]
    known = [word for word in content if word in sections or f"{word}." in sections]
    if content and len(known) == len(content) and len(content) <= 4 and text[0].isupper() and "," not in text:
        return _SECTION
    if len(set(known)) >= 4 and len(known) >= 0.5 * len(content) and _capitalised(text, small):
        return f"run of {len(known)} section names in {len(content)} words"
    items = [item for item in _MARKS.split(text) if item]
    if len(items) >= 3 and all(len(item.split()) <= 4 and item[0].isupper() for item in items) and known:
        return f"{len(items)} short items between marks"
    return None


def _capitalised(text: str, small: frozenset[str]) -> bool:
    words = [word for word in _WORDS.findall(text) if word.lower() not in small]
    return sum(not word[0].islower() for word in words) >= 0.85 * len(words)
