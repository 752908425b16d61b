"""The verbs of the command line, as a user types them."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman import sample
from dragoman.cli.app import app, run

VERBS = [
    "read", "code", "resolve", "evaluate", "demo", "events", "show", "timeline", "quotes", "actor",
    "counts", "dyad", "network", "shifts", "search", "coverage", "gaps", "sql", "export", "gold", "plot",
]  # fmt: skip


def dragoman(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record of the sample reports."""
    folder = tmp_path_factory.mktemp("cli") / "record"
    result = dragoman("read", str(sample.path()), "--record", str(folder))
    assert result.exit_code == 0, result.output
    assert "41 reports added" in result.output
    return str(folder)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str) -> None:
    """--help everywhere."""
    result = dragoman(verb, "--help")
    assert result.exit_code == 0
    assert verb in result.output


def test_no_verb_at_all_shows_the_help() -> None:
    """A newcomer who types the bare name sees what there is."""
    assert all(verb in dragoman().output for verb in VERBS)


def test_an_unknown_verb_is_a_usage_error() -> None:
    """Exit status 2."""
    assert dragoman("explain").exit_code == 2


def test_the_demo_walks_through_its_record() -> None:
    """The demo runs to its end and shows a sentence behind a field."""
    result = dragoman("demo")
    assert result.exit_code == 0, result.output
    assert "41 reports added" in result.output
    assert "$ dragoman show" in result.output
    assert "told by" in result.output


def test_a_timeline_holds_only_events_of_both(record: str) -> None:
    """Two names ask for what the two did with each other, in order."""
    rows = json.loads(dragoman("timeline", "Biden", "Putin", "-r", record, "--format", "json").output)
    assert rows
    for row in rows:
        people = {*row["actors"], *row["recipients"]}
        assert {"Joe Biden", "Vladimir Putin"} <= people
    dates = [row["date"] for row in rows if row["date"]]
    assert dates == sorted(dates)


def test_csv_can_be_read_back(record: str) -> None:
    """A header, and a row for each event."""
    told = dragoman("events", "-r", record, "--type", "SANCTION", "--format", "csv").output
    rows = list(csv.DictReader(io.StringIO(told)))
    assert rows
    assert {row["type"] for row in rows} == {"SANCTION"}


def test_a_question_without_answer_says_so(record: str) -> None:
    """An empty table is a sentence, an empty JSON answer is an empty list."""
    assert dragoman("events", "-r", record, "--since", "1999", "--until", "1999").output.strip() == "No events."
    assert json.loads(dragoman("events", "-r", record, "--until", "1999", "-f", "json").output) == []


def test_show_prints_the_sentence_behind_the_fields(record: str) -> None:
    """Date, place and participants each with a sentence of a report."""
    rows = json.loads(dragoman("events", "-r", record, "--actor", "Xi", "--place", "Bali", "-f", "json").output)
    shown = dragoman("show", rows[0]["id"], "-r", record).output
    assert "Sample Post" in shown
    assert "in Bali on Monday" in shown


def test_an_actor_s_page_lists_counterparts(record: str) -> None:
    """Who is met stands on the page."""
    shown = dragoman("actor", "Blinken", "-r", record).output
    assert "Antony Blinken" in shown
    assert "Tony Blinken" in shown
    assert "in events with" in shown


@pytest.mark.parametrize(
    "question",
    [
        ["events", "--actor", "Nobody Whosoever"],
        ["events", "--since", "2023-13-45"],
        ["show", "e-no-such-event"],
        ["actor", "Nobody Whosoever"],
    ],
)
def test_a_wrong_question_ends_with_status_2_and_one_line(
    question: list[str], record: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong is told in a line, without a traceback."""
    monkeypatch.setattr("sys.argv", ["dragoman", *question, "-r", record])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    told = capsys.readouterr().err.strip()
    assert told.startswith("dragoman: ")
    assert "\n" not in told


def test_asking_where_there_is_no_record_says_how_to_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The error names the folder and the cure."""
    monkeypatch.setattr("sys.argv", ["dragoman", "events", "-r", str(tmp_path / "none")])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert "dragoman read" in capsys.readouterr().err


def test_strict_turns_a_problem_into_status_1(tmp_path: Path) -> None:
    """Without --strict a problem is told and passed over; with it the run fails."""
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "x", "text": "Envoys met."}\nnot json\n', encoding="utf-8")
    lenient = dragoman("code", str(broken))
    strict = dragoman("code", str(broken), "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert "broken.jsonl:2" in strict.stderr


def test_an_output_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is coded for a file that cannot be written."""
    target = tmp_path / "none" / "out.jsonl"
    monkeypatch.setattr("sys.argv", ["dragoman", "code", str(sample.path()), "-o", str(target)])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert not target.parent.exists()


def test_resolving_names_people_as_of_a_day(tmp_path: Path) -> None:
    """The same words stand for different people on different days."""
    asked = [
        {"id": "1", "text": "the Israeli foreign minister", "date": "2021-12-10"},
        {"id": "2", "text": "the Israeli foreign minister", "date": "2023-01-31"},
        {"id": "3", "text": "an unheard-of quibbling", "date": "2023-01-31"},
    ]
    file = tmp_path / "asked.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in asked), encoding="utf-8")
    answers = [json.loads(line) for line in dragoman("resolve", str(file)).stdout.splitlines()]
    assert [answer["name"] for answer in answers] == ["Yair Lapid", "Eli Cohen", None]
