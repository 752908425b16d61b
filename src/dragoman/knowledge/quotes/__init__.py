"""The words that introduce quotations, from a packaged table."""

from dragoman.knowledge.quotes.cues import Cues, cues

__all__ = ["Cues", "cues"]
