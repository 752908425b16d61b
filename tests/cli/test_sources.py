"""The verb that lists what can be read, and the wishes of the user about it."""

import json
from pathlib import Path

from typer.testing import CliRunner

from dragoman.cli.app import app

PROSE = "President Ada Lund of Ruritania met Prime Minister Ben Falk of Zenda in Strelsau on Tuesday."


def test_every_kind_is_listed_with_what_it_needs() -> None:
    """As lines and as JSON."""
    plain = CliRunner().invoke(app, ["sources"])
    rows = json.loads(CliRunner().invoke(app, ["sources", "--json"]).output)
    assert plain.exit_code == 0
    assert {row["kind"] for row in rows} >= {"text", "html", "feed", "nexis", "warc", "zip"}
    assert all(row["kind"] in plain.output for row in rows)
    assert next(row for row in rows if row["kind"] == "pdf")["needs"] == "pypdf"


def test_the_users_map_of_fields_is_kept(tmp_path: Path) -> None:
    """The column that they name is the text."""
    table = tmp_path / "news.csv"
    table.write_text(f"nr,words\n7,{PROSE}\n")
    result = CliRunner().invoke(app, ["code", str(table), "--fields", "text=words,id=nr"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout.splitlines()[0])["id"] == "7"


def test_a_wrong_wish_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """A kind that is none, a field that is none, a table of publishers that is broken."""
    report, own = tmp_path / "a.txt", tmp_path / "own.toml"
    report.write_text(PROSE)
    own.write_text("[[publisher]]\n")
    for wish in (["--as", "scroll"], ["--fields", "words=text"], ["--publishers", str(own)]):
        result = CliRunner().invoke(app, ["code", str(report), *wish])
        assert result.exit_code != 0
        assert result.stdout == ""
