"""One event out of its mentions: each field with the value chosen, the policy, who supports it and who differs."""

import json
from collections.abc import Mapping, Sequence
from math import prod

from dragoman.ids import event_id
from dragoman.merge import choose
from dragoman.merge.choose import Choose, Read, Value, silent
from dragoman.merge.corrected import Corrected
from dragoman.merge.dates import parse
from dragoman.merge.standing import standing
from dragoman.merge.told import Told
from dragoman.merge.witnesses import Copies, current, witnesses
from dragoman.model import Correction, Event, Field

_CEILING = 0.99
_json = json.JSONEncoder(ensure_ascii=False).encode
"""Writes a value; one encoder for all, since making one takes longer than writing most values."""

_FIELDS: tuple[tuple[str, str, Choose, Read], ...] = (
    ("type", "most reports", choose.most(lambda one: one.mention.type), lambda one: one.mention.type),
    ("mode", "most reports that say one", choose.most(lambda one: one.mention.mode), lambda one: one.mention.mode),
    ("cameo", "most reports that say more than its root", choose.code, lambda one: one.mention.cameo),
    ("actors", "everybody named; officials stand for their state", choose.doers, lambda one: one.mention.actors),
    (
        "recipients",
        "everybody named; officials stand for their state",
        choose.receivers,
        lambda one: one.mention.recipients,
    ),
    ("symmetric", "any report", lambda told: any(o.mention.symmetric for o in told), lambda o: o.mention.symmetric),
    (
        "date",
        "most precise stated",
        choose.best_date,
        lambda one: one.mention.date.value if one.mention.date else None,
    ),
    (
        "place",
        "most precise named, in the country that most reports name",
        choose.place_name,
        lambda one: one.mention.where.name if one.mention.where else None,
    ),
    ("status", "done outranks planned, then the latest report", choose.status, lambda one: one.mention.status),
)
_FOUGHT = "of fighting that goes on, from the first day to the last that reports give"
Stand = Mapping[str, frozenset[str]]
_READ: Mapping[str, Read] = {name: read for name, _, _, read in _FIELDS} | {
    "country": lambda one: one.mention.where.country if one.mention.where else None,
    "salience": lambda one: one.mention.salience,
    "topics": lambda one: one.mention.topics,
}


def fold(told: Sequence[Told], copies: Copies | None = None, entries: Sequence[Correction] = ()) -> Event:
    """Fold the mentions of one event.

    The event is named by its founder, the mention of the earliest report; so adding later reports keeps its id. Values
    are chosen among the reports that no update has replaced; the replaced ones still stand as support or dissent. What
    a person has said outranks all.

    Args:
        told: the mentions, in order of publication.
        copies: which reports say again what others said.
        entries: corrections in force, the earliest first.

    Returns:
        The event.
    """
    copies = copies or Copies()
    chosen = current(told, copies)
    said = Corrected(entries, frozenset(one.id for one in told))
    policies = {name: policy for name, policy, _, _ in _FIELDS}
    value: dict[str, Value] = {name: pick(chosen) for name, _, pick, _ in _FIELDS}
    if choose.fought(chosen):
        policies["date"] = _FOUGHT
    stand = standing(told) if len(told) > 1 else {}
    fields = {name: _field(name, policies[name], value[name], read, told, stand) for name, _, _, read in _FIELDS}
    for name, (written, policy) in said.values.items():
        value[name], fields[name] = json.loads(written), _corrected(name, written, policy, told)
    where = _where(told, chosen, value["place"])
    days = sorted(one.published.isoformat() for one in told if one.published)
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
        country=_text(value["country"]) if "country" in value else where[0],
        lat=where[1],
        lon=where[2],
        status=str(value["status"]),
        salience=str(value.get("salience", choose.highest(chosen))),
        topics=_texts(value["topics"]) if "topics" in value else choose.topics(chosen),
        mentions=tuple(sorted(one.id for one in told)),
        articles=tuple(sorted({one.article for one in told})),
        publishers=tuple(sorted({one.publisher for one in told if one.publisher})),
        confidence=1.0 if said.confirmed else _confidence(told, copies),
        fields=(*fields.values(), *_remarks(told, copies), *said.confirmed),
        independent=len(witnesses(told, copies)),
        first_report=days[0] if days else None,
        last_report=days[-1] if days else None,
        contexts=tuple(sorted({context for one in chosen for context in one.mention.contexts})),
    )


def _field(name: str, policy: str, chosen: Value, read: Read, told: Sequence[Told], stand: Stand) -> Field:
    """Write a field down with who says so; those who say nothing neither support nor differ."""
    said = [(one.id, given) for one in told if not silent(given := read(one))]
    agreed = [given == chosen or _agrees(name, given, chosen, stand) for _, given in said]
    support = sorted(key for (key, _), yes in zip(said, agreed, strict=True) if yes)
    dissent = sorted((_json(given), key) for (key, given), yes in zip(said, agreed, strict=True) if not yes)
    return Field(name=name, value=_json(chosen), policy=policy, support=tuple(support), dissent=tuple(dissent))


def _corrected(name: str, value: str, policy: str, told: Sequence[Told]) -> Field:
    """Write down what a person said, and every report that says otherwise."""
    said = ((one.id, _READ[name](one)) for one in told)
    other = sorted((written, key) for key, given in said if not silent(given) and (written := _json(given)) != value)
    return Field(name=name, value=value, policy=policy, support=(), dissent=tuple(other))


def _remarks(told: Sequence[Told], copies: Copies) -> tuple[Field, ...]:
    """Say how the status went over time, and whether newer versions of all reports keep silent about the event."""
    found = []
    history = _history(told)
    if len({status for _, status in history}) > 1:
        support = tuple(sorted(one.id for one in told))
        found.append(Field(name="history", value=_json(history), policy="status by day of report", support=support))
    if all(copies.replaced(one.article) for one in told):
        policy = "a newer version of every report that tells it is there"
        found.append(Field(name="superseded", value="true", policy=policy, support=()))
    return tuple(found)


def _history(told: Sequence[Told]) -> list[tuple[str | None, str]]:
    """Give the days of reports on which the status changed, with the new status."""
    found: list[tuple[str | None, str]] = []
    for one in told:
        if not found or found[-1][1] != one.mention.status:
            found.append((one.published.isoformat() if one.published else None, one.mention.status))
    return found


def _agrees(name: str, value: Value, chosen: Value, stand: Stand) -> bool:
    """Tell whether a value says the same less exactly: fewer participants, their state, a month around the day.

    A day of a stretch agrees with it as well, and so does the general code of the chosen one's root.
    """
    if isinstance(value, tuple) and isinstance(chosen, tuple):
        missing = set(value) - set(chosen)
        return bool(value) and all(stand.get(actor, frozenset()).intersection(chosen) for actor in missing)
    if isinstance(value, str) and isinstance(chosen, str):
        if name == "cameo":
            return choose.general(value) and value[:2] == chosen[:2]
        return _covers(value, chosen) or _covers(chosen, value)
    return False


def _covers(wide: str, narrow: str) -> bool:
    outer, inner = parse(wide), parse(narrow)
    return outer is not None and inner is not None and outer[0] <= inner[0] <= inner[1] <= outer[1]


def _where(told: Sequence[Told], chosen: Sequence[Told], name: object) -> tuple[str | None, float | None, float | None]:
    """Give country and coordinates of the place chosen; of one that a person named and no report, the country alone."""
    best = choose.best_place(chosen)
    if best is None or best.name == name:
        return (best.country, best.lat, best.lon) if best else (None, None, None)
    other = next((one.mention.where for one in told if one.mention.where and one.mention.where.name == name), None)
    return (other.country, other.lat, other.lon) if other else (best.country, None, None)


def _confidence(told: Sequence[Told], copies: Copies) -> float:
    """Take independent witnesses together, each as good as its best report."""
    best = (max(one.mention.confidence for one in group) for group in witnesses(told, copies))
    return round(min(_CEILING, 1 - prod(1 - value for value in best)), 4)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()
