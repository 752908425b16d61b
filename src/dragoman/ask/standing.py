"""Tells without opening a record whether it has changed."""

from pathlib import Path

from dragoman.record import storage

_MARKERS = ("shards", "corrections", "versions")
"""The tables whose rows make all others count: nothing in a record changes without one of them."""


def standing(folder: Path | str) -> str:
    """Give a mark that is another one after every change of a record.

    Args:
        folder: the record.

    Returns:
        The newest entry of Delta's log of each table whose rows make others count.
    """
    logs = (storage.commits(Path(folder), table) for table in _MARKERS)
    return " ".join(max(log, default="") for log in logs)
