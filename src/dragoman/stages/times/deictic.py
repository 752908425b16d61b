"""Times that point: "yesterday", "on Friday", "last month", "two days later", "the following year"."""

from datetime import date, timedelta

from dragoman.model.when import NARRATIVE, PUBLISHED, STATED, UNKNOWN
from dragoman.stages.times import calendar, durations
from dragoman.stages.times.calendar import Stretch
from dragoman.stages.times.dates import edged
from dragoman.stages.times.found import UNIT_ROLES, Found
from dragoman.stages.times.scene import Reading, Scene, dated

_UNKNOWN_VALUES = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "DE": "XXX", "CE": "XX"}
_UNKNOWN_VALUES |= {"WE": "XXXX-WXX-WE", "Q": "XXXX-QX", "FN": "XXXX-WXX"}
_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7}
_MONTHS = {"M": 1, "Y": 12, "Q": 3, "DE": 120, "CE": 1200}
_GRAINS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "WE": "weekend"}
_GRAINS |= {"Q": "quarter", "FN": "week"}


def around(on: date, unit: str) -> Stretch:
    """Give the day, week, month, year... that holds a day."""
    if unit == "Y":
        return calendar.year(on.year)
    if unit == "M":
        return calendar.month(on.year, on.month)
    if unit in ("W", "FN"):
        return calendar.week(on)
    if unit == "WE":
        return calendar.weekend(on)
    if unit == "Q":
        return calendar.quarter(on.year, (on.month + 2) // 3)
    if unit == "DE":
        return calendar.decade(on.year // 10 * 10)
    return calendar.century(on.year // 100 + 1) if unit == "CE" else calendar.day(on)


def shifted(on: date, unit: str, count: int) -> Stretch | None:
    """Give the stretch of a unit that lies so many units after (or before) the one that holds a day."""
    try:
        if unit in _DAYS:
            return around(on + timedelta(days=_DAYS[unit] * count), unit)
        year, month = calendar.add_months((on.year, on.month), _MONTHS[unit] * count)
        return around(date(year, month, 1), unit)
    except (ValueError, OverflowError):
        return None


def shifted_told(told: Stretch, unit: str, count: int) -> Stretch | None:
    """Shift what was told, which may be coarser than the unit or lie before Christ."""
    if told.since is None or (told.year or 1) < 1:
        return calendar.year(told.year + count) if unit == "Y" and told.year is not None else None
    coarse = {"year": ("Y", "DE", "CE"), "month": ("M", "Y", "DE", "CE"), "season": ("Y", "DE", "CE")}
    if told.grain in coarse and unit not in coarse[told.grain]:
        return None
    return shifted(told.since, unit, count)


def unit_of(found: Found) -> str:
    """Give the unit that a find counts in."""
    return found.value("unit", *UNIT_ROLES)


def unknown(unit: str, reason: str, basis: str = UNKNOWN) -> Reading:
    """Make a reading for a stretch that cannot be placed."""
    return Reading(value=_UNKNOWN_VALUES[unit], grain=_GRAINS[unit], basis=basis, reason=reason)


def deictic_day(found: Found, scene: Scene) -> Reading:
    """Read "today", "yesterday", "tomorrow", "the day before yesterday"."""
    if scene.apposed is not None:
        return dated(calendar.day(scene.apposed), STATED, "the date said right behind it")
    shift = int(found.value("day", "DEICTIC"))
    if found.has("more"):
        shift *= 2
    if scene.published is None:
        return unknown("D", "counts from the report's day, which is unknown")
    on = scene.published + timedelta(days=shift)
    return dated(calendar.day(on), PUBLISHED, f"{shift:+} days from the report's {scene.published}")


def weekday(found: Found, scene: Scene) -> Reading:
    """Read a weekday by tense and distance, or by "last", "next", "last week"."""
    number = int(found.value("day", "WEEKDAY", "WEEKABBR"))
    on, basis, reason = scene.weekday(number, found)
    if on is None:
        return Reading(value=f"XXXX-WXX-{number}", grain="day", basis=basis, reason=reason)
    way = found.text("way")
    base, basis = scene.base()
    assert base is not None
    if found.has("week"):
        shift = -1 if "last" in found.text("week") else 1 if "next" in found.text("week") else 0
        on = base - timedelta(days=base.weekday()) + timedelta(days=7 * shift + number - 1)
        reason = f"in the week said, seen from {base}"
    elif way in ("last", "previous", "past"):
        on = base - timedelta(days=(base.isoweekday() - number) % 7 or 7)
        reason = f"the last before {base}"
    elif way in ("next", "coming", "following", "upcoming"):
        on = base + timedelta(days=(number - base.isoweekday()) % 7 or 7)
        reason = f"the first after {base}"
    elif way == "this" and scene.tense(found) != "past":
        on = base + timedelta(days=(number - base.isoweekday()) % 7)
        reason = f"the first on or after {base}"
    return dated(calendar.day(on), basis, reason)


def this_unit(found: Found, scene: Scene) -> Reading:
    """Read "this week", "earlier this month", "last year", "next month", "the coming weekend"."""
    unit, way = unit_of(found), found.value("way", "BACK", "AHEAD")
    count = 0 if not way else -1 if found.value("way", "BACK") else 1
    if count and lasting(found) and unit in ("M", "Y", "DE", "CE"):
        return durations.duration_of(1, unit)
    if way == "told":
        return _from_told(found, scene, unit, count)
    base, basis = scene.base()
    stretch = shifted(base, unit, count) if base else None
    if stretch is None:
        return unknown(unit, "counts from the report's day, which is unknown")
    return dated(edged(found, stretch), basis, f"{count:+} from the {unit_name(unit)} of {base}", moves=unit != "DE")


def _from_told(found: Found, scene: Scene, unit: str, count: int) -> Reading:
    told, basis = scene.near(found), NARRATIVE
    stretch = shifted_told(told, unit, count) if told else None
    if stretch is None and told is None and scene.published:
        stretch, basis = shifted(scene.published, unit, count), PUBLISHED
    if stretch is None:
        return unknown(unit, "counts from a time that the report does not place")
    return dated(edged(found, stretch), basis, f"{count:+} from {told.value if told else scene.published}")


def lasting(found: Found) -> bool:
    """Tell whether "the next year" is a length of time ("for", "over the next year")."""
    return found.words.word(found.first - 1).lower() in ("for", "over", "throughout")


def weekend(found: Found, scene: Scene) -> Reading:
    """Read "the weekend": the last one, or the coming one where the clause looks ahead."""
    base, basis = scene.base()
    if base is None:
        return unknown("WE", "the report has no date")
    ahead = scene.tense(found) == "future"
    on = base if ahead or base.isoweekday() >= 6 else base - timedelta(days=7)
    return dated(calendar.weekend(on), basis, f"the {'coming' if ahead else 'last'} one, seen from {base}")


def same_unit(found: Found, scene: Scene) -> Reading | None:
    """Read "that day", "the same year", "later that month", "the end of the month"."""
    unit, told = unit_of(found), scene.near(found)
    if unit in ("TH", "TM", "TS"):
        return None
    if told is None or told.year is None:
        if not found.has("that") and scene.published and found.has("edge"):
            return dated(edged(found, around(scene.published, unit)), PUBLISHED, f"that of {scene.published}")
        return None
    if told.year < 1:
        return _same_old(found, told, unit)
    grains = {
        "Y": ("day", "week", "month", "season", "year", "quarter", "half", "weekend"),
        "M": ("day", "week", "month"),
    }
    grains |= {"W": ("day", "week"), "D": ("day",), "WE": ("day",), "DE": ("day", "month", "season", "year", "decade")}
    if told.since is None or told.grain not in grains.get(unit, ()):
        if unit == "D" and told.grain == "month":
            return Reading(value=f"{told.value}-XX", grain="day", basis=NARRATIVE, reason=f"a day in {told.value}",
                           since=told.since, until=told.until)  # fmt: skip
        return None
    return dated(edged(found, around(told.since, unit)), NARRATIVE, f"that of {told.value}, told before")


def _same_old(found: Found, told: Stretch, unit: str) -> Reading | None:
    assert told.year is not None
    if unit == "Y":
        return dated(edged(found, calendar.year(told.year)), NARRATIVE, f"that of {told.value}, told before")
    return None


def ago(found: Found, scene: Scene) -> Reading:
    """Read "six years ago", "in three days' time", "a week from now"."""
    unit, count = unit_of(found), found.quantity("count") or 1
    way = 1 if found.has("ahead") else -1
    if unit in ("TH", "TM"):
        reason = "hours from now"
        return Reading(value="XXXX-XX-XXTXX" if scene.published is None else f"{scene.published}TXX", type="TIME",
                       grain="hour", basis=PUBLISHED if scene.published else UNKNOWN, reason=reason,
                       since=scene.published, until=scene.published)  # fmt: skip
    if found.has("few") and not found.has("couple"):
        value = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Reading(value=value, grain="vague", basis=UNKNOWN, reason="how many is not said")
    if found.has("couple"):
        count = 2
    base = scene.published
    if base is None:
        return unknown(unit, "counts from the report's day, which is unknown")
    if count != int(count):
        unit, count = "M", count * 12 if unit == "Y" else count
    stretch = shifted(base, unit, way * int(count))
    if stretch is None:
        return unknown(unit, "lies outside the calendar")
    return dated(stretch, PUBLISHED, f"{way * int(count):+} {unit_name(unit)}s from the report's {base}")


def later(found: Found, scene: Scene) -> Reading | None:
    """Read "two days later", "a year earlier", "the day before": counted from the date told last."""
    unit, way = unit_of(found), -1 if found.value("dir", "PRIOR") else 1
    if unit in ("TH", "TM", "TS"):
        return None
    if found.rule.name == "later_few":
        if not found.has("few"):
            return unknown(unit, "how many is not said")
        value = "PAST_REF" if way < 0 else "FUTURE_REF"
        return Reading(value=value, grain="vague", basis=UNKNOWN, reason="how many is not said")
    if found.rule.name == "next_unit" and lasting(found) and unit != "D":
        return durations.duration_of(1, unit)
    count = 1 if not found.has("count") else int(found.quantity("count") or 1)
    told, basis = scene.near(found), NARRATIVE
    if told is None and scene.published is not None:
        told, basis = calendar.day(scene.published), PUBLISHED
    stretch = shifted_told(told, unit, way * count) if told else None
    if stretch is None or told is None:
        year = told.year if told else None
        value = f"{calendar.year_text(year)}-XX-XX" if unit == "D" else _UNKNOWN_VALUES[unit]
        return Reading(value=value, grain=_GRAINS[unit], basis=UNKNOWN, reason="counts from a time that is not placed")
    return dated(stretch, basis, f"{way * count:+} {unit_name(unit)}s from {told.value}")


def after_event(found: Found, scene: Scene) -> Reading | None:
    """Read "a day after Trump said ...".

    In news the clause behind it tells what happened that much before the news, and the expression dates that;
    in a narrative it dates what comes next, counted from the date told last, where one was told.
    """
    reading = later(found, scene)
    told = scene.near(found, 150)
    unit = unit_of(found)
    if (scene.narrative and scene.told is not None) or reading is None or found.has("few"):
        return reading
    way = 1 if found.value("dir", "PRIOR") else -1
    count = 1 if not found.has("count") else int(found.quantity("count") or 1)
    base = told.since if told and told.grain == "day" and told.since else scene.published
    stretch = shifted(base, unit, way * count) if base else None
    if stretch is None:
        return reading
    return dated(stretch, PUBLISHED, f"{way * count:+} {unit_name(unit)}s from {base}", moves=False)


def unit_name(unit: str) -> str:
    """Give the word for a unit."""
    return _GRAINS[unit] if unit != "FN" else "fortnight"


def reference(found: Found, scene: Scene) -> Reading:
    """Read "now", "currently": the present, with no day of its own."""
    return Reading(value=found.value("now", "NOW", "VAGUE"), grain="vague", basis=UNKNOWN, reason="no day is said")


def present(found: Found, scene: Scene) -> Reading:
    """Read "the present day", "to date", "the present"."""
    return Reading(value="PRESENT_REF", grain="vague", basis=UNKNOWN, reason="no day is said")
