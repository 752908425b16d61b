"""What coded a report: program, weights, tables and stages, each by version or digest."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.ids import digest
from dragoman.knowledge import own
from dragoman.model import Stage
from dragoman.pipeline.ontology import ontology
from dragoman.pipeline.settings import Settings
from dragoman.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The recipe behind a coding; the same recipe and the same text give the same bytes.

    Args:
        program: version of dragoman.
        weights: SHA-256 of the analyser's weights.
        knowledge: digest of the packaged tables, and of the user's own actors.
        frames: digest of the frames in force, a user's own included.
        cascade: digest of the tables that choose the sentences worth reading; "full" where all are read.
        stages: name and version of each stage, in order.
    """

    program: str
    weights: str
    knowledge: str
    frames: str
    cascade: str
    stages: tuple[tuple[str, str], ...]

    @property
    def recipe(self) -> str:
        """One digest of all of it."""
        return digest(self.program, self.weights, self.knowledge, self.frames, self.cascade, self.stages)


def manifest(stages: tuple[Stage, ...], settings: Settings | None = None) -> Manifest:
    """Describe the running program with these stages and settings."""
    settings = settings or Settings()
    return Manifest(
        program=__version__,
        weights=weights_hash(),
        knowledge=digest(knowledge_hash(), own.digest()),
        frames=ontology(settings.frames).digest,
        cascade="full" if settings.full else cascade_hash(),
        stages=tuple((stage.name, stage.version) for stage in stages),
    )


@cache
def merging_hash() -> str:
    """Give one digest of the rules that make events out of mentions: the modules and tables that merge."""
    room = files("dragoman.merge")
    rules = sorted((item.name, item.read_bytes()) for item in room.iterdir() if item.name.endswith((".py", ".tsv")))
    return digest(*(f"{name}:{sha256(content).hexdigest()}" for name, content in rules))


@cache
def weights_hash() -> str:
    """Give the SHA-256 of the shipped weights."""
    return sha256((files("dragoman.language") / "weights" / "analyser.onnx").read_bytes()).hexdigest()


@cache
def cascade_hash() -> str:
    """Give one digest of the tables of the cascade."""
    tables = sorted(_tables(files("dragoman.language") / "weights" / "cascade", ""), key=lambda pair: pair[0])
    return digest(*(f"{name}:{sha256(table.read_bytes()).hexdigest()}" for name, table in tables))


@cache
def knowledge_hash() -> str:
    """Give one digest of every packaged table."""
    tables = sorted(_tables(files("dragoman.knowledge"), ""), key=lambda pair: pair[0])
    return digest(*(f"{name}:{sha256(table.read_bytes()).hexdigest()}" for name, table in tables))


def _tables(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _tables(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".tsv", ".toml", ".gz")):
            found.append((prefix + item.name, item))
    return found
