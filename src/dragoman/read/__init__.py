"""Bytes to Articles: one file a format, publishers' furniture and clocks."""

from dragoman.read.source import kinds, read

__all__ = ["kinds", "read"]
