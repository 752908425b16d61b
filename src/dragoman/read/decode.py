"""Turn bytes into text once, or say which byte does not fit."""

import codecs
import re

from dragoman.model import Problem
from dragoman.read import problems

LIMIT = 64 * 1024 * 1024  # bytes of one file that is read as a whole, or of one line of JSON lines

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x7fELF", "a program"),
)
# what these labels mean on the web (WHATWG Encoding Standard, section 4.2)
_WEB = {"latin-1": "cp1252", "latin1": "cp1252", "iso-8859-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}encoding=["']([\w.:-]+)|<meta[^>]{0,200}charset=["']?\s*([\w.:-]+)""", re.IGNORECASE
)


def binary_reason(start: bytes) -> str | None:
    """Say what a file is that is no text, by its first bytes; None for text."""
    for magic, what in _MAGIC:
        if start.startswith(magic):
            return what
    wide = any(start.startswith(bom) for bom, _ in _BOMS[1:])
    return "binary (it holds NUL bytes)" if b"\x00" in start[:8192] and not wide else None


def decoded(content: bytes, path: str, *, declared: bool = False, line: int = 1) -> str | Problem:
    """Decode by the mark at the beginning, else as declared, else as UTF-8; never by a guess.

    Args:
        content: the bytes.
        path: where they came from, for the problem.
        declared: whether the text may declare its own encoding (HTML, XML).
        line: the number of their first line.

    Returns:
        The text, or the problem that names the line of the first byte that does not fit.
    """
    name = _named(content, declared)
    try:
        return content.decode(name or "utf-8")
    except LookupError:
        return problems.encoding(path, line, f"{name!r}, which is declared and unknown,", content[0])
    except UnicodeDecodeError as error:
        at = line + content.count(b"\n", 0, error.start)
        return problems.encoding(path, at, _shown(name), content[error.start])


def declared_text(content: bytes, path: str, stated: str | None = None) -> tuple[str, Problem | None]:
    """Decode a web page as a browser does: as declared; a byte that does not fit becomes a mark (U+FFFD).

    Args:
        content: the bytes.
        path: where they came from, for the problem.
        stated: the encoding that the server named; what a byte order mark says comes first.

    Returns:
        The text, and the problem that bytes of it did not fit.
    """
    name = _named(content, True) if content.startswith(tuple(bom for bom, _ in _BOMS)) or not stated else stated
    try:
        name = codecs.lookup(_WEB.get((name or "utf-8").lower(), name or "utf-8")).name
    except LookupError:
        name = "utf-8"
    try:
        return content.decode(name), None
    except UnicodeDecodeError as error:
        at = 1 + content.count(b"\n", 0, error.start)
        return content.decode(name, "replace"), problems.replaced(path, at, _shown(name), content[error.start])


def _named(content: bytes, declared: bool) -> str | None:
    name = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    if name is None and declared and (found := _DECLARED.search(content[:2048])):
        name = (found[1] or found[2]).decode("ascii", "replace")
    return name


def _shown(name: str | None) -> str:
    return (name or "UTF-8").upper().removesuffix("-SIG")
