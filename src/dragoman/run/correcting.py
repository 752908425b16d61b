"""A person's entries about events: checked, kept, and applied at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dragoman.ask.forwarding import Found, find_event
from dragoman.ask.people import People
from dragoman.ask.values import value_of
from dragoman.ask.views import make
from dragoman.errors import UsageError
from dragoman.ids import correction_id
from dragoman.model import Correction, Event
from dragoman.model.correction import undone_by
from dragoman.record import Reader, Writer
from dragoman.record.lookups import Lookups
from dragoman.run.deriving import derive, describe, now


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What came of an entry.

    Args:
        correction: the entry as it is kept.
        before: the events that held the mentions it speaks of.
        after: the events that hold them now.
    """

    correction: Correction
    before: tuple[Event, ...]
    after: tuple[Event, ...]


def correct(folder: Path, event: str, field: str, value: str, *, by: str, why: str = "") -> Corrected:
    """Put a value into a field of an event, whatever the reports say.

    Args:
        folder: the record.
        event: its id.
        field: one of `model.correction.FIELDS`.
        value: in words, as `ask.values.value_of` reads them.
        by: who says so.
        why: the reason.

    Raises:
        UsageError: an unknown event, field or value; nothing is written then.
    """
    reader = _reader(folder)
    found = _standing(reader, event)
    make(reader)
    content = value_of(field, value, People(reader))
    return _keep(reader, _entry(by, why, "set", mentions=found.mentions, field=field, value=content))


def merge(folder: Path, one: str, other: str, *, by: str, why: str = "") -> Corrected:
    """Say that two events are one.

    Raises:
        UsageError: an unknown event, or both are one already; nothing is written then.
    """
    reader = _reader(folder)
    left, right = _standing(reader, one), _standing(reader, other)
    if left.event == right.event:
        raise UsageError(f"{one!r} and {other!r} are one event already, {left.event}")
    return _keep(reader, _entry(by, why, "merge", mentions=left.mentions, others=right.mentions))


def split(folder: Path, event: str, mentions: Sequence[str], *, by: str, why: str = "") -> Corrected:
    """Say that some mentions of an event tell another one.

    Args:
        folder: the record.
        event: its id.
        mentions: ids of mentions, their beginnings, or what a source calls the report that tells it.
        by: who says so.
        why: the reason.

    Raises:
        UsageError: an unknown event or mention, or nothing would be left; nothing is written then.
    """
    reader = _reader(folder)
    found = _standing(reader, event)
    labels = _labels(reader, found)
    off = tuple(dict.fromkeys(_mention(words, labels, found) for words in mentions))
    stay = tuple(key for key in found.mentions if key not in off)
    if not off or not stay:
        raise UsageError(f"splitting {found.event}: that leaves nothing of it; it has {_listed(labels)}")
    return _keep(reader, _entry(by, why, "split", mentions=off, others=stay))


def reject(folder: Path, event: str, *, by: str, why: str = "") -> Corrected:
    """Say that an event is none.

    Raises:
        UsageError: an unknown event, or one rejected already; nothing is written then.
    """
    reader = _reader(folder)
    return _keep(reader, _entry(by, why, "reject", mentions=_standing(reader, event).mentions))


def confirm(folder: Path, event: str, *, by: str, why: str = "") -> Corrected:
    """Say that an event is as the record has it.

    Raises:
        UsageError: an unknown event; nothing is written then.
    """
    reader = _reader(folder)
    return _keep(reader, _entry(by, why, "confirm", mentions=_standing(reader, event).mentions))


def undo(folder: Path, correction: str, *, by: str, why: str = "") -> Corrected:
    """Take an entry back; taking back an undo restores what it took back.

    Args:
        folder: the record.
        correction: id of the entry, or how it begins.
        by: who says so.
        why: the reason.

    Raises:
        UsageError: no entry, or several, begin so, or it is taken back already; nothing is written then.
    """
    reader = _reader(folder)
    entries = reader.corrections()
    asked = correction.strip()
    found = [entry for entry in entries if asked and entry.id.startswith(asked)]
    if len(found) != 1:
        several = ", ".join(entry.id for entry in found[:5])
        raise UsageError(
            f"several entries begin with {correction!r}: {several}" if several else f"no entry {correction[:40]!r}"
        )
    (meant,) = found
    if undone := undone_by(entries).get(meant.id):
        raise UsageError(f"{meant.id} is taken back already, by {undone}; `dragoman undo {undone}` restores it")
    return _keep(reader, _entry(by, why, "undo", undoes=meant.id))


def _reader(folder: Path) -> Reader:
    """Open a record whose events are up to date."""
    reader = Reader(folder)
    if not reader.stale:
        return reader
    derive(folder)
    return Reader(folder)


def _standing(reader: Reader, event: str) -> Found:
    found = find_event(reader, event)
    if found.rejected is not None:
        raise UsageError(found.refusal)
    return found


def _entry(author: str, why: str, verb: str, **said: Any) -> Correction:
    if not author.strip():
        raise UsageError("an entry needs an author; give one with --by")
    entry = Correction(id="", verb=verb, author=author.strip(), time=now(), why=why.strip(), **said)
    return replace(entry, id=correction_id(*(getattr(entry, name) for name in entry.__slots__ if name != "id")))


def _keep(reader: Reader, entry: Correction) -> Corrected:
    Writer(reader.folder).correct(entry)
    derive(reader.folder, describe(entry.verb))
    after = Reader(reader.folder)
    meant = next((one for one in reader.corrections() if one.id == entry.undoes), entry)
    while meant.undoes is not None:
        meant = next(one for one in reader.corrections() if one.id == meant.undoes)
    ids = (*meant.mentions, *meant.others)
    return Corrected(correction=entry, before=tuple(_held(reader, ids)), after=tuple(_held(after, ids)))


def _held(reader: Reader, mentions: Iterable[str]) -> Iterable[Event]:
    return Lookups(reader).events(tuple(mentions))


def _labels(reader: Reader, found: Found) -> dict[str, str]:
    rows = reader.sql(
        "select m.id, coalesce(r.source_id, r.id) as label from mentions m join reports r on m.report = r.id "
        "where list_contains(?, m.id) order by m.id",
        [list(found.mentions)],
    )
    return {row["id"]: row["label"] for row in rows}


def _mention(words: str, labels: dict[str, str], found: Found) -> str:
    asked = words.strip()
    meant = [key for key, label in labels.items() if label == asked]
    meant = meant or [key for key in labels if asked and key.startswith(asked)]
    if len(meant) != 1:
        what = "several mentions" if meant else "no mention"
        raise UsageError(f"{what} {asked[:40]!r} in {found.event}; it has {_listed(labels)}")
    return meant[0]


def _listed(labels: dict[str, str]) -> str:
    return ", ".join(f"{key} ({label})" for key, label in sorted(labels.items()))
