"""All frames in force: the packaged ones, with a user's folder of frames over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import FrameError
from dragoman.ids import digest
from dragoman.knowledge.frames.files import Brought, bring
from dragoman.knowledge.frames.frame import EventType, Frame, Predicate
from dragoman.knowledge.frames.schema import Classes


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """All frames in force, with the tables that they and their matching lean on.

    Args:
        types: what is known of each type, by name.
        frames: every frame, in the order of files and entries, a user's own last.
        classes: named sets of lemmas ("weapons").
        embedding: named sets of lemmas of words that change the standing of what they govern ("planned").
        index: (head lemma, part of speech) to the frames and predicates that begin there, the strictest first.
        heads: the head lemmas of all predicates, whatever their part of speech.
        digest: of all files that they were read from: two runs with the same digest coded by the same frames.
        folder: the user's folder, None where only the packaged frames are in force.
    """

    types: Mapping[str, EventType]
    frames: tuple[Frame, ...]
    classes: Classes
    embedding: Classes
    index: Mapping[tuple[str, str], tuple[tuple[Frame, Predicate], ...]]
    heads: frozenset[str]
    digest: str = ""
    folder: Path | None = None

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
    """Load the packaged frames, and a user's folder over them (docs/frames.md).

    Args:
        folder: files of frames. A frame of the same name replaces the packaged one, others are added; a file with
            `replace = true` puts its frames in place of all of its type; an `ontology.toml` with `packaged = false`
            leaves all packaged frames out.

    Returns:
        All frames in force.

    Raises:
        FrameError: with file and line, where a file breaks the schema.
    """
    home = files(__package__)
    ours = bring(home)
    if folder is None:
        return _table(ours, ours.types, ours.frames, folder=None)
    if not folder.is_dir():
        raise FrameError(f"reading frames: {folder} is not a folder; give a folder of .toml files (docs/frames.md)")
    theirs = bring(folder, base=ours)
    kept = _kept(ours, theirs) if theirs.packaged else ()
    stay = {frame.type for frame in kept}
    types = {name: kind for name, kind in ours.types.items() if name in stay} | theirs.types
    both = Brought(
        types=types,
        frames=theirs.frames,
        classes={**ours.classes, **theirs.classes},
        roles=theirs.roles,
        embedding=_joined(ours.embedding, theirs.embedding),
        read=ours.read + theirs.read,
    )
    return _table(both, types, (*kept, *theirs.frames), folder=folder)


def subset(table: Frames, chosen: tuple[Frame, ...]) -> Frames:
    """Give the same tables with some frames only, as `dragoman why` tries them one at a time.

    Args:
        table: frames in force.
        chosen: the frames to keep, or changed ones.
    """
    return _indexed(table.types, chosen, table.classes, table.embedding)


def _kept(ours: Brought, theirs: Brought) -> tuple[Frame, ...]:
    """Give the packaged frames that a user's folder leaves standing."""
    names = {frame.name for frame in theirs.frames}
    return tuple(f for f in ours.frames if f.name not in names and f.type not in theirs.replaced)


def _joined(ours: Classes, theirs: Classes) -> dict[str, frozenset[str]]:
    """Put lists of governing words together; a list that is not there would leave the matching without its words."""
    for name in theirs:
        if name not in ours:
            raise FrameError(f"embedding.toml: unknown list {name!r}; there are {', '.join(sorted(ours))}")
    return {**ours, **theirs}


def _table(read: Brought, types: Mapping[str, EventType], found: tuple[Frame, ...], *, folder: Path | None) -> Frames:
    return _indexed(types, found, read.classes, read.embedding, of=digest(*read.read), folder=folder)


def _indexed(
    types: Mapping[str, EventType],
    found: tuple[Frame, ...],
    classes: Classes,
    embedding: Classes,
    *,
    of: str = "",
    folder: Path | None = None,
) -> Frames:
    index: dict[tuple[str, str], list[tuple[Frame, Predicate]]] = {}
    for frame in found:
        for predicate in frame.predicates:
            index.setdefault((predicate.head, frame.pos), []).append((frame, predicate))
    ordered = {
        key: tuple(sorted(entries, key=lambda entry: (-2 * len(entry[1].rest) - entry[0].strictness, entry[0].name)))
        for key, entries in index.items()
    }
    heads = frozenset(predicate.head for frame in found for predicate in frame.predicates)
    return Frames(
        types=types,
        frames=found,
        classes=classes,
        embedding=embedding,
        index=ordered,
        heads=heads,
        digest=of,
        folder=folder,
    )
