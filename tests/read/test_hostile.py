"""Files that would eat time or memory: each is a problem within bounds, and the rest goes on."""

import gzip
import io
import os
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from time import perf_counter

import pytest

from dragoman.errors import SourceError
from dragoman.model import Article, Problem
from dragoman.read import Format, Given, How, Source, known_formats, read

Read = Callable[..., list[Article | Problem]]
PROSE = "The foreign minister met his colleague in the capital and spoke of trade."


def zipped(**members: bytes) -> bytes:
    """Make a zip archive; two underscores in a name stand for a point."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return out.getvalue()


def kinds_of(found: list[Article | Problem]) -> list[str]:
    """Give the kind of each problem, "article" for an article."""
    return [item.kind if isinstance(item, Problem) else "article" for item in found]


def test_a_bomb_is_stopped_and_the_files_beside_it_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is packed to a thousandth is not unpacked to its end; nothing of it is held in memory."""
    monkeypatch.setattr("dragoman.read.unpack._ALLOWED", 1_000_000)
    line = f'{{"id": "a", "text": "{PROSE}"}}\n'.encode()
    (tmp_path / "a.zip").write_bytes(zipped(a__txt=b"a" * 10_000_000, b__txt=PROSE.encode()))
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(line + b" " * 10_000_000))
    tracemalloc.start()
    found = list(read(tmp_path, How()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kinds_of(found) == ["too long", "article", "article", "too long"]
    assert peak < 60_000_000


def test_archives_within_archives_end_somewhere(read_it: Read) -> None:
    """The innermost is never opened, and a neighbour of the outermost is read."""
    inner = zipped(x__txt=PROSE.encode())
    for _ in range(8):
        inner = zipped(in__zip=inner)
    found = read_it(zipped(a__zip=inner, b__txt=PROSE.encode()), "deep.zip")
    assert kinds_of(found) == ["too deep", "article"]


def test_a_report_of_fifty_megabytes_is_a_problem(tmp_path: Path) -> None:
    """As text, as a page, and as a line; in bounded time."""
    text = (PROSE + "\n") * (50_000_000 // len(PROSE))
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.html").write_text("<html><body><article><p>" + text + "</p></article></body></html>")
    (tmp_path / "c.txt").write_text(PROSE)
    started = perf_counter()
    assert kinds_of(list(read(tmp_path))) == ["too long", "too long", "article"]
    assert perf_counter() - started < 10


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 100_000 + PROSE.encode()),
        ("a.json", b'{"text":' + b"[" * 200_000),
        ("a.xml", b"<nitf>" + b"<block>" * 100_000 + b"</nitf>"),
        ("a.rtf", b"{\\rtf1" + b"{" * 200_000 + b"}" * 200_000 + b"}"),
        ("a.rss", b"<rss><channel><item><description>" + b"&lt;div&gt;" * 100_000),
        ("a.eml", b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 50_000),
        ("a.csv", b'id,text\n1,"' + b"x" * 2_000_000),
        ("a.pdf", b"%PDF-1.7\n" + b"<<" * 100_000),
        ("a.warc", b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n"),
        ("a.parquet", b"PAR1" + b"\x00" * 1000 + b"PAR1"),
        ("a.tar", b"a" * 257 + b"ustar" + b"\x00" * 1000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_nested_or_broken_beyond_measure_ends_soon(read_it: Read, name: str, content: bytes) -> None:
    """No exception, and no more than some seconds."""
    started = perf_counter()
    assert read_it(content, name)
    assert perf_counter() - started < 15


def test_a_locked_member_is_a_problem_and_the_rest_goes_on(read_it: Read) -> None:
    """The flag of encryption is set by hand: the standard library writes none."""
    content = bytearray(zipped(a__txt=PROSE.encode(), b__txt=PROSE.encode()))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    problem, article = read_it(bytes(content), "locked.zip")
    assert isinstance(problem, Problem)
    assert "password" in problem.message
    assert isinstance(article, Article)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    """It would block for ever."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(PROSE)
    assert kinds_of(list(read(tmp_path))) == ["unreadable", "article"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that opens and cannot be read is Linux's own")
def test_a_file_that_opens_and_cannot_be_read_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    """As on a disk with a bad sector."""
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    (tmp_path / "b.txt").write_text(PROSE)
    assert kinds_of(list(read(tmp_path))) == ["unreadable", "article"]


def test_a_feed_of_very_many_entries_is_cut(read_it: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says that it was."""
    monkeypatch.setattr("dragoman.read.formats.feed._MOST", 20)
    feed = "<rss><channel>" + f"<item><description>{PROSE}</description></item>" * 25 + "</channel></rss>"
    problem, *rest = read_it(feed.encode(), "feed.rss")
    assert isinstance(problem, Problem)
    assert "25 entries" in problem.message
    assert len(rest) == 20


def _marked(source: Source) -> list[Given]:
    return [
        source.given(line.removeprefix("!").strip(), source_id=str(i))
        for i, line in enumerate(source.text().split("\n"))
    ]


OTHERS = Format(name="bangs", what="lines with a bang", read=lambda s: iter(_marked(s)), marks=lambda s: s[:1] == b"!")


def test_a_reader_of_others_is_found_by_its_entry_point(monkeypatch: pytest.MonkeyPatch, read_it: Read) -> None:
    """Its marks come before ours, and it is listed among the kinds."""
    point = EntryPoint("bangs", f"{__name__}:OTHERS", "dragoman.readers")
    monkeypatch.setattr(EntryPoint, "load", lambda self: OTHERS)
    monkeypatch.setattr("dragoman.read.formats.entry_points", lambda group: [point])
    known_formats.cache_clear()
    try:
        assert "bangs" in known_formats()
        found = read_it(f"!{PROSE}\n!{PROSE} Again.".encode(), "x.txt")
        assert [item.source_id for item in found if isinstance(item, Article)] == ["0", "1"]
        monkeypatch.setattr(EntryPoint, "load", lambda self: 7)
        known_formats.cache_clear()
        with pytest.raises(SourceError, match=r"names a dragoman\.read\.Format"):
            known_formats()
    finally:
        known_formats.cache_clear()


def test_what_a_reader_of_others_raises_costs_its_file_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever it is."""

    def falling(source: Source) -> Iterator[Given]:
        raise ZeroDivisionError("oops")

    broken = Format(name="bangs", what="broken", read=falling, marks=lambda start: start[:1] == b"!")
    ours = known_formats()
    monkeypatch.setattr("dragoman.read.sniff.known_formats", lambda: {"bangs": broken} | ours)
    (tmp_path / "a.txt").write_text("!")
    (tmp_path / "b.txt").write_text(PROSE)
    problem, article = read(tmp_path)
    assert isinstance(problem, Problem)
    assert "ZeroDivisionError: oops" in problem.message
    assert isinstance(article, Article)
