"""Predictions against gold annotations."""

from dragoman.evaluate.gold import load
from dragoman.evaluate.score import Miss, Row, Scores, score

__all__ = ["Miss", "Row", "Scores", "load", "score"]
