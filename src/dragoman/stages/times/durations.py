"""Lengths of time and things that happen again and again: "three days", "two-year", "every Monday"."""

from dragoman.model.when import UNKNOWN
from dragoman.stages.times import calendar
from dragoman.stages.times.found import UNIT_ROLES, Found
from dragoman.stages.times.scene import Reading, Scene

_CODES = {"Y": "Y", "M": "M", "W": "W", "D": "D", "DE": "DE", "CE": "CE", "TH": "H", "TM": "M", "TS": "S"}
_CODES |= {"Q": "M", "FN": "W", "WE": "WE"}
_TIMES = {"Q": 3, "FN": 2}
_EVERY = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}
_GRAINS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "DE": "decade",
    "CE": "century",
    "TH": "hour",
    "TM": "minute",
}
_GRAINS |= {"TS": "second", "Q": "quarter", "FN": "week", "WE": "weekend"}


def length(count: float | None, unit: str) -> str:
    """Write a length as TIMEX3 does: 3, `D` -> `P3D`; None (not said how many), `TH` -> `PTXH`."""
    if count is not None:
        count *= _TIMES.get(unit, 1)
    digits = "X" if count is None else f"{count:g}"
    if digits == "0.5":
        digits = ".5"
    return f"P{'T' if unit.startswith('T') else ''}{digits}{_CODES[unit]}"


def duration(found: Found, scene: Scene) -> Reading | None:
    """Read "three days", "a two-year", "several weeks", "half an hour"."""
    unit = found.value("unit", *UNIT_ROLES) or found.value("few", *UNIT_ROLES) or found.value("article", *UNIT_ROLES)
    count = None if found.has("few") else found.quantity("count")
    if found.has("article"):
        count = 1
    if found.has("plushalf") and count is not None:
        count += 0.5
    if found.has("half"):
        unit, count = ("TM", 30) if unit == "TH" else ("M", 6) if unit == "Y" else (unit, 0.5)
    if found.has("upto"):
        last = length(found.quantity("upto"), unit)
        return _read(f"{length(count, unit)}/{last}", unit)
    return _read(length(count, unit), unit)


def duration_of(count: float | None, unit: str) -> Reading:
    """Make the reading of a length of time."""
    return _read(length(count, unit), unit)


def _read(value: str, unit: str) -> Reading:
    return Reading(value=value, type="DURATION", grain=_GRAINS[unit], basis=UNKNOWN, reason="a length of time")


def number_of_range(found: Found, scene: Scene) -> tuple[tuple[Reading, int, int], ...]:
    """Read "between 12 and 18 months" as two lengths."""
    unit = found.value("unit", *UNIT_ROLES)
    a, b = found.match.span("a"), found.match.span("b")
    first, last = (_read(length(found.quantity(part), unit), unit) for part in "ab")
    return ((first, *a), (last, b[0], found.last))


def every(found: Found, scene: Scene) -> Reading | None:
    """Read "every day", "each year", "daily", "on Mondays", "every two weeks"."""
    if found.has("freq"):
        value = found.value("freq", "FREQUENCY")
    elif found.has("day"):
        value = f"XXXX-WXX-{found.value('day', 'WEEKDAY', 'WEEKDAYS')}"
        part = found.value("part", "DAYPART", "DAYPARTS") or found.value("hours", "DAYPART")
        value += f"T{part}" if part else ""
    elif found.has("part"):
        value = f"XXXX-XX-XXT{found.value('part', 'DAYPART', 'DAYPARTS')}"
    elif found.has("month"):
        value = calendar.month(None, int(found.value("month", "MONTHNAME"))).value
    elif found.has("season"):
        value = f"XXXX-{found.value('season', 'SEASON')}"
    else:
        unit, count = found.value("unit", *UNIT_ROLES), found.quantity("count")
        if count is None and found.has("other"):
            count = 2
        value = _EVERY.get(unit, length(1, unit)) if count is None else length(count, unit)
    return Reading(value=value, type="SET", grain="set", basis=UNKNOWN, reason="happens again and again")


def rate(found: Found, scene: Scene) -> Reading:
    """Read "per month"."""
    unit = found.value("unit", *UNIT_ROLES)
    return Reading(value=length(1, unit), type="SET", grain="set", basis=UNKNOWN, reason="so much in each")
