"""Events as an iCalendar file, for calendars of meetings and visits."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dragoman.ask.optional import need
from dragoman.export.selection import Selection
from dragoman.export.telling import Told, told
from dragoman.version import __version__


def ical(selection: Selection, target: Path) -> int:
    """Write events as iCalendar (RFC 5545): all-day entries; those without a day are left out."""
    icalendar = need("icalendar", extra="export")
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//dragoman//{__version__}//EN")
    calendar.add("version", "2.0")
    done = 0
    for one in told(selection):
        if one.since and one.until:
            calendar.add_component(_entry(icalendar.Event(), one))
            done += 1
    target.write_bytes(calendar.to_ical())
    return done


def _entry(entry: object, one: Told) -> object:
    add = entry.add  # type: ignore[attr-defined]
    add("uid", f"{one.id}@dragoman")
    add("summary", one.headline)
    add("dtstart", date.fromisoformat(str(one.since)))
    add("dtend", date.fromisoformat(str(one.until)) + timedelta(days=1))  # RFC 5545: the end is exclusive
    # the day of the last report, not of the export: the same record gives the same bytes
    stamp = date.fromisoformat(one.last_report or str(one.until))
    add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    add("categories", [one.type])
    add("description", one.described)
    add("status", "CONFIRMED" if one.status == "actual" else "CANCELLED" if one.status == "denied" else "TENTATIVE")
    add("transp", "TRANSPARENT")
    if one.place:
        add("location", one.place)
    if one.lat is not None and one.lon is not None:
        add("geo", (one.lat, one.lon))
    if one.url:
        add("url", one.url)
    return entry
