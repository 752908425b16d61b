"""The codebook of what is in force: event types, modes, codes and frames, ready to be written down."""

from dataclasses import dataclass

from dragoman.codes.cameo import cameo
from dragoman.codes.plover import event_types
from dragoman.knowledge.frames import EventType, Frame, Frames

QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeEntry:
    """A mode of a type.

    Args:
        code: as dragoman records it.
        plover: the PLOVER manual's name for it, None where it has none.
        score: intensity, -10 to 10; None where none is set.
        frames: how many frames give it.
    """

    code: str
    plover: str | None
    score: float | None
    frames: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameEntry:
    """A frame with the values of its CAMEO code.

    Args:
        frame: the frame.
        cameo_name: what its CAMEO code is called, None where it has none that is known.
        goldstein: Goldstein value of that code.
        quad: GDELT's quad class of that code.
        demands: in words, what it asks for beside its predicate.
    """

    frame: Frame
    cameo_name: str | None
    goldstein: float | None
    quad: int | None
    demands: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeEntry:
    """An event type with all that codes it.

    Args:
        type: what its file says of it.
        quad: quad class, None where none is known.
        score: intensity, -10 to 10.
        recipient: whether PLOVER demands a recipient.
        modes: its modes.
        frames: its frames.
    """

    type: EventType
    quad: int | None
    score: float | None
    recipient: bool
    modes: tuple[ModeEntry, ...]
    frames: tuple[FrameEntry, ...]

    @property
    def predicates(self) -> int:
        """How many predicates its frames have."""
        return sum(len(entry.frame.predicates) for entry in self.frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Everything that codes events in a run.

    Args:
        types: in the order of the PLOVER manual, types of one's own after them.
        digest: of the frames in force; the recipe of a record holds the same.
        folder: the user's folder of frames, None where only the packaged ones are in force.
    """

    types: tuple[TypeEntry, ...]
    digest: str
    folder: str | None

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return sum(len(entry.frames) for entry in self.types)

    @property
    def predicates(self) -> int:
        """How many predicates there are."""
        return sum(entry.predicates for entry in self.types)


def codebook(table: Frames) -> Codebook:
    """Gather what is in force.

    Args:
        table: the frames.

    Returns:
        Types with modes, quad classes and scores, and their frames with CAMEO codes and Goldstein values.
    """
    order = [*(name for name in event_types() if name in table.types)]
    order += sorted(name for name in table.types if name not in event_types())
    return Codebook(
        types=tuple(_type(table, table.types[name]) for name in order),
        digest=table.digest,
        folder=str(table.folder) if table.folder else None,
    )


def _type(table: Frames, kind: EventType) -> TypeEntry:
    plover = event_types().get(kind.name)
    found = [frame for frame in table.frames if frame.type == kind.name]
    quad = kind.quad if kind.quad is not None else plover.quad if plover else None
    score = kind.score if kind.score is not None else plover.score if plover else None
    return TypeEntry(
        type=kind,
        quad=quad,
        score=score,
        recipient=bool(plover and plover.recipient),
        modes=_modes(kind, found),
        frames=tuple(map(_frame, found)),
    )


def _modes(kind: EventType, found: list[Frame]) -> tuple[ModeEntry, ...]:
    plover = event_types().get(kind.name)
    listed = {mode.code: mode for mode in plover.modes} if plover else {}
    codes = dict.fromkeys((*listed, *kind.modes, *(frame.mode for frame in found if frame.mode)))
    return tuple(
        ModeEntry(
            code=code,
            plover=listed[code].plover if code in listed else None,
            score=listed[code].score if code in listed else None,
            frames=sum(frame.mode == code for frame in found),
        )
        for code in codes
    )


def _frame(frame: Frame) -> FrameEntry:
    code = cameo().get(frame.cameo or "")
    return FrameEntry(
        frame=frame,
        cameo_name=code.name if code else None,
        goldstein=code.goldstein if code else None,
        quad=code.quad if code else None,
        demands=demands(frame),
    )


def demands(frame: Frame) -> tuple[str, ...]:
    """Say in words what a frame asks for beside its predicate."""
    lists = (
        ("object is one of", frame.object),
        ("object is none of", frame.not_object),
        ("object stands for", frame.object_kind),
        ("an actor is of kind", frame.actor_kind),
        ("with the auxiliary", frame.modal),
        ("with a clause headed by", frame.with_clause),
        ("without a clause headed by", frame.not_clause),
        ("governed by", frame.before),
    )
    said = [f"{what}: {', '.join(sorted(words))}" for what, words in lists if words]
    if frame.negated is not None:
        said.append("negated" if frame.negated else "not negated")
    if frame.status is not None:
        said.append(f"status is always {frame.status}")
    return tuple("with any clause" if line.endswith("headed by: *") else line for line in said)
