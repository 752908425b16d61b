"""Files that other programs made: word processors, archivers, mail programs, crawlers, table libraries."""

import csv
import io
import mailbox
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from dragoman.model import Article, Problem

Read = Callable[..., list[Article | Problem]]


def only(found: list[Article | Problem]) -> Article:
    """Give the one article that was found, and nothing beside it."""
    (article,) = found
    assert isinstance(article, Article), article
    return article


def word(paragraphs: tuple[str, ...], **core: Any) -> bytes:
    """Make a document with python-docx."""
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for name, value in core.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def printed(pages: list[tuple[str, ...]], **about: str) -> bytes:
    """Make a PDF with fpdf2: a header on every page, a page number under it, lines broken at the margin."""
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, "Ministry of Foreign Affairs of Ruritania", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(0, 10, f"Page {self.page_no()}")

    paper = Paper()
    for page in pages:
        paper.add_page()
        paper.set_font("Helvetica", size=11)
        for paragraph in page:
            paper.multi_cell(0, 6, paragraph.replace("“", '"').replace("”", '"'))
            paper.ln(6)
    if "title" in about:
        paper.set_title(about["title"])
    paper.set_creation_date(datetime(2022, 5, 4, tzinfo=UTC))
    return bytes(paper.output())


def crawled(url: str, page: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    """Make a web archive with warcio, each record packed as Common Crawl does."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    stamp = {"WARC-Date": "2022-05-05T10:00:00Z"}
    writer.write_record(
        writer.create_warc_record(
            url, "response", payload=io.BytesIO(page.encode()), http_headers=headers, warc_headers_dict=stamp
        )
    )
    return out.getvalue()


def release(prose: tuple[str, ...], **attached: bytes) -> EmailMessage:
    """Write a press release as an e-mail."""
    message = EmailMessage()
    message["From"] = "Ruritania Press Office <press@mfa.ruritania.example>"
    message["Subject"] = "Ministers meet in the capital"
    message["Date"] = "Tue, 03 May 2022 10:00:00 +0200"
    message["Message-ID"] = "<m1@mfa.ruritania.example>"
    message.set_content("\n\n".join(prose) + "\n\n-- \nPress Office\nTel. 000")
    for name, content in attached.items():
        ending = name.rpartition("_")[2]
        sub = "pdf" if ending == "pdf" else "vnd.openxmlformats-officedocument.wordprocessingml.document"
        message.add_attachment(content, maintype="application", subtype=sub, filename=f"release.{ending}")
    return message


def test_a_word_document_is_read_with_its_paragraphs(prose: tuple[str, ...], read_it: Read) -> None:
    """The day it was made is believed where nothing else says one."""
    made = datetime(2022, 5, 4, tzinfo=UTC)
    article = only(read_it(word(("Ministers meet in the capital", *prose), created=made), "release.docx"))
    assert article.text.split("\n\n") == list(prose)
    assert article.title == "Ministers meet in the capital"
    assert article.published is not None
    assert (article.published.day, article.published.basis) == (date(2022, 5, 4), "day the document was made")


@pytest.mark.parametrize("kind", ["docx", "rtf", "html", "odt"])
def test_what_pandoc_writes_is_read(kind: str, prose: tuple[str, ...], read_it: Read, tmp_path: Path) -> None:
    """The same report in the forms of another program; a form that is not known is a problem and not an article."""
    pypandoc = pytest.importorskip("pypandoc")
    target = tmp_path / f"release.{kind}"
    extra = ["--standalone", "--metadata", "title=Ministers meet in the capital"]
    pypandoc.convert_text("\n\n".join(prose), kind, format="markdown", outputfile=str(target), extra_args=extra)
    found = read_it(target.read_bytes(), target.name, today=None)
    if kind == "odt":
        (problem,) = found
        assert isinstance(problem, Problem)
        assert problem.kind == "binary"
        return
    article = only(found)
    assert " ".join(article.text.split()) == " ".join(prose)


def test_a_pdf_is_read_without_headers_and_broken_lines(prose: tuple[str, ...], read_it: Read) -> None:
    """What stands on every page is not text, and a paragraph is one line again."""
    article = only(read_it(printed([prose[:1], prose[1:]], title="whatever.doc"), "release.pdf"))
    assert "Ministry of Foreign Affairs" not in article.text
    assert "Page 1" not in article.text
    assert " ".join(article.text.replace('"', "").split()) == " ".join(prose).replace("“", "").replace("”", "")
    assert article.published is not None
    assert article.published.basis == "day the PDF was made"


def test_a_pdf_of_pictures_is_a_problem(read_it: Read) -> None:
    """Nothing can be coded in a scan."""
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    (problem,) = read_it(bytes(paper.output()), "scan.pdf")
    assert isinstance(problem, Problem)
    assert "pictures" in problem.message


def test_a_mail_is_a_report_and_so_is_what_is_attached(prose: tuple[str, ...], read_it: Read) -> None:
    """The signature is no text; a document without a date has that of its mail."""
    message = release(prose[:2], a_docx=word(prose), b_pdf=printed([prose]))
    body, document, paper = read_it(message.as_bytes(), "mail.eml")
    assert isinstance(body, Article)
    assert isinstance(document, Article)
    assert isinstance(paper, Article)
    assert body.text.split("\n\n") == list(prose[:2])
    assert (body.title, body.publisher) == ("Ministers meet in the capital", "Ruritania Press Office")
    assert body.published is not None
    assert body.published.value == "2022-05-03T10:00+02:00"
    assert document.path == "mail.eml/release.docx"
    assert document.publisher == "Ruritania Press Office"


def test_a_mailbox_gives_every_mail(prose: tuple[str, ...], read_it: Read, tmp_path: Path) -> None:
    """As the standard library's mailbox writes it."""
    box = mailbox.mbox(tmp_path / "box")
    for part in prose:
        box.add(release((part, "From the beginning the talks were open.")))
    box.close()
    found = read_it((tmp_path / "box").read_bytes(), "press.mbox")
    assert [item.text.split("\n\n")[0] for item in found if isinstance(item, Article)] == list(prose)


def test_a_web_archive_gives_its_pages_with_address_and_day(prose: tuple[str, ...], read_it: Read) -> None:
    """Pictures and pages that were not given are one problem that counts them."""
    body = "".join(f"<p>{part}</p>" for part in prose)
    page = f"<!doctype html><html><head><title>Talks</title></head><body><article>{body}</article></body></html>"
    archive = crawled("https://news.example/talks", page) + crawled("https://news.example/x", "gone", "404 Not Found")
    archive += crawled("https://news.example/x.png", "png", kind="image/png")
    article, problem = read_it(archive, "crawl.warc.gz")
    assert isinstance(article, Article)
    assert article.url == "https://news.example/talks"
    assert article.published is not None
    assert (article.published.day, article.published.basis) == (date(2022, 5, 5), "day of the crawl")
    assert isinstance(problem, Problem)
    assert "1 of image/png, 1 of status 404" in problem.message


def test_tables_are_read_by_the_users_map_of_columns(prose: tuple[str, ...], read_it: Read) -> None:
    """CSV by the standard library, Parquet by pyarrow; the same rows give the same ids."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"nr": str(i), "words": part, "when": "2022-05-03", "empty": ""} for i, part in enumerate(prose)]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    fields = (("text", "words"), ("id", "nr"), ("published", "when"))
    plain = read_it(text.getvalue().encode(), "news.csv", fields=fields)
    packed = read_it(out.getvalue(), "news.parquet", fields=fields)
    assert [item.source_id for item in plain if isinstance(item, Article)] == ["0", "1", "2"]
    assert [item.id for item in plain if isinstance(item, Article)] == [
        item.id for item in packed if isinstance(item, Article)
    ]
    (problem,) = read_it(text.getvalue().encode(), "news.csv")
    assert isinstance(problem, Problem)
    assert "nr, words, when" in problem.message


def test_a_table_of_the_names_in_common_use_needs_no_map(prose: tuple[str, ...], read_it: Read) -> None:
    """Semicolons and a byte order mark as spreadsheets write them."""
    text = (
        "\ufefftitle;maintext;date_publish;url\r\n" + f'Talks;"{prose[0]}";2022-05-03 10:00:00;https://x.example/1\r\n'
    )
    article = only(read_it(text.encode(), "news.csv"))
    assert (article.title, article.text, article.url) == ("Talks", prose[0], "https://x.example/1")
    assert article.published is not None
    assert article.published.basis == "field date_publish"


def test_a_row_with_a_wrong_byte_costs_only_itself(prose: tuple[str, ...], read_it: Read) -> None:
    """Its line is named."""
    content = f"text\n{prose[0]}\n".encode() + b"na\xefve\n" + f"{prose[2]}\n".encode()
    content = content.replace(b",", b"")
    first, problem, last = read_it(content, "news.csv")
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == ("encoding", 3)


def test_archives_are_opened_and_packed_ones_within_them(prose: tuple[str, ...], read_it: Read) -> None:
    """A zip in a packed tar; hidden files and folders of other systems are passed over."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b/one.txt", prose[0])
        archive.writestr("__MACOSX/one.txt", "x")
        archive.writestr("a.docx", word(prose))
    outer = io.BytesIO()
    with tarfile.open(fileobj=outer, mode="w:gz") as tar:
        member = tarfile.TarInfo("news.zip")
        member.size = len(inner.getvalue())
        tar.addfile(member, io.BytesIO(inner.getvalue()))
    found = read_it(outer.getvalue(), "news.tar.gz")
    assert [item.path for item in found] == ["news.tar.gz/news.zip/a.docx", "news.tar.gz/news.zip/b/one.txt"]


def test_feeds_of_a_feed_library_are_read(prose: tuple[str, ...], read_it: Read) -> None:
    """RSS and Atom as feedgen writes them."""
    feedgen = pytest.importorskip("feedgen.feed")
    feed = feedgen.FeedGenerator()
    feed.id("https://news.example/")
    feed.title("Sample Wire")
    feed.link(href="https://news.example/")
    feed.description("News")
    entry = feed.add_entry()
    entry.id("https://news.example/1")
    entry.title("Ministers meet")
    entry.link(href="https://news.example/1")
    entry.published("2022-05-03T10:00:00+00:00")
    entry.content("".join(f"<p>{part}</p>" for part in prose), type="html")
    for content in (feed.rss_str(), feed.atom_str()):
        article = only(read_it(content, "feed", today=None))
        assert article.text.split("\n\n") == list(prose)
        assert article.published is not None
        assert article.published.value == "2022-05-03T10:00+00:00"


def test_a_json_feed_is_a_feed(prose: tuple[str, ...], read_it: Read) -> None:
    """Its entries have HTML or text."""
    import json

    items = [{"id": "1", "content_text": prose[0], "date_published": "2022-05-03T10:00:00Z", "title": "Talks"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Sample Wire", "items": items}
    article = only(read_it(json.dumps(feed).encode(), "-"))
    assert (article.title, article.publisher, article.text) == ("Talks", "Sample Wire", prose[0])
