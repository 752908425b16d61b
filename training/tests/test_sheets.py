"""Sheets of written training reports are read to the letter, and what breaks their form is refused by line."""

from pathlib import Path

import pytest

from training.sheets import SheetError, annotated, read, save

SHEET = """=== x-001 2021-05-04
1 Norway's envoy called on Chad to free the crew.
2 It refused.

3 The port was quiet.
--- actors
a1 | Norwegian envoy | person | NOR | envoy | GOV | Norway's envoy
a2 | Chad | country | TCD | - | GOV | Chad
--- events
e1 REQUEST | a1 | a2 | 2021-05-04 | - | actual | - | crew | main
> 1 | called on | Norway's envoy | Chad | - | -
e2 REJECT | a2 | a1 | - | N'Djamena, TCD | actual | - | - | main
> 2 | refused | It | - | - | -
"""


def sheet(folder: Path, text: str = SHEET) -> Path:
    """Write a sheet."""
    path = folder / "x-01.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sheet_gives_a_report_whose_every_word_stands_in_its_text(tmp_path: Path) -> None:
    """Text, evidence and argument words agree."""
    (report,) = read(sheet(tmp_path))
    assert report["text"] == ("Norway's envoy called on Chad to free the crew. It refused.\n\nThe port was quiet.")
    request, refusal = report["events"]
    assert request["tellings"][0]["recipient"] == ["Chad"]
    assert refusal["country"] == "TCD"
    assert all(one in report["text"] for event in report["events"] for one in event["evidence"])


def test_an_event_between_equals_has_no_recipients(tmp_path: Path) -> None:
    """ "=" makes an act symmetric."""
    text = SHEET.replace("e1 REQUEST | a1 | a2 |", "e1 CONSULT call | a1 a2 | = |")
    (report,) = read(sheet(tmp_path, text))
    assert (report["events"][0]["symmetric"], report["events"][0]["recipients"]) == (True, [])


@pytest.mark.parametrize(
    ("good", "bad", "line"),
    [
        ("| called on |", "| shouted at |", 11),
        ("REQUEST |", "DEMAND |", 10),
        ("| a2 | 2021-05-04", "| a9 | 2021-05-04", 10),
        ("| TCD | - | GOV", "| Tchad | - | GOV", 8),
        ("2 It refused.", "1 It refused.", 3),
    ],
)
def test_a_line_that_breaks_the_form_is_refused_by_its_number(tmp_path: Path, good: str, bad: str, line: int) -> None:
    """Slips are found where they stand."""
    with pytest.raises(SheetError, match=f"x-01.txt:{line}:"):
        list(read(sheet(tmp_path, SHEET.replace(good, bad, 1))))


def test_an_event_that_no_sentence_tells_is_refused(tmp_path: Path) -> None:
    """Events need tellings."""
    with pytest.raises(SheetError, match="e2 is told nowhere"):
        list(read(sheet(tmp_path, SHEET.rsplit(">", 1)[0])))


def test_two_reports_of_one_id_are_refused(tmp_path: Path) -> None:
    """Ids are told apart."""
    with pytest.raises(SheetError, match="stands twice"):
        list(annotated(sheet(tmp_path, SHEET + SHEET).parent))


def test_reports_are_written_one_a_file(tmp_path: Path) -> None:
    """The other tools read files."""
    sheet(tmp_path)
    assert save(annotated(tmp_path), tmp_path / "out") == 1
    assert (tmp_path / "out" / "written-x-001.json").is_file()
