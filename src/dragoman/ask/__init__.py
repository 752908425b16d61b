"""Questions to a record, answered with typed rows.

`ask.open(folder)` gives `Questions`: `events`, `show`, `timeline`, `quotes`, `actor`, `counts` and `summary`. Every row
is a frozen dataclass with `as_dict()` for JSON.
"""

from pathlib import Path

from dragoman.ask.actors import ActorDossier
from dragoman.ask.questions import Questions
from dragoman.ask.rows import Count, EventDossier, EventRow, Party, QuoteRow, Summary

__all__ = ["ActorDossier", "Count", "EventDossier", "EventRow", "Party", "Questions", "QuoteRow", "Summary", "open"]


def open(folder: Path | str) -> Questions:
    """Open a record for questions.

    Args:
        folder: the record.

    Returns:
        The record as it stands now.

    Raises:
        RecordError: there is no record in the folder, or one of a newer format.
    """
    return Questions(folder)
