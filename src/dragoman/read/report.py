"""Turn what a source gives of one report into an Article: clean, dated, every cut kept."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman import ids
from dragoman.knowledge.publishers import Publisher, furniture, publishers
from dragoman.model import Article, Problem, Stamp
from dragoman.read import problems
from dragoman.read.captions import take_captions
from dragoman.read.datelines import dateline_of, take_dateline, take_place_line
from dragoman.read.given import Given
from dragoman.read.heads import byline_of, take_bylines, take_name_line, take_release_head
from dragoman.read.menus import take_menus
from dragoman.read.service import take_last_notice, take_service
from dragoman.read.sheet import Sheet
from dragoman.read.stamping import take_date_line, take_stamps
from dragoman.read.titles import guess_title, publisher_in, take_given_title, take_subtitle
from dragoman.text.clean import without
from dragoman.text.english import is_english
from dragoman.text.stamps import Clock, iso

_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_]?)(\d{2})\2(\d{2})(?!\d)")
_MONTH_FIRST = frozenset({"USA"})


def report(given: Given, *, today: date) -> Iterator[Article | Problem]:
    """Clean and date one report.

    Args:
        given: the report as its source gives it.
        today: a report of a later day cannot be.

    Yields:
        The article, and a problem for every date that could not be believed; a problem alone where no text is left.
    """
    known = _publisher(given)
    sheet = Sheet(given.raw, furniture(), _clock(known))
    fields, faults = _fields(given, sheet.clock, today)
    title, agency = _cut(sheet, given, known, fields.get("published"))
    parts = sheet.finished()
    text, offsets = without(given.raw, [(part.span.start, part.span.end) for part in parts if part.span])
    if not text:
        yield problems.empty(given.path, given.line, "no prose is left when menus and headings are off")
        return
    named = known.name if known else given.publisher or publisher_in(parts) or agency
    published, updated, doubted = _stamps(given, sheet, fields, named, today)
    yield Article(
        id=ids.article_id(publisher=given.publisher, published=given.published, title=given.title, raw=given.raw),
        source_id=given.source_id,
        publisher=named,
        published=published,
        updated=updated,
        title=title,
        byline=given.byline or byline_of(parts),
        dateline=dateline_of(parts),
        text=text,
        raw=given.raw,
        offsets=offsets,
        parts=parts,
        url=given.url,
        language=_language(given, text),
        path=given.path,
    )
    yield from (*faults, *doubted)


def _cut(sheet: Sheet, given: Given, known: Publisher | None, published: str | None) -> tuple[str | None, str | None]:
    """Take everything off the text that is no prose; give the headline and the agency of the dateline."""
    take_date_line(sheet)
    if published is None and "date line" in sheet.stamps:
        published = sheet.stamps["date line"][0]
    title = (given.title or "").strip() or None
    if title:
        title = take_given_title(sheet, title, published)
    spared = frozenset({title} if title else ())
    take_service(sheet, known.lines if known else (), spared)
    take_stamps(sheet, published)
    take_bylines(sheet, given.byline)
    take_captions(sheet)
    take_menus(sheet, spared)
    take_release_head(sheet, titled=title is not None)
    if title is None:
        title = guess_title(sheet)
        take_menus(sheet)
        take_stamps(sheet, published)
        take_release_head(sheet, titled=title is not None)
    for _ in range(2):
        take_name_line(sheet)
        take_subtitle(sheet)
    take_name_line(sheet)
    take_place_line(sheet)
    agency = take_dateline(sheet)
    take_last_notice(sheet)
    return title, agency


def _publisher(given: Given) -> Publisher | None:
    by_name = publishers().get(given.publisher) if given.publisher else None
    return by_name or (publishers().at(given.url) if given.url else None)


def _clock(known: Publisher | None) -> Clock:
    return Clock(
        zone=known.zone if known else None,
        day_first=known.country not in _MONTH_FIRST if known and known.country else None,
        offsets=furniture().clock,
    )


def _fields(given: Given, clock: Clock, today: date) -> tuple[dict[str, str], list[Problem]]:
    """Read the date fields; give ISO values by name, and a problem for each that is no date or lies ahead."""
    values, faults = {}, []
    for name, words in (("published", given.published), ("updated", given.updated)):
        if words is None or not words.strip():
            continue
        value = iso(words, clock=clock)
        if value is None:
            faults.append(problems.date(given.path, given.line, words, "is no date that can be read"))
        elif _ahead(value, today):
            faults.append(problems.date(given.path, given.line, words, "lies in the future"))
        else:
            values[name] = value
    return values, faults


def _stamps(
    given: Given, sheet: Sheet, fields: dict[str, str], named: str | None, today: date
) -> tuple[Stamp | None, Stamp | None, list[Problem]]:
    """Choose the times of publication and of change: field, first line, stamp in the text, dateline, file name."""
    offered = []
    if "published" in fields:
        offered.append(Stamp(value=fields["published"], basis=given.basis))
    for name, basis in (
        ("date line", "first line of the text"),
        ("published", "stamp in the text"),
        ("dateline", "dateline"),
    ):
        if name in sheet.stamps:
            value, span = sheet.stamps[name]
            offered.append(Stamp(value=_zoned(value, named), basis=basis, span=span))
    if given.stem and (day := _day_in(given.stem)):
        offered.append(Stamp(value=day, basis="file name"))
    believed = [stamp for stamp in offered if not _ahead(stamp.value, today)]
    faults = [
        problems.date(given.path, given.line, stamp.span.text if stamp.span else stamp.value, "lies in the future")
        for stamp in offered
        if _ahead(stamp.value, today)
    ]
    updated = Stamp(value=fields["updated"], basis="field updated") if "updated" in fields else None
    if updated is None and "updated" in sheet.stamps:
        value, span = sheet.stamps["updated"]
        updated = Stamp(value=_zoned(value, named), basis="stamp in the text", span=span)
    return (_finest(believed) if believed else None), updated, faults


def _finest(offered: list[Stamp]) -> Stamp:
    """Give the first stamp, or one of the same day that knows the time too."""
    first = offered[0]
    timed = [stamp for stamp in offered if len(stamp.value) > 10 and stamp.value[:10] == first.value]
    if not timed:
        return first
    return Stamp(value=timed[0].value, basis=f"{timed[0].basis}, of the same day as {first.basis}", span=timed[0].span)


def _zoned(value: str, named: str | None) -> str:
    known = publishers().get(named) if named else None
    return (iso(value, clock=Clock(zone=known.zone)) or value) if known else value


def _ahead(value: str, today: date) -> bool:
    return date.fromisoformat(value[:10]) > today + timedelta(days=1)


def _day_in(stem: str) -> str | None:
    for found in _FILE_DATE.finditer(stem):
        if value := iso(f"{found[1]}-{found[3]}-{found[4]}", clock=Clock()):
            return value
    return None


def _language(given: Given, text: str) -> str:
    """Give the language: as stated, else English unless the text plainly is not."""
    if given.language:
        return given.language.strip().lower().replace("_", "-").split("-")[0]
    return "en" if is_english(text, furniture().words["stop"]) else "und"
