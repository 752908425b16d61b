"""One kind of file: what it is called, how it is told from others, and what reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.model import Problem
from dragoman.read.given import Given
from dragoman.read.source import Source

Found = Given | Problem | Source
Read = Callable[[Source], Iterator[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A reader and what is to be known about it.

    Args:
        name: what `--as` calls it.
        what: one line that says what it is.
        read: gives the reports of a source, what went wrong, and the files that lie within it.
        endings: of the names of such files, small, with the point.
        marks: tells by the first bytes (white space and byte order mark off) whether it is one.
        sure: whether its marks outrank the name of the file; if not, they count only where the name says nothing.
        holds: whether it is a container: opened whatever the user says the files in it are.
        layout: whether it is a way to lay out plain text, so that a `.txt` may be one.
        binary: whether it may hold bytes that no text has.
        needs: the library that it stands on, empty where none.
        apart: whether that library may hang or swell over a hostile file, so that it runs in a process of its own.
    """

    name: str
    what: str
    read: Read
    endings: tuple[str, ...] = ()
    marks: Callable[[bytes], bool] | None = None
    sure: bool = True
    holds: bool = False
    layout: bool = False
    binary: bool = False
    needs: str = ""
    apart: bool = False
