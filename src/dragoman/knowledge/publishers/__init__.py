"""Who publishes news: outlets and ministries by name and domain, with the clock that their stamps go by."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import KnowledgeError
from dragoman.knowledge.publishers.furniture import Furniture

__all__ = ["Furniture", "Publisher", "Publishers", "furniture", "publishers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One outlet or ministry.

    Args:
        name: how we write it.
        names: every form it is known by, `name` first.
        domains: its web domains, without "www.".
        country: ISO 3166 alpha-3 of its seat; None for a body of many states or of none.
        zone: IANA name of the time zone of its clock.
        lines: patterns of furniture lines that only this publisher prints.
    """

    name: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    zone: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishers:
    """All known publishers, to be asked by name, domain or words."""

    by_name: Mapping[str, Publisher]
    by_domain: Mapping[str, Publisher]
    pattern: re.Pattern[str]

    def get(self, name: str) -> Publisher | None:
        """Give the publisher called `name` (case and a leading "The" do not matter)."""
        return self.by_name.get(_key(name))

    def at(self, url: str) -> Publisher | None:
        """Give the publisher whose domain, or a subdomain of it, holds an address."""
        host = (urlsplit(url).hostname or "") if "//" in url else url.split("/")[0]
        labels = host.lower().split(".")
        for i in range(len(labels) - 1):
            if found := self.by_domain.get(".".join(labels[i:])):
                return found
        return None

    def within(self, words: str) -> Publisher | None:
        """Give the first publisher whose name stands in `words`, the longest name where several begin there."""
        match = self.pattern.search(words)
        return self.by_name[_key(match[0])] if match else None


@lru_cache(maxsize=1)
def publishers() -> Publishers:
    """Load the packaged table of publishers.

    Raises:
        KnowledgeError: the table breaks its columns.
    """
    rows = [_publisher(row) for row in _table("publishers.toml")["publisher"]]
    by_name = {_key(name): row for row in rows for name in row.names}
    forms = sorted({name for row in rows for name in row.names}, key=lambda form: (-len(form), form))
    return Publishers(
        by_name=MappingProxyType(by_name),
        by_domain=MappingProxyType({domain: row for row in rows for domain in row.domains}),
        pattern=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"),
    )


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """Load the packaged patterns and words of page furniture.

    Raises:
        KnowledgeError: the table breaks its columns.
    """
    return Furniture.of(_table("furniture.toml"))


def _publisher(row: dict[str, Any]) -> Publisher:
    try:
        return Publisher(
            name=row["name"],
            names=(row["name"], *row.get("also", ())),
            domains=tuple(row["domains"]),
            country=row.get("country"),
            zone=row["zone"],
            lines=tuple(row.get("lines", ())),
        )
    except KeyError as missing:
        raise KnowledgeError(f"publishers.toml: the entry {row!r} lacks {missing}") from missing


def _table(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"reading the packaged table {name}: {error}; install the package again") from error


def _key(name: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(name.split()).casefold())
