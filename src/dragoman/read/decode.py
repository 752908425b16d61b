"""Turn bytes into text once, or say which byte does not fit."""

import codecs
import re
import zlib

from dragoman.model import Problem
from dragoman.read import problems

LIMIT = 64 * 1024 * 1024  # bytes of one report or feed; JSON lines have it for each line

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
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}encoding=["']([\w.:-]+)|<meta[^>]{0,200}charset=["']?\s*([\w.:-]+)""", re.IGNORECASE
)


def unpacked(content: bytes, path: str) -> bytes | Problem:
    """Give gzip-packed bytes unpacked, others as they are; a problem where they are broken or too long."""
    if content[:2] != b"\x1f\x8b":
        return content if len(content) <= LIMIT else problems.too_long(path, None, len(content), LIMIT)
    packed = zlib.decompressobj(wbits=31)
    try:
        inner = packed.decompress(content, LIMIT + 1)
    except zlib.error as error:
        return problems.unreadable(path, f"broken gzip file: {error}")
    return inner if len(inner) <= LIMIT else problems.too_long(path, None, len(inner), LIMIT)


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
    name = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    if name is None and declared and (found := _DECLARED.search(content[:2048])):
        name = (found[1] or found[2]).decode("ascii", "replace")
    try:
        return content.decode(name or "utf-8")
    except LookupError:
        return problems.encoding(path, line, f"{name!r}, which is declared and unknown,", content[0])
    except UnicodeDecodeError as error:
        at = line + content.count(b"\n", 0, error.start)
        return problems.encoding(path, at, (name or "UTF-8").upper().removesuffix("-SIG"), content[error.start])
