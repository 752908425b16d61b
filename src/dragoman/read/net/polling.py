"""Look at a feed once, politely, and read what is new in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.net.address import read_answer
from dragoman.read.net.feeds import Feed
from dragoman.read.net.fetch import Answer, NotFetchedError, fetch
from dragoman.read.net.robots import Robots

_SEEN = 5_000  # entries of a feed that are remembered
_PAGES = 50  # pages fetched at one look
_LONGEST = 86_400.0  # seconds; a feed that fails is asked once a day at least
_CURE = "look at the address in a browser; what is temporary mends itself, the feed is asked again"

Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is known of a feed from looking at it before.

    Args:
        etag: the server's mark of the version seen.
        modified: when that version was changed, as the server wrote it.
        seen: the entries read so far, the oldest first.
        failures: looks in a row that failed.
        due: when to look again, in seconds of the epoch.
        state: what came of the last look, in words.
    """

    etag: str | None = None
    modified: str | None = None
    seen: tuple[str, ...] = ()
    failures: int = 0
    due: float = 0.0
    state: str = "not looked at yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What one look gave.

    Args:
        items: the reports that are new, and what went wrong.
        look: what to know for the next one; to be kept once the reports are.
    """

    items: tuple[Article | Problem, ...]
    look: Look


def poll(feed: Feed, before: Look, how: How, robots: Robots, *, now: float, sleep: Sleep = time.sleep) -> Polled:
    """Look at a feed.

    Args:
        feed: which.
        before: what is known of it.
        how: the user's wishes.
        robots: the rules of the servers.
        now: seconds of the epoch.
        sleep: waits between two pages of a server.
    """
    try:
        if not robots.allows(feed.url):
            trouble = robots.trouble(feed.url)
            why = trouble or "its server does not want robots there (robots.txt)"
            return _failed(feed, before, why, now, wait=None if trouble else _LONGEST)
        answer = fetch(feed.url, etag=before.etag, modified=before.modified, private=how.private)
    except NotFetchedError as error:
        return _failed(feed, before, error.why, now, wait=error.wait)
    if answer.status == 304:
        return Polled(items=(), look=_next(feed, before, now, "nothing new (not changed)"))
    found = list(read_answer(answer, how, _known(feed)))
    articles = [item for item in found if isinstance(item, Article)]
    others = [item for item in found if isinstance(item, Problem)]
    if not articles and others:
        return _failed(feed, before, str(others[0]), now)
    new = list({_key(article): article for article in articles if _key(article) not in before.seen}.values())
    taken, full, troubles = new, new, list[Problem]()
    if feed.pages:
        taken = new[:_PAGES]
        full, troubles = _with_pages(taken, how, robots, sleep)
    state = f"{len(new)} new, {len(articles) - len(new)} known"
    state += f", {len(new) - len(taken)} left for the next look" if len(taken) < len(new) else ""
    look = _next(feed, _after(before, answer, taken, all_taken=len(taken) == len(new)), now, state)
    # what is wrong with an entry is told when something is new, not at each look again
    return Polled(items=(*full, *others, *troubles) if full else (), look=look)


def _after(before: Look, answer: Answer, taken: list[Article], *, all_taken: bool) -> Look:
    """Give what is known once some entries are read; where some are left, no version counts as seen."""
    return replace(
        before,
        etag=answer.etag if all_taken else None,
        modified=answer.modified if all_taken else None,
        seen=(*before.seen, *map(_key, taken))[-_SEEN:],
    )


def _with_pages(new: list[Article], how: How, robots: Robots, sleep: Sleep) -> tuple[list[Article], list[Problem]]:
    """Put the page of each entry in its place; an entry whose page cannot be had stays as the feed gives it."""
    full: list[Article] = []
    troubles: list[Problem] = []
    for number, entry in enumerate(new):
        page = entry
        if entry.url and robots.allows(entry.url):
            if number:
                sleep(robots.delay(entry.url))
            try:
                page = _page(entry, fetch(entry.url, private=how.private), how)
            except NotFetchedError as error:
                troubles.append(problems.refused(entry.url, f"{error.why}; the feed's own words are kept", _CURE))
        full.append(page)
    return full, troubles


def _page(entry: Article, answer: Answer, how: How) -> Article:
    stamp = entry.published
    known = Given(
        raw="",
        path=answer.url,
        publisher=entry.publisher,
        published=stamp.value if stamp else None,
        basis=stamp.basis if stamp else "feed, date of the entry",
        title=entry.title,
        byline=entry.byline,
    )
    found = [item for item in read_answer(answer, how, known) if isinstance(item, Article)]
    longest = max(found, key=lambda article: len(article.text), default=entry)
    if len(longest.text) <= len(entry.text):
        return entry
    return replace(longest, source_id=entry.source_id, publisher=entry.publisher or longest.publisher)


def _known(feed: Feed) -> Given | None:
    return Given(raw="", path=feed.url, publisher=feed.publisher) if feed.publisher else None


def _key(article: Article) -> str:
    return article.source_id or article.url or article.id


def _next(feed: Feed, look: Look, now: float, state: str) -> Look:
    return replace(look, failures=0, due=now + feed.every, state=state)


def _failed(feed: Feed, before: Look, why: str, now: float, *, wait: float | None = None) -> Polled:
    """Back off: each failure doubles the wait, up to a day; a server that names a time is believed."""
    failures = before.failures + 1
    pause = min(max(feed.every * 2.0 ** min(failures, 12), wait or 0.0), _LONGEST)
    look = replace(before, failures=failures, due=now + pause, state=f"failed ({failures}): {why}")
    return Polled(items=(problems.refused(feed.url, why, _CURE),), look=look)
