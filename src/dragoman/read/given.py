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
        language: its language as given.
        path: the file it was read from.
        line: its line there, counted from 1.
        stem: the file's name without its ending, which may hold a date.
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
    path: str
    line: int | None = None
    stem: str | None = None
