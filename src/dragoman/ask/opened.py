"""A record, open for questions: its tables, its actors, and how answers are made."""

from collections.abc import Callable, Sequence
from copy import copy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from dragoman.ask import listing, views
from dragoman.ask.answer import Answer
from dragoman.ask.asked import EventFilters, conditions
from dragoman.ask.filters import Conditions
from dragoman.ask.people import People
from dragoman.ask.query import Query
from dragoman.ask.rows import EventRow
from dragoman.errors import UsageError
from dragoman.record.reader import Reader
from dragoman.version import __version__

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T")


class Opened:
    """A record as it stood when it was opened.

    Args:
        folder: the record.
        as_of: a version's number, or a day or time (UTC): answer as the record stood then; None as it stands now.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
        UsageError: there is no such version.
    """

    def __init__(self, folder: Path | str, *, as_of: str | int | None = None) -> None:
        self._reader = Reader(folder, as_of=as_of)
        views.make(self._reader)

    def prepare(self) -> None:
        """Have at hand what questions share beyond the tables, before several ask at once."""
        self.people  # noqa: B018 - made when first asked for

    def twin(self) -> Self:
        """Give the same state of the record for another thread, to be asked at the same time; `prepare` first."""
        made = copy(self)
        made._reader = self._reader.twin()
        return made

    @property
    def reader(self) -> Reader:
        """The record itself, with the shared tables made (`views.make`)."""
        return self._reader

    @cached_property
    def people(self) -> People:
        """The actors of the record by all their names."""
        return People(self._reader)

    @property
    def citation(self) -> str:
        """What was asked, in words that can stand under a table or a figure."""
        reader = self._reader
        name = reader.folder.resolve().name
        return f"Record {name}, version {reader.number}, state {reader.state}; dragoman {__version__}"

    def conditions(self, **asked: Unpack[EventFilters]) -> Conditions:
        """Turn filters into SQL on `listed e`, for what goes beyond these questions.

        Raises:
            UsageError: an unknown or ambiguous name, an impossible day, a value or filter that does not exist.
        """
        return conditions(self._reader, self.people, **asked)

    def listed(self, asked: Conditions, limit: int | None, words: str = "Events") -> Answer[EventRow]:
        """Give the events that meet conditions.

        Args:
            asked: conditions on `listed e`.
            limit: at most so many.
            words: the question in words.
        """
        query = listing.EVENTS.format(where=asked.sql(), limit=listing.limited(limit))
        return self.answer(self.query(query, asked.values), listing.event_row, words)

    def table(self, query: str, values: Sequence[object] = ()) -> "pyarrow.Table":
        """Ask in SQL of our own and give Arrow."""
        return views.arrow(self._reader, query, values)

    def query(self, query: str, values: Sequence[object] = ()) -> Query:
        """Have SQL of our own at hand, to be asked when its answer is looked at."""
        return Query(self._reader, query, values)

    def answer(self, found: "Query | pyarrow.Table", row: Callable[[dict[str, Any]], T], words: str) -> Answer[T]:
        """Make an answer of a query or a table, with this record as its source."""
        return Answer(found=found, row=row, asked=words, source=self.citation)

    def name(self, key: str) -> str:
        """Give the name of an actor's id."""
        return self.people.name(key)

    def naming(self, words: str) -> str:
        """Give a pattern for whole words that name an actor, or for the words themselves."""
        try:
            forms = self.people.forms(self.people.find(words))
        except UsageError:
            forms = [words]
        return r"(?:^|\W)(?:" + "|".join(_escaped(form) for form in forms) + r")(?:\W|$)"


def _escaped(words: str) -> str:
    return "".join(sign if sign.isalnum() or sign == " " else f"\\x{{{ord(sign):x}}}" for sign in words)
