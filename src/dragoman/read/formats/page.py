"""Read one report from a saved web page."""

import re
from collections.abc import Iterator
from typing import Any

from dragoman.read import problems
from dragoman.read.decode import declared_text
from dragoman.read.formats.format import Format, Found
from dragoman.read.formats.tags import tags_of
from dragoman.read.source import Source

LONGEST = 8 * 1024 * 1024  # bytes of one page; a tree of it takes some ten times that
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)[\s>]", re.IGNORECASE)


def read(source: Source) -> Iterator[Found]:
    """Read a saved page; `raw` is the text that trafilatura extracts from it (precision before recall), not the HTML.

    Title, author, site, address and times come from the page's tags; a page without a time tag is searched by htmldate.
    """
    page, torn = declared_text(source.content(LONGEST), source.path, source.charset)
    tags = tags_of(page)
    found = _extracted(page, source)
    if found is None or not (found.text or "").strip():
        yield problems.empty(source.path, what="no article is to be found in the page")
        return
    searched = None if tags.published else found.date
    yield source.given(
        found.text,
        source_id=source.stem,
        publisher=found.sitename,
        published=tags.published,
        updated=tags.updated,
        basis=tags.basis,
        made=searched,
        made_basis="page, searched for a date" if searched else None,
        title=_without_site(found.title, found.sitename),
        byline=found.author,
        url=source.url or found.url or tags.url,
        language_tag=tags.language,
    )
    if torn:
        yield torn


def _without_site(title: str | None, site: str | None) -> str | None:
    """Take the site's name off the end or the beginning of a page title: "Headline - Site"."""
    if not title or not site:
        return title
    name = re.escape(site)
    return re.sub(rf"\s+[|·•:–—-]\s+{name}\s*\Z|\A\s*{name}\s+[|·•:–—-]\s+", "", title, flags=re.IGNORECASE) or title


def _extracted(page: str, source: Source) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        page,
        url=source.url,
        favor_precision=True,
        include_comments=False,
        include_tables=True,  # many older pages lay their very text out in a table
        with_metadata=True,
        date_extraction_params={
            "original_date": True,
            "extensive_search": True,
            "max_date": source.how.latest.isoformat(),
        },
    )


HTML = Format(
    name="html",
    what="a saved web page, one report a page",
    read=read,
    endings=(".html", ".htm", ".xhtml", ".shtml"),
    marks=lambda start: start.startswith(b"<") and _HTML.search(start[:2048]) is not None,
    needs="trafilatura",
    apart=True,
)
