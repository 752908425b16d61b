"""Who publishes news: outlets and ministries by name and domain, with the clock that their stamps go by."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import KnowledgeError
from dragoman.knowledge.publishers.furniture import Furniture
from dragoman.knowledge.publishers.publisher import Publisher, Rest, Spot
from dragoman.knowledge.publishers.silence import Silence, silence
from dragoman.knowledge.publishers.tables import parsed

__all__ = ["Furniture", "Publisher", "Publishers", "Rest", "Silence", "Spot", "furniture", "publishers", "silence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishers:
    """All known publishers, to be asked by name, domain or words."""

    by_name: Mapping[str, Publisher]
    by_domain: Mapping[str, Publisher]
    by_sign: Mapping[str, Publisher]
    pattern: re.Pattern[str]
    signs: re.Pattern[str]

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

    def agencies_in(self, words: str) -> Iterator[Publisher]:
        """Give every news agency that `words` credit, in order."""
        return (self.by_sign[found[0]] for found in self.signs.finditer(words))


@lru_cache(maxsize=8)
def publishers(own: tuple[str, ...] = ()) -> Publishers:
    """Load the packaged table of publishers, and the user's own after it.

    Args:
        own: files of the user's (docs/sources.md); an entry outranks all before it of the same name or domain.

    Raises:
        KnowledgeError: a table breaks its form; file and line are named.
    """
    rows = [*parsed(_packaged("publishers.toml"), "publishers.toml")]
    for file in own:
        try:
            rows += parsed(Path(file).read_text("utf-8"), file)
        except (OSError, UnicodeDecodeError) as error:
            raise KnowledgeError(f"reading the table of publishers {file}: {error}") from error
    return _indexed(rows)


def _indexed(rows: Iterable[Publisher]) -> Publishers:
    by_name: dict[str, Publisher] = {}
    by_domain: dict[str, Publisher] = {}
    by_sign: dict[str, Publisher] = {}
    for row in rows:
        by_name |= {_key(name): row for name in row.names}
        by_domain |= dict.fromkeys(row.domains, row)
        by_sign |= dict.fromkeys((*row.names, *row.signs), row) if row.signs else {}
    forms = {name for row in by_name.values() for name in row.names}
    return Publishers(
        by_name=MappingProxyType(by_name),
        by_domain=MappingProxyType(by_domain),
        by_sign=MappingProxyType(by_sign),
        pattern=_any_of(forms),
        signs=_any_of(by_sign),
    )


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """Load the packaged patterns and words of page furniture.

    Raises:
        KnowledgeError: the table breaks its columns.
    """
    return Furniture.of(_table("furniture.toml"))


def _table(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(_packaged(name))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"reading the packaged table {name}: {error}; install the package again") from error


def _packaged(name: str) -> str:
    try:
        return files(__package__).joinpath(name).read_text("utf-8")
    except OSError as error:
        raise KnowledgeError(f"reading the packaged table {name}: {error}; install the package again") from error


def _key(name: str) -> str:
    return re.sub(r"^the\s+", "", " ".join(name.split()).casefold())
