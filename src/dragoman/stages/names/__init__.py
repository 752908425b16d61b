"""Which words of a report are proper names."""

from dragoman.stages.names.stage import Names

__all__ = ["Names"]
