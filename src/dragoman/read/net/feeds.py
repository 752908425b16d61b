"""The list of feeds that a user watches, read from TOML, with file and line of what is wrong in it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import UsageError

_KEYS = {"url", "publisher", "every", "pages"}
_SPAN = re.compile(r"(\d+)\s*(s|m|h|d)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SHORTEST = 60
_HEADER = re.compile(r"\s*\[\[\s*feed\s*\]\]")
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed to watch.

    Args:
        url: its address.
        publisher: who publishes it, where its own title does not say.
        every: seconds between two looks at it.
        pages: whether the page of each new entry is fetched, for feeds that give summaries only.
    """

    url: str
    publisher: str | None = None
    every: int = 900
    pages: bool = False


def feeds_of(file: Path) -> tuple[Feed, ...]:
    """Read a list of feeds.

    Args:
        file: TOML with [[feed]] blocks (docs/sources.md).

    Raises:
        UsageError: naming file and line of what is wrong.
    """
    try:
        text = file.read_text("utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"reading the list of feeds {file}: {error}") from error
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        raise UsageError(f"{file}:{at[1] if at else 1}: this is no TOML: {error}") from error
    blocks = table.get("feed")
    if not isinstance(blocks, list) or not blocks or set(table) != {"feed"}:
        raise UsageError(f"{file}:1: a list of feeds has [[feed]] blocks, one at least, and nothing else")
    lines = [i for i, line in enumerate(text.splitlines(), 1) if _HEADER.match(line)]
    found: list[Feed] = []
    for row, line in zip(blocks, lines, strict=False):
        feed = _feed(row, f"{file}:{line}")
        if feed.url in {other.url for other in found}:
            raise UsageError(f"{file}:{line}: {feed.url} stands here twice")
        found.append(feed)
    return tuple(found)


def _feed(row: Mapping[str, Any], where: str) -> Feed:
    if unknown := sorted(set(row) - _KEYS):
        raise UsageError(f"{where}: {unknown[0]!r} is no key of a feed; there are {', '.join(sorted(_KEYS))}")
    url, publisher, pages = row.get("url"), row.get("publisher"), row.get("pages", False)
    if not isinstance(url, str) or urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise UsageError(f'{where}: a feed needs url = "https://...", and has {url!r}')
    if publisher is not None and not isinstance(publisher, str):
        raise UsageError(f"{where}: publisher is a name, not {publisher!r}")
    if not isinstance(pages, bool):
        raise UsageError(f"{where}: pages is true or false, not {pages!r}")
    return Feed(url=url, publisher=publisher, every=_every(row.get("every", "15m"), where), pages=pages)


def _every(words: object, where: str) -> int:
    found = _SPAN.fullmatch(words) if isinstance(words, str) else None
    seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
    if seconds < _SHORTEST:
        raise UsageError(f'{where}: every = {words!r}: write "15m", "1h" or the like, one minute at least')
    return seconds
