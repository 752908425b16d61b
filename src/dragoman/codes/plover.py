"""Knows the sixteen PLOVER event types with their modes, scores and quad classes."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.errors import KnowledgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A finer kind of an event type.

    Args:
        code: as dragoman records it ("call").
        plover: the PLOVER manual's mode ("phone"), None where it has none.
        score: intensity, -10 (most hostile) to 10 (most friendly).
    """

    code: str
    plover: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """An event type.

    Args:
        code: "CONSULT".
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        score: intensity without a mode, -10 to 10.
        recipient: whether the manual demands a recipient.
        means: in words.
        modes: its modes.
    """

    code: str
    quad: int
    score: float
    recipient: bool
    means: str
    modes: tuple[Mode, ...]


@lru_cache(maxsize=1)
def event_types() -> dict[str, EventType]:
    """Give the event types by code, in the order of the manual.

    Source: PLOVER 2.0 manual, event types and intensity scores; the table's head tells where dragoman decides.
    """
    table = tomllib.loads((files(__package__) / "plover.toml").read_text(encoding="utf-8"))
    return {entry["code"]: _event_type(entry) for entry in table["types"]}


def _event_type(entry: dict[str, object]) -> EventType:
    modes = entry["modes"]
    if not isinstance(modes, list):
        raise KnowledgeError(f"plover.toml: the modes of {entry['code']} are no list")
    return EventType(
        code=str(entry["code"]),
        quad=int(str(entry["quad"])),
        score=float(str(entry["score"])),
        recipient=bool(entry["recipient"]),
        means=str(entry["means"]),
        modes=tuple(Mode(code=m["code"], plover=m["plover"] or None, score=float(m["score"])) for m in modes),
    )


def quad(code: str) -> int:
    """Give the quad class of an event type.

    Raises:
        KeyError: no such type.
    """
    return event_types()[code].quad


def score(code: str, mode: str | None = None) -> float:
    """Give the intensity of an event type, in one of its modes where one is said and known.

    Raises:
        KeyError: no such type.
    """
    found = event_types()[code]
    return next((each.score for each in found.modes if each.code == mode), found.score)
