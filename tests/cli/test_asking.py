"""Questions, exports and charts as a user types them."""

import json
from pathlib import Path

import pandas
import pytest
from tests.ask.sample_record import build
from typer.testing import CliRunner, Result

from dragoman.ask.asked import FILTERS
from dragoman.cli.app import app, run
from dragoman.cli.filters import OPTIONS


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample record of the questions' tests."""
    return str(build(tmp_path_factory.mktemp("asking") / "record"))


def dragoman(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


def test_every_filter_of_the_library_is_an_option() -> None:
    """The same word at every door."""
    assert set(OPTIONS) == set(FILTERS)


@pytest.mark.parametrize(
    "question",
    [
        ["counts", "--by", "dyad", "--per", "year"],
        ["dyad", "Roe", "Blinken"],
        ["network"],
        ["network", "--ties"],
        ["search", "quotas"],
        ["coverage"],
        ["gaps"],
        ["sql", "select type, count(*) as n from events group by type order by type"],
        ["events", "--sector", "GOV"],
        ["quotes"],
        ["timeline", "Roe"],
    ],
)
def test_every_question_is_answered_in_every_format(record: str, tmp_path: Path, question: list[str]) -> None:
    """A table for people; CSV, JSON, JSON lines and Parquet with the same rows for programs."""
    assert dragoman(*question, "-r", record).exit_code == 0
    rows = json.loads(dragoman(*question, "-r", record, "-f", "json").output)
    lines = dragoman(*question, "-r", record, "-f", "jsonl").output.splitlines()
    assert [json.loads(line) for line in lines] == rows
    for suffix in ("csv", "parquet"):
        file = tmp_path / f"x.{suffix}"
        done = dragoman(*question, "-r", record, "-o", str(file))
        assert done.exit_code == 0, done.output
        frame = pandas.read_csv(file) if suffix == "csv" else pandas.read_parquet(file)
        assert len(frame) == len(rows)
        assert list(frame.columns) == list(rows[0])


def test_filters_work_at_the_command_line_as_in_the_library(record: str) -> None:
    """Under their own names."""
    one = dragoman("events", "-r", record, "--actor", "Roe", "--with", "Blinken", "--min-outlets", "2", "-f", "json")
    assert [row["place"] for row in json.loads(one.output)] == ["Oslo"]


def test_an_export_and_its_way_back(record: str, tmp_path: Path) -> None:
    """A question kept in a file, asked again; the kinds are listed where none is named."""
    (tmp_path / "question.json").write_text('{"actor": "Roe", "with": "Blinken"}')
    kept = ["--question", str(tmp_path / "question.json"), "-r", record]
    done = dragoman("export", "atom", "-o", str(tmp_path / "feed.xml"), *kept)
    assert done.output.startswith("2 events in 2 rows written")
    assert "gdelt-mentions" in dragoman("export").output
    tasks = tmp_path / "tasks.jsonl"
    assert dragoman("export", "prodigy", "-o", str(tasks), "-r", record).exit_code == 0
    assert dragoman("gold", str(tasks), "-o", str(tmp_path / "gold.jsonl")).output.startswith("4 annotated reports")


def test_a_chart_is_drawn_into_a_file(record: str, tmp_path: Path) -> None:
    """By its ending."""
    assert dragoman("plot", "dyad", "Roe", "Blinken", "-o", str(tmp_path / "d.svg"), "-r", record).exit_code == 0
    assert (tmp_path / "d.svg").read_text().startswith("<svg")
    assert "network" in dragoman("plot").output


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (["counts", "--by", "colour"], "count by"),
        (["dyad", "Roe", "Blinkin"], "Antony Blinken"),
        (["events", "--since", "2022-02-30"], "is no day"),
        (["sql", "delete from people"], "DELETE is refused"),
        (["search", "-"], "no word"),
        (["export", "csv"], "name one with -o"),
        (["export", "csv", "-o", "{there}"], "--force"),
        (["events", "-o", "{there}"], "--force"),
        (["events", "-f", "parquet"], "-o"),
        (["export", "dbf", "-o", "{none}"], "there is no export"),
        (["plot", "heat", "-o", "{none}.doc"], "ends in"),
        (["plot", "pie", "-o", "{none}.svg"], "there is no chart"),
        (["plot", "dyad", "-o", "{none}.svg"], "of two actors"),
        (["export", "csv", "-o", "{none}", "--question", "{there}"], "JSON object"),
    ],
)
def test_a_wrong_question_is_told_in_one_line_and_changes_nothing(
    record: str,
    tmp_path: Path,
    question: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit status 2, and what was there is as it was."""
    there = tmp_path / "there.csv"
    there.write_text("mine")
    typed = [part.format(there=there, none=tmp_path / "none") for part in question]
    monkeypatch.setattr("sys.argv", ["dragoman", *typed, "-r", record])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert words in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["there.csv"]
    assert there.read_text() == "mine"
