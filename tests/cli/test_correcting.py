"""Correcting a record and asking what it was before, as a user types it."""

import json
import shutil
from pathlib import Path

import pytest
from tests.run.small_world import Told, report
from typer.testing import CliRunner, Result

from dragoman.cli.app import app
from dragoman.record import Reader, Writer
from dragoman.run.deriving import derive

MEETING = Told(act=0, doer=0, other=1, topic=0, lag=0)
BLAME = Told(act=2, doer=2, other=3, topic=1, lag=0)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting told by two outlets, and an accusation."""
    folder = tmp_path_factory.mktemp("cli") / "record"
    made = [report(1, 0, 1, [MEETING]), report(2, 1, 1, [MEETING]), report(3, 2, 5, [BLAME])]
    Writer(folder).commit(made, [], "recipe")
    derive(folder)
    return folder


@pytest.fixture
def record(untouched: Path, tmp_path: Path) -> str:
    """The same, to be written to."""
    return str(shutil.copytree(untouched, tmp_path / "record"))


def dragoman(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200", "DRAGOMAN_AUTHOR": "ada"})


def ids(record: str) -> dict[str, str]:
    """Give the id of the event of each type."""
    return {event.type: event.id for event in Reader(record).events()}


def entry(result: Result) -> str:
    """Give the id of the entry that a command says it kept."""
    assert result.exit_code == 0, result.output
    return result.output.rpartition("dragoman undo ")[2].strip()


def test_a_corrected_value_shows_with_its_author_and_reason_and_can_be_taken_back(record: str) -> None:
    """correct, show, history, --as-of, diff, undo, versions, verify: one after another on one record."""
    event = ids(record)["CONSULT"]
    kept = entry(dragoman("correct", event, "date", "2022-02-27", "--why", "the hosts say so", "-r", record))
    assert "2022-02-27" in dragoman("show", event, "-r", record).output
    told = dragoman("history", event, "-r", record).output
    assert "ada" in told
    assert "the hosts say so" in told
    before = json.loads(dragoman("events", "--as-of", "1", "-f", "json", "-r", record).output)
    assert "2022-02-27" not in {row["date"] for row in before}
    (change,) = json.loads(dragoman("diff", "1", "2", "-f", "json", "-r", record).output)
    assert (change["kind"], change["event"]) == ("changed", event)
    assert dragoman("undo", kept, "-r", record).exit_code == 0
    assert [row["number"] for row in json.loads(dragoman("versions", "-f", "json", "-r", record).output)] == [1, 2, 3]
    assert next(one for one in Reader(record).events() if one.id == event).date != "2022-02-27"
    verified = dragoman("verify", "--json", "-r", record)
    assert verified.exit_code == 0
    assert json.loads(verified.output)["sound"] is True


def test_an_event_is_split_and_its_old_id_still_leads_somewhere(record: str) -> None:
    """By the name of the report that tells something else."""
    event = ids(record)["CONSULT"]
    assert "->" in dragoman("split", event, "n2", "--why", "another meeting", "-r", record).output
    meetings = [one.id for one in Reader(record).events() if one.type == "CONSULT"]
    assert len(meetings) == 2
    assert dragoman("show", event, "-r", record).exit_code == 0
    entry(dragoman("merge", *meetings, "-r", record))
    assert ids(record)["CONSULT"] == event


def test_a_rejected_event_leaves_the_answers_and_a_confirmed_one_is_sure(record: str) -> None:
    """Both say who said so."""
    known = ids(record)
    entry(dragoman("reject", known["ACCUSE"], "-r", record))
    assert "ACCUSE" not in ids(record)
    entry(dragoman("confirm", known["CONSULT"], "-r", record))
    assert [event.confidence for event in Reader(record).events()] == [1.0]


@pytest.mark.parametrize(
    "words",
    [
        ["correct", "CONSULT", "colour", "blue"],
        ["correct", "CONSULT", "date", "soon"],
        ["correct", "CONSULT", "type", "DANCE"],
        ["correct", "e-unknown", "date", "2022-03-01"],
        ["merge", "CONSULT", "CONSULT"],
        ["split", "CONSULT", "n1", "n2"],
        ["split", "CONSULT", "n3"],
        ["undo", "c-unknown"],
        ["diff", "1", "9"],
        ["events", "--as-of", "9"],
    ],
    ids=" ".join,
)
def test_a_bad_entry_is_refused_and_nothing_is_written(untouched: Path, words: list[str]) -> None:
    """The message is for people, and the record is as it was."""
    before = Reader(untouched).state
    known = ids(str(untouched))
    result = dragoman(*[known.get(word, word) for word in words], "-r", str(untouched))
    assert result.exit_code != 0
    assert Reader(untouched).state == before
    assert Reader(untouched).number == 1
