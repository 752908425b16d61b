"""The words by which somebody takes a stand, from a packaged table."""

from dragoman.knowledge.positions.stands import Stand, Stands, stands

__all__ = ["Stand", "Stands", "stands"]
