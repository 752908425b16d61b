"""Times of day: "8 pm", "15:00 GMT Saturday", "Tuesday morning", "the night of 5 May"."""

from dataclasses import replace
from datetime import timedelta

from dragoman.model.when import NARRATIVE, PUBLISHED, STATED, UNKNOWN
from dragoman.stages.times import calendar
from dragoman.stages.times.calendar import Stretch
from dragoman.stages.times.dates import month_of
from dragoman.stages.times.found import Found
from dragoman.stages.times.scene import Reading, Scene

_EARLY_LATE = {"early": "TMO", "late": "TEV", "mid": ""}


def day_said(found: Found, scene: Scene) -> tuple[Stretch | None, str, str]:
    """Find the day that a time of day belongs to: (day, basis, reason)."""
    if found.has("month"):
        month, number = month_of(found), found.number("dayno")
        if found.has("year"):
            return calendar.month_day(found.number("year"), month, number), STATED, "the words say it in full"
        year, basis, reason = scene.year_for(month, number, found)
        return calendar.month_day(year, month, number), basis, reason
    if found.has("day"):
        on, basis, reason = scene.weekday(int(found.value("day", "WEEKDAY", "WEEKABBR")), found)
        if on is not None and found.text("way") in ("last", "next"):
            reason = f"the {found.text('way')} one"
        return (calendar.day(on) if on else None), basis, reason
    if found.has("deictic"):
        shift = int(found.value("deictic", "DEICTIC"))
        if scene.published is None:
            return None, UNKNOWN, "the report has no date"
        return calendar.day(scene.published + timedelta(days=shift)), PUBLISHED, f"{shift:+} from the report's day"
    return _day_around(found, scene)


def _day_around(found: Found, scene: Scene) -> tuple[Stretch | None, str, str]:
    """Take the day said right behind, that of the report for "this morning", the day told last, the report's."""
    if scene.apposed is not None:
        return calendar.day(scene.apposed), STATED, "the date said right behind it"
    told = scene.near(found, 300)
    if found.text("this") not in ("this", "last") and told is not None and told.grain == "day":
        return told, NARRATIVE, f"on {told.value}, told before"
    if scene.narrative or scene.published is None:
        return None, UNKNOWN, "no day is said"
    shift = -1 if found.text("this") == "last" else 0
    return calendar.day(scene.published + timedelta(days=shift)), PUBLISHED, f"seen from {scene.published}"


def part_of_day(found: Found, scene: Scene) -> Reading:
    """Read "Tuesday morning", "this afternoon", "tonight", "late on Wednesday"."""
    stretch, basis, reason = day_said(found, scene)
    code = found.value("part", "DAYPART", "TONIGHT")
    value = f"T{code}" if code else _EARLY_LATE.get(found.text("edge").split()[0].strip("-"), "")
    if stretch is None:
        weekday = found.value("day", "WEEKDAY", "WEEKABBR")
        head = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
        return Reading(value=head + value, type="TIME", grain="part of day", basis=basis, reason=reason)
    return Reading(
        value=stretch.value + value, type="TIME" if value else "DATE", grain="part of day" if value else "day",
        basis=basis, reason=reason, since=stretch.since, until=stretch.until, told=stretch,
    )  # fmt: skip


def clock(found: Found, scene: Scene) -> Reading | None:
    """Read "8 pm", "15:00 GMT Saturday", "at noon on 5 May"."""
    time = clock_value(found)
    if time is None:
        return None
    stretch, basis, reason = day_said(found, scene)
    zone = found.value("zone", "ZONE") or found.value("zone2", "ZONE")
    suffix = "Z" if zone == "+00" and found.text("zone") in ("z", "utc") else "" if zone in ("", "ET", "+00") else zone
    if stretch is None:
        value = f"XXXX-XX-XXT{time}{suffix}"
        return Reading(value=value, type="TIME", grain="minute", basis=basis, reason=reason)
    return Reading(
        value=f"{stretch.value}T{time}{suffix}", type="TIME", grain="minute", basis=basis, reason=reason,
        since=stretch.since, until=stretch.until, told=replace(stretch),
    )  # fmt: skip


def clock_value(found: Found) -> str | None:
    """Write the time of day as TIMEX3 does, `15:00`, or `20:00` for "8 PM"; None where there is none such."""
    named = found.value("noon", "CLOCKWORD")
    if named:
        return named
    hour, minute, half = found.number("hour"), found.number("minute"), found.value("half", "MERIDIEM")
    if found.has("dotted"):
        whole, _, rest = found.text("dotted").partition(".")
        if len(rest) != 2:
            return None
        hour, minute = int(whole), int(rest)
    if half and not 1 <= hour <= 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
