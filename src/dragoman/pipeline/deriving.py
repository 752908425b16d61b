"""What deriving events changes in a record: all of them the first time, afterwards only what was touched."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.merge import Told
from dragoman.merge.copies import bands, find
from dragoman.merge.renew import renew
from dragoman.model import Article, Copy, Correction, Event, Link
from dragoman.pipeline.merging import Each, Telling, merge_tellings, told_of

Block = tuple[str, str, str]


class Known(Protocol):
    """What a record knows already (`record.lookups.Lookups`)."""

    def all(self) -> Iterable[Telling]:
        """Give all mentions."""

    def fresh(self) -> Iterable[Telling]:
        """Give the mentions that are new since the last derivation."""

    def reports(self) -> Iterable[Article]:
        """Give all reports."""

    def fresh_reports(self) -> Iterable[Article]:
        """Give the reports that are new since the last derivation."""

    def sharing(self, bands: Collection[str]) -> Iterable[Article]:
        """Give the known reports that have any of some bands."""

    def telling(self, reports: Collection[str]) -> Collection[str]:
        """Give the ids of the mentions of some reports."""

    def told(self, ids: Collection[str]) -> Iterable[Telling]:
        """Give some mentions."""

    def blocks(self, keys: Collection[str]) -> dict[str, list[tuple[str, str]]]:
        """Give (day of the report, mention) of the known mentions in some blocks."""

    def links(self, ids: Collection[str]) -> Iterable[Link]:
        """Give the kept pairs that any of some mentions is in."""

    def events(self, mentions: Collection[str]) -> Iterable[Event]:
        """Give the events that hold any of some mentions."""

    def copies(self) -> Iterable[Copy]:
        """Give all copies among reports."""

    def corrections(self) -> Sequence[Correction]:
        """Give every entry of a person."""

    def corrected(self) -> set[str]:
        """Give the mentions that entries speak of which are new since the last derivation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What a derivation changes.

    Args:
        whole: whether this is all there is.
        events: new and changed events.
        links: new judged pairs.
        blocks: (key, day of the report, mention) for mentions newly looked at.
        copies: new copies among reports.
        bands: (band, report) for reports newly looked at.
        gone: keys of things whose earlier rows count no longer, by table.
    """

    whole: bool
    events: tuple[Event, ...]
    links: tuple[Link, ...]
    blocks: tuple[Block, ...]
    copies: tuple[Copy, ...]
    bands: tuple[tuple[str, str], ...]
    gone: dict[str, tuple[str, ...]]


def whole(known: Known, each: Each | None = None) -> Derived:
    """Derive all events anew.

    Args:
        known: the record.
        each: runs the tasks of merging in other processes; None merges in this one.
    """
    articles = list(known.reports())
    copies = find(articles)
    merged = merge_tellings(known.all(), copies=copies, corrections=known.corrections(), each=each)
    return Derived(
        whole=True,
        events=merged.events,
        links=merged.links,
        blocks=merged.blocks,
        copies=copies,
        bands=_bands(articles),
        gone={},
    )


def renewed(known: Known) -> Derived:
    """Derive the events that new mentions, copies and corrections touch; the outcome is that of deriving all anew."""
    articles = list(known.fresh_reports())
    banded = _bands(articles)
    copies = find(articles, known.sharing({band for band, _ in banded}))
    fresh = [told_of(telling) for telling in known.fresh()]
    touched = {*known.corrected(), *known.telling({report for copy in copies for report in (copy.report, copy.of)})}
    made = renew(
        fresh,
        _Store(known),
        copies=(*known.copies(), *copies),
        corrections=known.corrections(),
        touched=touched - {one.id for one in fresh},
    )
    old = {event.id: event for event in known.events(made.mentions)}
    new = {event.id: event for event in made.events}
    return Derived(
        whole=False,
        events=tuple(event for key, event in new.items() if old.get(key) != event),
        links=made.links,
        blocks=made.blocks,
        copies=copies,
        bands=banded,
        gone={
            "events": tuple(key for key, event in old.items() if new.get(key) != event),
            "links": tuple(f"{left} {right}" for left, right in made.dropped_links),
        },
    )


def _bands(articles: Iterable[Article]) -> tuple[tuple[str, str], ...]:
    return tuple((band, article.id) for article in articles for band in bands(article.text))


class _Store:
    """What the record knows, as merging asks for it."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def blocks(self, keys: Collection[str]) -> Mapping[str, Sequence[tuple[str, str]]]:
        return self._known.blocks(keys)

    def told(self, mentions: Collection[str]) -> Iterable[Told]:
        return map(told_of, self._known.told(mentions))

    def links(self, mentions: Collection[str]) -> Iterable[Link]:
        return self._known.links(mentions)
