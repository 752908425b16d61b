"""Turn what a source gives of one report into an Article: clean, dated, every cut kept."""

from collections.abc import Iterator

from dragoman import ids
from dragoman.knowledge.publishers import Publisher, Publishers, furniture, publishers
from dragoman.model import Article, Problem
from dragoman.read import problems
from dragoman.read.dates import dates, given_dates
from dragoman.read.given import Given
from dragoman.read.how import How
from dragoman.read.page.captions import take_captions
from dragoman.read.page.datelines import dateline_of, take_dateline, take_place_line
from dragoman.read.page.heads import byline_of, take_bylines, take_name_line, take_release_head
from dragoman.read.page.menus import take_menus
from dragoman.read.page.service import take_last_notice, take_service
from dragoman.read.page.sheet import Sheet
from dragoman.read.page.stamping import take_date_line, take_stamps
from dragoman.read.page.titles import guess_title, publisher_in, take_given_title, take_subtitle
from dragoman.read.page.wires import wire_credits
from dragoman.text.clean import without
from dragoman.text.english import is_english, is_plainly_english
from dragoman.text.stamps import Clock

LONGEST = 5_000_000  # code points of one report; a book of 2,000 pages has as many
_MONTH_FIRST = frozenset({"USA"})


def report(given: Given, how: How) -> Iterator[Article | Problem]:
    """Clean and date one report.

    Args:
        given: the report as its source gives it.
        how: the user's wishes; a report of a later day than `how.latest` cannot be.

    Yields:
        The article, and a problem for every date that could not be believed; a problem alone where no text is left.
    """
    if len(given.raw) > LONGEST:
        yield problems.too_long(given.path, given.line, len(given.raw), LONGEST)
        return
    table = publishers(how.publishers)
    known = _publisher(given, table)
    sheet = Sheet(given.raw, furniture(), _clock(known), table)
    fields, faults = given_dates(given, sheet.clock, how.latest)
    title, agency = _cut(sheet, given, known, fields.get("published"))
    parts = sheet.finished()
    text, offsets = without(given.raw, [(part.span.start, part.span.end) for part in parts if part.span])
    if not text:
        yield problems.empty(given.path, given.line, "no prose is left when menus and headings are off")
        return
    named = known.name if known else given.publisher or publisher_in(parts, table) or agency
    found = dates(given, sheet, fields, table.get(named) if named else None, how.latest)
    yield Article(
        id=ids.article_id(publisher=given.publisher, published=given.published, title=given.title, raw=given.raw),
        source_id=given.source_id,
        publisher=named,
        published=found.published,
        updated=found.updated,
        title=title,
        byline=given.byline or byline_of(parts),
        dateline=dateline_of(parts),
        text=text,
        raw=given.raw,
        offsets=offsets,
        parts=(*wire_credits(parts, table, named), *parts),
        url=given.url,
        language=_language(given, text, known),
        path=given.path,
    )
    yield from (*faults, *found.faults)


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


def _publisher(given: Given, table: Publishers) -> Publisher | None:
    """Give the publisher: by its name, else by the domain of the address."""
    by_name = table.get(given.publisher) if given.publisher else None
    return by_name or (table.at(given.url) if given.url else None)


def _clock(known: Publisher | None) -> Clock:
    return Clock(
        zone=known.zone if known else None,
        day_first=known.country not in _MONTH_FIRST if known and known.country else None,
        offsets=furniture().clock,
    )


def _language(given: Given, text: str, known: Publisher | None) -> str:
    """Give the language: as stated of this report, else as the text looks, with the word of its page or feed."""
    if given.language:
        return _primary(given.language)
    stop = furniture().words["stop"]
    tag = _primary(given.language_tag or "") or (known.language if known else None)
    if tag in (None, "", "en"):
        return "en" if is_english(text, stop) else "und"
    return "en" if is_plainly_english(text, stop) else tag or "und"


def _primary(language: str) -> str:
    return language.strip().lower().replace("_", "-").split("-")[0]
