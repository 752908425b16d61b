"""Read reports from feeds, one an entry: RSS, Atom and JSON Feed."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.formats.format import Format, Found
from dragoman.read.formats.markup import text_of
from dragoman.read.given import Given
from dragoman.read.source import Source

_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")
_XML = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_JSON = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.IGNORECASE)
_LONGEST = 16 * 1024 * 1024  # bytes of one feed; a feed has some tens of entries
_MOST = 5_000  # entries of one feed


def read(source: Source) -> Iterator[Found]:
    """Read a feed; `raw` is the text of an entry's content, or of its summary, with its HTML taken off."""
    if source.start.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{"):
        yield from _from_json(source)
        return
    import feedparser

    # a stream, for feedparser would take bytes for an address
    feed: Any = feedparser.parse(io.BytesIO(source.content(_LONGEST)), sanitize_html=False, resolve_relative_uris=False)
    fault = feed.get("bozo_exception")
    if fault is not None and type(fault).__name__ not in _HARMLESS:
        line = fault.getLineNumber() if hasattr(fault, "getLineNumber") else None
        yield problems.broken_line(source.path, line, f"the feed is not well-formed: {problems.shown(fault)}")
    if not feed.entries and fault is None:
        yield problems.empty(source.path, what="the feed has no entries")
    if len(feed.entries) > _MOST:
        yield problems.cut(source.path, f"{len(feed.entries):,} entries in one feed", f"{_MOST:,} are read")
    for number, entry in enumerate(feed.entries[:_MOST], 1):
        yield _from_entry(entry, feed.feed, source, number)


def _from_entry(entry: Any, feed: Any, source: Source, number: int) -> Given | Problem:
    text = text_of(_longest(entry))
    if not text:
        named = problems.shown(entry.get("title") or entry.get("link") or "no title")
        return problems.empty(source.path, what=f"entry {number} ({named}) has neither content nor summary")
    url = entry.get("link")
    return source.given(
        text,
        source_id=entry.get("id") or url,
        publisher=(entry.get("source") or {}).get("title") or feed.get("title"),
        published=entry.get("published") or entry.get("created"),
        # past the dict of feedparser, which gives "published" where there is no "updated"
        updated=dict.get(entry, "updated"),
        basis="feed, date of the entry",
        title=text_of(entry.get("title", "")).replace("\n\n", " "),
        byline=entry.get("author"),
        url=url,
        stem="",
        language=(entry.get("content") or [{}])[0].get("language"),
        language_tag=feed.get("language"),
    )


def _longest(entry: Any) -> str:
    """Give the entry's content, or its summary where that says more."""
    bodies = [content.get("value") or "" for content in entry.get("content", ())]
    return max([*bodies, entry.get("summary") or ""], key=len)


def _from_json(source: Source) -> Iterator[Given | Problem]:
    """Read a JSON Feed (jsonfeed.org, version 1.1)."""
    try:
        feed = json.loads(source.text(limit=_LONGEST))
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        yield problems.broken_line(source.path, line, f"the feed is not well-formed: {problems.shown(error)}")
        return
    items = [item for item in feed.get("items") or () if isinstance(item, dict)] if isinstance(feed, dict) else []
    if not items:
        yield problems.empty(source.path, what="the feed has no entries")
    for number, item in enumerate(items[:_MOST], 1):
        said = {name: value for name, value in item.items() if isinstance(value, str)}
        text = text_of(said.get("content_html", "")) or said.get("content_text") or said.get("summary", "")
        if not text.strip():
            yield problems.empty(source.path, what=f"entry {number} has neither content nor summary")
            continue
        authors = [a.get("name", "") for a in item.get("authors") or [item.get("author")] if isinstance(a, dict)]
        yield source.given(
            text,
            source_id=str(item.get("id") or said.get("url") or ""),
            publisher=feed.get("title"),
            published=said.get("date_published"),
            updated=said.get("date_modified"),
            basis="feed, date of the entry",
            title=said.get("title"),
            byline=", ".join(name for name in authors if name),
            url=said.get("url"),
            stem="",
            language=said.get("language"),
            language_tag=feed.get("language"),
        )


def _marked(start: bytes) -> bool:
    opening = start[:4096]
    return (start.startswith(b"<") and _XML.search(opening) is not None) or (
        start.startswith(b"{") and _JSON.search(opening) is not None
    )


FEED = Format(
    name="feed",
    what="a feed: RSS, Atom or JSON Feed, one report an entry",
    read=read,
    endings=(".rss", ".atom", ".rdf"),
    marks=_marked,
    needs="feedparser",
)
