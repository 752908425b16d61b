"""What a person may put into a field of an event, read from words."""

import json
from collections.abc import Callable

from dragoman.ask.filters import iso3
from dragoman.ask.people import People
from dragoman.codes.cameo import cameo
from dragoman.codes.plover import event_types
from dragoman.errors import UsageError
from dragoman.model.correction import FIELDS
from dragoman.model.mention import SALIENCES, STATUSES
from dragoman.record.days import days

NOTHING = "none"
_NEEDED = frozenset({"type", "status", "salience"})
_LISTS = frozenset({"actors", "recipients", "topics"})


def value_of(field: str, words: str, people: People) -> str:
    """Read the value of a field.

    Args:
        field: the field.
        words: its value: names or ids parted by ";" for actors and recipients, "none" for no value.
        people: the actors of the record.

    Returns:
        The value as JSON, as an event has it.

    Raises:
        UsageError: there is no such field, or it cannot have that value.
    """
    if field not in FIELDS:
        raise UsageError(f"an event has no field {field[:40]!r} to correct; it has {', '.join(FIELDS)}")
    given = words.strip()
    if not given:
        raise UsageError(f"no value was given for {field}; write {NOTHING!r} to leave it without one")
    if given.casefold() == NOTHING:
        if field in _NEEDED:
            raise UsageError(f"an event must have a {field}; give {_choices(field)}")
        return "[]" if field in _LISTS else "null"
    value = [people.find(name) for name in _parts(given)] if field in {"actors", "recipients"} else _READ[field](given)
    return json.dumps(value, ensure_ascii=False)


def _parts(words: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in words.split(";") if part.strip()))


def _one_of(field: str, words: str, known: tuple[str, ...]) -> str:
    found = {value.casefold(): value for value in known}.get(words.casefold())
    if found is None:
        raise UsageError(f"there is no {field} {words[:40]!r}; there are {', '.join(known)}")
    return found


def _modes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(mode.code for kind in event_types().values() for mode in kind.modes))


def _choices(field: str) -> str:
    return ", ".join({"type": tuple(event_types()), "status": STATUSES, "salience": SALIENCES}[field])


def _cameo(words: str) -> str:
    if words not in cameo():
        raise UsageError(f"there is no CAMEO code {words[:40]!r}; a code has two to four digits (040, 190)")
    return words


def _date(words: str) -> str:
    first, last = days(words)
    if first is None or last is None or first > last:
        raise UsageError(f"{words[:40]!r} is no date; write YYYY-MM-DD, YYYY-MM, YYYY, or two with a slash between")
    return words


_READ: dict[str, Callable[[str], str | list[str]]] = {
    "type": lambda words: _one_of("type", words, tuple(event_types())),
    "mode": lambda words: _one_of("mode", words, _modes()),
    "cameo": _cameo,
    "date": _date,
    "place": str,
    "country": iso3,
    "status": lambda words: _one_of("status", words, STATUSES),
    "salience": lambda words: _one_of("salience", words, SALIENCES),
    "topics": _parts,
}
