"""Who acts in a report: one actor for each referent, with every mention of it."""

from dragoman.stages.actors.linker import Linker, linker_of
from dragoman.stages.actors.stage import Actors

__all__ = ["Actors", "Linker", "linker_of"]
