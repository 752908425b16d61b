"""Reading a report, looking through what waits, and a record at a glance, as a user types them."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman import ask
from dragoman.cli.app import app
from dragoman.errors import UnknownNameError, UsageError


def dragoman(*words: str, typed: str = "") -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(words), input=typed, env={"COLUMNS": "200"})


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """A record to decide in."""
    return Path(shutil.copytree(demo, tmp_path / "record"))


def test_a_report_is_read_sentence_by_sentence_with_what_stands_in_each(demo: Path) -> None:
    """Text in order; under each sentence its events, actors, times, places and quotes."""
    told = dragoman("report", "sample-12", "-r", str(demo)).output
    sentences = [line for line in told.splitlines() if line[:3].strip().isdigit()]
    assert [line.split()[0] for line in sentences] == ["1", "2", "3"]
    first = told[told.index(sentences[0]) : told.index(sentences[1])]
    assert "Later in the day" not in first
    for kind, words in (("event", "“met”"), ("time", "“Tuesday”"), ("place", "“Jerusalem”"), ("actor", "“Hamas”")):
        assert any(line.split()[:1] == [kind] and words in line for line in first.splitlines()), kind
    assert "said by Antony Blinken" in told[told.index(sentences[2]) :]
    met = next(line for line in first.splitlines() if "“met”" in line)
    assert "CONSULT" in met
    assert ": Antony Blinken" in met
    assert "unknown" not in told


def test_what_was_found_in_a_report_is_a_table_for_programs(demo: Path) -> None:
    """Offsets find their words in the text."""
    text = ask.open(demo).report("sample-12").text
    told = dragoman("report", "sample-12", "-r", str(demo), "-f", "csv").output
    rows = list(csv.DictReader(io.StringIO(told)))
    assert {"evidence", "trigger", "actor", "time", "place"} <= {row["kind"] for row in rows}
    assert all(text[int(row["start"]) : int(row["end"])] == row["words"] for row in rows)


def test_an_unknown_report_is_answered_with_near_ones(demo: Path) -> None:
    refused = dragoman("report", "sample-121", "-r", str(demo)).exception
    assert isinstance(refused, UnknownNameError)
    assert "sample-12" in refused.near


def test_a_report_that_nothing_comes_near_says_how_to_find_one(demo: Path) -> None:
    assert "dragoman search" in str(dragoman("report", "zzz", "-r", str(demo)).exception)


def test_what_waits_is_listed_with_the_least_certain_first(demo: Path) -> None:
    rows = [json.loads(line) for line in dragoman("review", "-r", str(demo), "-f", "jsonl").output.splitlines()]
    sure = [row["event"]["confidence"] for row in rows]
    assert len(rows) == 20
    assert sure == sorted(sure)
    assert all(row["sentence"] for row in rows)


def test_deciding_keeps_what_was_said_under_a_name(own: Path) -> None:
    """Confirmed, looked at and passed over, rejected with a reason, and left."""
    one, other, third = (doubt.event.id for doubt in ask.open(own).review(limit=3).doubts)
    done = dragoman("review", "--decide", "--by", "ann", "-r", str(own), typed="c\n\no\n\nx\nno act\nq\n")
    assert done.exit_code == 0, done.output
    entries = ask.open(own).reader.corrections()
    assert [(entry.verb, entry.author, entry.why) for entry in entries] == [
        ("confirm", "ann", ""),
        ("reject", "ann", "no act"),
    ]
    waiting = {doubt.event.id for doubt in ask.open(own).review(limit=200).doubts}
    assert other in waiting
    assert not {one, third} & waiting


def test_a_wrong_value_is_told_and_asked_again(own: Path) -> None:
    """Nothing is kept of it, and the same event waits for a word."""
    done = dragoman(
        "review", "--decide", "--by", "ann", "-n", "1", "-r", str(own), typed="e\nstatus\nperhaps\n\nz\nq\n"
    )
    assert done.exit_code == 0, done.output
    assert "planned" in done.output
    assert "c confirm" in done.output
    assert not ask.open(own).reader.corrections()


def test_the_last_word_can_be_taken_back(own: Path) -> None:
    dragoman("review", "--decide", "--by", "ann", "-n", "1", "-r", str(own), typed="c\nu\nq\n")
    assert [entry.verb for entry in ask.open(own).reader.corrections()] == ["confirm", "undo"]


def test_what_was_cannot_be_decided(demo: Path) -> None:
    assert isinstance(dragoman("review", "--decide", "--as-of", "1", "-r", str(demo)).exception, UsageError)


def test_a_summary_counts_and_names_the_outlets(demo: Path) -> None:
    told = dragoman("summary", "-r", str(demo)).output
    assert "41 reports, 2020-01-03 to 2023-06-20" in told
    assert "Sample Tribune" in told


def test_an_overview_shows_what_most_reports_tell(demo: Path) -> None:
    told = dragoman("overview", "-r", str(demo)).output
    (summit,) = [line for line in told.splitlines() if "CONSULT (meet): Joe Biden and Vladimir Putin" in line]
    assert "2021-06-16, Geneva" in summit
    assert "3 reports" in summit
    assert "events per month" in told


def test_sql_without_a_query_lists_what_can_be_asked() -> None:
    """No record is needed for it."""
    rows = list(csv.DictReader(io.StringIO(dragoman("sql", "--format", "csv").output)))
    assert {"table": "events", "column": "", "kind": "", "says": "one event, however many reports tell it"} in rows
    assert not [row for row in rows if not row["says"]]


def test_the_demo_keeps_its_record_where_that_is_asked_for(tmp_path: Path) -> None:
    done = dragoman("demo", "--record", str(tmp_path / "kept"))
    assert done.exit_code == 0, done.output
    assert f"dragoman serve {tmp_path / 'kept'}" in done.output
    assert ask.open(tmp_path / "kept").summary().reports == 41
