"""Read the articles of a bundle given out by Nexis Uni or LexisNexis, as text; DOCX and RTF come here as their text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.formats.bundle import Chunk, chunks, day_in, fields, first_labelled, labelled, labels
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.source import Source

_COUNTED = re.compile(r"(?:\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+)")
_END = re.compile(r"End of Document")
_MARK = re.compile(rb"^\s*\d+ of \d+ DOCUMENTS?\s*$|^\s*End of Document\s*$", re.MULTILINE)
_ALSO = re.compile(rb"^\s*(?:LENGTH|Length|LOAD-DATE|Load-Date|PUBLICATION-TYPE)\s*:", re.MULTILINE)
_COVER = re.compile(r".*(?:About LexisNexis|Privacy Policy \||Terms & Conditions \|).*|Page \d+ of \d+")
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\))\s.*|All Rights Reserved.*", re.IGNORECASE)
_BODY = re.compile(r"body\s*:?", re.IGNORECASE)
_NOTES = re.compile(r"(?:Classification|Graphic|Notes|Correction|Bibliography)", re.IGNORECASE)
_OPENING = ("headline", "byline", "section", "length", "dateline", "highlight", "series", "column", "edition")


def read(source: Source) -> Iterator[Given | Problem]:
    """Read a bundle; an article without a body is a problem and the rest goes on."""
    text = source.text()
    counted = any(_COUNTED.fullmatch(line.strip()) for line in text.splitlines())
    for chunk in chunks(text, _COUNTED if counted else _END, ends=not counted):
        parsed = _article(chunk, source)
        if parsed is not None:
            yield parsed


def _article(chunk: Chunk, source: Source) -> Given | Problem | None:
    """Give one article; None for a cover sheet or a list of contents."""
    found = fields(chunk, _pattern("head"))
    start = _start(chunk, found)
    if start is None:
        if not any(day_in(line) for _, line in chunk.strong()) or len(chunk.lines) < 8:
            return None
        return problems.no_body(source.path, chunk.first)
    tail = fields(chunk, _pattern("tail"), start)
    raw = chunk.text(start, _stop(chunk, start))
    if not raw.strip():
        return problems.no_body(source.path, chunk.first)
    publisher, day, title = _head(chunk, min(place for place, _ in found.values()) if found else start)
    return source.given(
        raw,
        publisher=publisher,
        published=day,
        basis="bundle, date line",
        title=first_labelled(found, ("headline",)) or title,
        byline=first_labelled(found, ("byline",)),
        language_tag=_language(first_labelled(tail, ("language",))),
        line=chunk.first,
        stem="",
    )


@lru_cache(maxsize=2)
def _pattern(place: str) -> re.Pattern[str]:
    return labelled(labels()[f"nexis_{place}"])


def _start(chunk: Chunk, found: dict[str, tuple[int, str]]) -> int | None:
    """Give the place of the first line of the body: after "Body", else after the last label above the text."""
    body = next((i for i, line in chunk.strong() if _BODY.fullmatch(line)), None)
    if body is not None:
        return body + 1
    if not {"length", "section", "byline"} & found.keys():
        return None
    last = max(place for name, (place, _) in found.items() if name in _OPENING)
    while last < len(chunk.lines) and chunk.lines[last].strip():
        last += 1  # the field may run over several lines
    return last


def _stop(chunk: Chunk, start: int) -> int:
    """Give the place after the last line of the body: before the first label under it, or the notice of rights."""
    for i, line in chunk.strong(start):
        if _END.fullmatch(line) or _NOTES.fullmatch(line) or _RIGHTS.fullmatch(line):
            return i
        if _pattern("tail").fullmatch(line) and (line.split(":")[0].isupper() or "-" in line.split(":")[0]):
            return i
    return len(chunk.lines)


def _head(chunk: Chunk, until: int) -> tuple[str | None, str | None, str | None]:
    """Give publisher, date and headline of the lines above the first label.

    Nexis Uni prints headline, publisher, date; LexisNexis before it printed publisher, date, headline.
    """
    lines = [(i, line) for i, line in chunk.strong(0, until) if not _COUNTED.fullmatch(line)]
    cover = max((n for n, (_, line) in enumerate(lines) if _COVER.fullmatch(line)), default=-1)
    words = [line for _, line in lines[cover + 1 :]]
    at = next((n for n, line in enumerate(words) if day_in(line)), None)
    if at is None:
        return None, None, words[0] if words else None
    below = [line for line in words[at + 1 :] if not _RIGHTS.fullmatch(line)]
    title = words[at - 2] if at >= 2 else below[-1] if below else None
    return (words[at - 1] if at >= 1 else None), day_in(words[at]), title


def _language(words: str | None) -> str | None:
    return None if words is None else "en" if words.lower().startswith("english") else "und"


NEXIS = Format(
    name="nexis",
    what="a bundle of Nexis Uni or LexisNexis (DOCX, RTF or text), one report an article",
    read=read,
    marks=lambda start: _MARK.search(start) is not None and _ALSO.search(start) is not None,
    layout=True,
)
