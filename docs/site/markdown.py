"""Writes Markdown."""

import re
from collections.abc import Iterable, Sequence

_AMONG_CODE = re.compile(r"(`[^`]*`)")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; a bar or a line break in a cell does not break it.

    Args:
        heads: the headings.
        rows: as many cells a row.

    Returns:
        The table, empty where there are no rows.
    """
    body = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    if not body:
        return ""
    return "\n".join((f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *body)) + "\n"


def plain(words: str) -> str:
    """Write words so that none of their signs means anything to Markdown, but for code between back ticks."""
    parts = _AMONG_CODE.split(" ".join(words.split()))
    return "".join(part if part.startswith("`") else re.sub(r"([\\*_\[\]<>])", r"\\\1", part) for part in parts)


def code(words: str) -> str:
    """Write words as code."""
    return f"`{words}`" if words else ""


def page(title: str, lead: str, *sections: str) -> str:
    """Put a page together."""
    return "\n\n".join(part.strip() for part in (f"# {title}", lead, *sections) if part.strip()) + "\n"


def _cell(words: str) -> str:
    parts = _AMONG_CODE.split(" ".join(words.split()))
    return "".join(part if part.startswith("`") else part.replace("|", "\\|") for part in parts)
