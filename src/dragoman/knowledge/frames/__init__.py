"""Frames: tables of the words that tell events, one file a PLOVER type, with a loader that checks them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from dragoman.errors import FrameError
from dragoman.knowledge.frames.frame import EventType, Frame, Predicate, Roles
from dragoman.knowledge.frames.schema import TYPES, Classes, Page, event_type, frames_of

__all__ = ["EventType", "Frame", "Frames", "Predicate", "Roles", "frames", "load", "read"]

TABLES = frozenset(("classes.toml", "constructions.toml", "embedding.toml"))


class _Folder(Protocol):
    """What a folder must be able to do here: a path and a packaged folder both can."""

    def iterdir(self) -> Any: ...

    def joinpath(self, name: str) -> Any: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """All frames in force, with the tables that they and their matching lean on.

    Args:
        types: what is known of each type, by name.
        frames: every frame, in the order of files and entries.
        classes: named sets of lemmas ("weapons").
        embedding: named sets of lemmas of words that change the standing of what they govern ("planned").
        index: (head lemma, part of speech) to the frames and predicates that begin there, the strictest first.
        heads: the head lemmas of all predicates, whatever their part of speech.
    """

    types: Mapping[str, EventType]
    frames: tuple[Frame, ...]
    classes: Classes
    embedding: Classes
    index: Mapping[tuple[str, str], tuple[tuple[Frame, Predicate], ...]]
    heads: frozenset[str]

    def get(self, name: str) -> Frame | None:
        """Give the frame of that name ("CONSULT/meet.v")."""
        return next((frame for frame in self.frames if frame.name == name), None)

    @property
    def predicates(self) -> int:
        """How many predicates there are over all frames."""
        return sum(len(frame.predicates) for frame in self.frames)


@cache
def frames() -> Frames:
    """Give the packaged frames; read once."""
    return load()


def load(folder: Path | None = None) -> Frames:
    """Load the packaged frames, and a user's folder over them.

    Args:
        folder: files of frames; a frame of the same name replaces the packaged one, others are added.

    Returns:
        All frames in force.

    Raises:
        FrameError: with file and line, where a file breaks the schema.
    """
    home = files(__package__)
    classes = _table(home.joinpath("classes.toml"))
    roles = _constructions(home.joinpath("constructions.toml"))
    types, found = read(home, classes=classes, roles=roles, known=frozenset(TYPES))
    if folder is not None:
        classes = {**classes, **(_table(folder / "classes.toml") if (folder / "classes.toml").exists() else {})}
        more, extra = read(folder, classes=classes, roles=roles, known=None)
        replaced = {frame.name for frame in extra}
        types = {**types, **more}
        found = (*(frame for frame in found if frame.name not in replaced), *extra)
    return Frames(
        types=types,
        frames=found,
        classes=classes,
        embedding=_table(home.joinpath("embedding.toml")),
        index=_index(found),
        heads=frozenset(predicate.head for frame in found for predicate in frame.predicates),
    )


def read(
    folder: _Folder, *, classes: Classes, roles: Mapping[str, Roles], known: frozenset[str] | None
) -> tuple[dict[str, EventType], tuple[Frame, ...]]:
    """Read every file of frames in a folder.

    Args:
        folder: where the `*.toml` files lie.
        classes: the classes that `@name` may stand for.
        roles: the constructions that `roles` may name.
        known: the types allowed; None lets a file bring a type of its own.

    Returns:
        The types and the frames, in the order of file names.

    Raises:
        FrameError: with file and line.
    """
    types: dict[str, EventType] = {}
    found: list[Frame] = []
    names: dict[str, Frame] = {}
    for path in sorted(folder.iterdir(), key=lambda entry: str(entry.name)):
        if not path.name.endswith(".toml") or path.name in TABLES:
            continue
        text = path.read_text(encoding="utf-8")
        page, table = Page(path.name, text), _toml(path.name, text)
        allowed = known if known is not None else frozenset((*TYPES, str(table.get("type")), str(table.get("planned"))))
        kind = event_type(page, table, types=allowed)
        types[kind.name] = kind
        for frame in frames_of(page, table, kind, classes=classes, roles=roles):
            if frame.name in names:
                first = names[frame.name]
                raise FrameError(f"{frame.file}:{frame.line}: {frame.name} stands already at {first.file}:{first.line}")
            names[frame.name] = frame
            found.append(frame)
    return types, tuple(found)


def _toml(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FrameError(f"{file}: not TOML: {problem}") from problem


def _table(path: Any) -> dict[str, frozenset[str]]:
    table = _toml(path.name, path.read_text(encoding="utf-8"))
    return {name: frozenset(" ".join(lines).split()) for name, lines in table.items()}


def _constructions(path: Any) -> dict[str, Roles]:
    table = _toml(path.name, path.read_text(encoding="utf-8"))
    return {
        name: Roles(
            actor=tuple(entry["actor"]),
            recipient=tuple(entry.get("recipient", ())),
            symmetric=bool(entry.get("symmetric", False)),
        )
        for name, entry in table.items()
    }


def _index(found: tuple[Frame, ...]) -> dict[tuple[str, str], tuple[tuple[Frame, Predicate], ...]]:
    index: dict[tuple[str, str], list[tuple[Frame, Predicate]]] = {}
    for frame in found:
        for predicate in frame.predicates:
            index.setdefault((predicate.head, frame.pos), []).append((frame, predicate))
    return {
        key: tuple(sorted(entries, key=lambda entry: (-2 * len(entry[1].rest) - entry[0].strictness, entry[0].name)))
        for key, entries in index.items()
    }
