"""From an event's id, today's or one it once had, to the event that now holds it."""

from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.ids import event_id
from dragoman.model import Correction, in_force
from dragoman.record.reader import Reader

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The event that an id means.

    Args:
        event: its id now, None where it was rejected.
        asked: the id that was meant, written out.
        mentions: its mentions, the founding one first; of a rejected one those that the rejection names.
        rejected: the entry that rejected it, None where none did.
    """

    event: str | None
    asked: str
    mentions: tuple[str, ...]
    rejected: Correction | None = None

    @property
    def forwarded(self) -> bool:
        """Tell whether the id asked for is no longer the event's own."""
        return self.event is not None and self.asked != self.event

    @property
    def refusal(self) -> str:
        """Say who rejected it and how to bring it back; empty where nobody did."""
        if self.rejected is None:
            return ""
        entry = self.rejected
        why = f" ({entry.why})" if entry.why else ""
        return (
            f"{self.asked} was rejected by {entry.author} on {entry.time[:10]}{why}; "
            f"`dragoman history {self.asked}` tells all of it, `dragoman undo {entry.id}` brings it back"
        )


def find_event(reader: Reader, words: str) -> Found:
    """Find the event that an id means.

    Every mention could have founded an event, so every mention's own event id leads to the event that holds it: an id
    from before a merge or a split finds its way without any list of old ids.

    Args:
        reader: the record.
        words: an event's id or a mention's, or as much of its beginning as no other shares.

    Raises:
        UsageError: nothing, or several things, have an id that begins so.
    """
    asked = words.strip()
    rows = reader.sql("select id, mentions from events where starts_with(id, ?) order by id limit 6", [asked or "-"])
    exact = [row for row in rows if row["id"] == asked]
    if len(exact or rows) == 1:
        (row,) = exact or rows
        return Found(event=row["id"], asked=row["id"], mentions=_founder_first(row["id"], row["mentions"]))
    if rows:
        raise UsageError(f"several events begin with {words!r}: {', '.join(row['id'] for row in rows[:_SHOWN])}")
    return _forwarded(reader, words, asked)


def _forwarded(reader: Reader, words: str, asked: str) -> Found:
    mentions = (row["id"] for row in reader.sql("select id from mentions")) if asked else ()
    aliases = {key: event_id(key) for key in mentions}
    meant = {key: alias for key, alias in aliases.items() if alias.startswith(asked) or key.startswith(asked)}
    held = reader.sql("select id, mentions from events where list_has_any(mentions, ?) order by id", [list(meant)])
    if len(held) > 1:
        raise UsageError(f"several events begin with {words!r}: {', '.join(row['id'] for row in held[:_SHOWN])}")
    if held:
        (row,) = held
        inside = sorted(alias for key, alias in meant.items() if key in row["mentions"])
        return Found(event=row["id"], asked=inside[0], mentions=_founder_first(row["id"], row["mentions"]))
    for entry in reversed(in_force(reader.corrections())):
        if entry.verb == "reject" and meant.keys() & set(entry.mentions):
            return Found(event=None, asked=event_id(entry.mentions[0]), mentions=entry.mentions, rejected=entry)
    raise UsageError(f"there is no event {words[:40]!r}; `dragoman events` lists those there are")


def _founder_first(event: str, mentions: list[str]) -> tuple[str, ...]:
    return tuple(sorted(mentions, key=lambda key: (event_id(key) != event, key)))
