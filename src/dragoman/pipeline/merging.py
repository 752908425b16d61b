"""Mentions of many reports, merged into events."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from dragoman.merge import Merged, Told, merge
from dragoman.model import Actor, EventMention


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
        """Its day."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """The report's actors by id."""


def merge_tellings(tellings: Iterable[Telling]) -> Merged:
    """Merge the tellings of the same event in different reports; the same result in whatever order they come."""
    return merge(
        [
            Told(
                mention=telling.mention,
                article=telling.report,
                publisher=telling.publisher,
                published=date.fromisoformat(telling.published) if telling.published else None,
                actors=telling.actors,
            )
            for telling in tellings
        ]
    )
