"""Read one report from plain text."""

from collections.abc import Iterator

from dragoman.read.formats.format import Format
from dragoman.read.given import Given
from dragoman.read.source import Source


def read(source: Source) -> Iterator[Given]:
    """Read a text whose first line may begin ` date YYYY-MM-DD `; the file's name is its id."""
    yield source.given(source.text(), source_id=source.stem)


TEXT = Format(name="text", what="plain text, one report a file", read=read, endings=(".txt", ".text"))
