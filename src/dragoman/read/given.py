"""What a source says of one report before anything is cut or believed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One report as its source gives it.

    Args:
        raw: the text as given.
        source_id: what the source calls it.
        publisher: the outlet, as the source's field or tag has it.
        published: the date field as it stands, unread.
        updated: the date of change as it stands, unread.
        basis: where `published` and `updated` come from ("field published", "tags of the page").
        title: the headline as given.
        byline: the author as given.
        url: its address.
        language: its language as stated for this very report.
        language_tag: its language as the whole page, feed or file states it, which is often wrong.
        path: the file it was read from.
        line: its line there, counted from 1.
        stem: the file's name without its ending, which may hold a date.
        made: when the file itself, the mail around it or the copy of it was made, unread; believed last of all.
        made_basis: which of these `made` is.
    """

    raw: str
    source_id: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    basis: str = "field published"
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    language_tag: str | None = None
    path: str
    line: int | None = None
    stem: str | None = None
    made: str | None = None
    made_basis: str = "day the file was made"
