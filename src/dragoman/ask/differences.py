"""What became of events between two versions of a record, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.ask.rows import plain
from dragoman.model import Correction
from dragoman.record.reader import Reader
from dragoman.record.versions import Version

Row = Mapping[str, Any]

FIELDS = (
    "type", "mode", "cameo", "actors", "recipients", "symmetric", "date", "place", "country", "status", "salience",
    "topics", "confidence",
)  # fmt: skip
_PARTIES = ("actors", "recipients")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that changed.

    Args:
        field: which.
        before: its value in the earlier version; names where it lists actors.
        after: its value in the later one.
    """

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChange:
    """One event that came, went or changed.

    Args:
        kind: `came`, `went` or `changed`.
        event: its id.
        fields: what changed in it; empty for one that came or went.
        reports: reports that tell it newly, by what their sources call them.
        lost: ids of mentions that it held before and holds no longer.
        into: for one that went, the events that hold its mentions now; for one that came, those that held them.
        why: the reasons, in words.
    """

    kind: str
    event: str
    fields: tuple[FieldChange, ...] = ()
    reports: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


def differences(before: Reader, after: Reader, holding: Collection[str] | None = None) -> list[EventChange]:
    """Compare two versions of a record.

    Args:
        before: the earlier one.
        after: the later one.
        holding: only events that hold any of these mentions; None compares all.

    Returns:
        Events that came, went or changed, in order of their ids.
    """
    old, new = _rows(before, holding), _rows(after, holding)
    ids = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    earlier, later = _held(before, _mentions(new, ids)), _held(after, _mentions(old, ids))
    reasons = _Reasons(before, after)
    if ids:
        reasons.read(_mentions(old, ids) | _mentions(new, ids))
    names = _names(after, {key for rows in (old, new) for event in ids if event in rows for key in _cast(rows[event])})
    found = []
    for key in ids:
        one, two = old.get(key), new.get(key)
        kind = "came" if one is None else "went" if two is None else "changed"
        told, held = _set(two), _set(one)
        into = {later[m] for m in held - told if m in later} if two is None else set()
        into |= {earlier[m] for m in told - held if m in earlier} if one is None else set()
        fields = tuple(_changes(one, two, names)) if one and two else ()
        fresh = sorted(told - held - earlier.keys())
        found.append(
            EventChange(
                kind=kind,
                event=key,
                fields=fields,
                reports=reasons.labels(fresh),
                lost=tuple(sorted(held - told)) if two else (),
                into=tuple(sorted(into)),
                why=reasons.of(told | held, fresh),
            )
        )
    return [change for change in found if change.kind != "changed" or change.fields or change.reports or change.lost]


class _Reasons:
    """What can have changed an event between two versions: reports, entries of people, the program."""

    def __init__(self, before: Reader, after: Reader) -> None:
        self._after = after
        known = {entry.id for entry in before.corrections()}
        entries = {entry.id: entry for entry in after.corrections()}
        self._entries = [(entry, _speaks_of(entry, entries)) for key, entry in entries.items() if key not in known]
        self._program = program_changes(before.version, after.version)
        self._labels: dict[str, str] = {}

    def read(self, mentions: Iterable[str]) -> None:
        """Look up what the reports of some mentions are called."""
        self._after.offer("_labelled", {"id": sorted(set(mentions)) or [""]})
        rows = self._after.sql(
            "select m.id, coalesce(r.source_id, r.id) as label from mentions m join reports r on m.report = r.id "
            "where m.id in (select id from _labelled)"
        )
        self._labels |= {row["id"]: row["label"] for row in rows}

    def labels(self, mentions: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._labels.get(key, key) for key in mentions}))

    def of(self, mentions: Collection[str], fresh: Sequence[str]) -> tuple[str, ...]:
        told = self.labels(fresh)
        reports = (f"told by {_few(told)}",) if told else ()
        entries = tuple(
            f"{entry.verb} {entry.id} by {entry.author}" for entry, about in self._entries if about & set(mentions)
        )
        return (*reports, *entries) or self._program or ("other events in its reach changed",)


def program_changes(before: Version | None, after: Version | None) -> tuple[str, ...]:
    """Say what of the program differs between two versions, in words; nothing where it is the same."""
    if before is None or after is None:
        return ()
    one, two = before.run, after.run
    words = {
        "program": "another version of dragoman",
        "weights": "other weights",
        "knowledge": "other tables",
        "frames": "other frames",
        "merging": "other rules of merging",
        "settings": "other settings",
    }
    return tuple(said for name, said in words.items() if getattr(one, name) != getattr(two, name))


def _speaks_of(entry: Correction, entries: Mapping[str, Correction]) -> set[str]:
    while entry.undoes in entries:
        entry = entries[str(entry.undoes)]
    return {*entry.mentions, *entry.others}


def _rows(reader: Reader, holding: Collection[str] | None) -> dict[str, Row]:
    columns = ", ".join(f'"{name}"' for name in (*FIELDS, "mentions"))
    if holding is None:
        rows = reader.sql_rows(f"select id, {columns} from events")
    else:
        rows = reader.sql_rows(
            f"select id, {columns} from events where list_has_any(mentions, ?)", [sorted(holding) or [""]]
        )
    return {row["id"]: row for row in rows}


def _mentions(rows: Mapping[str, Row], ids: Iterable[str]) -> set[str]:
    return {mention for key in ids if key in rows for mention in rows[key]["mentions"]}


def _held(reader: Reader, mentions: Collection[str]) -> dict[str, str]:
    """Give the event that holds each of some mentions, at one version."""
    reader.offer("_sought", {"id": sorted(mentions) or [""]})
    rows = reader.sql(
        "select id, m from (select id, unnest(mentions) as m from events) where m in (select id from _sought)"
    )
    return {row["m"]: row["id"] for row in rows}


def _set(row: Row | None) -> set[str]:
    return set(row["mentions"]) if row else set()


def _changes(one: Row, two: Row, names: Mapping[str, str]) -> Iterable[FieldChange]:
    for name in FIELDS:
        if one[name] != two[name]:
            before, after = (
                [names.get(key, key) for key in row[name]] if name in _PARTIES else row[name] for row in (one, two)
            )
            yield FieldChange(field=name, before=before, after=after)


def _cast(row: Row) -> list[str]:
    return [*row["actors"], *row["recipients"]]


def _names(reader: Reader, actors: Collection[str]) -> dict[str, str]:
    """Give the name that most reports give each actor."""
    reader.offer("_actors", {"id": sorted(actors) or [""]})
    rows = reader.sql(
        "select id, name from actors where id in (select id from _actors) group by id, name "
        "order by count(*), name desc"
    )
    return {row["id"]: row["name"] for row in rows}


def _few(words: Sequence[str], most: int = 4) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more
