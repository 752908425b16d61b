"""Every format that can be read: one file a reader, or a family of readers that share their work."""

from functools import lru_cache
from importlib.metadata import entry_points

from dragoman.errors import SourceError
from dragoman.read.formats.archives import TAR, ZIP
from dragoman.read.formats.factiva import FACTIVA
from dragoman.read.formats.feed import FEED
from dragoman.read.formats.format import Format
from dragoman.read.formats.jsons import JSON, JSONL
from dragoman.read.formats.mail import EML, MBOX
from dragoman.read.formats.newsxml import NEWSML, NITF
from dragoman.read.formats.nexis import NEXIS
from dragoman.read.formats.office import DOCX, RTF
from dragoman.read.formats.page import HTML
from dragoman.read.formats.pdf import PDF
from dragoman.read.formats.proquest import PROQUEST
from dragoman.read.formats.table import CSV, PARQUET
from dragoman.read.formats.text import TEXT
from dragoman.read.formats.transcript import TRANSCRIPT
from dragoman.read.formats.warc import WARC

GROUP = "dragoman.readers"  # the entry points under which others add theirs

# in the order in which their marks are looked for: what is most particular first
OURS = (
    ZIP, TAR, PDF, RTF, PARQUET, WARC, MBOX, FEED, NEWSML, NITF, FACTIVA, HTML, NEXIS, PROQUEST, TRANSCRIPT, JSONL,
    JSON, EML, CSV, DOCX, TEXT,
)  # fmt: skip


@lru_cache(maxsize=1)
def known_formats() -> dict[str, Format]:
    """Give every format by name: those that others added, then ours.

    Raises:
        SourceError: what an entry point names is no Format, or has a name that is taken.
    """
    found: dict[str, Format] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        added = point.load()
        if not isinstance(added, Format):
            raise SourceError(
                f"loading the reader {point.name!r} ({point.value}): it is a {type(added).__name__}; "
                "an entry point of dragoman.readers names a dragoman.read.Format"
            )
        if added.name in found or added.name in {ours.name for ours in OURS}:
            raise SourceError(
                f"loading the reader {point.name!r} ({point.value}): there is a format {added.name!r} already"
            )
        found[added.name] = added
    return found | {ours.name: ours for ours in OURS}
