"""Read one report from a saved web page."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from dragoman.knowledge.publishers import publishers
from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.decode import decoded
from dragoman.read.given import Given
from dragoman.read.plain import stem
from dragoman.read.report import report


def read_html(content: bytes, path: str, *, today: date) -> Iterator[Article | Problem]:
    """Read a saved page; `raw` is the text that trafilatura extracts from it (precision before recall), not the HTML.

    Title, author, site and address come from the page's tags; the date from its tags, else from stamps in the text.

    Args:
        content: the file.
        path: where it came from.
        today: no report is of a later day.
    """
    page = decoded(content, path, declared=True)
    if isinstance(page, Problem):
        yield page
        return
    if not page.strip():
        yield problems.empty(path)
        return
    found = _extracted(page, today)
    if found is None or not (found.text or "").strip():
        yield problems.empty(path, what="no article is to be found in the page")
        return
    known = publishers().at(found.url) if found.url else None
    yield from report(
        Given(
            raw=found.text,
            source_id=stem(path),
            publisher=known.name if known else found.sitename,
            published=found.date,
            basis="tags of the page",
            title=_without_site(found.title, found.sitename),
            byline=found.author,
            url=found.url,
            language=found.language,
            path=path,
            stem=stem(path),
        ),
        today=today,
    )


def _without_site(title: str | None, site: str | None) -> str | None:
    """Take the site's name off the end or the beginning of a page title: "Headline - Site"."""
    if not title or not site:
        return title
    name = re.escape(site)
    return re.sub(rf"\s+[|·•:–—-]\s+{name}\s*\Z|\A\s*{name}\s+[|·•:–—-]\s+", "", title, flags=re.IGNORECASE) or title


def _extracted(page: str, today: date) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": today.isoformat()},
    )
