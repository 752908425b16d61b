"""An event mention with what merging needs to know of the report that tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dragoman.model import Actor, EventMention

UNDATED = "9999-12-31"
"""Stands for the day of a report that has none, so that it comes last."""

Order = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event as one report tells it, with the report's day, outlet and cast.

    Args:
        mention: the event as the report tells it.
        article: id of the report.
        publisher: its outlet, where known.
        published: its day, where known.
        stamp: the same with the time of day, where known (ISO 8601).
        actors: the report's actors by id.
    """

    mention: EventMention
    article: str
    publisher: str | None = None
    published: date | None = None
    stamp: str | None = None
    actors: Mapping[str, Actor]

    @property
    def id(self) -> str:
        """The id of the mention."""
        return self.mention.id

    @property
    def order(self) -> Order:
        """Where it stands among all mentions: by day of publication, undated ones last, then by id."""
        return (self.published.isoformat() if self.published else UNDATED, self.mention.id)

    @property
    def participants(self) -> tuple[str, ...]:
        """All who take part, doers first."""
        return tuple(dict.fromkeys((*self.mention.actors, *self.mention.recipients)))

    @property
    def time(self) -> datetime | None:
        """When the report appeared, None where the time of day or its clock is not known."""
        found = datetime.fromisoformat(self.stamp) if self.stamp and "T" in self.stamp else None
        return found if found and found.tzinfo else None

    def country(self, actor: str) -> str | None:
        """The state that an actor belongs to, None where none or unknown."""
        known = self.actors.get(actor)
        return known.country if known else None
