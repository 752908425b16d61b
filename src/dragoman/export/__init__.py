"""Coded reports in the formats of the trade."""

from dragoman.export.annotation import annotation

__all__ = ["annotation"]
