"""Tell what kind of file something is, by its first bytes and its name."""

from pathlib import PurePath

from dragoman.read.formats import known_formats
from dragoman.read.formats.format import Format

_WHITE = b" \t\r\n\xef\xbb\xbf"


def format_of(name: str, start: bytes) -> Format | None:
    """Give the format of a file.

    Args:
        name: its name, without the ending of a packing; "" for a stream without one.
        start: its first bytes, unpacked.

    Returns:
        The format; None where neither says. What the bytes say outranks the name; marks that a prose text may bear too
        (a brace, a header of an e-mail) count only where the name says nothing.
    """
    known = known_formats()
    ending = PurePath(name).suffix.lower()
    named = next((known[kind] for kind in known if ending in known[kind].endings), None)
    plain = start.lstrip(_WHITE) if start[:1] in (b" ", b"\t", b"\r", b"\n", b"\xef") else start
    marked = next((kind for kind in known.values() if kind.marks and (kind.marks(plain) or kind.marks(start))), None)
    if marked and (marked.sure or named is None):
        return marked
    if named and named.name == "json" and marked and marked.name == "jsonl":
        return marked
    if named:
        return named
    says_nothing = ending in ("", ".") or not ending[1:].isalnum() or ending[1:].isdigit() or " " in ending
    return known["text"] if says_nothing else None
