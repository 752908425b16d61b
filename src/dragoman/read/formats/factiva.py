"""Read the articles of a bundle given out by Factiva, as HTML or as text; RTF comes here as its text."""

import re
from collections.abc import Iterator
from typing import Any

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.formats.bundle import Chunk, chunks, day_in
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.source import Source

_DOCUMENT = re.compile(r"Document\s+(?P<id>[A-Z0-9]{10,}\w*)")
_MARK = re.compile(
    rb"""class=["'][^"']*\b(?:en|fr|de|es)Article\b|\barticleParagraph\b|^\s*Document [A-Z0-9]{12,}\w*\s*$""",
    re.MULTILINE,
)
_CODE = re.compile(
    r"(?P<code>HD|SE|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|VOL|LP|TD|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|ART)(?:\s+(?P<rest>.*))?"
)
_COUNT = re.compile(r"[\d,.]+ (?:words|mots|Wörter|palabras)")
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\)|\(Copyright)\s?.*", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d{2}(?:\s?[AP]M)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_BLOCKS = ("p", "div", "tr", "h1", "h2", "h3", "br", "li")
_CODES = {"HD": "title", "BY": "byline", "SN": "publisher"}


def read(source: Source) -> Iterator[Given | Problem]:
    """Read a bundle; an article ends with its "Document" line."""
    text = source.text(declared=True)
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        text = _flat(text)
    for chunk in chunks(text, _DOCUMENT, ends=True):
        if any(_DOCUMENT.fullmatch(line) for _, line in chunk.strong()):
            yield _coded(chunk, source) if _has_codes(chunk) else _plain(chunk, source)
        elif any(_COUNT.fullmatch(line) for _, line in chunk.strong()):
            yield problems.no_body(source.path, chunk.first)


def _flat(page: str) -> str:
    """Give the text of the HTML, a block a line, paragraphs of the text set apart by blank lines."""
    import lxml.html

    tree: Any = lxml.html.document_fromstring(page.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in tree.xpath("//script|//style|//head"):
        element.drop_tree()
    for cell in tree.xpath("//td"):
        cell.tail = f" {cell.tail or ''}"
    for element in tree.iter(*_BLOCKS):
        gap = "\n\n" if element.tag == "p" else "\n"
        element.text = gap + (element.text or "")
        element.tail = gap + (element.tail or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).splitlines())
    return "\n".join(lines)


def _has_codes(chunk: Chunk) -> bool:
    found = {m["code"] for _, line in chunk.strong() if (m := _CODE.fullmatch(line))}
    return len(found & {"HD", "WC", "PD", "SN", "LP", "TD"}) >= 4


def _coded(chunk: Chunk, source: Source) -> Given | Problem:
    """Read an article whose fields bear two-letter codes; LP and TD are the text."""
    fields: dict[str, list[str]] = {}
    here: list[str] = []
    for line in chunk.lines:
        named = _CODE.fullmatch(line.strip())
        if named and named["code"] not in fields:
            here = fields.setdefault(named["code"], [named["rest"] or ""])
        elif not _DOCUMENT.fullmatch(line.strip()):
            here.append(line.strip())
    raw = "\n".join(line for code in ("LP", "TD") for line in fields.get(code, ())).strip()
    if not raw:
        return problems.no_body(source.path, chunk.first)
    one = {code: " ".join(line for line in lines if line) for code, lines in fields.items()}
    said = {ours: one[code] for code, ours in _CODES.items() if one.get(code)}
    return _given(chunk, source, _spaced(raw), f"{one.get('PD', '')} {one.get('ET', '')}", one.get("LA"), said)


def _plain(chunk: Chunk, source: Source) -> Given | Problem:
    """Read an article without codes: headline, author, count of words, date, time, source, code, language, rights."""
    lines = list(chunk.strong())
    count = next((n for n, (_, line) in enumerate(lines) if _COUNT.fullmatch(line)), None)
    if count is None:
        return problems.no_body(source.path, chunk.first)
    head = [line for _, line in lines[:count]]
    rights = next((n for n, (_, line) in enumerate(lines[count:], count) if _RIGHTS.fullmatch(line)), None)
    day = next((line for _, line in lines[count + 1 : count + 4] if day_in(line)), "")
    time = next((line for _, line in lines[count + 1 : count + 5] if _TIME.fullmatch(line)), "")
    names = [line for _, line in lines[count + 1 : rights] if line not in (day, time)] if rights else []
    stop = next(i for i, line in reversed(lines) if _DOCUMENT.fullmatch(line))
    raw = chunk.text(lines[rights][0] + 1, stop).strip() if rights else ""
    if not raw:
        return problems.no_body(source.path, chunk.first)
    byline = head[-1] if len(head) > 1 else None
    title = head[-2] if len(head) > 1 else head[0] if head else None
    said = {"title": title, "byline": byline, "publisher": names[0] if names else None}
    language = next((name for name in reversed(names) if name.isalpha() and name.istitle()), None)
    return _given(chunk, source, _spaced(raw), f"{day} {time}", language, said)


def _given(
    chunk: Chunk, source: Source, raw: str, day: str, language: str | None, said: dict[str, str | None] | dict[str, str]
) -> Given:
    document = next((m["id"] for _, line in chunk.strong() if (m := _DOCUMENT.fullmatch(line))), None)
    return source.given(
        raw,
        **said,
        source_id=document,
        published=day.strip() or None,
        basis="bundle, field of the date",
        language_tag=None if not language else "en" if language == "English" else "und",
        line=chunk.first,
        stem="",
    )


def _spaced(raw: str) -> str:
    """Set every line that ends as a sentence does apart as a paragraph."""
    return re.sub(r"\n{2,}", "\n\n", re.sub(r"([.?!”\"])\n", r"\1\n\n", raw))


FACTIVA = Format(
    name="factiva",
    what="a bundle of Factiva (HTML, RTF or text), one report an article",
    read=read,
    marks=lambda start: _MARK.search(start) is not None,
    layout=True,
)
