"""Bytes to Articles: walk a source, read its format, clean each report of what is no prose, and date it."""

from dragoman.read.formats import known_formats
from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.source import Source
from dragoman.read.walk import check_kind, kinds, read, read_bytes

__all__ = ["Format", "Given", "How", "Source", "check_kind", "kinds", "known_formats", "read", "read_bytes"]
