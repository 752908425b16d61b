"""How events hang together without being one: part of, follows, answers, repeats."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.merge.dates import parse
from dragoman.merge.table import rows
from dragoman.model import Event, Relation

_LOOK_BACK = 12
"""How many earlier events of a pair are looked at, the latest ones, so that cost grows with n log n."""
_KNOWN_DAY = 10
"""Days up to which a date says when an event was."""
_LONG = 5
"""Days from which on fighting is an offensive that holds single attacks."""
_SERIES = 400
"""Days between two meetings of a pair beyond which they are no series."""
_WHOLE = {"visit", "multilateral"}
_MEETINGS = {"meet", "call", "mediate", None}


@dataclass(frozen=True, slots=True)
class _Dated:
    since: date
    until: date
    event: Event

    @property
    def order(self) -> tuple[date, date, str]:
        return self.since, self.until, self.event.id

    @property
    def everybody(self) -> frozenset[str]:
        return frozenset((*self.event.actors, *self.event.recipients))


def relate(events: Iterable[Event]) -> tuple[Relation, ...]:
    """Find how events hang together; what is only planned or denied, or without a day, hangs on nothing.

    Args:
        events: any events; the answer depends on no order among them.

    Returns:
        Relations by ids. Two events have one relation at most: part of outranks answers, follows and repeats.
    """
    dated = sorted((one for event in events if (one := _dated(event))), key=lambda one: one.order)
    found: dict[tuple[str, str], Relation] = {}
    for relation in (*_parts(dated), *_answers(dated), *_series(dated)):
        found.setdefault((relation.left, relation.right), relation)
    return tuple(found[key] for key in sorted(found))


def _dated(event: Event) -> _Dated | None:
    days = parse(event.date) if event.date else None
    if days is None or event.status not in {"actual", "planned"}:
        return None
    return _Dated(*days, event)


def _parts(dated: Sequence[_Dated]) -> Iterator[Relation]:
    """Meetings on a visit or beside a summit, attacks in an offensive: a party of both, on its days, in its place."""
    wholes: dict[str, list[_Dated]] = defaultdict(list)
    for one in dated:
        if _is_whole(one):
            for actor in one.event.actors:
                wholes[actor].append(one)
    for one in dated:
        held = {whole.event.id: whole for actor in one.event.actors for whole in _around(wholes[actor], one)}
        for whole in sorted(held.values(), key=lambda whole: whole.order)[:_LOOK_BACK]:
            if _holds(whole, one):
                where = f" in {one.event.place}" if one.event.place else ""
                span = f"{whole.since}" if whole.since == whole.until else f"{whole.since} to {whole.until}"
                reason = f"the same party on the days of the {_name(whole)} ({span}){where}"
                yield Relation(left=one.event.id, right=whole.event.id, kind="part of", reason=reason)


def _around(wholes: Sequence[_Dated], one: _Dated) -> Sequence[_Dated]:
    """Give the wholes that began last before an event ended."""
    end = bisect_left(wholes, (one.until, date.max, ""), key=lambda whole: whole.order)
    return wholes[max(end - _LOOK_BACK, 0) : end]


def _is_whole(one: _Dated) -> bool:
    length = (one.until - one.since).days + 1
    if one.event.type == "CONSULT":
        return one.event.mode in _WHOLE and length <= 31
    return one.event.type == "ASSAULT" and _LONG <= length <= 366


def _holds(whole: _Dated, part: _Dated) -> bool:
    if whole.event.id == part.event.id or not whole.since <= part.since <= part.until <= whole.until:
        return False
    if whole.event.type != part.event.type or not _same_place(whole.event, part.event):
        return False
    if whole.event.type == "ASSAULT":
        return (part.until - part.since).days + 1 < _LONG
    return part.event.mode in _MEETINGS and part.event.mode != "call" and part.everybody != whole.everybody


def _same_place(one: Event, other: Event) -> bool:
    """Tell whether one's place can hold the other's; a place that is not told is no hindrance in one of them."""
    if one.country and other.country:
        return one.country == other.country
    return bool(one.country or other.country)


def _answers(dated: Sequence[_Dated]) -> Iterator[Relation]:
    """What the one did, after what the other did to him, or what came of what was said, as answers.tsv has it."""
    table = {(earlier, later, kind): int(days) for earlier, later, kind, days in rows("answers.tsv")}
    for (left, right), group in sorted(_by_pair(dated).items()):
        for index, one in enumerate(group):
            for before in reversed(group[max(index - _LOOK_BACK, 0) : index]):
                kind = "follows" if _side(before, left) == _side(one, left) else "answers"
                limit = table.get((before.event.type, one.event.type, kind))
                gap = (one.since - before.until).days
                if limit is not None and 0 <= gap <= limit and one.event.status == "actual":
                    reason = f"{one.event.type} between {left} and {right} {gap} days after {before.event.type}"
                    yield Relation(left=one.event.id, right=before.event.id, kind=kind, reason=reason)
                    break


def _side(one: _Dated, actor: str) -> bool:
    return actor in one.event.actors


def _series(dated: Sequence[_Dated]) -> Iterator[Relation]:
    """Meetings of the same two or more, each after the one before."""
    series: dict[tuple[str, ...], list[_Dated]] = defaultdict(list)
    for one in dated:
        if one.event.type == "CONSULT" and one.event.symmetric and len(one.everybody) > 1 and _knows_its_day(one):
            series[tuple(sorted(one.everybody))].append(one)
    for group in series.values():
        for number, (before, one) in enumerate(pairwise(group), start=2):
            gap = (one.since - before.until).days
            if 0 < gap <= _SERIES:
                reason = f"number {number} of {len(group)} meetings of the same, {gap} days after the one before"
                yield Relation(left=one.event.id, right=before.event.id, kind="repeats", reason=reason)


def _by_pair(dated: Iterable[_Dated]) -> dict[tuple[str, str], list[_Dated]]:
    pairs: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for one in dated:
        if not one.event.symmetric and _knows_its_day(one):
            met = {(min(a, b), max(a, b)) for a in one.event.actors for b in one.event.recipients if a != b}
            for pair in sorted(met):
                pairs[pair].append(one)
    return pairs


def _knows_its_day(one: _Dated) -> bool:
    return (one.until - one.since).days < _KNOWN_DAY


def _name(one: _Dated) -> str:
    return "fighting" if one.event.type == "ASSAULT" else "visit" if one.event.mode == "visit" else "gathering"
