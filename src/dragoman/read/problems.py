"""Word the problems that reading can meet: what was being done, what came, what would have worked."""

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
        cure=f"name one of {', '.join(kinds)} as its kind, or leave it out",
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
        cure="save the report as plain text, HTML or JSON lines",
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
        cure="cut the file into reports, one JSON object a line",
    )
