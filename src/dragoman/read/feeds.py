"""Read reports from RSS and Atom files, one an entry."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from dragoman.knowledge.publishers import publishers
from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.given import Given
from dragoman.read.markup import text_of
from dragoman.read.report import report

_HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType")


def read_feed(content: bytes, path: str, *, today: date) -> Iterator[Article | Problem]:
    """Read a feed; `raw` is the text of an entry's content, or of its summary, with its HTML taken off.

    Args:
        content: the file.
        path: where it came from.
        today: no report is of a later day.
    """
    import feedparser

    if not content.strip():
        yield problems.empty(path)
        return
    # a stream, for feedparser would take bytes for an address
    feed: Any = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    fault = feed.get("bozo_exception")
    if fault is not None and type(fault).__name__ not in _HARMLESS:
        line = fault.getLineNumber() if hasattr(fault, "getLineNumber") else None
        yield problems.broken_line(path, line, f"the feed is not well-formed: {problems.shown(fault)}")
    if not feed.entries and fault is None:
        yield problems.empty(path, what="the feed has no entries")
    for number, entry in enumerate(feed.entries, 1):
        yield from _from_entry(entry, feed.feed, path, number, today)


def _from_entry(entry: Any, feed: Any, path: str, number: int, today: date) -> Iterator[Article | Problem]:
    text = text_of(_longest(entry))
    if not text:
        named = problems.shown(entry.get("title") or entry.get("link") or "no title")
        yield problems.empty(path, what=f"entry {number} ({named}) has neither content nor summary")
        return
    url = entry.get("link")
    known = publishers().at(url) if url else None
    title = text_of(entry.get("title", "")).replace("\n\n", " ") or None
    yield from report(
        Given(
            raw=text,
            source_id=entry.get("id") or url,
            publisher=known.name if known else (entry.get("source") or {}).get("title") or feed.get("title"),
            published=entry.get("published") or entry.get("created"),
            # past the dict of feedparser, which gives "published" where there is no "updated"
            updated=dict.get(entry, "updated"),
            basis="feed, date of the entry",
            title=title,
            byline=entry.get("author"),
            url=url,
            language=(entry.get("content") or [{}])[0].get("language") or feed.get("language"),
            path=path,
        ),
        today=today,
    )


def _longest(entry: Any) -> str:
    """Give the entry's content, or its summary where that says more."""
    bodies = [content.get("value") or "" for content in entry.get("content", ())]
    return max([*bodies, entry.get("summary") or ""], key=len)
