"""Longer stretches than a month that have a name: quarters, seasons, decades, centuries."""

from datetime import date

from dragoman.model.when import NARRATIVE, STATED, UNKNOWN
from dragoman.stages.times import calendar
from dragoman.stages.times.calendar import Stretch
from dragoman.stages.times.dates import IN_WORDS, edged, related_year
from dragoman.stages.times.found import Found
from dragoman.stages.times.scene import Reading, Scene, dated


def decade(found: Found, scene: Scene) -> Reading:
    """Read "the 1990s", "the '90s", "the nineties", "the 470s BC"."""
    if found.has("era"):
        first = -found.number("n")
    elif found.has("year"):
        first = found.number("year")
    else:
        tens = int(found.value("word", "DECADENAME") or found.number("n") // 10)
        first = (1900 if tens >= 2 else 2000) + tens * 10
    return dated(edged(found, calendar.decade(first)), STATED, IN_WORDS)


def century(found: Found, scene: Scene) -> Reading | None:
    """Read "the 19th century", "the 4th century BC"."""
    number = found.number("n") * (-1 if found.value("era", "ERA") == "BC" else 1)
    return dated(edged(found, calendar.century(number)), STATED, IN_WORDS) if -40 <= number <= 40 else None


def quarter(found: Found, scene: Scene) -> Reading | None:
    """Read "the first quarter of 2023", "Q1 2023", "the second half of the year"."""
    if found.has("year"):
        year: int | None = found.number("year")
        basis = STATED
    elif found.has("rel"):
        year, basis = related_year(found, scene)
    else:
        base, basis = scene.base()
        year = base.year if base else None
    which = int(found.value("half", "HALF") or found.number("n"))
    if found.has("half"):
        return dated(calendar.half(year, which), basis, "a half of a year")
    return dated(calendar.quarter(year, which), basis, "a quarter of a year") if 1 <= which <= 4 else None


def stated_season(found: Found, scene: Scene) -> Reading:
    """Read a season with its year."""
    code = found.value("season", "SEASON", "FALL")
    return dated(edged(found, calendar.season(found.number("year"), code)), STATED, IN_WORDS)


def season(found: Found, scene: Scene) -> Reading:
    """Read "last summer", "this spring", "the winter"."""
    code, back, ahead = found.value("season", "SEASON", "FALL"), found.value("way", "BACK"), found.value("way", "AHEAD")
    base, basis = scene.base()
    told = scene.near(found)
    if found.has("rel"):
        year, basis = related_year(found, scene)
        return dated(edged(found, calendar.season(year, code)), basis, "the year is pointed to")
    if scene.ahead is not None:
        return dated(edged(found, calendar.season(scene.ahead, code)), STATED, "the year said right behind it")
    if base is None or (told is not None and (told.year or 1) < 1):
        year = told.year if told else None
        if year is not None and code == "WI" and told is not None and told.month is not None and told.month >= 9:
            year += 1
        return dated(
            edged(found, calendar.season(year, code)), NARRATIVE if told else UNKNOWN, "the report has no date"
        )
    stretch = _season_near(base, code, "back" if back else "ahead" if ahead else _lean(found, scene, basis))
    return dated(edged(found, stretch), basis, f"seen from {base}", moves=found.has("way") or found.has("edge"))


def _lean(found: Found, scene: Scene, basis: str) -> str:
    if basis == NARRATIVE or "this" in found.text("way"):
        return "same"
    return "ahead" if scene.tense(found) == "future" else "recent"


def _season_near(base: date, code: str, lean: str) -> Stretch:
    years = [calendar.season(base.year + shift, code) for shift in (-1, 0, 1)]
    if lean == "same":
        return calendar.season(base.year + (1 if code == "WI" and base.month >= 9 else 0), code)
    for stretch in reversed(years) if lean in ("back", "recent") else years:
        assert stretch.since is not None
        assert stretch.until is not None
        if lean == "back" and stretch.until < base:
            return stretch
        if lean == "recent" and stretch.since <= base:
            return stretch
        if lean == "ahead" and stretch.since > base:
            return stretch
    return years[1]
