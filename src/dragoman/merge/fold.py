"""One event out of its mentions: each field with the value chosen, the policy, who supports it and who differs."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import prod

from dragoman.ids import event_id
from dragoman.merge.dates import ASSUMED, parse, stated
from dragoman.merge.told import Told
from dragoman.model import Event, Field
from dragoman.model.mention import SALIENCES

_PRECISION = {"point": 0, "city": 1, "province": 2, "region": 3, "country": 4, "unknown": 5}
_TOPICS = 12
_CEILING = 0.99

Value = object


def fold(told: Sequence[Told]) -> Event:
    """Fold the mentions of one event.

    The event is named by its founder, the mention of the earliest report; so adding later reports keeps its id.

    Args:
        told: the mentions, in order of publication.

    Returns:
        The event.
    """
    made = {name: _field(name, policy, choose(told), read, told) for name, policy, choose, read in _FIELDS}
    placed = _best_place(told)
    where = placed.mention.where if placed else None
    value = {name: chosen for name, (chosen, _) in made.items()}
    return Event(
        id=event_id(told[0].id),
        type=str(value["type"]),
        mode=_text(value["mode"]),
        cameo=_text(value["cameo"]),
        actors=_texts(value["actors"]),
        recipients=_texts(value["recipients"]),
        symmetric=bool(value["symmetric"]),
        date=_text(value["date"]),
        place=_text(value["place"]),
        country=where.country if where else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        status=str(value["status"]),
        salience=_highest(told),
        topics=_topics(told),
        mentions=tuple(sorted(one.id for one in told)),
        articles=tuple(sorted({one.article for one in told})),
        publishers=tuple(sorted({one.publisher for one in told if one.publisher})),
        confidence=_confidence(told),
        fields=tuple(field for _, field in made.values()),
    )


def _field(
    name: str, policy: str, chosen: Value, read: Callable[[Told], Value], told: Sequence[Told]
) -> tuple[Value, Field]:
    """Write a field down with who says so; those who say nothing neither support nor differ."""
    said = [(one.id, read(one)) for one in told]
    support = tuple(sorted(key for key, value in said if not _silent(value) and _agrees(value, chosen)))
    dissent = sorted((_json(value), key) for key, value in said if not _silent(value) and not _agrees(value, chosen))
    return chosen, Field(name=name, value=_json(chosen), policy=policy, support=support, dissent=tuple(dissent))


def _agrees(value: Value, chosen: Value) -> bool:
    """Tell whether a value says the same, or the same less exactly: fewer participants, a month around the day."""
    if isinstance(value, tuple) and isinstance(chosen, tuple):
        return bool(value) and set(value) <= set(chosen)
    if isinstance(value, str) and isinstance(chosen, str):
        return value == chosen or _covers(value, chosen)
    return value == chosen


def _covers(wide: str, narrow: str) -> bool:
    outer, inner = parse(wide), parse(narrow)
    return outer is not None and inner is not None and outer[0] <= inner[0] <= inner[1] <= outer[1]


def _silent(value: Value) -> bool:
    return value is None or value == ()


def _most(read: Callable[[Told], Value]) -> Callable[[Sequence[Told]], Value]:
    """Choose what most mentions say; of equals, what was said first."""

    def choose(told: Sequence[Told]) -> Value:
        counts = Counter(value for one in told if not _silent(value := read(one)))
        return counts.most_common(1)[0][0] if counts else None

    return choose


def _best_date(told: Sequence[Told]) -> Value:
    rated = []
    for one in told:
        days, written = stated(one), one.mention.date
        if days is None or written is None:
            continue
        basis = 0 if written.basis == "stated" else 2 if written.basis == ASSUMED else 1
        rated.append(((basis == 2, days.length, basis), written.value))
    if not rated:
        return None
    best = min(rank for rank, _ in rated)
    return Counter(value for rank, value in rated if rank == best).most_common(1)[0][0]


def _best_place(told: Sequence[Told]) -> Told | None:
    placed = [one for one in told if one.mention.where]
    names = Counter(one.mention.where.name for one in placed if one.mention.where)

    def rank(one: Told) -> tuple[int, int]:
        where = one.mention.where
        return (_PRECISION.get(where.precision, 5), -names[where.name]) if where else (9, 0)

    return min(placed, key=rank, default=None)


def _place_name(told: Sequence[Told]) -> Value:
    best = _best_place(told)
    return best.mention.where.name if best and best.mention.where else None


def _union(read: Callable[[Told], tuple[str, ...]]) -> Callable[[Sequence[Told]], Value]:
    """Take everybody whom any report names, except a state that its own officials stand for in another report."""

    def choose(told: Sequence[Told]) -> Value:
        everyone = tuple(dict.fromkeys(actor for one in told for actor in read(one)))
        return tuple(actor for actor in everyone if not _stood_for(actor, everyone, told, read))

    return choose


def _stood_for(
    actor: str, everyone: Iterable[str], told: Sequence[Told], read: Callable[[Told], tuple[str, ...]]
) -> bool:
    state = next((one.actors[actor] for one in told if actor in one.actors), None)
    if state is None or state.kind != "country":
        return False
    officials = {key for one in told for key in read(one) if key != actor and one.country(key) == state.country}
    beside = any(actor in read(one) and officials.intersection(read(one)) for one in told)
    return bool(officials.intersection(everyone)) and not beside


def _all_together(one: Told) -> tuple[str, ...]:
    return one.participants


def _doers(told: Sequence[Told]) -> Value:
    symmetric = any(one.mention.symmetric for one in told)
    return _union(_all_together if symmetric else lambda one: one.mention.actors)(told)


def _receivers(told: Sequence[Told]) -> Value:
    symmetric = any(one.mention.symmetric for one in told)
    return () if symmetric else _union(lambda one: one.mention.recipients)(told)


def _status(told: Sequence[Told]) -> Value:
    """A plan that another report tells as done is done; else the latest report knows best."""
    said = [one.mention.status for one in told]
    return "actual" if "actual" in said else said[-1]


def _highest(told: Sequence[Told]) -> str:
    return min((one.mention.salience for one in told), key=SALIENCES.index)


def _topics(told: Sequence[Told]) -> tuple[str, ...]:
    counts = Counter(topic for one in told for topic in dict.fromkeys(one.mention.topics))
    return tuple(topic for topic, _ in counts.most_common(_TOPICS))


def _confidence(told: Sequence[Told]) -> float:
    """Take outlets as independent witnesses, each as good as its best report; reports of no outlet count apart."""
    best: dict[str, float] = {}
    for one in told:
        witness = one.publisher or one.article
        best[witness] = max(best.get(witness, 0.0), one.mention.confidence)
    return round(min(_CEILING, 1 - prod(1 - value for value in best.values())), 4)


_FIELDS: tuple[tuple[str, str, Callable[[Sequence[Told]], Value], Callable[[Told], Value]], ...] = (
    ("type", "most reports", _most(lambda one: one.mention.type), lambda one: one.mention.type),
    ("mode", "most reports that say one", _most(lambda one: one.mention.mode), lambda one: one.mention.mode),
    ("cameo", "most reports that say one", _most(lambda one: one.mention.cameo), lambda one: one.mention.cameo),
    ("actors", "everybody named; officials stand for their state", _doers, lambda one: one.mention.actors),
    ("recipients", "everybody named; officials stand for their state", _receivers, lambda one: one.mention.recipients),
    ("symmetric", "any report", lambda told: any(one.mention.symmetric for one in told), lambda o: o.mention.symmetric),
    ("date", "most precise stated", _best_date, lambda one: one.mention.date.value if one.mention.date else None),
    ("place", "most precise named", _place_name, lambda one: one.mention.where.name if one.mention.where else None),
    ("status", "done outranks planned, then the latest report", _status, lambda one: one.mention.status),
)


def _json(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()
