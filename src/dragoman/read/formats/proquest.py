"""Read the articles of a bundle given out by ProQuest as text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.formats.bundle import Chunk, chunks, fields, first_labelled, labelled, labels
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.source import Source

_RULE = re.compile(r"_{20,}")
_MARK = re.compile(rb"^(?:ProQuest document ID|ProQuest document link|Document \d+ of \d+\s*$)", re.MULTILINE)
_FULL = re.compile(rb"^Full text\s*:", re.MULTILINE | re.IGNORECASE)
_IN_INFO = re.compile(r"(?:\]|\s|;)\s*(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")


def read(source: Source) -> Iterator[Given | Problem]:
    """Read a bundle; articles are parted by ruled lines."""
    for chunk in chunks(source.text(), _RULE, ends=True):
        found = fields(chunk, _pattern())
        if "title" in found or "full text" in found:
            yield _article(chunk, found, source)


def _article(chunk: Chunk, found: dict[str, tuple[int, str]], source: Source) -> Given | Problem:
    if "full text" not in found:
        return problems.no_body(source.path, chunk.first)
    start = found["full text"][0]
    stop = next(
        (i for i, line in chunk.strong(start + 1) if _tail().fullmatch(line) or _RULE.fullmatch(line)), len(chunk.lines)
    )
    first = re.sub(r"^\s*full text\s*:\s*", "", chunk.lines[start], flags=re.IGNORECASE)
    raw = Chunk(first=0, lines=(first, *chunk.lines[start + 1 : stop])).text(0, stop - start).strip()
    if not raw or raw.lower().startswith("not available"):
        return problems.no_body(source.path, chunk.first)
    info = first_labelled(found, ("publication info",))
    name = first_labelled(found, ("publication title",)) or info
    dated = _IN_INFO.search(info or "")
    language = first_labelled(found, ("language of publication",))
    return source.given(
        raw,
        source_id=first_labelled(found, ("proquest document id",)),
        publisher=_name(name),
        published=first_labelled(found, ("publication date",)) or (dated[1] if dated else None),
        basis="bundle, field of the date",
        title=first_labelled(found, ("title",)),
        byline=first_labelled(found, ("author",)),
        url=first_labelled(found, ("document url",)),
        language_tag=None if language is None else "en" if language.lower().startswith("english") else "und",
        line=chunk.first,
        stem="",
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return labelled({*labels()["proquest_head"], *labels()["proquest_tail"]})


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    return labelled(labels()["proquest_tail"])


def _name(words: str | None) -> str | None:
    """Give the name of the paper alone: "Sample Post, Late Edition (East Coast); Oslo" is the Sample Post."""
    return re.split(r"[;,(\[]", words, maxsplit=1)[0].strip() or None if words else None


PROQUEST = Format(
    name="proquest",
    what="a bundle of ProQuest (text), one report an article",
    read=read,
    marks=lambda start: _MARK.search(start) is not None and _FULL.search(start) is not None,
    layout=True,
)
