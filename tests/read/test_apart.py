"""A library that hangs, swells or dies over a file costs that file alone, within bounds."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from dragoman.model import Article, Problem
from dragoman.read import apart, read

PROSE = "The foreign minister met his colleague in the capital and spoke of trade. "
PAGE = (
    f"<!doctype html><html><body><article><p>{PROSE * 3}</p><p>{PROSE * 2}They meet again.</p></article></body></html>"
)
HANGS = "__import__('time').sleep(1000)"
SWELLS = "bytearray(1 << 34)"
SWALLOWS = "[bytearray(1 << 24) for _ in range(1000)]"
DIES = "__import__('os')._exit(9)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pages, the second of which is the bad one."""
    for name, page in (("a", PAGE), ("b", PAGE.replace("capital", "BAD")), ("c", PAGE)):
        (tmp_path / f"{name}.html").write_text(page)
    return tmp_path


@pytest.fixture(autouse=True)
def _own_child(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A child for each test."""
    monkeypatch.setattr(apart, "_child", None)
    yield
    if apart._child is not None:
        apart._child.end()


def spoil(monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Let the library do a deed over bad pages."""
    spoilt = (
        "import sys; sys.path[:] = {path!r}; import trafilatura; real = trafilatura.bare_extraction; "
        f"trafilatura.bare_extraction = lambda page, **more: {deed} if 'BAD' in page else real(page, **more); "
        "from dragoman.read.child import serve; serve({memory})"
    )
    monkeypatch.setattr(apart, "_CHILD", spoilt)


def kinds(folder: Path) -> list[str]:
    """Give the kind of each problem, "article" for an article."""
    return [item.kind if isinstance(item, Problem) else "article" for item in read(folder)]


def test_a_page_over_which_the_library_hangs_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a problem with file and cure; the pages around it are read."""
    spoil(monkeypatch, HANGS)
    monkeypatch.setattr(apart, "SECONDS", 2.0)
    began = perf_counter()
    _, problem, _ = found = list(read(folder))
    assert [isinstance(item, Article) for item in found] == [True, False, True]
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.path) == ("too slow", str(folder / "b.html"))
    assert "plain text" in problem.cure
    assert perf_counter() - began < 60


@pytest.mark.parametrize("deed", [SWELLS, SWALLOWS, DIES], ids=["at once", "bit by bit", "and dies"])
def test_a_page_over_which_the_library_swells_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """The child is refused the memory, or dies; the machine does not notice."""
    spoil(monkeypatch, deed)
    assert kinds(folder) == ["article", "unreadable", "article"]


def test_one_child_reads_file_after_file(folder: Path) -> None:
    """Starting one for each would cost more than reading."""
    assert kinds(folder) == ["article"] * 3
    first = apart._child
    assert first is not None
    assert kinds(folder) == ["article"] * 3
    assert apart._child is first


def test_a_child_that_was_killed_between_two_files_is_replaced(folder: Path) -> None:
    """By the system that ran out of memory, say."""
    assert kinds(folder) == ["article"] * 3
    assert apart._child is not None
    apart._child.end()
    assert kinds(folder) == ["article"] * 3


def test_what_the_library_raises_is_told_by_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is where the library runs in this process."""
    spoil(monkeypatch, "1 // 0")
    _, problem, _ = read(folder)
    assert isinstance(problem, Problem)
    assert "ZeroDivisionError" in problem.message


def test_a_file_longer_than_a_child_is_sent_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is held in memory."""
    monkeypatch.setattr(apart, "LONGEST", 100_000)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + b"0" * 200_000)
    assert kinds(tmp_path) == ["too long"]
