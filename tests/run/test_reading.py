"""Reports go into a record once, whoever codes them and however often they come."""

import json
from pathlib import Path

import pytest

from dragoman import ask
from dragoman.model import Problem
from dragoman.run import annotate, read_into


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dozen of the demo's reports."""
    from dragoman import sample

    lines = sample.path().read_text(encoding="utf-8").splitlines(keepends=True)
    file = tmp_path_factory.mktemp("few") / "few.jsonl"
    file.write_text("".join(lines[8:20]), encoding="utf-8")
    return file


def test_two_processes_code_what_one_codes(few: Path) -> None:
    """The number of workers changes nothing but the time."""
    assert list(annotate([str(few)], workers=2)) == list(annotate([str(few)], workers=1))


def test_reading_twice_adds_nothing(few: Path, tmp_path: Path) -> None:
    """The second reading meets every report and adds none; events stay as they are."""
    record = tmp_path / "record"
    first = read_into([str(few)], record)
    before = ask.open(record).events()
    second = read_into([str(few)], record)
    assert (first.reports, first.added) == (12, 12)
    assert (second.reports, second.added, second.mentions) == (12, 0, 0)
    assert ask.open(record).events() == before
    assert second.events == first.events == len(before)


def test_a_broken_line_costs_only_itself(few: Path, tmp_path: Path) -> None:
    """The problem names file and line; every other report is read and the problem is kept in the record."""
    mixed = tmp_path / "mixed.jsonl"
    lines = few.read_text(encoding="utf-8").splitlines()
    mixed.write_text("\n".join([lines[0], '{"id": "cut off', lines[1]]) + "\n", encoding="utf-8")
    summary = read_into([str(mixed)], tmp_path / "record")
    assert summary.added == 2
    assert [(Path(p.path).name, p.line) for p in summary.problems] == [("mixed.jsonl", 2)]
    assert ask.open(tmp_path / "record").summary().problems == 1


def test_a_missing_file_is_a_problem_and_the_rest_goes_on(few: Path) -> None:
    """Nothing is raised for what a path holds or lacks."""
    items = list(annotate(["no-such-file.txt", str(few)]))
    assert isinstance(items[0], Problem)
    assert sum(not isinstance(item, Problem) for item in items) == 12


def test_every_offset_of_a_coding_finds_its_words(samples: Path) -> None:
    """The promise that matters most: an offset always finds its words."""
    for report in annotate([str(samples)]):
        assert not isinstance(report, Problem)
        text = report["text"]
        for quote in report["quotes"]:
            assert text[quote["start"] : quote["end"]] == quote["text"]
        for entry in (*report["times"], *report["places"]):
            assert text[entry["start"] : entry["end"]] == entry["span"]
        for event in report["events"]:
            assert all(evidence in text for evidence in event["evidence"])
        cast = {actor["id"] for actor in report["actors"]}
        for event in report["events"]:
            assert {*event["actors"], *event["recipients"]} <= cast
        json.dumps(report)


def test_a_report_that_is_too_long_is_kept_and_said_so(tmp_path: Path) -> None:
    """A giant is a Problem, not a hang: it is kept without coding."""
    giant = tmp_path / "giant.jsonl"
    giant.write_text(json.dumps({"id": "giant", "text": "Talks went on. " * 100_000}), encoding="utf-8")
    summary = read_into([str(giant)], tmp_path / "record")
    assert [problem.kind for problem in summary.problems] == ["too long"]
    assert summary.added == 1
    assert summary.mentions == 0
