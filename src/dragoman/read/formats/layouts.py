"""Tell how a text that came out of an office document is laid out, and hand it on so."""

import io
from collections.abc import Iterator
from typing import Any

from dragoman.read.formats.factiva import FACTIVA
from dragoman.read.formats.format import Found
from dragoman.read.formats.nexis import NEXIS
from dragoman.read.formats.proquest import PROQUEST
from dragoman.read.formats.transcript import TRANSCRIPT
from dragoman.read.source import Source

LAYOUTS = (NEXIS, FACTIVA, PROQUEST, TRANSCRIPT)


def laid_out(text: str, source: Source, **said: Any) -> Iterator[Found]:
    """Give one report, or, where the text is a bundle of a database or a transcript, a source of that layout.

    Args:
        text: the text of a document.
        source: the document.
        said: what the document says of the report, as fields of Given.
    """
    content = text.encode("utf-8", "replace")
    wanted = source.how.kind if source.how.kind in {layout.name for layout in LAYOUTS} else None
    marked = (layout.name for layout in LAYOUTS if layout.marks and layout.marks(content[:65536]))
    kind = wanted or next(marked, None)
    if kind:
        yield source.inner("", io.BytesIO(content), kind=kind)
    else:
        yield source.given(text, source_id=source.stem, **said)
