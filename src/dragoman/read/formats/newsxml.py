"""Read reports from the exchange formats of the news agencies: NewsML-G2 and NITF."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.formats.format import Format
from dragoman.read.formats.markup import text_of
from dragoman.read.given import Given
from dragoman.read.source import Source

_NITF = re.compile(rb"<(?:\w+:)?nitf[\s>]")
_NEWSML = re.compile(rb"<(?:\w+:)?(?:newsItem|newsMessage|packageItem)[\s>]")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?")


def read_newsml(source: Source) -> Iterator[Given | Problem]:
    """Read the items of a NewsML-G2 document (IPTC NewsML-G2, 2.x): one item, or a message of several."""
    tree = _tree(source)
    if isinstance(tree, Problem):
        yield tree
        return
    items = [tree] if _name(tree) == "newsItem" else list(_all(tree, "newsItem"))
    if not items:
        yield problems.empty(source.path, what="the document has no newsItem")
    for item in items:
        raw = _body(item)
        if not raw.strip():
            named = problems.shown(item.get("guid"))
            yield problems.empty(source.path, item.sourceline, f"the item {named} has no text (pictures have none)")
            continue
        about, meta = _one(item, "contentMeta"), _one(item, "itemMeta")
        yield source.given(
            raw,
            source_id=item.get("guid"),
            publisher=_said(meta, "provider", "name") or _said(about, "infoSource", "name"),
            published=_words(about, "contentCreated") or _words(meta, "firstCreated") or _words(meta, "versionCreated"),
            updated=_words(about, "contentModified") or _words(meta, "versionCreated"),
            basis="field contentCreated" if _words(about, "contentCreated") else "field firstCreated or versionCreated",
            title=_words(about, "headline"),
            byline=_words(about, "by"),
            url=_attribute(item, "remoteContent", "href")
            if "http" in _attribute(item, "remoteContent", "href")
            else None,
            line=item.sourceline,
            language_tag=_attribute(about, "language", "tag"),
        )


def read_nitf(source: Source) -> Iterator[Given | Problem]:
    """Read a NITF document (IPTC News Industry Text Format, 3.x)."""
    tree = _tree(source)
    if isinstance(tree, Problem):
        yield tree
        return
    root = tree if _name(tree) == "nitf" else _one(tree, "nitf")
    raw = _nitf_body(root) if root is not None else ""
    if not raw.strip():
        yield problems.empty(source.path, what="the document has no body.content")
        return
    published = _attribute(root, "date.issue", "norm") or _attribute(root, "date.release", "norm")
    yield source.given(
        raw,
        source_id=_attribute(root, "doc-id", "id-string") or source.stem,
        publisher=_words(root, "distributor") or _attribute(root, "doc.copyright", "holder"),
        published=_dashed(published or _attribute(root, "pubdata", "date.publication")),
        updated=_dashed(_attribute(root, "date.release", "norm")) if published else None,
        basis="field date.issue",
        title=_words(root, "hl1") or _words(root, "title"),
        byline=_words(root, "byline"),
        url=_attribute(root, "pubdata", "ex-ref"),
        language_tag=next((value for name, value in root.attrib.items() if name.endswith("lang")), None),
    )


def _tree(source: Source) -> Any:
    """Parse without entities, without network, without the huge trees that a bomb would need."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        return etree.fromstring(source.content(), parser)
    except etree.XMLSyntaxError as error:
        return problems.broken_line(source.path, error.lineno, f"the XML is not well-formed: {problems.shown(error)}")


def _body(item: Any) -> str:
    """Give the text of an item: NITF or XHTML within it, else plain text within it."""
    for inline in _all(item, "inlineXML"):
        nitf = _one(inline, "nitf")
        if nitf is not None:
            return _nitf_body(nitf)
        body = _one(inline, "body")
        return _paragraphs(inline if body is None else body)
    return "\n\n".join(text_of("".join(inline.itertext())) for inline in _all(item, "inlineData"))


def _nitf_body(root: Any) -> str:
    """Give dateline and text of a NITF tree, a paragraph a line."""
    content = _one(root, "body.content")
    if content is None:
        return ""
    place = " ".join("".join(_one(root, "dateline").itertext()).split()) if _one(root, "dateline") is not None else ""
    text = _paragraphs(content)
    return f"{place} — {text}" if place and not text.startswith(place) else text


def _paragraphs(tree: Any) -> str:
    from lxml import etree

    for element in [e for e in tree.iter() if isinstance(e.tag, str)]:
        element.tag = _name(element)
    for media in [e for e in tree.iter("media", "table") if e is not tree]:
        media.getparent().remove(media)
    return text_of(etree.tostring(tree, encoding="unicode", method="html"))


def _name(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _all(tree: Any, name: str) -> Iterable[Any]:
    return (e for e in tree.iter() if _name(e) == name) if tree is not None else ()


def _one(tree: Any, name: str) -> Any:
    return next(iter(_all(tree, name)), None)


def _words(tree: Any, name: str) -> str | None:
    found = _one(tree, name)
    return " ".join("".join(found.itertext()).split()) or None if found is not None else None


def _said(tree: Any, outer: str, inner: str) -> str | None:
    """Give the words of an inner element, or the literal that the outer one has for them."""
    found = _one(tree, outer)
    return (_words(found, inner) or found.get("literal")) if found is not None else None


def _attribute(tree: Any, name: str, attribute: str) -> str:
    found = _one(tree, name)
    return (found.get(attribute) or "").strip() if found is not None else ""


def _dashed(words: str | None) -> str | None:
    """Write 20191103T101500Z as 2019-11-03T10:15:00Z."""
    found = _COMPACT.fullmatch(words or "")
    if not found:
        return words or None
    time = f"T{found[4]}:{found[5]}:{found[6] or '00'}{found[7] or ''}" if found[4] else ""
    return f"{found[1]}-{found[2]}-{found[3]}{time}"


NEWSML = Format(
    name="newsml",
    what="NewsML-G2, one report a newsItem",
    read=read_newsml,
    marks=lambda start: start.startswith(b"<") and _NEWSML.search(start[:8192]) is not None,
    needs="lxml",
)
NITF = Format(
    name="nitf",
    what="NITF, one report a file",
    read=read_nitf,
    endings=(".nitf",),
    marks=lambda start: start.startswith(b"<") and _NITF.search(start[:4096]) is not None,
    needs="lxml",
)
