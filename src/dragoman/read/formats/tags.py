"""Read what a web page says of itself in its tags: when it appeared and was changed, in which language."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_SCRIPT = re.compile(
    r"<script\b[^>]*application/ld\+json[^>]*>\s*(?:<!\[CDATA\[)?(.{2,400000}?)(?:\]\]>)?\s*</script", re.I | re.S
)
_TAG = re.compile(r"<(?:meta|time|html|link|span|abbr|p|div)\b[^<>]{3,1500}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ARTICLE = re.compile(r"Article|Report|Posting|WebPage|LiveBlog", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What the tags say.

    Args:
        published: the time of publication, unread.
        updated: the time of change, unread.
        basis: which tag has `published`.
        url: the address that the page calls its own.
        language: the language of the whole page.
    """

    published: str | None = None
    updated: str | None = None
    basis: str = "tags of the page"
    url: str | None = None
    language: str | None = None


def tags_of(page: str) -> Tags:
    """Read the tags of a page: JSON-LD before meta tags before `time` elements.

    Args:
        page: the HTML.
    """
    names = _names()
    said: dict[str, tuple[str, str]] = {}
    for linked in sorted(_linked(page), key=lambda linked: "WebPage" in str(linked.get("@type"))):
        for ours in ("published", "updated"):
            for name in names[f"linked_{ours}"]:
                if isinstance(linked.get(name), str) and linked[name].strip():
                    said.setdefault(ours, (linked[name].strip(), f"tag {name} of the page"))
    offered: dict[str, dict[str, tuple[str, str]]] = {"published": {}, "updated": {}, "url": {}, "language": {}}
    for found in _TAG.finditer(page):
        for ours, name, value in _meant(found[0], names):
            offered[ours].setdefault(name, (value, f"tag {name} of the page"))
    for ours, values in offered.items():
        if ours not in said and (first := next((n for n in names[ours] if n in values), None)):
            said[ours] = values[first]
    plain = {ours: value for ours, (value, _) in said.items()}
    return Tags(**plain, basis=said["published"][1] if "published" in said else "tags of the page")


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(files(__package__).joinpath("tags.toml").read_text("utf-8"))
    return {ours: tuple(names.split()) for ours, names in table["tags"].items()}


def _meant(tag: str, names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Give field, name and content of what one tag says."""
    said = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(tag)}
    content = (
        said.get("content") or said.get("datetime") or said.get("href") or said.get("title") or said.get("lang") or ""
    )
    if not content.strip():
        return
    element = tag[1:].split(None, 1)[0].lower()
    keys = [said.get(attribute, "").lower() for attribute in ("property", "name", "itemprop", "http-equiv", "rel")]
    if element == "html":
        keys.append("html-lang")
    if element == "time" and "datetime" in said:
        keys += ["time-pubdate"] if re.search(r"\spubdate\b", tag) else []
        keys += [f"time-{word}" for word in said.get("class", "").lower().split()]
    for ours in ("published", "updated", "url", "language"):
        for key in keys:
            if key and key in names[ours]:
                yield ours, key, content.strip()


def _linked(page: str) -> Iterator[Mapping[str, Any]]:
    """Give every object of the page's JSON-LD that is an article."""
    for found in _SCRIPT.finditer(page):
        try:
            value = json.loads(found[1], strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue  # half of the web's JSON-LD is broken somewhere; the other tags are asked instead
        waiting = [value]
        for _ in range(200):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                if _ARTICLE.search(str(item.get("@type", ""))):
                    yield item
                waiting += [
                    inner for name, inner in item.items() if name in ("@graph", "mainEntity", "mainEntityOfPage")
                ]
