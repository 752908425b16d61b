"""What stands around the prose of a news page: patterns of its lines, and the words that its menus are made of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dragoman.errors import KnowledgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePattern:
    """One kind of furniture line.

    Args:
        kind: the Part kind it gives ("furniture", "credit", "caption").
        why: the basis of the cut, in words.
        where: "any", "head", "tail" or "ends" (head and tail).
        pattern: matches the whole line.
    """

    kind: str
    why: str
    where: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """All patterns and word lists, compiled.

    Args:
        lines: the line patterns, in the order in which they are tried.
        longest_line: code points; a longer line is prose.
        head: how many lines count as the head.
        tail: how many lines count as the tail.
        bracketed: a photo credit in brackets, at the end of a paragraph.
        bare: one without brackets.
        inline: a photo credit that may stand anywhere.
        label: a line that announces the caption on the next line.
        longest_caption: code points before a credit; more than that is prose.
        words: the word lists, by name (`sections`, `small`, `offices`, `bodies`, `venues`, `not_places`, `agencies`,
            `stop`).
        published: alternatives of labels before a time of publication.
        updated: alternatives of labels before a time of change.
        clock: offset from UTC by abbreviation ("EST": "-05:00").
    """

    lines: tuple[LinePattern, ...]
    longest_line: int
    head: int
    tail: int
    bracketed: re.Pattern[str]
    bare: re.Pattern[str]
    inline: re.Pattern[str]
    label: re.Pattern[str]
    longest_caption: int
    words: Mapping[str, frozenset[str]]
    published: str
    updated: str
    clock: Mapping[str, str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Furniture":
        """Compile the parsed table.

        Raises:
            KnowledgeError: a section is missing or a pattern is broken.
        """
        try:
            credit = table["credit"]
            return cls(
                lines=tuple(_line(row) for row in table["line"]),
                longest_line=table["limits"]["line"],
                head=table["limits"]["head"],
                tail=table["limits"]["tail"],
                bracketed=re.compile(credit["bracketed"], re.IGNORECASE),
                bare=re.compile(credit["bare"], re.IGNORECASE),
                inline=re.compile(credit["inline"], re.IGNORECASE),
                label=re.compile(credit["label"], re.IGNORECASE),
                longest_caption=credit["longest"],
                words=MappingProxyType({name: _words(words) for name, words in table["words"].items()}),
                published=table["labels"]["published"],
                updated=table["labels"]["updated"],
                clock=MappingProxyType(dict(table["clock"])),
            )
        except (KeyError, re.error) as error:
            raise KnowledgeError(f"furniture.toml: {error!r}; see the head of the file for its form") from error


def _line(row: Mapping[str, str]) -> LinePattern:
    return LinePattern(
        kind=row["kind"], why=row["why"], where=row["where"], pattern=re.compile(row["pattern"], re.IGNORECASE)
    )


def _words(block: str) -> frozenset[str]:
    return frozenset(word.replace("+", " ") for word in block.split())
