"""Tell what kind of file something is, by its first bytes and its name."""

import re
from pathlib import PurePath

KINDS = ("feed", "html", "json", "jsonl", "text")

_BY_NAME = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
}
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.IGNORECASE)
_SPACE = b" \t\r\n\xef\xbb\xbf"


def kind_of(name: str, start: bytes) -> str | None:
    """Give the kind of a file.

    Args:
        name: its name; ".gz" at the end is passed over; "" and "-" for a stream without one.
        start: its first bytes, unpacked.

    Returns:
        One of KINDS, None where neither says.
    """
    path = PurePath(name)
    suffix = (PurePath(path.stem).suffix if path.suffix.lower() == ".gz" else path.suffix).lower()
    named = _BY_NAME.get(suffix)
    marked = _by_content(start)
    if marked in ("feed", "html") and named in (None, "text", "html"):
        return marked
    if named == "json" and marked == "jsonl":
        return "jsonl"
    if named:
        return named
    return marked or ("text" if suffix in ("", ".") or not suffix[1:].isalnum() else None)


def _by_content(start: bytes) -> str | None:
    text = start[:65536].lstrip(_SPACE)
    if text.startswith(b"<"):
        opening = text[:2048]
        return "feed" if _FEED.search(opening) else "html" if _HTML.search(opening) else None
    if text.startswith(b"["):
        return "json" if re.match(rb"\[\s*\{", text) else None
    if not re.match(rb"\{\s*\"", text):
        return None
    first, _, rest = text.partition(b"\n")
    closed = first.rstrip().endswith(b"}")
    return (
        "jsonl"
        if closed and rest.lstrip(_SPACE).startswith(b"{")
        else "json"
        if not closed or rest.strip()
        else "jsonl"
    )
