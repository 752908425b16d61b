"""Read one report from a PDF, or a bundle of them printed to one."""

import re
from collections import Counter
from collections.abc import Iterator
from time import monotonic
from typing import Any

from dragoman.read import problems
from dragoman.read.formats.format import Format, Found
from dragoman.read.formats.layouts import laid_out
from dragoman.read.formats.lines import unbroken
from dragoman.read.source import Refused, Source

_PAGES = 2000
_SECONDS = 120.0
_EDGE = 3  # lines at the top and the foot of a page that may repeat on the others
_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read(source: Source) -> Iterator[Found]:
    """Read a PDF; `raw` is the text of its pages, headers, footers and page numbers off, lines put together again."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        document = pypdf.PdfReader(source.file(), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            yield problems.locked(source.path)
            return
        pages = list(_pages(document, source))
        about: Any = document.metadata or {}
    except PyPdfError as error:
        yield problems.foreign(source.path, "a PDF", error)
        return
    text = _joined(pages)
    if not text.strip():
        yield problems.empty(source.path, what="the PDF has no text, only pictures (a program for OCR can add it)")
        return
    yield from laid_out(text, source, title=_title(about, text), **_made(about))


def _pages(document: Any, source: Source) -> Iterator[list[str]]:
    """Give the lines of each page, as long as the file keeps within its time."""
    until = monotonic() + _SECONDS
    for number, page in enumerate(document.pages):
        if number >= _PAGES or monotonic() > until:
            raise Refused(problems.too_slow(source.path, f"after {number} pages", _SECONDS))
        yield [line.rstrip() for line in page.extract_text().splitlines()]


def _joined(pages: list[list[str]]) -> str:
    """Put pages together without what repeats at their edges, and paragraphs without the breaks of their lines."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = (
        {key for key, count in edges.items() if key and count >= max(2, 0.5 * len(pages))} if len(pages) > 1 else set()
    )
    kept = []
    for page in pages:
        edge = set(map(id, _edges(page)))
        kept += [
            line for line in page if not (id(line) in edge and (_key(line) in often or _NUMBER.fullmatch(line.strip())))
        ]
    text = _HYPHEN.sub("", "\n".join(kept))
    return re.sub(r"\n{3,}", "\n\n", unbroken(text, printed=True)).strip()


def _edges(page: list[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return lines[:_EDGE] + lines[-_EDGE:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _title(about: Any, text: str) -> str | None:
    """Give the title of the document where its text begins with it; most programs write a file's name there."""
    title = str(about.get("/Title") or "").strip()
    return title if title and title.casefold() in " ".join(text[:2000].split()).casefold() else None


def _made(about: Any) -> dict[str, str]:
    found = _MADE.match(str(about.get("/CreationDate") or ""))
    return {"made": "-".join(found.groups()), "made_basis": "day the PDF was made"} if found else {}


PDF = Format(
    name="pdf",
    what="a PDF with text, such as a press release",
    read=read,
    endings=(".pdf",),
    marks=lambda start: start.startswith(b"%PDF-"),
    needs="pypdf",
    apart=True,
    binary=True,
)
