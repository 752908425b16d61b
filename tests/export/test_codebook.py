"""The codebook of what is in force, in its three formats."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.codes.plover import event_types
from dragoman.errors import UsageError
from dragoman.export.codebook import codebook
from dragoman.export.codebook_files import COLUMNS, as_csv, markdown, written
from dragoman.export.codebook_html import html
from dragoman.knowledge.frames import frames, load

OWN = (
    'type = "BARTER"\nabout = "Swaps <of> things."\nquad = 2\nscore = 6\nmodes = ["goods"]\n\n'
    '[[frame]]\nname = "swap.v"\n'
    'pos = "verb"\npredicates = ["swap"]\nroles = "symmetric"\nmode = "goods"\nfires = ["A & B swapped."]\n'
)


def own(folder: Path) -> Path:
    (folder / "barter.toml").write_text(OWN, encoding="utf-8")
    return folder


def test_every_type_is_there_in_the_manual_s_order() -> None:
    """All sixteen, with quad class and score."""
    book = codebook(frames())
    assert [kind.type.name for kind in book.types] == list(event_types())
    assert all(kind.quad in (1, 2, 3, 4) and kind.score is not None for kind in book.types)
    assert book.predicates == frames().predicates


def test_a_type_of_one_s_own_stands_behind_with_its_own_values(tmp_path: Path) -> None:
    """What is in force, not what is packaged."""
    kind = codebook(load(own(tmp_path))).types[-1]
    assert (kind.type.name, kind.quad, kind.score, [mode.code for mode in kind.modes]) == ("BARTER", 2, 6.0, ["goods"])


def test_every_cameo_code_has_its_name_and_goldstein_value() -> None:
    """The code alone would say little."""
    entries = [entry for kind in codebook(frames()).types for entry in kind.frames if entry.frame.cameo]
    assert [entry.frame.name for entry in entries if entry.cameo_name is None or entry.goldstein is None] == []


def test_csv_has_one_row_a_frame() -> None:
    """With the columns that are promised."""
    rows = list(csv.reader(io.StringIO(as_csv(codebook(frames())))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 1 + len(frames().frames)
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_markdown_has_a_section_for_each_type() -> None:
    """And a heading for each frame."""
    text = markdown(codebook(frames()))
    assert all(f"\n## {name}\n" in text for name in frames().types)
    assert all(f"\n### {frame.name}\n" in text for frame in frames().frames)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.used: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.used.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_well_formed_and_needs_nothing_outside(tmp_path: Path) -> None:
    """No script, no address, every tag closed, every sign escaped."""
    page = html(codebook(load(own(tmp_path))))
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    assert not tags.used & {"script", "link", "img", "iframe"}
    assert "http" not in page
    assert "Swaps &lt;of&gt; things." in page
    assert "A &amp; B swapped." in page


def test_the_name_of_the_file_chooses_the_format() -> None:
    """.md, .html and .csv."""
    book = codebook(frames())
    assert written(book, Path("x.html")).startswith("<!doctype html>")
    assert written(book, Path("x.CSV")).startswith("type,quad")
    assert written(book, None).startswith("# Codebook")


@pytest.mark.parametrize("name", ["x.pdf", "x", "x.toml"])
def test_another_suffix_is_refused(name: str) -> None:
    """The message lists what there is."""
    with pytest.raises(UsageError, match=r"name it \.md, \.html or \.csv"):
        written(codebook(frames()), Path(name))


def test_the_same_frames_give_the_same_bytes() -> None:
    """No clock, no order of chance."""
    assert html(codebook(load())) == html(codebook(load()))
    assert as_csv(codebook(load())) == as_csv(codebook(load()))
