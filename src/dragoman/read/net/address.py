"""Read the reports at one address that the user named."""

import io
from collections.abc import Iterator
from dataclasses import replace

from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.net.fetch import Answer, Limits, NotFetchedError, fetch
from dragoman.read.source import opened
from dragoman.read.unpack import budget_of
from dragoman.read.walk import read_source

_KINDS = {
    "text/csv": "csv",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "text/vtt": "transcript",
    "message/rfc822": "eml",
}
_CURE = "check the address; addresses of your own network need --private"
_LIMITS = Limits(size=64 * 1024 * 1024)


def read_address(url: str, how: How) -> Iterator[Article | Problem]:
    """Fetch an address and read what it gives: a page, a feed, a file of any kind.

    Args:
        url: http or https.
        how: the user's wishes.
    """
    try:
        answer = fetch(url, private=how.private, limits=_LIMITS)
    except NotFetchedError as error:
        yield problems.refused(url, error.why, _CURE)
        return
    yield from read_answer(answer, how)


def read_answer(answer: Answer, how: How, known: Given | None = None) -> Iterator[Article | Problem]:
    """Read the reports in what a server gave.

    Args:
        answer: what it gave.
        how: the user's wishes.
        known: what is known of the report already (from the feed that points to it).
    """
    how = replace(how, kind=how.kind or _KINDS.get(answer.kind))
    budget = budget_of(len(answer.content))
    yield from read_source(
        opened(
            answer.url,
            io.BytesIO(answer.content),
            how,
            budget=budget,
            url=answer.url,
            charset=answer.charset,
            known=known,
        )
    )
