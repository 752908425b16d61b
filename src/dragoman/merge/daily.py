"""Counting as older coders do: one event a day for each doer, receiver and code, however many there were."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """One row of one-a-day counting.

    Args:
        date: the day, as the events have it.
        actor: id of the doer, None where left open.
        recipient: id of the receiver, None where left open.
        type: PLOVER event type.
        cameo: CAMEO code, None where none fits.
        events: ids of the events that the row stands for, sorted.
        reports: how many reports tell them.
    """

    date: str
    actor: str | None
    recipient: str | None
    type: str
    cameo: str | None
    events: tuple[str, ...]
    reports: int


def one_a_day(events: Iterable[Event]) -> tuple[Daily, ...]:
    """Count an act of one upon another once a day, whatever else is known of it.

    Each doer is paired with each receiver; where order means nothing, each participant with each other one, both ways,
    as such data have it. What did not happen, or has no day, is left out.

    Source: the one-a-day filter of KEDS/TABARI and of the Phoenix pipeline (Schrodt, TABARI manual 0.8, "One-a-day
    filtering"): source, target and code once a day.

    Args:
        events: any events, in any order.

    Returns:
        Rows by day, doer, receiver and code.
    """
    rows: dict[tuple[str, str, str, str, str], dict[str, Event]] = defaultdict(dict)
    for event in events:
        if event.status == "actual" and event.date and len(event.date) == 10:
            for actor, recipient in _dyads(event):
                rows[event.date, actor or "", recipient or "", event.type, event.cameo or ""][event.id] = event
    return tuple(
        Daily(
            date=day,
            actor=actor or None,
            recipient=recipient or None,
            type=kind,
            cameo=cameo or None,
            events=tuple(sorted(held)),
            reports=len({report for event in held.values() for report in event.articles}),
        )
        for (day, actor, recipient, kind, cameo), held in sorted(rows.items())
    )


def _dyads(event: Event) -> list[tuple[str | None, str | None]]:
    if event.symmetric and len(event.actors) > 1:
        return [(a, b) for a in event.actors for b in event.actors if a != b]
    return [(a, b) for a in event.actors or (None,) for b in event.recipients or (None,)]
