"""Read one report, or a bundle of them, from a word processor's file: DOCX and RTF."""

import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from dragoman.read import problems
from dragoman.read.decode import LIMIT
from dragoman.read.formats.format import Format, Found
from dragoman.read.formats.layouts import laid_out
from dragoman.read.source import Refused, Source


def read_docx(source: Source) -> Iterator[Found]:
    """Read a DOCX; `raw` has its paragraphs and the cells of its tables, a blank line between them."""
    import docx
    from docx.opc.exceptions import OpcError

    file = source.file()
    try:
        _weigh(file, source)
        document = docx.Document(file)
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError) as error:
        yield problems.foreign(source.path, "a DOCX", error)
        return
    text = "\n\n".join(words for words in _paragraphs(document) if words.strip())
    if not text:
        yield problems.empty(source.path, what="the document has no text")
        return
    made = document.core_properties.created
    about = {"made": made.date().isoformat(), "made_basis": "day the document was made"} if made else {}
    yield from laid_out(text, source, **about)


def read_rtf(source: Source) -> Iterator[Found]:
    """Read an RTF; `raw` is its text, a paragraph a line."""
    from striprtf.striprtf import rtf_to_text

    to_text: Callable[..., str] = rtf_to_text
    content = source.content()
    # RTF is ASCII with its own escapes; a byte beyond it is of the code page that it names
    text = to_text(content.decode("cp1252", "replace"), errors="replace")
    text = re.sub(r"[ \t]+\n", "\n", text.replace("\x00", "")).strip()
    if not text:
        yield problems.empty(source.path, what="the document has no text")
        return
    yield from laid_out(text if "\n\n" in text else text.replace("\n", "\n\n"), source)


def _weigh(file: Any, source: Source) -> None:
    """Make sure that the parts of the document do not swell beyond all measure.

    Raises:
        Refused: they would.
    """
    with zipfile.ZipFile(file) as archive:
        size = sum(member.file_size for member in archive.infolist() if member.filename.endswith((".xml", ".rels")))
    file.seek(0)
    if size > LIMIT:
        raise Refused(problems.too_long(source.path, None, size, LIMIT))
    source.budget.spend(size, source.path)


def _paragraphs(document: Any) -> Iterator[str]:
    """Give the paragraphs, and the cells of tables, in the order in which they stand."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from dict.fromkeys(cell.text for cell in row.cells)  # merged cells come several times
        else:
            yield block.text


DOCX = Format(
    name="docx",
    what="a Word document, such as a press release",
    read=read_docx,
    endings=(".docx",),
    needs="python-docx",
    apart=True,
    binary=True,
)
RTF = Format(
    name="rtf",
    what="a rich text file, such as a press release",
    read=read_rtf,
    endings=(".rtf",),
    marks=lambda start: start.startswith(b"{\\rtf"),
    needs="striprtf",
    apart=True,
    binary=True,
)
