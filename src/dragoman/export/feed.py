"""An Atom feed of a question, so that whoever asked it hears of new events."""

import xml.etree.ElementTree as ET
from pathlib import Path

from dragoman.ask.asked import in_words
from dragoman.export.selection import Selection
from dragoman.export.telling import Told, told
from dragoman.ids import digest

_NAMESPACE = "http://www.w3.org/2005/Atom"
_MOST = 500
"""Entries of a feed, those told last first; readers fetch it again and again."""


def atom(selection: Selection, target: Path) -> int:
    """Write an Atom feed (RFC 4287) of the newest events; the feed's id is the question's, an entry's the event's."""
    ET.register_namespace("", _NAMESPACE)
    question = in_words("Events", selection.asked)
    newest = sorted(told(selection), key=lambda one: (one.last_report or "", one.id), reverse=True)[:_MOST]
    feed = ET.Element(f"{{{_NAMESPACE}}}feed")
    _add(feed, "id", f"urn:dragoman:question:{digest(question)}")
    _add(feed, "title", question)
    _add(feed, "updated", _moment(newest[0] if newest else None))
    _add(ET.SubElement(feed, f"{{{_NAMESPACE}}}author"), "name", "dragoman")
    for one in newest:
        feed.append(_entry(one))
    ET.indent(feed)
    ET.ElementTree(feed).write(target, encoding="utf-8", xml_declaration=True)
    return len(newest)


def _entry(one: Told) -> ET.Element:
    entry = ET.Element(f"{{{_NAMESPACE}}}entry")
    _add(entry, "id", f"urn:dragoman:event:{one.id}")
    _add(entry, "title", f"{one.date}, {one.headline}" if one.date else one.headline)
    _add(entry, "updated", _moment(one))
    _add(entry, "summary", one.described)
    ET.SubElement(entry, f"{{{_NAMESPACE}}}category", {"term": one.type})
    if one.url:
        ET.SubElement(entry, f"{{{_NAMESPACE}}}link", {"href": one.url, "rel": "related"})
    return entry


def _moment(one: Told | None) -> str:
    """Give the day of the last report that tells it, as Atom writes a moment."""
    return f"{(one.last_report or one.until if one else None) or '1970-01-01'}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    # control characters have no place in XML 1.0
    ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}").text = "".join(c for c in text if c >= " " or c in "\t\n")
