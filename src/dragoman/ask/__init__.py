"""Questions to a record, answered with typed rows.

`ask.open(folder)` gives `Questions`: `events`, `show`, `timeline`, `quotes`, `actor`, `counts` and `summary`. Every row
is a frozen dataclass with `as_dict()` for JSON.
"""

from pathlib import Path

from dragoman.ask.actors import ActorDossier
from dragoman.ask.differences import EventChange, differences
from dragoman.ask.history import EventHistory
from dragoman.ask.positions import PositionRow
from dragoman.ask.questions import Questions
from dragoman.ask.rows import Count, EventDossier, EventRow, Party, QuoteRow, Summary
from dragoman.ask.versions import VersionRow, version_rows
from dragoman.errors import UsageError
from dragoman.record.reader import Reader

__all__ = [
    "ActorDossier",
    "Count",
    "EventChange",
    "EventDossier",
    "EventHistory",
    "EventRow",
    "Party",
    "PositionRow",
    "Questions",
    "QuoteRow",
    "Summary",
    "VersionRow",
    "diff",
    "open",
    "versions",
]


def open(folder: Path | str, *, as_of: str | int | None = None) -> Questions:
    """Open a record for questions.

    Args:
        folder: the record.
        as_of: a version's number, or a day or time (UTC), as `versions` lists them; None for the record as it is.

    Returns:
        The record as it stands now, or as it stood then.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
        UsageError: there is no such version.

    Examples:
        >>> import dragoman
        >>> dragoman.open("my-record").summary().first_day
        '2020-01-03'
    """
    return Questions(folder, as_of=as_of)


def versions(folder: Path | str) -> list[VersionRow]:
    """Give every version of a record: what ran, what it held then, and what of the program had changed.

    Args:
        folder: the record.

    Returns:
        Versions, the oldest first.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.

    Examples:
        >>> from dragoman import ask
        >>> [version.run for version in ask.versions("my-record")]
        ['read']
    """
    return version_rows(Reader(folder))


def diff(folder: Path | str, one: str | int, other: str | int) -> list[EventChange]:
    """Say which events came, went or changed between two versions of a record, and why.

    Args:
        folder: the record.
        one: the earlier version's number, or a day.
        other: the later one's.

    Returns:
        Changes, by the ids of events.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
        UsageError: there is no such version, or the two come in the wrong order.
    """
    before, after = Reader(folder, as_of=one), Reader(folder, as_of=other)
    if before.number > after.number:
        raise UsageError(f"version {before.number} is later than {after.number}; name the earlier one first")
    return differences(before, after)
