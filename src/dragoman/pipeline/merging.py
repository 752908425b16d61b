"""Mentions of many reports, merged into events."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from dragoman.merge import Merged, Told, merge, relate
from dragoman.merge.copies import find
from dragoman.merge.spread import Each, merge_spread
from dragoman.model import Actor, Article, Copy, Correction, Document, EventMention

__all__ = ["Each", "Gathered", "Telling", "Told", "merge_tellings", "relate", "told_in", "told_of"]


class Telling(Protocol):
    """An event mention with what merging needs to know of its report (as a record gives it)."""

    @property
    def mention(self) -> EventMention:
        """The event as the report tells it."""

    @property
    def report(self) -> str:
        """Id of the report."""

    @property
    def publisher(self) -> str | None:
        """Its outlet."""

    @property
    def published(self) -> str | None:
        """When it appeared (ISO 8601, as precise as known)."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The report's actors by id."""


def merge_tellings(
    tellings: Iterable[Telling],
    *,
    copies: Iterable[Copy] = (),
    corrections: Iterable[Correction] = (),
    each: Each | None = None,
) -> Merged:
    """Merge the tellings of the same event in different reports; the same result in whatever order they come.

    Args:
        tellings: all mentions.
        copies: reports that say again what others said.
        corrections: what people have said.
        each: runs tasks in other processes; None merges in this one.
    """
    return _merge(map(told_of, tellings), copies, corrections, each)


def _merge(
    told: Iterable[Told], copies: Iterable[Copy], corrections: Iterable[Correction], each: Each | None
) -> Merged:
    if each is None:
        return merge(told, copies=copies, corrections=corrections)
    return merge_spread(told, each, copies=copies, corrections=corrections)


def told_of(telling: Telling) -> Told:
    """Give a telling as merging takes it."""
    return Told(
        mention=telling.mention,
        article=telling.report,
        publisher=telling.publisher,
        published=date.fromisoformat(telling.published[:10]) if telling.published else None,
        stamp=telling.published,
        actors=telling.actors,
    )


def told_in(document: Document) -> tuple[Told, ...]:
    """Give the mentions of a coded report as merging takes them."""
    article = document.article
    actors = {actor.id: actor for actor in document.actors}
    return tuple(
        Told(
            mention=mention,
            article=article.id,
            publisher=article.publisher,
            published=article.published.day if article.published else None,
            stamp=article.published.value if article.published else None,
            actors=actors,
        )
        for mention in document.events
    )


class Gathered:
    """What merging needs of many coded reports, kept while the rest of each is let go."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._articles: list[Article] = []

    def add(self, article: Article, told: Iterable[Told]) -> None:
        """Keep a report's text and mentions."""
        self._told.extend(told)
        self._articles.append(article)

    def merged(self, each: Each | None = None) -> Merged:
        """Merge all that was added."""
        return _merge(self._told, find(self._articles), (), each)

    def events(self, each: Each | None = None) -> dict[str, str]:
        """Give the id of the event that each mention tells."""
        return {mention: event.id for event in self.merged(each).events for mention in event.mentions}
