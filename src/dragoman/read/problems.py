"""Word the problems that reading can meet: what was being done, what came, what would have worked."""

from collections.abc import Sequence

from dragoman.model import Problem

_SHOWN = 60


def shown(words: object) -> str:
    """Shorten what came, for a message."""
    text = " ".join(str(words).split())
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def missing(path: str) -> Problem:
    """There is nothing at the path."""
    return Problem(
        path=path,
        kind="unreadable",
        message="reading reports: no such file or folder",
        cure="check the spelling of the path",
    )


def unreadable(path: str, error: object) -> Problem:
    """The system refused to read it."""
    return Problem(
        path=path,
        kind="unreadable",
        message=f"reading reports: the file could not be opened: {shown(error)}",
        cure="check that it is a file and that you may read it",
    )


def unknown_kind(path: str, kinds: tuple[str, ...], what: str) -> Problem:
    """Neither name nor content says what it is."""
    return Problem(
        path=path,
        kind="unknown kind",
        message=f"reading reports: {what} is no kind of file that is known here",
        cure=f"say what it is with --as ({', '.join(kinds)}), or leave it out",
    )


def empty(path: str, line: int | None = None, what: str = "the file is empty") -> Problem:
    """There is no text."""
    return Problem(
        path=path, line=line, kind="empty", message=f"reading a report: {what}", cure="give a text, or leave it out"
    )


def binary(path: str, what: str) -> Problem:
    """It is not text at all."""
    return Problem(
        path=path,
        kind="binary",
        message=f"reading a report: the file is {what}, not text",
        cure="save it as one of the kinds that `dragoman sources` lists",
    )


def encoding(path: str, line: int, name: str, byte: int) -> Problem:
    """The bytes are not what they should be."""
    return Problem(
        path=path,
        line=line,
        kind="encoding",
        message=f"decoding a report as {name}: byte 0x{byte:02X} on this line does not fit",
        cure="save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8, if that is what it is)",
    )


def broken_line(path: str, line: int | None, what: str) -> Problem:
    """A record could not be parsed."""
    return Problem(
        path=path,
        line=line,
        kind="broken line",
        message=f"parsing a record: {what}",
        cure="one JSON object a line, with quotes and braces closed; feeds: well-formed XML",
    )


def missing_field(path: str, line: int | None, field: str, came: object) -> Problem:
    """A record lacks what it must have."""
    return Problem(
        path=path,
        line=line,
        kind="missing field",
        message=f"reading a record: it needs a text under {field!r}, and has {shown(came)}",
        cure=f"add the report's text as a string under {field!r}",
    )


def date(path: str, line: int | None, came: object, why: str) -> Problem:
    """A date that cannot be believed; the report is kept without it."""
    return Problem(
        path=path,
        line=line,
        kind="date",
        message=f"dating a report: {shown(came)} {why}; the report is kept without it",
        cure="write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM+00:00",
    )


def too_long(path: str, line: int | None, size: int, limit: int) -> Problem:
    """More than one report can hold."""
    return Problem(
        path=path,
        line=line,
        kind="too long",
        message=f"reading a report: {size:,} bytes in one report, {limit:,} are the limit",
        cure="cut it into reports, one a file or one JSON object a line",
    )


def foreign(path: str, what: str, error: object) -> Problem:
    """The library that reads a format could not."""
    named = f"{type(error).__name__}: {error}" if isinstance(error, Exception) else error
    return Problem(
        path=path,
        kind="unreadable",
        message=f"reading {what}: it is broken or of a kind that is not known: {shown(named)}",
        cure="open it in the program that made it and save it again, or leave it out",
    )


def bomb(path: str) -> Problem:
    """It unpacks to far more than reports do."""
    return Problem(
        path=path,
        kind="too long",
        message="unpacking: it swells to more than 200 times its size, as a zip bomb does; reading it stopped there",
        cure="unpack it yourself, if it is what it should be, and give the folder",
    )


def too_deep(path: str, deepest: int) -> Problem:
    """An archive in an archive in an archive."""
    return Problem(
        path=path,
        kind="too deep",
        message=f"unpacking: it lies in more than {deepest} archives one within the other",
        cure="unpack the outer ones, and give the folder",
    )


def locked(path: str) -> Problem:
    """It wants a password."""
    return Problem(
        path=path,
        kind="unreadable",
        message="reading reports: the file wants a password",
        cure="save it without one",
    )


def passed_over(path: str, what: str) -> Problem:
    """Parts of an archive that can be no reports."""
    return Problem(
        path=path,
        kind="passed over",
        message=f"reading an archive: {what} passed over",
        cure="nothing is amiss if these are pictures, scripts or pages that the server did not give",
    )


def cut(path: str, what: str, kept: str) -> Problem:
    """More than is read of one source."""
    return Problem(
        path=path, kind="too long", message=f"reading reports: {what}; {kept}", cure="cut it into several files"
    )


def too_slow(path: str, where: str, seconds: float) -> Problem:
    """It took longer than one file may."""
    return Problem(
        path=path,
        kind="too slow",
        message=f"reading reports: it took more than {seconds:g} seconds and was stopped {where}",
        cure="cut it into several files, or save its text as plain text",
    )


def died(path: str, what: str, memory: int) -> Problem:
    """The process that read it died over it."""
    return Problem(
        path=path,
        kind="unreadable",
        message=f"reading {what}: the process that read it died, most likely for want of more than {memory:,} bytes",
        cure="open it in the program that made it and save its text as plain text, or leave it out",
    )


def replaced(path: str, line: int, name: str, byte: int) -> Problem:
    """Bytes of a page do not fit; it is read all the same, as browsers do."""
    return Problem(
        path=path,
        line=line,
        kind="encoding",
        message=f"decoding a page as {name}: byte 0x{byte:02X} on this line does not fit; such bytes became marks",
        cure="save the page again, in the encoding that it states",
    )


def no_column(path: str, wanted: str | None, names: Sequence[str]) -> Problem:
    """A table has no column of the name that was asked for, or none with a text."""
    came = ", ".join(names[:20])
    what = f"there is no column {wanted!r}" if wanted else "none of its columns is known to hold the text"
    return Problem(
        path=path,
        line=1,
        kind="missing field",
        message=f"reading a table: {what}; it has {shown(came)}",
        cure="say which column is which: --fields text=COLUMN,published=COLUMN,title=COLUMN",
    )


def no_body(path: str, line: int) -> Problem:
    """An article of a bundle has no text."""
    return Problem(
        path=path,
        line=line,
        kind="empty",
        message="reading a bundle: the article that begins on this line has no text that could be told from its fields",
        cure="give the bundle out again with the full text of each article",
    )


def refused(path: str, why: str, cure: str) -> Problem:
    """An address gave nothing that can be read."""
    return Problem(path=path, kind="address", message=f"fetching: {why}", cure=cure)


def order(path: str, line: int | None, published: str, updated: str) -> Problem:
    """A report was changed before it appeared."""
    return Problem(
        path=path,
        line=line,
        kind="date",
        message=f"dating a report: it was changed ({updated}) before it appeared ({published}); both are kept",
        cure="check which of the two the source confuses",
    )
