"""What people have said about the fields of one event."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from dragoman.model import Correction, Field


def bind(entries: Iterable[Correction], known: Collection[str]) -> Mapping[str, Sequence[Correction]]:
    """Tie what people said of an event to the first of its mentions that is known.

    Args:
        entries: corrections in force, the earliest first.
        known: ids of the mentions that are in some event.

    Returns:
        For mentions of which something was said, the entries, the earliest first.
    """
    bound: dict[str, list[Correction]] = defaultdict(list)
    for entry in entries:
        if entry.verb in {"set", "confirm"} and (first := next((m for m in entry.mentions if m in known), None)):
            bound[first].append(entry)
    return bound


class Corrected:
    """The corrections that bind to one event.

    Args:
        entries: the earliest first.
        mentions: ids of the event's mentions.
    """

    def __init__(self, entries: Iterable[Correction], mentions: Collection[str]) -> None:
        self.values: dict[str, tuple[str, str]] = {}
        """The value as JSON and the policy, by field; of two entries the later holds."""
        self.confirmed: tuple[Field, ...] = ()
        """A field that says who confirmed the event, empty where nobody did."""
        for entry in entries:
            if entry.verb == "confirm":
                support = tuple(sorted(key for key in entry.mentions if key in mentions))
                value = json.dumps(entry.author, ensure_ascii=False)
                confirmed = Field(name="confirmed", value=value, policy=_by("confirmed", entry), support=support)
                self.confirmed = (confirmed,)
            elif entry.field and entry.value is not None:
                value = json.dumps(json.loads(entry.value), ensure_ascii=False)
                self.values[entry.field] = (value, _by("corrected", entry))


def _by(what: str, entry: Correction) -> str:
    return f"{what} by {entry.author}" + (f": {entry.why}" if entry.why else "")
