"""Events a page at a time, with the number of all."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from dragoman.ask import listing
from dragoman.ask.answer import Answer
from dragoman.ask.asked import EventFilters, in_words
from dragoman.ask.rows import EventRow

if TYPE_CHECKING:
    from dragoman.ask.opened import Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """Some of the events that pass all filters.

    Args:
        events: those of the page, in order of their days.
        total: how many there are in all.
    """

    events: Answer[EventRow]
    total: int


def page_of_events(record: "Opened", *, limit: int, offset: int = 0, **asked: Unpack[EventFilters]) -> EventPage:
    """Give a page of `Questions.events`.

    Args:
        record: the record.
        limit: at most so many.
        offset: so many are passed over.
        asked: the filters (`EventFilters`).

    Returns:
        The events, and how many there are.

    Raises:
        UsageError: an unknown or ambiguous name, an impossible day, a value or filter that does not exist.
    """
    found = record.conditions(**asked)
    (size,) = record.reader.sql(f"select count(*) as n from listed e where {found.sql()}", found.values)
    query = listing.EVENTS.format(where=found.sql(), limit=f"{listing.limited(limit)} offset {int(offset)}")
    events = record.answer(record.table(query, found.values), listing.event_row, in_words("Events", asked))
    return EventPage(events=events, total=size["n"])
