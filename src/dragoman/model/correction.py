"""What a person says about an event against, or in support of, what the rules made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

VERBS = ("set", "merge", "split", "reject", "confirm", "undo")
FIELDS = ("type", "mode", "cameo", "actors", "recipients", "date", "place", "country", "status", "salience", "topics")
"""The fields of an event that `set` may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of a person, which outranks every rule and is never taken away again, only undone by another.

    An event is named by its mentions, so that the entry holds when events are derived anew. What each verb says:

    `set`: the event that holds the first of `mentions` still known has `value` as its `field`; of two, the later wins.
    `merge`: all of `mentions` and `others` tell one event.
    `split`: `mentions` tell one event, and none of `others` tells that one; it ends what an earlier `merge` said of
    a pair across the two.
    `reject`: `mentions` tell no event; they are part of none.
    `confirm`: all of `mentions` tell one event, and somebody has looked at it: its confidence is 1.
    `undo`: the entry `undoes` counts no longer; an undo can be undone.

    Args:
        id: made by `ids.correction_id` from all the rest.
        verb: one of VERBS.
        mentions: ids of the mentions of the event meant, the founding one first; empty for `undo`.
        others: ids of the mentions on the other side of a `merge` or a `split`, the founding one first.
        field: one of FIELDS for `set`, else None.
        value: the value as JSON for `set`, as an Event has it (ids in a list for `actors`), else None.
        undoes: id of the entry that an `undo` takes back, else None.
        author: who says so.
        time: when, ISO 8601 in UTC with microseconds, so that text order is time order.
        why: the reason in words; empty where none was given.
    """

    id: str
    verb: str
    mentions: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    undoes: str | None = None
    author: str
    time: str
    why: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """What entries are sorted by: the later one is right."""
        return self.time, self.id


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Give the entries that count, in order of time: no `undo`, and nothing that an `undo` in force takes back.

    Args:
        corrections: entries in any order; the same one twice counts once.

    Returns:
        Entries that speak of events, the earliest first.
    """
    entries = sorted({one.id: one for one in corrections}.values(), key=lambda one: one.order)
    undone: set[str | None] = set()
    standing: list[Correction] = []
    for entry in reversed(entries):  # an undo comes after what it undoes, so from the end each is known to count or not
        if entry.id in undone:
            continue
        if entry.verb == "undo":
            undone.add(entry.undoes)
        else:
            standing.append(entry)
    return tuple(reversed(standing))


def undone_by(corrections: Iterable[Correction]) -> dict[str, str]:
    """Give for each entry that counts no longer the id of the undo that took it back."""
    found: dict[str, str] = {}
    for entry in sorted(corrections, key=lambda one: one.order, reverse=True):
        if entry.verb == "undo" and entry.undoes and entry.id not in found:
            found.setdefault(entry.undoes, entry.id)
    return found
