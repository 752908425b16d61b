"""The states of a record as rows: what ran, what it held then, and what had changed."""

from dataclasses import dataclass
from typing import Any

from dragoman.ask.differences import program_changes
from dragoman.ask.rows import plain
from dragoman.record.reader import Reader
from dragoman.record.versions import Version

_COUNTED = ("reports", "mentions", "events", "links", "quotes", "problems", "corrections")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version of a record.

    Args:
        number: counted from 1.
        time: when it was made, ISO 8601 in UTC.
        run: the verb that made it.
        reports: how many reports it holds.
        mentions: how many tellings of events.
        events: how many events.
        links: how many judged pairs.
        quotes: how many quotes.
        problems: how many problems.
        corrections: how many entries of people.
        inputs: how many files the run was given.
        changed: what of the program differs from the version before, in words.
        program: version of dragoman.
        weights: SHA-256 of the weights.
        knowledge: digest of the tables.
        frames: digest of the frames.
        merging: digest of the rules that merge.
        settings: the settings by name.
        state: digest of the reports and entries that it holds.
    """

    number: int
    time: str
    run: str
    reports: int
    mentions: int
    events: int
    links: int
    quotes: int
    problems: int
    corrections: int
    inputs: int
    changed: tuple[str, ...]
    program: str
    weights: str
    knowledge: str
    frames: str
    merging: str
    settings: dict[str, Any]
    state: str

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


def version_rows(reader: Reader) -> list[VersionRow]:
    """Give every version of a record, the oldest first."""
    given = reader.sql("select version, count(*) as n from inputs group by version")
    inputs = {row["version"]: row["n"] for row in given}
    before = [None, *reader.versions]
    return [
        VersionRow(
            number=version.number,
            time=version.run.time,
            run=version.run.verb,
            inputs=inputs.get(version.number, 0),
            changed=program_changes(earlier, version),
            settings=dict(version.run.settings),
            state=version.derived_from,
            **_counted(version),
            **{name: getattr(version.run, name) for name in ("program", "weights", "knowledge", "frames", "merging")},
        )
        for earlier, version in zip(before, reader.versions, strict=False)
    ]


def _counted(version: Version) -> dict[str, Any]:
    return {name: version.counts.get(name, 0) for name in _COUNTED}
