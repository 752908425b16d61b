"""Which value of a field stands for an event, of those that its reports give."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.merge.dates import Days, stated
from dragoman.merge.standing import namesake
from dragoman.merge.told import Told
from dragoman.merge.traits import Traits
from dragoman.model import Actor, Where
from dragoman.model.mention import ASSUMED, SALIENCES

Value = object
Read = Callable[[Told], Value]
Choose = Callable[[Sequence[Told]], Value]

_PRECISION = {"point": 0, "city": 1, "province": 2, "region": 3, "country": 4, "unknown": 5}
_TOPICS = 12
_KNOWN_DAY = 10
"""Days up to which a date without an end of its own says when fighting was."""


def silent(value: Value) -> bool:
    """Tell whether a value says nothing."""
    return value is None or value == ()


def most(read: Read) -> Choose:
    """Choose what most mentions say; of equals, what was said first."""

    def choose(told: Sequence[Told]) -> Value:
        counts = Counter(value for one in told if not silent(value := read(one)))
        return counts.most_common(1)[0][0] if counts else None

    return choose


def code(told: Sequence[Told]) -> Value:
    """Choose the CAMEO code that most mentions give; one that says more outranks the general one of its root."""
    counts = Counter(one.mention.cameo for one in told if one.mention.cameo)
    special = {value[:2] for value in counts if not general(value)}
    kept = [(n, value) for value, n in counts.items() if not (general(value) and value[:2] in special)]
    return max(kept, key=lambda pair: pair[0])[1] if kept else None


def general(code: str) -> bool:
    """Tell whether a CAMEO code says its root alone: "04" and "040" are any consultation."""
    return len(code) == 2 or (len(code) == 3 and code.endswith("0"))


def best_date(told: Sequence[Told]) -> Value:
    """Choose the date that is stated, then the most precise, then the one that most mentions give.

    Of fighting that goes on, each report tells another day: it lasted from the first of them to the last.
    """
    if stretch := fought(told):
        since, until = min(days.since for days in stretch), max(days.until for days in stretch)
        return f"{since}/{until}" if since < until else f"{since}"
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


def fought(told: Sequence[Told]) -> Sequence[Days]:
    """Give the days on which fighting went on, as reports have it; none where they do not give several."""
    found = [days for one in told if Traits(one).under_way and (days := stated(one)) and _says_when(one, days)]
    return found if len(set(found)) > 1 else ()


def _says_when(one: Told, days: Days) -> bool:
    """Tell whether a date says when fighting was: a day, a week, a stretch from one day to another, but no month."""
    return days.length <= _KNOWN_DAY or (one.mention.date is not None and "/" in one.mention.date.value)


def best_place(told: Sequence[Told]) -> Where | None:
    """Choose the most precise place in the country that most mentions name, then the one that most mentions name."""
    placed = [one.mention.where for one in told if one.mention.where]
    countries = Counter(where.country for where in placed if where.country)
    most = max(countries.values(), default=0)
    placed = [where for where in placed if not most or countries.get(where.country or "") == most]
    names = Counter(where.name for where in placed)
    return min(placed, key=lambda where: (_PRECISION.get(where.precision, 5), -names[where.name]), default=None)


def place_name(told: Sequence[Told]) -> Value:
    """Choose the name of the best place."""
    best = best_place(told)
    return best.name if best else None


def doers(told: Sequence[Told]) -> Value:
    """Take all who do it; where order means nothing, all who take part."""
    if any(one.mention.symmetric for one in told):
        return _everybody(told, lambda one: one.participants)
    return _everybody(told, lambda one: one.mention.actors)


def receivers(told: Sequence[Told]) -> Value:
    """Take all who get it, nobody where order means nothing."""
    if any(one.mention.symmetric for one in told):
        return ()
    return _everybody(told, lambda one: one.mention.recipients)


def status(told: Sequence[Told]) -> Value:
    """A plan that another report tells as done is done; else the latest report knows best."""
    said = [one.mention.status for one in told]
    return "actual" if "actual" in said else said[-1]


def highest(told: Sequence[Told]) -> str:
    """Take the highest salience that any report gives it."""
    return min((one.mention.salience for one in told), key=SALIENCES.index)


def topics(told: Sequence[Told]) -> tuple[str, ...]:
    """Take the topics that most mentions name."""
    counts = Counter(topic for one in told for topic in dict.fromkeys(one.mention.topics))
    return tuple(topic for topic, _ in counts.most_common(_TOPICS))


def _everybody(told: Sequence[Told], read: Callable[[Told], tuple[str, ...]]) -> Value:
    """Take everybody whom any report names, once.

    A state that its own officials stand for in another report is left out, and so is who is spelt otherwise there.
    """
    everyone = tuple(dict.fromkeys(actor for one in told for actor in read(one)))
    cast = {key: one.actors[key] for one in told for key in read(one) if key in one.actors}
    once = tuple(actor for place, actor in enumerate(everyone) if not _spelt_otherwise(place, everyone, cast))
    return tuple(actor for actor in once if not _stood_for(actor, once, told, read))


def _spelt_otherwise(place: int, everyone: Sequence[str], cast: Mapping[str, Actor]) -> bool:
    """Tell whether one no table knows is among the others under another spelling: known, or named before."""
    actor = cast.get(everyone[place])
    if actor is None or actor.known:
        return False
    others = ((number, cast[key]) for number, key in enumerate(everyone) if key in cast)
    return any(namesake(actor, other) for number, other in others if other.known or number < place)


def _stood_for(
    actor: str, everyone: Iterable[str], told: Sequence[Told], read: Callable[[Told], tuple[str, ...]]
) -> bool:
    state = next((one.actors[actor] for one in told if actor in one.actors), None)
    if state is None or state.kind != "country":
        return False
    officials = {key for one in told for key in read(one) if key != actor and one.country(key) == state.country}
    beside = any(actor in read(one) and officials.intersection(read(one)) for one in told)
    return bool(officials.intersection(everyone)) and not beside
