"""Read press releases from e-mail: one message, or a mailbox of them, with what is attached."""

import email
import email.policy
import io
import mailbox
import re
import shutil
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from pathlib import Path

from dragoman.read import problems
from dragoman.read.decode import LIMIT
from dragoman.read.formats.format import Format, Found
from dragoman.read.formats.lines import unbroken
from dragoman.read.formats.markup import text_of
from dragoman.read.source import Source

_HEADER = re.compile(
    rb"(?:(?:Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+|DKIM-Signature"
    rb"|ARC-[\w-]+|Content-Type|Reply-To|Sender|List-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)
_FROM_LINE = re.compile(rb"From \S+.*\d{4}")
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)
_ATTACHED = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "text/html": "html",
    "text/plain": "text",
    "application/zip": "zip",
}


def read_eml(source: Source) -> Iterator[Found]:
    """Read one message: its body is a report, and so is each document attached to it."""
    yield from _message(source.content(), source, None)


def read_mbox(source: Source) -> Iterator[Found]:
    """Read every message of a mailbox, in its order."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "mbox"
        with copy.open("wb") as out:
            shutil.copyfileobj(source.stream, out)
        # a mailbox without locks: the copy is ours alone
        box = mailbox.mbox(copy, create=False)
        for number, key in enumerate(box.iterkeys(), 1):
            content = box.get_bytes(key)
            path = f"{source.path}/{number}"
            if len(content) > LIMIT:
                yield problems.too_long(path, None, len(content), LIMIT)
                continue
            yield from _message(content, source, number)
        box.close()


def _message(content: bytes, source: Source, number: int | None) -> Iterator[Found]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    said = _said(message)
    name = str(number) if number is not None else ""
    body = _body(message)
    attached = list(_documents(message))
    if body:
        yield source.given(body, line=None, stem="", **said)
    elif not attached:
        path = f"{source.path}/{name}" if name else source.path
        yield problems.empty(path, what=f"the message {problems.shown(said['title'] or '')} has no text")
    known = source.given("", stem="", made=said["published"], made_basis="day of the mail", publisher=said["publisher"])
    for i, (title, kind, part) in enumerate(attached, 1):
        inner = "/".join(piece for piece in (name, title or f"attachment-{i}") if piece)
        yield source.inner(inner, io.BytesIO(part), kind=kind, known=known)


def _said(message: EmailMessage) -> dict[str, str | None]:
    """Give what the header says; a header that is broken counts as not said."""
    shown, address = parseaddr(_header(message, "From") or "")
    return {
        "source_id": (_header(message, "Message-ID") or "").strip("<> ") or None,
        "publisher": shown or address.partition("@")[2] or None,
        "published": _header(message, "Date"),
        "basis": "date of the mail",
        "title": _header(message, "Subject"),
        "language": _header(message, "Content-Language"),
    }


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return str(message[name] or "").strip() or None
    except (ValueError, IndexError, TypeError, AttributeError):
        return None  # the standard library's parser of headers falls over a few broken ones


def _body(message: EmailMessage) -> str:
    """Give the text of a message: the plain part, else the HTML part without its tags; the signature off."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    text = _content(part)
    if part.get_content_subtype() == "html":
        return text_of(text)
    text = text.replace("\r\n", "\n")
    signature = _SIGNATURE.search(text)
    return unbroken(text[: signature.start()] if signature else text).strip("\n")


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _documents(message: EmailMessage) -> Iterator[tuple[str | None, str, bytes]]:
    """Give name, kind and bytes of the documents attached; pictures and calendars are no reports."""
    for part in message.iter_attachments() if message.is_multipart() else ():
        kind = _ATTACHED.get(part.get_content_type()) or _by_name(part.get_filename())
        payload = part.get_payload(decode=True)
        if kind and isinstance(payload, bytes) and payload:
            yield part.get_filename(), kind, payload


def _by_name(name: str | None) -> str | None:
    ending = (name or "").rsplit(".", 1)[-1].lower()
    return ending if ending in ("pdf", "docx", "rtf", "html", "zip") else "text" if ending == "txt" else None


EML = Format(
    name="eml",
    what="an e-mail with a press release, in its body or attached (PDF, DOCX, RTF)",
    read=read_eml,
    endings=(".eml",),
    marks=lambda start: _HEADER.match(start) is not None,
    sure=False,
    holds=True,
    binary=True,
)
MBOX = Format(
    name="mbox",
    what="a mailbox of such e-mails",
    read=read_mbox,
    endings=(".mbox",),
    marks=lambda start: _FROM_LINE.match(start) is not None and b"\nFrom:" in start[:65536],
    holds=True,
    binary=True,
)
