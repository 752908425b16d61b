"""Files, folders and standard input; what cannot be read is a problem and never an exception."""

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.model import Article, Problem
from dragoman.read import How, kinds, read
from dragoman.read.sniff import format_of

TODAY = date(2024, 1, 1)
PROSE = "The foreign minister met his colleague in the capital and spoke of trade."


def problem_of(path: Path) -> Problem:
    """Read a file that gives one problem and nothing else."""
    (problem,) = read(path, How(today=TODAY))
    assert isinstance(problem, Problem)
    assert problem.path == str(path)
    assert problem.message
    assert problem.cure
    return problem


def test_a_folder_is_read_in_sorted_order_with_all_below_it(tmp_path: Path) -> None:
    """Kinds may be mixed; hidden files are passed over."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text(PROSE)
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "j", "text": PROSE}))
    (tmp_path / "z.json.gz").write_bytes(gzip.compress(json.dumps({"id": "z", "text": PROSE}).encode()))
    (tmp_path / ".hidden.txt").write_text(PROSE)
    found = list(read(tmp_path, How(today=TODAY)))
    assert [item.source_id for item in found if isinstance(item, Article)] == ["j", "z", "one"]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("nul.txt", b"abc\x00def", "binary"),
        ("office.txt", b"PK\x03\x04rest", "unreadable"),
        ("latin.txt", b"first line\nsecond \xe9t\xe9 line\n", "encoding"),
        ("table.csv", b"a,b\n1,2\n", "missing field"),
        ("book.xml", b"<book></book>", "unknown kind"),
        ("torn.txt.gz", b"\x1f\x8b\x08\x00garbage-that-is-no-gzip", "unreadable"),
        ("broken.json", b'{"text": ', "broken line"),
    ],
)
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    """Each kind has its name, its message and its cure."""
    path = tmp_path / name
    path.write_bytes(content)
    assert problem_of(path).kind == kind


def test_a_wrong_byte_is_named_with_its_line(tmp_path: Path) -> None:
    """The second line holds it."""
    path = tmp_path / "latin.txt"
    path.write_bytes(b"first line\nsecond \xe9 line\n")
    problem = problem_of(path)
    assert problem.line == 2
    assert "0xE9" in problem.message


def test_a_missing_path_is_a_problem(tmp_path: Path) -> None:
    """It is not raised."""
    assert problem_of(tmp_path / "nowhere.txt").kind == "unreadable"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_beginning_tells_the_encoding(tmp_path: Path, codec: str) -> None:
    """Byte order marks are believed and are not text."""
    path = tmp_path / "marked.txt"
    path.write_bytes(PROSE.encode(codec))
    (article,) = read(path, How(today=TODAY))
    assert isinstance(article, Article)
    assert article.raw == PROSE


def test_an_unknown_kind_is_a_wrong_question() -> None:
    """It is raised at once, not when the first report is asked for."""
    with pytest.raises(UsageError, match="there are csv"):
        read("x.txt", How(kind="xlsx"))


def test_a_kind_that_is_named_outranks_name_and_content(tmp_path: Path) -> None:
    """JSON read as text is text."""
    path = tmp_path / "x.json"
    path.write_text(f"{PROSE} {PROSE}")
    (article,) = read(path, How(kind="text", today=TODAY))
    assert isinstance(article, Article)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON lines and text are told apart."""
    for content, label in ((json.dumps({"id": "a", "text": PROSE}), "a"), (PROSE, None)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        (article,) = read("-", How(today=TODAY))
        assert isinstance(article, Article)
        assert article.source_id == label


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("a.txt", b"Hello", "text"),
        ("a.txt", b"<!DOCTYPE html><html>", "html"),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0">', "feed"),
        ("a.xml", b'<?xml version="1.0"?><book>', None),
        ("a.jsonl.gz", b"", "jsonl"),
        ("a.json", b'{"id": 1}\n{"id": 2}', "jsonl"),
        ("a.json", b'{\n "id": 1\n}', "json"),
        ("-", b'{"id": 1}', "jsonl"),
        ("-", b'[{"id": 1}]', "json"),
        ("-", b"{braces} in prose", "text"),
        ("a.csv", b"a,b", "csv"),
        ("a.bin", b"abc", None),
        ("a.txt", b"PK\x03\x04", "zip"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.txt", b"From: us\nTo: you\nSubject: this\n\nWords", "text"),
        ("-", b"From: us\nTo: you\nSubject: this\n\nWords", "eml"),
        ("vol.2", b"Hello", "text"),
        ("no-suffix", b"Hello", "text"),
    ],
)
def test_the_kind_is_told_by_name_and_content(name: str, start: bytes, kind: str | None) -> None:
    """Strong marks of content outrank a name that says text."""
    found = format_of("" if name == "-" else name.removesuffix(".gz"), start)
    assert (found and found.name) == kind


def test_kinds_are_named_in_order() -> None:
    """The list is part of the public surface."""
    assert kinds() == tuple(sorted(kinds()))
    assert {"text", "html", "feed", "jsonl", "csv", "warc", "pdf", "nexis", "zip"} <= set(kinds())
