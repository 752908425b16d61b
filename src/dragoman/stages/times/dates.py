"""Days, months and years by their names and numbers: "31 January 2023", "June 20-22", "mid-March", "493 BC"."""

from dragoman.model.when import NARRATIVE, STATED, UNKNOWN
from dragoman.stages.times import calendar
from dragoman.stages.times.calendar import Stretch
from dragoman.stages.times.found import Found
from dragoman.stages.times.scene import Reading, Scene, dated

Parts = tuple[tuple[Reading, int, int], ...]
IN_WORDS = "the words say it in full"


def month_of(found: Found) -> int:
    """Give the number of the month that a find names."""
    return int(found.value("month", "MONTHNAME", "MONTHABBR"))


def edged(found: Found, stretch: Stretch) -> Stretch:
    """Narrow a stretch down by "early", "mid", "the end of"."""
    edge = found.value("edge", "EDGE", "EARLYLATE")
    return stretch.part(edge) if edge else stretch


def related_year(found: Found, scene: Scene) -> tuple[int | None, str]:
    """Resolve "of that year", "the following year", "last year" behind a month: (year, basis)."""
    text = found.text("rel")
    told = scene.told
    if "that" in text or "same" in text:
        shift, base, basis = 0, told.year if told else None, NARRATIVE
    elif any(word in text for word in ("following", "previous", "preceding")):
        shift, base, basis = (1 if "following" in text else -1), told.year if told else None, NARRATIVE
    else:
        shift = -1 if "last" in text else 1 if "next" in text else 0
        on, basis = scene.base()
        base = on.year if on else None
    return (None, UNKNOWN) if base is None else (base + shift, basis)


def stated_day(found: Found, scene: Scene) -> Reading:
    """Read a day with its year."""
    return dated(calendar.month_day(found.number("year"), month_of(found), found.number("day")), STATED, IN_WORDS)


def numeric_day(found: Found, scene: Scene) -> Reading | None:
    """Read a day in figures; where both orders are possible, the month stands first as in American use."""
    first, second, number = found.number("a"), found.number("b"), found.number("year")
    on = calendar.safe_date(number, first, second) or calendar.safe_date(number, second, first)
    return dated(calendar.day(on), STATED, "in figures") if on else None


def iso_day(found: Found, scene: Scene) -> Reading | None:
    """Read an ISO 8601 day, with a time of day or without."""
    on = calendar.safe_date(found.number("year"), found.number("m"), found.number("day"))
    if on is None:
        return None
    if not found.has("hour"):
        return dated(calendar.day(on), STATED, "an ISO 8601 date")
    clock = f"{found.number('hour'):02}:{found.number('minute'):02}"
    return Reading(
        value=f"{on}T{clock}", type="TIME", grain="minute", basis=STATED, reason="an ISO 8601 time", since=on, until=on,
        told=calendar.day(on),
    )  # fmt: skip


def day_without_year(found: Found, scene: Scene) -> Reading:
    """Read a day of a month whose year is left out or only pointed to."""
    month, number = month_of(found), found.number("day")
    if found.has("rel"):
        year, basis = related_year(found, scene)
        return dated(calendar.month_day(year, month, number), basis, "the year is pointed to")
    year, basis, reason = scene.year_for(month, number, found)
    return dated(calendar.month_day(year, month, number), basis, reason)


def day_of_told_month(found: Found, scene: Scene) -> Reading | None:
    """Read "the 20th": a day of the month told last."""
    told, number = scene.near(found), found.number("day")
    if told is None or told.month is None or not 1 <= number <= 31 or told.grain not in ("day", "month"):
        return None
    return dated(calendar.month_day(told.year, told.month, number), NARRATIVE, f"a day of the month of {told.value}")


def days(found: Found, scene: Scene) -> Reading | Parts:
    """Read "June 20-22" as one stretch, and "20 and 22 June", "from 20 to 22 June" as two days."""
    month, first, last = month_of(found), found.number("a"), found.number("b")
    year: int | None
    if found.has("year"):
        year, basis, reason = found.number("year"), STATED, IN_WORDS
    else:
        year, basis, reason = scene.year_for(month, last, found)
    ends = [calendar.month_day(year, month, number) for number in (first, last)]
    if not found.text("sep")[:1].isalpha():
        return dated(_span(ends[0], ends[1]), basis, reason)
    a, b = found.match.span("a"), found.match.span("b")
    cut = a[1]
    second = b[0] if cut <= b[0] else cut
    return ((dated(ends[0], basis, reason), found.first, cut), (dated(ends[1], basis, reason), second, found.last))


def _span(first: Stretch, last: Stretch) -> Stretch:
    return Stretch(
        value=f"{first.value}/{last.value}", grain=first.grain, year=first.year, month=first.month, since=first.since,
        until=last.until,
    )  # fmt: skip


def stated_month(found: Found, scene: Scene) -> Reading:
    """Read a month with its year."""
    return dated(edged(found, calendar.month(found.number("year"), month_of(found))), STATED, IN_WORDS)


def month_without_year(found: Found, scene: Scene) -> Reading:
    """Read a month whose year is left out or pointed to."""
    month = month_of(found)
    if found.has("rel"):
        year, basis = related_year(found, scene)
        return dated(edged(found, calendar.month(year, month)), basis, "the year is pointed to")
    year, basis, reason = scene.year_for(month, None, found)
    return dated(edged(found, calendar.month(year, month)), basis, reason)


def pointed_month(found: Found, scene: Scene) -> Reading:
    """Read "last May", "next October", "this June"."""
    month, way = month_of(found), found.value("way", "BACK", "AHEAD") or "this"
    base, basis = scene.base()
    if way == "told" and scene.told is not None and scene.told.since is not None:
        base, basis = scene.told.since, NARRATIVE
    if base is None:
        return dated(edged(found, calendar.month(None, month)), UNKNOWN, "the report has no date")
    back = found.value("way", "BACK") != ""
    year = base.year
    if back and month >= base.month:
        year -= 1
    elif way in ("next", "told") and not back and month <= base.month:
        year += 1
    return dated(edged(found, calendar.month(year, month)), basis, f"the {found.text('way')} one, seen from {base}")


def stated_year(found: Found, scene: Scene) -> Reading:
    """Read a year; as an attribute of a name ("the 1967 Six-Day War") it does not move the telling."""
    after = found.words.word(found.last)
    return dated(edged(found, calendar.year(found.number("year"))), STATED, IN_WORDS, moves=not after[:1].isupper())


def year_range(found: Found, scene: Scene) -> Reading | None:
    """Read "2012-15"."""
    first, last = found.number("a"), found.number("b")
    last += first // 100 * 100
    return dated(_span(calendar.year(first), calendar.year(last)), STATED, IN_WORDS) if last > first else None


def old_year(found: Found, scene: Scene) -> Reading:
    """Read a year with its era, alone or behind a month or season."""
    number = found.number("n") * (-1 if found.value("era", "ERA") == "BC" else 1)
    if found.has("month"):
        stretch = calendar.month(number, month_of(found))
    elif found.has("season"):
        stretch = calendar.season(number, found.value("season", "SEASON", "FALL"))
    else:
        stretch = calendar.year(number)
    return dated(edged(found, stretch), STATED, IN_WORDS)


def old_years(found: Found, scene: Scene) -> Parts:
    """Read "499-493 BC": both years stand before Christ."""
    sign = -1 if found.value("era", "ERA") == "BC" else 1
    first, last = (dated(calendar.year(sign * found.number(part)), STATED, IN_WORDS) for part in "ab")
    return ((first, *found.match.span("a")), (last, found.match.span("b")[0], found.last))


def bare_old_year(found: Found, scene: Scene) -> Reading | None:
    """Read "in 496" where the report speaks of years before Christ; elsewhere it is only a number."""
    told = scene.near(found)
    if told is None or told.year is None or told.year >= 0 or not 100 <= found.number("n") <= 999:
        return None
    return dated(calendar.year(-found.number("n")), NARRATIVE, "before Christ, as the years told before")
