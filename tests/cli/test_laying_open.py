"""The verbs that lay codings open and follow stands: why, codebook, positions."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.app import app
from dragoman.cli.drawing import tree
from dragoman.errors import UsageError
from dragoman.language import Analyser
from dragoman.model import Document
from dragoman.pipeline.ontology import sentence

REPORTS = (
    '{"id": "x1", "publisher": "Sample Wire", "published": "2021-05-04", '
    '"text": "“Iran must not be allowed to obtain nuclear weapons,” Yair Lapid said."}\n'
    '{"id": "x2", "publisher": "Sample Post", "published": "2022-06-07", '
    '"text": "Yair Lapid welcomed the new sanctions on Iran. France opposes the sanctions."}\n'
)


def dragoman(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("open")
    (folder / "reports.jsonl").write_text(REPORTS, encoding="utf-8")
    result = dragoman("read", str(folder / "reports.jsonl"), "--record", str(folder / "record"))
    assert result.exit_code == 0, result.output
    return str(folder / "record")


def test_why_draws_the_tree_and_names_the_frame() -> None:
    """Each word on a line, then the frames."""
    result = dragoman("why", "France condemned the attack on Kyiv.")
    assert result.exit_code == 0, result.output
    assert "┌─France" in result.output
    assert "FIRED" in result.output


def test_why_as_json_holds_words_and_frames() -> None:
    """For programs."""
    (answer,) = json.loads(dragoman("why", "The school imposed a tax.", "--format", "json").output)
    (sentence_,) = answer["sentences"]
    assert [word["text"] for word in sentence_["words"]][:3] == ["The", "school", "imposed"]
    assert all(one["reasons"] for one in sentence_["tried"])


@pytest.mark.parametrize("arguments", [(), ("A met B.", "--event", "e1"), ("A met B.", "--format", "csv")])
def test_why_without_a_question_is_refused(arguments: tuple[str, ...]) -> None:
    """A sentence or an event, one of the two; a tree has no rows."""
    assert isinstance(dragoman("why", *arguments).exception, UsageError)


def test_the_tree_draws_every_word_once() -> None:
    """In the order of the text, whatever hangs on what."""
    text = "The minister who met the envoy said on Tuesday that talks would go on."
    document = Document(article=sentence(text), analysis=Analyser.load().analyse(text))
    drawn = list(tree(document, 0, len(document.tokens)))
    assert [token.i for _, token in drawn] == list(range(len(document.tokens)))
    assert sum(not branches for branches, _ in drawn) == 1


def test_the_codebook_is_written_by_suffix(tmp_path: Path) -> None:
    """HTML and CSV into files, Markdown on the screen."""
    assert dragoman("codebook", "-o", str(tmp_path / "book.html")).exit_code == 0
    assert (tmp_path / "book.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "## CONSULT" in dragoman("codebook").output


def test_a_stand_is_followed_over_years(record: str) -> None:
    """In order of days, one actor's only."""
    rows = json.loads(dragoman("positions", "--record", record, "--actor", "Lapid", "--format", "json").output)
    assert [(row["date"], row["stance"], row["object"]) for row in rows] == [
        ("2021-05-04", "against", "Iran obtain nuclear weapons"),
        ("2022-06-07", "for", "new sanctions on Iran"),
    ]


@pytest.mark.parametrize(
    ("arguments", "holders"),
    [
        (("--topic", "sanction"), ["Yair Lapid", "France"]),
        (("--topic", "sanctions", "--stance", "against"), ["France"]),
        (("--until", "2021"), ["Yair Lapid"]),
        (("--topic", "weather"), []),
    ],
)
def test_stands_are_filtered(record: str, arguments: tuple[str, ...], holders: list[str]) -> None:
    """By words of what they are about, by stance, by days."""
    rows = json.loads(dragoman("positions", "--record", record, *arguments, "--format", "json").output)
    assert [row["holder"] for row in rows] == holders


def test_a_stance_that_does_not_exist_is_refused(record: str) -> None:
    """There are two."""
    result = dragoman("positions", "--record", record, "--stance", "neutral")
    assert isinstance(result.exception, UsageError)


def test_frames_of_one_s_own_reach_every_verb(tmp_path: Path) -> None:
    """A slip in them stops the verb before anything is written."""
    (tmp_path / "own.toml").write_text('type = "CONSLUT"\n', encoding="utf-8")
    (tmp_path / "x.txt").write_text("France met Germany.\n", encoding="utf-8")
    own = ("--frames", str(tmp_path))
    for arguments in (
        ("read", str(tmp_path / "x.txt"), "--record", str(tmp_path / "record")),
        ("code", str(tmp_path / "x.txt")),
        ("codebook",),
        ("why", "A met B."),
    ):
        result = dragoman(*arguments, *own)
        assert result.exception is not None
        assert "own.toml:1" in str(result.exception)
    assert not (tmp_path / "record").exists()
