"""Open web archives (WARC, as of Common Crawl's news crawl), and hand on the pages in them."""

import io
from collections import Counter
from collections.abc import Iterator
from email.message import Message
from typing import Any

from dragoman.read import problems
from dragoman.read.decode import LIMIT
from dragoman.read.formats.format import Format, Found
from dragoman.read.given import Given
from dragoman.read.source import Source

_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/json", "text/xml")
_READ_ENDINGS = ("+xml", "/xml", "+json")


def read(source: Source) -> Iterator[Found]:
    """Hand on every page that a server gave whole (status 200); what else there is becomes one problem that counts it.

    The day of the crawl is known of each page; it is believed only where the page says no day.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    passed: Counter[str] = Counter()
    try:
        for record in ArchiveIterator(source.stream, arc2warc=True):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            kind, charset = _kind(record)
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            if status != "200" or not (kind in _READ or kind.endswith(_READ_ENDINGS)):
                passed[f"status {status}" if status != "200" else kind or "no type"] += 1
                continue
            yield _page(record, source, charset)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        yield problems.foreign(source.path, "a WARC file", error)
    if passed:
        said = ", ".join(f"{count} of {what}" for what, count in sorted(passed.items()))
        yield problems.passed_over(source.path, said)


def _kind(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    message = Message()
    message["Content-Type"] = headers.get_header("Content-Type") or ""
    return message.get_content_type(), message.get_content_charset()


def _page(record: Any, source: Source, charset: str | None) -> Found:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    content = record.content_stream().read(LIMIT + 1)
    if len(content) > LIMIT:
        return problems.too_long(f"{source.path}/{url}", None, len(content), LIMIT)
    source.budget.spend(len(content), f"{source.path}/{url}")
    crawled = record.rec_headers.get_header("WARC-Date")
    known = Given(raw="", path=source.path, made=crawled, made_basis="day of the crawl")
    page = source.inner(url, io.BytesIO(content), url=url, known=known)
    page.charset = charset
    return page


WARC = Format(
    name="warc",
    what="a web archive (WARC, ARC, packed or not), one report a page",
    read=read,
    endings=(".warc", ".arc"),
    marks=lambda start: start.startswith((b"WARC/1.", b"filedesc://")),
    holds=True,
    needs="warcio",
    binary=True,
)
