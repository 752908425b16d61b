"""A record's folder: how it is told from any other folder, and who may write to it now."""

import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from dragoman.errors import RecordError
from dragoman.record import storage
from dragoman.record.lease import lease
from dragoman.record.tables import FORMAT, OLDEST

MARKER = "record.json"
LOCK = ".lock"
_POLL = 0.05
_UNUSABLE = re.compile(r"[\[\]|^\\]|%[0-9A-Fa-f]{2}")
"""What deltalake takes for a part of an address although it stands in a folder's name."""


def create(folder: Path) -> Path:
    """Make sure that a folder is a record of this format, turning a new or empty folder into one.

    Args:
        folder: where the record is, or is to be.

    Returns:
        The folder.

    Raises:
        RecordError: the folder holds other things, or a record of a newer format, or cannot be written.
    """
    shown = storage.address(folder)
    try:
        if storage.load(folder, MARKER) is not None:
            return check(folder)
        if wrong := None if storage.remote(folder) else _unusable(folder):
            raise RecordError(
                f"a record cannot lie under {wrong!r}; name a folder without [ ] | ^ \\ and %20 in its path"
            )
        if storage.entries(folder) - {LOCK}:
            raise RecordError(f"{shown} is no record and not empty; name an empty or a new folder")
        storage.save(folder, MARKER, (json.dumps({"dragoman record": FORMAT}) + "\n").encode())
    except OSError as error:
        raise RecordError(f"cannot make a record in {shown}: {error.strerror or error}") from error
    return folder


def _unusable(folder: Path) -> str | None:
    return next((part for part in folder.resolve().parts[1:] if _UNUSABLE.search(part)), None)


def check(folder: Path) -> Path:
    """Make sure that a folder is a record that this program can read.

    Args:
        folder: where the record is.

    Returns:
        The folder.

    Raises:
        RecordError: there is no record, or its format is newer or damaged.
    """
    shown = storage.address(folder)
    try:
        content = storage.load(folder, MARKER)
        if content is None:
            raise RecordError(f"there is no record in {shown}; make one with `dragoman read PATH --record {shown}`")
        version = json.loads(content)["dragoman record"]
    except OSError as error:
        raise RecordError(f"cannot read {shown}/{MARKER}: {error.strerror or error}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise RecordError(f"{shown}/{MARKER} is damaged; it should read {{'dragoman record': {FORMAT}}}") from error
    if not isinstance(version, int) or version > FORMAT:
        raise RecordError(
            f"{shown} is a record of format {version}, this program reads up to {FORMAT}; install a newer dragoman"
        )
    if version < OLDEST:
        raise RecordError(
            f"{shown} is a record of format {version}, which this program no longer reads; read its reports anew into "
            "another folder"
        )
    return folder


def lock(folder: Path, wait: float) -> AbstractContextManager[None]:
    """Hold the record for writing; it is let go of when the process ends, however it ends.

    Args:
        folder: the record.
        wait: seconds to wait for another writer.

    Raises:
        RecordError: another process still writes after that time, or the folder cannot be written.
    """
    return lease(folder, LOCK, wait) if storage.remote(folder) else _lock(folder, wait)


@contextmanager
def _lock(folder: Path, wait: float) -> Iterator[None]:
    """Hold a folder by a lock of the system."""
    try:
        handle = open(folder / LOCK, "a+b")  # noqa: SIM115 - closed below, on every path
    except OSError as error:
        raise RecordError(f"cannot write to {folder}: {error.strerror or error}") from error
    with handle:
        deadline = time.monotonic() + wait
        while not _try_lock(handle):
            if time.monotonic() >= deadline:
                raise RecordError(
                    f"another process has been writing to {folder} for {wait:g} seconds; let it end and run this again"
                )
            time.sleep(_POLL)
        yield


def _try_lock(handle: IO[bytes]) -> bool:
    try:
        if os.name == "nt":  # pragma: no cover - the same promise on the other system
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
