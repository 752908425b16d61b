"""The states that a record went through, each with what ran and what it ran on."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.record import delta
from dragoman.record.tables import VERSIONS

if TYPE_CHECKING:
    from deltalake import DeltaTable

_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\+00:00)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What ran: everything that the events of a version depend on besides reports and corrections.

    Args:
        verb: what was asked for (`read`, `correct`, `merge`, `derive`...).
        time: when, ISO 8601 in UTC; only the log of versions holds times, never a derived row.
        program: version of dragoman.
        weights: SHA-256 of the analyser's weights.
        knowledge: digest of the packaged tables and the user's own.
        frames: digest of the frames.
        merging: digest of the rules that merge.
        settings: the settings by name.
        inputs: (path as it was given, SHA-256 of the file).
    """

    verb: str
    time: str
    program: str = ""
    weights: str = ""
    knowledge: str = ""
    frames: str = ""
    merging: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    inputs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of the record.

    Args:
        number: counted from 1.
        run: what ran; its `inputs` are kept in a table of their own and are empty here.
        derived_from: digest of the batches and corrections that the events were derived from.
        counts: rows by table.
        tables: Delta version of each table, None where the table was not there yet.
    """

    number: int
    run: Run
    derived_from: str
    counts: Mapping[str, int]
    tables: Mapping[str, int | None]


def row(version: Version) -> dict[str, Any]:
    """Give the row of a version."""
    run = version.run
    names = ("time", "program", "weights", "knowledge", "frames", "merging")
    return {
        "number": version.number,
        "run": run.verb,
        "derived_from": version.derived_from,
        "settings": json.dumps(dict(run.settings), sort_keys=True),
        "counts": json.dumps(dict(version.counts)),
        "tables": json.dumps(dict(version.tables)),
        **{name: getattr(run, name) for name in names},
    }


def all_versions(folder: Path, handle: "DeltaTable | None" = None) -> list[Version]:
    """Give every version of a record, the oldest first."""
    opened = handle if handle is not None else delta.open_table(folder, VERSIONS)
    rows: list[dict[str, Any]] = delta.read(folder, VERSIONS, opened).to_pylist()
    return sorted(map(_version, rows), key=lambda version: version.number)


def find(versions: list[Version], asked: str | int) -> Version:
    """Find the version that a number or a time means.

    Args:
        versions: all versions, the oldest first.
        asked: a number, or a time as ISO 8601 in UTC, which means the last version until then; a day counts whole.

    Returns:
        The version.

    Raises:
        UsageError: there is no such version, or the text is neither a number nor a time.
    """
    if not versions:
        raise UsageError("the record has no version yet; read something into it first")
    known = f"it has {versions[0].number} ({versions[0].run.time}) to {versions[-1].number} ({versions[-1].run.time})"
    text = str(asked).strip()
    if re.fullmatch(r"v?\d{1,9}", text) and not re.fullmatch(r"(19|20)\d\d", text):
        found = [version for version in versions if version.number == int(text.removeprefix("v"))]
    elif _DAY.fullmatch(text):
        found = [version for version in versions if version.run.time[: len(text)] <= text.removesuffix("Z")]
    else:
        raise UsageError(f"{text[:40]!r} is neither the number of a version nor a day YYYY-MM-DD; {known}")
    if not found:
        raise UsageError(f"the record has no version {text}; {known}")
    return found[-1]


def _version(row: Mapping[str, Any]) -> Version:
    names = ("time", "program", "weights", "knowledge", "frames", "merging")
    return Version(
        number=row["number"],
        run=Run(verb=row["run"], settings=json.loads(row["settings"]), **{name: row[name] for name in names}),
        derived_from=row["derived_from"],
        counts=json.loads(row["counts"]),
        tables=json.loads(row["tables"]),
    )
