"""Who is for or against what, from acts of words and from quotes."""

from dragoman.stages.positions.stage import Positions

__all__ = ["Positions"]
