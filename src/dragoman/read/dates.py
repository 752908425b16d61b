"""Choose when a report appeared and was changed: tags, then stamps in the text, then the address, then the file."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.knowledge.publishers import Publisher
from dragoman.model import Problem, Stamp
from dragoman.read import problems
from dragoman.read.given import Given
from dragoman.read.page.sheet import Sheet
from dragoman.text.stamps import Clock, iso

_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:([/_-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)|(\d{2})(\d{2})(?!\d))", re.IGNORECASE
)
_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name}
_FIRST = date(1500, 1, 1)  # the oldest newspapers that have been transcribed
_SLACK = timedelta(days=1)  # it is tomorrow already in some zones; clocks of sources go wrong by hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When a report appeared.

    Args:
        published: its first time, None where nothing says.
        updated: when it was last changed, None where nothing says.
        faults: what was said of them and cannot be.
    """

    published: Stamp | None
    updated: Stamp | None
    faults: tuple[Problem, ...]


def given_dates(given: Given, clock: Clock, today: date) -> tuple[dict[str, str], list[Problem]]:
    """Read the date fields, before the text is looked at.

    Args:
        given: what the source says.
        clock: how its stamps are to be read.
        today: no report is of a later day.

    Returns:
        ISO values by name (`published`, `updated`), and a problem for each that is no date or lies ahead.
    """
    values, faults = {}, []
    for name, words in (("published", given.published), ("updated", given.updated)):
        if words is None or not words.strip():
            continue
        value = iso(words, clock=clock)
        why = _impossible(value, today) if value else "is no date that can be read"
        if why:
            faults.append(problems.date(given.path, given.line, words, why))
        elif value is not None:
            values[name] = value
    return values, faults


def dates(given: Given, sheet: Sheet, fields: dict[str, str], named: Publisher | None, today: date) -> Dates:
    """Weigh all that says when a report appeared.

    Args:
        given: what the source says.
        sheet: the text on the table, with the stamps found in it.
        fields: the date fields, read.
        named: the publisher, whose clock stamps without a zone go by.
        today: no report is of a later day.
    """
    believed: list[Stamp] = []
    faults: list[Problem] = []
    for stamp in _offered(given, sheet, fields, named):
        doubt = _impossible(stamp.value, today)
        if doubt:
            words = stamp.span.text if stamp.span else stamp.value
            faults.append(problems.date(given.path, given.line, words, doubt))
        else:
            believed.append(stamp)
    updated = _updated(sheet, fields, named, given)
    late = _impossible(updated.value, today) if updated else None
    if updated and late:
        faults.append(problems.date(given.path, given.line, updated.value, late))
        updated = None
    published = _finest(believed) if believed else None
    if published and updated and updated.day < published.day - _SLACK:
        faults.append(problems.order(given.path, given.line, published.value, updated.value))
    return Dates(published=published, updated=updated, faults=tuple(faults))


def _offered(given: Given, sheet: Sheet, fields: dict[str, str], named: Publisher | None) -> Iterator[Stamp]:
    """Give every day that something says the report is of, the most trusted first."""
    if "published" in fields:
        yield Stamp(value=fields["published"], basis=given.basis)
    for name, basis in (
        ("date line", "first line of the text"),
        ("published", "stamp in the text"),
        ("dateline", "dateline"),
    ):
        if name in sheet.stamps:
            value, span = sheet.stamps[name]
            yield Stamp(value=_zoned(value, named), basis=basis, span=span)
    if given.url and (day := day_in_address(given.url)):
        yield Stamp(value=day, basis="address")
    if given.stem and (day := _day_in_name(given.stem)):
        yield Stamp(value=day, basis="file name")
    # the day of a file, a mail or a crawl is worth a guess only where nothing else speaks
    if given.made and (made := iso(given.made, clock=sheet.clock)):
        yield Stamp(value=made[:10], basis=given.made_basis)


def _updated(sheet: Sheet, fields: dict[str, str], named: Publisher | None, given: Given) -> Stamp | None:
    if "updated" in fields:
        basis = "field updated" if given.basis.startswith("field") else f"{given.basis}, of its change"
        return Stamp(value=fields["updated"], basis=basis)
    if "updated" not in sheet.stamps:
        return None
    value, span = sheet.stamps["updated"]
    return Stamp(value=_zoned(value, named), basis="stamp in the text", span=span)


def _finest(offered: list[Stamp]) -> Stamp:
    """Give the first stamp, or one of the same day that knows the time too."""
    first = offered[0]
    timed = [stamp for stamp in offered if len(stamp.value) > 10 and stamp.value[:10] == first.value]
    if not timed:
        return first
    return Stamp(value=timed[0].value, basis=f"{timed[0].basis}, of the same day as {first.basis}", span=timed[0].span)


def _zoned(value: str, named: Publisher | None) -> str:
    return (iso(value, clock=Clock(zone=named.zone)) or value) if named else value


def _impossible(value: str, today: date) -> str | None:
    day = date.fromisoformat(value[:10])
    if day > today + _SLACK:
        return "lies in the future"
    return "lies before the first newspapers" if day < _FIRST else None


def day_in_address(url: str) -> str | None:
    """Give the day that an address holds: `/2022/05/03/`, `/2022/may/3/`, `-20220503`; None where it holds none."""
    path = url.split("?", 1)[0].split("//", 1)[-1].partition("/")[2]
    for found in _URL_DATE.finditer(path):
        month = found[3] or found[5]
        number = _MONTHS.get(month.lower()) if month.isalpha() else int(month)
        day = found[4] or found[6]
        if number and (value := iso(f"{found[1]}-{number:02}-{int(day):02}", clock=Clock())):
            return value
    return None


def _day_in_name(stem: str) -> str | None:
    for found in _FILE_DATE.finditer(stem):
        if value := iso(f"{found[1]}-{found[3]}-{found[4]}", clock=Clock()):
            return value
    return None
