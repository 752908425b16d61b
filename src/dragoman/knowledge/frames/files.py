"""Reads a folder of frame files: types, frames, and the word lists and constructions they use."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from dragoman.errors import FrameError
from dragoman.knowledge.frames.frame import PATHS, PREPOSITIONS, EventType, Frame, Roles
from dragoman.knowledge.frames.schema import TYPES, Classes, Page, declared, event_type, frames_of

LISTS = ("classes.toml", "embedding.toml")
CONSTRUCTIONS, ONTOLOGY = "constructions.toml", "ontology.toml"
TABLES = frozenset((*LISTS, CONSTRUCTIONS, ONTOLOGY))
ROLE_KEYS = frozenset(("actor", "recipient", "symmetric"))
BROKEN_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class Home(Protocol):
    """What a folder must be able to do here: a path and a packaged folder both can."""

    def iterdir(self) -> Any:
        """Give the files in it."""

    def joinpath(self, name: str) -> Any:
        """Give the file of that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What the files of one folder bring.

    Args:
        types: the types they speak of, by name.
        frames: their frames, in the order of file names.
        classes: named sets of lemmas.
        roles: named constructions.
        embedding: named sets of governing lemmas.
        replaced: types whose packaged frames they replace as a whole.
        packaged: whether the packaged frames stay in force beside them.
        read: names and texts of the files.
    """

    types: dict[str, EventType]
    frames: tuple[Frame, ...]
    classes: Classes
    roles: Mapping[str, Roles]
    embedding: Classes
    replaced: frozenset[str] = frozenset()
    packaged: bool = True
    read: tuple[str, ...] = ()


@dataclass(slots=True)
class _File:
    page: Page
    table: dict[str, Any]


@dataclass(slots=True)
class _Folder:
    """The files of a folder, parsed; tables by name, files of frames in order."""

    tables: dict[str, _File] = field(default_factory=dict)
    frames: list[_File] = field(default_factory=list)
    read: list[str] = field(default_factory=list)


def bring(home: Home, base: Brought | None = None) -> Brought:
    """Read every file of a folder.

    Args:
        home: where the `*.toml` files lie.
        base: the packaged frames, where the folder is a user's: its classes and constructions may be used, and types
            of one's own be declared.

    Returns:
        What it brings.

    Raises:
        FrameError: with file and line, at the first thing that breaks the schema.
    """
    folder = _parsed(home, whole_paths=base is not None)
    classes = _word_lists(folder.tables.get("classes.toml"))
    roles = _constructions(folder.tables.get(CONSTRUCTIONS))
    usable = (classes, roles) if base is None else ({**base.classes, **classes}, {**base.roles, **roles})
    packaged = _packaged(folder.tables.get(ONTOLOGY))
    new = {declared(file.page, file.table) for file in folder.frames} - {None} if base is not None else set()
    types, found, replaced = _frames(folder, frozenset((*TYPES, *filter(None, new))), *usable, own=base is not None)
    if base is not None:
        types = {name: _over(base.types.get(name), kind) for name, kind in types.items()}
    return Brought(
        types=types,
        frames=found,
        classes=classes,
        roles=usable[1],
        embedding=_word_lists(folder.tables.get("embedding.toml")),
        replaced=replaced,
        packaged=packaged,
        read=tuple(folder.read),
    )


def _over(ours: EventType | None, theirs: EventType) -> EventType:
    """A user's file for a packaged type keeps what it does not say of it."""
    if ours is None:
        return theirs
    return replace(theirs, about=theirs.about or ours.about, source=theirs.source or ours.source)


def _frames(
    folder: _Folder, allowed: frozenset[str], classes: Classes, roles: Mapping[str, Roles], *, own: bool
) -> tuple[dict[str, EventType], tuple[Frame, ...], frozenset[str]]:
    types: dict[str, EventType] = {}
    names: dict[str, Frame] = {}
    replaced = set()
    for file in folder.frames:
        kind = event_type(file.page, file.table, types=allowed, own=own)
        types[kind.name] = kind
        if file.table.get("replace"):
            replaced.add(kind.name)
        for frame in frames_of(file.page, file.table, kind, classes=classes, roles=roles):
            if frame.name in names:
                first = names[frame.name]
                raise FrameError(f"{frame.file}:{frame.line}: {frame.name} stands already at {first.file}:{first.line}")
            names[frame.name] = frame
    return types, tuple(names.values()), frozenset(replaced)


def _parsed(home: Home, *, whole_paths: bool) -> _Folder:
    folder = _Folder()
    for path in sorted(home.iterdir(), key=lambda entry: str(entry.name)):
        if not path.name.endswith(".toml"):
            continue
        name = str(path) if whole_paths else str(path.name)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise FrameError(f"{name}:1: could not be read as UTF-8 text: {problem}") from problem
        file = _File(Page(name, text), _toml(name, text))
        folder.read += [str(path.name), text]
        if path.name in TABLES:
            folder.tables[path.name] = file
        else:
            folder.frames.append(file)
    return folder


def _toml(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = BROKEN_AT.search(str(problem))
        line = int(found[1]) if found and found[1] else max(len(text.splitlines()), 1)
        what = BROKEN_AT.sub("", str(problem))
        raise FrameError(f"{file}:{line}: not TOML: {what}") from problem


def _word_lists(file: "_File | None") -> dict[str, frozenset[str]]:
    """Read named sets of words; each is a list of lines of words."""
    found = {}
    for name, lines in (file.table if file else {}).items():
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise _wrong(file, name, f"{name} must be a list of texts, not {lines!r}")
        found[name] = frozenset(" ".join(lines).split())
    return found


def _constructions(file: "_File | None") -> dict[str, Roles]:
    found = {}
    for name, entry in (file.table if file else {}).items():
        if not isinstance(entry, dict) or not entry.get("actor"):
            raise _wrong(file, name, f"construction {name} needs paths to its actor (actor = [...])")
        for key, value in entry.items():
            if key not in ROLE_KEYS:
                raise _wrong(file, key, f"unknown key {key!r}; a construction knows {', '.join(sorted(ROLE_KEYS))}")
            for path in value if isinstance(value, list) else ():
                if path not in PATHS and path not in PREPOSITIONS:
                    raise _wrong(file, key, f"unknown path {path!r}; a preposition or one of {', '.join(PATHS)}")
        found[name] = Roles(
            actor=tuple(entry["actor"]),
            recipient=tuple(entry.get("recipient", ())),
            symmetric=bool(entry.get("symmetric", False)),
        )
    return found


def _packaged(file: "_File | None") -> bool:
    """Read the switches of a whole ontology: whether the packaged frames stay in force."""
    for key, value in (file.table if file else {}).items():
        if key not in ("name", "about", "packaged"):
            raise _wrong(file, key, f"unknown key {key!r}; an ontology knows about, name, packaged")
        if key == "packaged" and not isinstance(value, bool):
            raise _wrong(file, key, f"packaged must be true or false, not {value!r}")
    return bool(file.table.get("packaged", True)) if file else True


def _wrong(file: "_File | None", key: str, what: str) -> FrameError:
    assert file is not None
    return file.page.error(None, key, what)
