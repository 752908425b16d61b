"""What holds for every reader: offsets, order, the same again, and no exception whatever comes."""

import csv
import html
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from email.message import EmailMessage
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Article, Problem
from dragoman.read import How, kinds, known_formats, read_bytes

TODAY = date(2024, 1, 1)
Found = list[Article | Problem]


def plain(text: str) -> bytes:
    """The text itself; a lone surrogate, which no file can hold, becomes a mark."""
    return text.encode("utf-8", "replace")


def row(text: str) -> dict[str, str]:
    """A row of a table."""
    return {
        "id": "a",
        "text": text.encode("utf-8", "replace").decode(),
        "title": "Talks go on",
        "published": "2022-05-03",
    }


def jsonl(text: str) -> bytes:
    """JSON lines."""
    return json.dumps(row(text)).encode()


def page(text: str) -> bytes:
    """A page with one paragraph for each line."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    return plain(f"<html><head><title>Talks</title></head><body><article>{body}</article></body></html>")


def feed(text: str) -> bytes:
    """A feed with one entry."""
    body = html.escape("".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")))
    item = f"<item><title>Talks</title><description>{body}</description></item>"
    return plain(f"<rss version='2.0'><channel>{item}</channel></rss>")


def table(text: str) -> bytes:
    """A table with one row."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(row(text)))
    writer.writeheader()
    writer.writerow(row(text))
    return out.getvalue().encode()


def parquet(text: str) -> bytes:
    """The same, in columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row(text)]), out)
    return out.getvalue()


def warc(text: str) -> bytes:
    """A web archive with one page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer = WARCWriter(out, gzip=False)
    stamp = {"WARC-Date": "2022-05-05T10:00:00Z"}
    record = writer.create_warc_record(
        "https://x.example/1", "response", payload=io.BytesIO(page(text)), http_headers=headers, warc_headers_dict=stamp
    )
    writer.write_record(record)
    return out.getvalue()


def _xml(text: str) -> str:
    kept = "".join(
        c
        for c in row(text)["text"]
        if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not "\x7f" <= c <= "\x9f")
    )
    return "".join(f"<p>{html.escape(line)}</p>" for line in kept.split("\n"))


def nitf(text: str) -> bytes:
    """A story of an agency."""
    return plain(
        f"<nitf><body><body.head><hedline><hl1>Talks</hl1></hedline></body.head><body.content>{_xml(text)}</body.content></body></nitf>"
    )


def newsml(text: str) -> bytes:
    """The same, in its envelope."""
    inline = f"<inlineXML><html><body>{_xml(text)}</body></html></inlineXML>"
    return plain(f'<newsItem guid="a"><contentSet>{inline}</contentSet></newsItem>')


def _message(text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "a@x.example", "Talks", "Tue, 03 May 2022 10:00:00 +0200"
    message.set_content(row(text)["text"].replace("\r", "\n"))
    return message


def eml(text: str) -> bytes:
    """A mail."""
    return _message(text).as_bytes()


def mbox(text: str) -> bytes:
    """A mailbox with one mail."""
    return b"From a@x.example Tue May  3 10:00:00 2022\n" + _message(text).as_bytes() + b"\n"


def pdf(text: str) -> bytes:
    """A PDF, in the letters of western Europe."""
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.set_font("Helvetica", size=10)
    paper.multi_cell(0, 5, text.encode("latin-1", "replace").decode("latin-1"))
    return bytes(paper.output())


def docx(text: str) -> bytes:
    """A document."""
    import docx as word

    document = word.Document()
    kept = "".join(c for c in row(text)["text"] if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    for line in kept.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf(text: str) -> bytes:
    """A rich text file."""
    units = row(text)["text"].encode("utf-16-le")
    codes = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return (
        "{\\rtf1\\ansi\\uc0 " + "".join("\\par\n" if code == 10 else f"\\u{code} " for code in codes) + "}"
    ).encode()


def nexis(text: str) -> bytes:
    """A bundle of one article."""
    head = "Talks\nSample Post\nMay 3, 2022 Tuesday\nLength: 9 words\nBody\n"
    return plain(f"{head}{text}\nLoad-Date: May 3, 2022\nEnd of Document\n")


def factiva(text: str) -> bytes:
    """A bundle of one article."""
    return plain(
        f"HD  Talks\nWC  9 words\nPD  3 May 2022\nSN  Sample Post\nLP\n{text}\nAN\nDocument SAMPL00020220503ei5300abc\n"
    )


def proquest(text: str) -> bytes:
    """A bundle of one article."""
    return plain(f"Title: Talks\n\nFull text: {text}\n\nSubject: Trade\n\nProQuest document ID: 1\n")


def zipped(text: str) -> bytes:
    """A zip archive of a text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", plain(text))
    return out.getvalue()


def tarred(text: str) -> bytes:
    """A tar archive of a text."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(plain(text))
        archive.addfile(member, io.BytesIO(plain(text)))
    return out.getvalue()


MAKERS: dict[str, Callable[[str], bytes]] = {
    "csv": table,
    "docx": docx,
    "eml": eml,
    "factiva": factiva,
    "feed": feed,
    "html": page,
    "json": lambda text: json.dumps({"text": text}).encode(),
    "jsonl": jsonl,
    "mbox": mbox,
    "newsml": newsml,
    "nexis": nexis,
    "nitf": nitf,
    "parquet": parquet,
    "pdf": pdf,
    "proquest": proquest,
    "rtf": rtf,
    "tar": tarred,
    "text": plain,
    "transcript": plain,
    "warc": warc,
    "zip": zipped,
}
NO_SCRIPTS = {"pdf"}  # the test's PDFs have the letters of western Europe only


def read_as(kind: str, content: bytes) -> Found:
    """Read some bytes as a kind."""
    return list(read_bytes(content, "a", How(kind=kind, today=TODAY)))


@lru_cache(maxsize=1)
def shared() -> tuple[str, ...]:
    """The kinds whose text comes as it is, so that the same words can be looked for in all of them."""
    return tuple(kind for kind in MAKERS if kind not in NO_SCRIPTS)


PIECES = st.sampled_from(
    [
        " date 2022-05-03 ",
        "Home World Politics Business Opinion Sport",
        "Talks go on",
        "By Anna Berg",
        "Published: MAY 3, 2022 10:11",
        "May 3, 2022",
        "The ministers in Oslo. (photo credit: Anna Berg)",
        "(credit: Anna Berg)",
        "OSLO (Reuters) - ",
        "The foreign minister met his colleague and spoke of trade.",
        "“We spoke as friends,” he said.",
        "Read more: Other news",
        "© 2022 Sample Post",
        "נפגשו השרים בירושלים",
        "🙂",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u00a0",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=120))


def check(article: Article) -> None:
    """Hold an article against the promises of the house."""
    assert article.text == article.text.strip() != ""
    at = 0
    for start, origin, length in article.offsets.runs:
        assert start == at
        assert article.text[start : start + length] == article.raw[origin : origin + length]
        at += length
    assert at == len(article.text)
    ends = 0
    for part in article.parts:
        assert part.basis
        if part.span is not None:
            assert part.span.check(article.raw)
            assert part.span.start >= ends
            ends = part.span.end
    for stamp in (article.published, article.updated):
        assert stamp is None or stamp.day <= TODAY
        assert stamp is None or stamp.span is None or stamp.span.check(article.raw)


def articles(found: Found) -> Iterator[Article]:
    """Give the articles, and look at what stands beside them."""
    for item in found:
        if isinstance(item, Article):
            yield item
        else:
            assert item.kind
            assert item.message
            assert item.cure


def test_every_kind_has_a_reader_here() -> None:
    """A new kind comes with its contract."""
    assert tuple(sorted(MAKERS)) == kinds()
    assert all(found.name == kind and found.what for kind, found in known_formats().items())


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_offsets_find_their_words_and_parts_never_overlap(kind: str, text: str) -> None:
    """Whatever the text, and however it is cut."""
    for article in articles(read_as(kind, MAKERS[kind](text))):
        check(article)


@pytest.mark.parametrize("kind", MAKERS)
def test_reading_twice_gives_the_same(kind: str) -> None:
    """Ids, parts, offsets, all."""
    text = "Talks go on\n\nBy Anna Berg\n\nThe foreign minister met his colleague and spoke of trade with him."
    assert read_as(kind, MAKERS[kind](text)) == read_as(kind, MAKERS[kind](text)) != []


@pytest.mark.parametrize("kind", MAKERS)
def test_an_empty_text_is_a_problem(kind: str) -> None:
    """Not an article and not an exception."""
    found = read_as(kind, MAKERS[kind](""))
    assert len(found) == 1
    assert isinstance(found[0], Problem)


@pytest.mark.parametrize("kind", shared())
@pytest.mark.parametrize(
    "text",
    [
        "השרים נפגשו בירושלים ביום שלישי ודיברו על סחר. " * 6,
        "The ministers met 🙂 and spoke of trade 🇳🇴 for two hours in the capital. " * 3,
        "The ministers met in Oslo.\r\n\r\nThey spoke of trade for two hours.\r\n" * 3,
        "e\u0301tat d'urgence: the ministers met and spoke of the state of emergency. " * 3,
    ],
    ids=["right to left", "emoji", "CRLF", "combining"],
)
def test_scripts_and_line_ends_do_no_harm(kind: str, text: str) -> None:
    """All letters that the reader had are there, white space aside."""
    (article,) = articles(read_as(kind, MAKERS[kind](text)))
    check(article)
    assert "".join(article.text.split()) in "".join(article.raw.split())


@pytest.mark.parametrize(
    "unit",
    ["The minister spoke of trade. ", "The minister spoke of trade.\n", "((", "A, B - ", "1 ", " \n"],
    ids=["one line", "many lines", "brackets", "capitals", "figures", "blank"],
)
def test_a_megabyte_is_read_in_linear_time(unit: str) -> None:
    """A pattern that looks back and forth would never end."""
    text = unit * (1_000_000 // len(unit)) + "\nThe minister spoke."
    for article in articles(read_as("jsonl", jsonl(text))):
        check(article)


@pytest.mark.parametrize("kind", MAKERS)
def test_the_kind_is_seen_without_being_named(kind: str) -> None:
    """By what the bytes say, or by the name where they say nothing."""
    text = "Talks go on\n\nThe foreign minister met his colleague and spoke of trade with him for two hours."
    endings = known_formats()[kind].endings
    name = f"a{endings[0]}" if endings else "a"
    content = MAKERS[kind](text)
    named = list(read_bytes(content, name, How(today=TODAY)))
    assert [item.text for item in named if isinstance(item, Article)] == [
        item.text for item in list(read_bytes(content, name, How(kind=kind, today=TODAY))) if isinstance(item, Article)
    ]
    assert any("foreign minister met" in item.text for item in named if isinstance(item, Article))


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(where=st.floats(0, 1), junk=st.binary(max_size=40))
def test_a_torn_or_garbled_file_raises_nothing(kind: str, where: float, junk: bytes) -> None:
    """It gives a problem, or what can still be read of it."""
    content = MAKERS[kind]("The foreign minister met his colleague and spoke of trade with him for two hours.")
    at = int(where * len(content))
    for torn in (content[:at], content[:at] + junk + content[at:]):
        found = read_as(kind, torn)
        assert found
        for article in articles(found):
            check(article)
