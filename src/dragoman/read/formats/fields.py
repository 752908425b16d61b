"""Turn a row or an object of named fields into a report, by the user's map of names or by the names in common use."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import UsageError
from dragoman.model import Problem
from dragoman.read import problems
from dragoman.read.given import Given
from dragoman.read.source import Source

OURS = ("text", "id", "publisher", "published", "updated", "title", "byline", "url", "language")
_TO_GIVEN = {"text": "raw", "id": "source_id"}


@lru_cache(maxsize=1)
def common() -> Mapping[str, tuple[str, ...]]:
    """Give the names in common use for each of our fields, ours first."""
    table = tomllib.loads(files(__package__).joinpath("fields.toml").read_text("utf-8"))
    return {ours: (ours, *table["fields"].get(ours, "").split()) for ours in OURS}


def parsed(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Read the user's map: "text=body" or "text=article.body", one pair a string, or several with commas.

    Raises:
        UsageError: it has no equals sign, or names a field that we do not have.
    """
    pairs = []
    for pair in (pair.strip() for given in words for pair in given.split(",") if pair.strip()):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or not theirs or ours not in OURS:
            raise UsageError(f"reading the map of fields: {pair!r} is no pair; write text=body, with {', '.join(OURS)}")
        pairs.append((ours, theirs))
    return tuple(pairs)


def columns(names: Sequence[str], source: Source) -> dict[str, str] | Problem:
    """Say which column of a table is which field.

    Args:
        names: the columns.
        source: the table; the user's map outranks the names in common use.

    Returns:
        Column by field, or the problem that there is none with the text.
    """
    mapped = dict(source.how.fields)
    lower = {name.strip().lower(): name for name in reversed(names)}
    found = {}
    for ours in OURS:
        wanted = (mapped[ours],) if ours in mapped else common()[ours]
        if column := next((lower[name.lower()] for name in wanted if name.lower() in lower), None):
            found[ours] = column
    missing = [theirs for ours, theirs in mapped.items() if ours not in found]
    if missing or "text" not in found:
        return problems.no_column(source.path, missing[0] if missing else None, names)
    return found


def report_of(
    value: Mapping[str, Any], source: Source, line: int | None, *, mapped: Mapping[str, str] | None = None
) -> Given | Problem:
    """Make a report of one object.

    Args:
        value: its fields; one that is no string counts as it prints, null and "" as absent.
        source: where it stands.
        line: on which line.
        mapped: their name of each of our fields; None takes the user's map.
    """
    mapped = dict(source.how.fields) if mapped is None else mapped
    taken = {ours: _first(value, (mapped[ours],) if ours in mapped else common()[ours]) for ours in OURS[1:]}
    name, text = _text(value, mapped.get("text"))
    if not isinstance(text, str):
        return problems.missing_field(
            source.path, line, mapped.get("text", "text"), "nothing" if text is None else text
        )
    if not text.strip():
        return problems.empty(source.path, line, f"the field {name!r} is empty")
    said = {_TO_GIVEN.get(ours, ours): found[1] for ours, found in taken.items() if found}
    if taken["published"]:
        said["basis"] = f"field {taken['published'][0]}"
    if line is not None:
        return source.given(text, line=line, stem="", **said)  # the day in the name of a table is that of no one row
    said.setdefault("source_id", source.stem or "")
    return source.given(text, **said)


def _text(value: Mapping[str, Any], mapped: str | None) -> tuple[str, object]:
    """Give the name and the content of the field with the text; turns of speakers are put together."""
    for name in (mapped,) if mapped else common()["text"]:
        found = _at(value, name)
        if isinstance(found, list):
            found = _turns(found)
        if found is not None:
            return name, found
    turns = next((value[name] for name in ("turns", "segments") if isinstance(value.get(name), list)), None)
    return "turns", _turns(turns) if turns and not mapped else None


def _turns(items: Sequence[object]) -> str | None:
    """Put paragraphs, or turns with a speaker each, together; None where they are neither."""
    said = []
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("text"), str):
            speaker = str(item.get("speaker") or "").strip().upper()
            said.append(f"{speaker}: {item['text'].strip()}" if speaker else item["text"].strip())
        elif isinstance(item, str):
            said.append(item.strip())
        else:
            return None
    return "\n\n".join(said)


def _first(value: Mapping[str, Any], names: Iterable[str]) -> tuple[str, str] | None:
    """Give the first name that has a content, and that content as a string."""
    for name in names:
        said = _at(value, name)
        if isinstance(said, list) and said and all(isinstance(item, str) for item in said):
            said = ", ".join(said)
        if said is not None and not isinstance(said, dict | list) and str(said).strip():
            return name, str(said).strip()
    return None


def _at(value: Mapping[str, Any], name: str) -> Any:
    """Follow "article.body" into an object; a field that is called so itself comes first."""
    if name in value or "." not in name:
        return value.get(name)
    inner: Any = value
    for step in name.split("."):
        if not isinstance(inner, dict):
            return None
        inner = inner.get(step)
    return inner
