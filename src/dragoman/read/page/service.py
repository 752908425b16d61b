"""Take off whole lines that are service and not news: adverts, share buttons, notices of rights, photo credits."""

import re

from dragoman.read.page.sheet import Sheet
from dragoman.text.lines import Line

_BRACKETS = re.compile(r"[(\[][^()\[\]]+[)\]]\.?\s*\Z")
_LAST_SENTENCE = re.compile(r"(?<=[.?!”\"')])\s+(?=[A-Z•(\[][^.?!]{10,300}[.)\]]?\s*\Z)")


def take_service(sheet: Sheet, own: tuple[str, ...] = (), spared: frozenset[str] = frozenset()) -> None:
    """Take off every line that matches a pattern of furniture.

    Args:
        sheet: the text on the table.
        own: patterns that only this publisher prints.
        spared: lines that stay whatever they look like (the title).
    """
    since = len(sheet.parts)
    head = {line.number for line in sheet.head()}
    tail = {line.number for line in sheet.tail()}
    printed = [re.compile(pattern, re.IGNORECASE) for pattern in own]
    for line in sheet.lines:
        if len(line.text) > 2 * sheet.furniture.longest_line or line.text in spared:
            continue
        if any(pattern.fullmatch(line.text) for pattern in printed):
            sheet.take("furniture", (line.start, line.end), "line that this publisher prints")
        elif kind_why := _matched(sheet, line, line.number in head, line.number in tail):
            sheet.take(kind_why[0], (line.start, line.end), kind_why[1])
    sheet.settle(since)


def take_last_notice(sheet: Sheet) -> None:
    """Take off a notice that stands as the last sentence of the last line ("This article was amended on ...")."""
    if not sheet.lines:
        return
    since, line = len(sheet.parts), sheet.lines[-1]
    tail = line.text[-700:]
    cut = _BRACKETS.search(tail) or _LAST_SENTENCE.search(tail)
    if cut is None or len(tail) - cut.start() >= len(line.text):
        return
    start = line.end - len(tail) + (cut.start() if cut[0].strip() else cut.end())
    notice = Line(start, line.end, sheet.plain[start : line.end], line.number)
    if found := _matched(sheet, notice, False, True):
        sheet.take(found[0], (start, line.end), f"{found[1]}, at the end of the last paragraph")
    sheet.settle(since)


def _matched(sheet: Sheet, line: Line, in_head: bool, in_tail: bool) -> tuple[str, str] | None:
    """Give the kind of the first pattern that holds the whole line, and why."""
    bracketed = line.text[0] in "(["
    if len(line.text) > sheet.furniture.longest_line and not bracketed:
        return None
    for entry in sheet.furniture.lines:
        here = entry.where == "any" or (in_head and entry.where != "tail") or (in_tail and entry.where != "head")
        if here and entry.pattern.fullmatch(line.text):
            return entry.kind, entry.why
    return None
