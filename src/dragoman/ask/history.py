"""All that ever happened to one event: reports arriving, entries of people, judgements, ids that lead to it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.ask.differences import EventChange, differences
from dragoman.ask.forwarding import Found, find_event
from dragoman.ask.rows import plain
from dragoman.ids import event_id
from dragoman.model import Correction
from dragoman.model.correction import undone_by
from dragoman.record.reader import Reader
from dragoman.record.versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One thing that happened to an event.

    Args:
        version: number of the version that brought it, None for what has none (a judgement).
        time: when, as the log of versions or the entry has it.
        kind: `told`, `changed`, `became`, `rejected`, an entry's verb, or `judged`.
        about: id of the event, mention or entry.
        text: what happened, in words.
        by: who did it, None for the rules.
        undone: id of the undo that took an entry back.
    """

    version: int | None
    time: str | None
    kind: str
    about: str
    text: str
    by: str | None = None
    undone: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventHistory:
    """The history of one event.

    Args:
        event: its id now, None where it was rejected.
        asked: the id that was asked for, which may be an earlier one.
        aliases: ids that led to events of their own once and lead to this one now.
        rows: what happened, in order.
    """

    event: str | None
    asked: str
    aliases: tuple[str, ...]
    rows: tuple[HistoryRow, ...]

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.history(self)


def event_history(reader: Reader, event: str) -> EventHistory:
    """Put the history of an event together.

    Args:
        reader: the record.
        event: its id, one it once had, or the beginning of either.

    Raises:
        UsageError: there is no such event, or there are several.
    """
    found = find_event(reader, event)
    mentions = set(found.mentions)
    once: set[str] = set()
    rows: list[HistoryRow] = []
    before: Reader | None = None
    known: set[str] = set()
    tellings = _tellings(reader, mentions)
    for number in _steps(reader, mentions):
        after = reader if number == reader.number else Reader(reader.folder, as_of=number)
        version = after.version
        holding = after.sql(_TOLD if after is reader else _HOLDING, [sorted(mentions)])
        held = {row["m"] for row in holding} & mentions
        if version is not None:
            rows += _arrived(version, known, held, tellings)
            rows += _changed(version, differences(before, after, mentions) if before else ())
        once |= {row["id"] for row in holding}
        before, known = after, held
    rows += _entries(reader.corrections(), mentions)
    rows.sort(key=lambda row: (row.time or "", row.version or 0))
    return EventHistory(
        event=found.event,
        asked=found.asked,
        aliases=tuple(sorted(once & set(map(event_id, mentions)) - {found.event})),
        rows=(*rows, *_judgements(reader, found)),
    )


_HOLDING = "select id, unnest(mentions) as m from events where list_has_any(mentions, ?)"
_TOLD = "select event as id, mention as m from told where mention in (select unnest(?))"
"""The same of the reader that is asked, which has its tellings at hand."""


def _steps(reader: Reader, mentions: Collection[str]) -> list[int]:
    """Give the versions at which an event that holds any of the mentions was written or went."""
    found: set[int] = set()
    opened: Reader | None = reader
    while opened is not None:
        rows = opened.sql(
            "with held as (select distinct id from events_steps where list_has_any(mentions, $m)) "
            "select step from events_steps where id in (select id from held) union "
            "select step from gone where key in (select id from held)",
            {"m": sorted(mentions)},
        )
        found |= {row["step"] for row in rows}
        (first,) = opened.sql("select min(step) as step from events_steps")
        # the table was written anew at its first step: what was before stands in the version before
        start = first["step"]
        opened = Reader(reader.folder, as_of=start - 1) if start and start > 1 else None
    return sorted(found)


def _arrived(version: Version, known: set[str], held: set[str], tellings: Mapping[str, str]) -> Iterator[HistoryRow]:
    number, time = version.number, version.run.time
    for mention in sorted(held - known):
        yield HistoryRow(version=number, time=time, kind="told", about=mention, text=tellings.get(mention, ""))
    for mention in sorted(known - held):
        text = f"no event holds it any longer: {tellings.get(mention, '')}"
        yield HistoryRow(version=number, time=time, kind="rejected", about=mention, text=text)


def _changed(version: Version, changes: Iterable[EventChange]) -> Iterator[HistoryRow]:
    number, time = version.number, version.run.time
    for change in changes:
        if change.kind == "went" and not change.into:
            continue  # its tellings were said to be held by nothing, above
        for text in _told(change):
            kind = "became" if change.kind == "went" else "changed"
            yield HistoryRow(version=number, time=time, kind=kind, about=change.event, text=text)


def _told(change: EventChange) -> Iterator[str]:
    why = f" ({'; '.join(change.why)})" if change.why else ""
    if change.kind == "went":
        yield f"became part of {', '.join(change.into)}{why}"
    elif change.kind == "came" and change.into:
        yield f"parted from {', '.join(change.into)}{why}"
    for field in change.fields:
        yield f"{field.field}: {_said(field.before)} -> {_said(field.after)}{why}"
    if change.lost:
        yield f"lost {len(change.lost)} of its tellings{why}"


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "none" if value is None else str(value)


def _tellings(reader: Reader, mentions: Collection[str]) -> dict[str, str]:
    rows = reader.sql(
        "select m.id, coalesce(r.source_id, r.id) as label, r.publisher, r.day, "
        "m.evidence::json->>'$[0].text' as words "
        "from mentions m join reports r on m.report = r.id where list_contains(?, m.id)",
        [sorted(mentions)],
    )
    return {row["id"]: f"{_where(row)}: “{row['words']}”" for row in rows}


def _where(row: Mapping[str, Any]) -> str:
    return ", ".join(part for part in (row["label"], row["publisher"], row["day"]) if part)


def _entries(corrections: list[Correction], mentions: set[str]) -> Iterator[HistoryRow]:
    undone = undone_by(corrections)
    known = {entry.id: entry for entry in corrections}
    about: set[str] = set()
    for entry in corrections:
        if mentions & {*entry.mentions, *entry.others} or entry.undoes in about:
            about.add(entry.id)
            yield HistoryRow(
                version=None,
                time=entry.time,
                kind=entry.verb,
                about=entry.id,
                text=said(entry, known),
                by=entry.author,
                undone=undone.get(entry.id),
            )


def said(entry: Correction, known: Mapping[str, Correction]) -> str:
    """Say in words what an entry says."""
    why = f": {entry.why}" if entry.why else ""
    if entry.verb == "set":
        return f"{entry.field} is {entry.value}{why}"
    if entry.verb == "undo":
        undone = known.get(str(entry.undoes))
        return f"{entry.undoes} ({undone.verb if undone else 'unknown'}) counts no longer{why}"
    names = [event_id(side[0]) for side in (entry.mentions, entry.others) if side]
    words = {
        "merge": f"{' and '.join(names)} are one event",
        "split": f"{', '.join(entry.mentions)} tell another event than {names[-1]}",
        "reject": f"{names[0]} is no event",
        "confirm": f"{names[0]} is right",
    }
    return words[entry.verb] + why


def _judgements(reader: Reader, found: Found) -> Iterator[HistoryRow]:
    rows = reader.sql(
        'select "left", "right", verdict, score from links where list_contains($m, "left") '
        'and list_contains($m, "right") order by score desc, "left", "right"',
        {"m": list(found.mentions)},
    )
    for row in rows:
        text = f"{row['left']} and {row['right']}: {row['verdict']}, {row['score']:.2f}"
        yield HistoryRow(version=None, time=None, kind="judged", about=row["left"], text=text)
