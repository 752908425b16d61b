"""The words that introduce quotations, from a packaged table."""

from dragoman.knowledge.quotes.cues import Cues, cues
from dragoman.knowledge.quotes.forces import force_of

__all__ = ["Cues", "cues", "force_of"]
