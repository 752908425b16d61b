"""`dragoman actors import`, as a user types it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.cli.app import app
from dragoman.errors import KnowledgeError
from dragoman.knowledge.offices import offices
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.own import digest, forget
from dragoman.knowledge.persons import persons
from dragoman.knowledge.resolve import forget as forget_answers

HEADER = "name,aliases,kind,country,sector,office,start,end,wikidata\n"
RUIZ = "Ana Ruizova,Anita|A. Ruizova,person,ARG,,Foreign Minister,2030-01-01,2031-05-03,Q99999999\n"


def _clear() -> None:
    for table in (persons, offices, organisations):
        table.cache_clear()
    forget()
    forget_answers()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of own actors that nobody else uses."""
    kept = tmp_path / "kept"
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(kept))
    _clear()
    yield kept
    monkeypatch.undo()
    _clear()


def dragoman(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


def bring(path: Path, text: str) -> Result:
    """Write a file of actors and import it."""
    path.write_text(text, encoding="utf-8")
    return dragoman("actors", "import", str(path))


def resolved(tmp_path: Path, text: str, day: str) -> dict[str, str | None]:
    """Resolve one mention."""
    (tmp_path / "asked.jsonl").write_text(json.dumps({"id": "a", "text": text, "date": day}) + "\n", encoding="utf-8")
    result = dragoman("resolve", str(tmp_path / "asked.jsonl"))
    assert result.exit_code == 0, result.output
    answer: dict[str, str | None] = json.loads(result.output)
    return answer


@pytest.mark.parametrize("words", ["Ana Ruizova", "Anita", "Foreign Minister Ruizova", "Argentina's foreign minister"])
def test_an_imported_person_is_found_by_name_alias_surname_and_office(folder: Path, tmp_path: Path, words: str) -> None:
    """On a day of the term, however the report calls her."""
    result = bring(tmp_path / "mine.csv", HEADER + RUIZ)
    assert result.exit_code == 0, result.output
    assert "1 actors with 1 terms of office" in result.output
    found = resolved(tmp_path, words, "2030-06-01")
    assert found["actor"] == "ana-ruizova"
    assert found["office"] == "minister of foreign affairs"
    assert found["sector"] == "GOV"


def test_an_imported_term_does_not_hold_after_its_end(folder: Path, tmp_path: Path) -> None:
    """The day after, she is former, and the title alone is not hers."""
    bring(tmp_path / "mine.csv", HEADER + RUIZ)
    assert resolved(tmp_path, "Ana Ruizova", "2031-06-01")["office"] == "former minister of foreign affairs"
    assert resolved(tmp_path, "Argentina's foreign minister", "2031-06-01")["actor"] != "ana-ruizova"


def test_a_sector_can_change_with_the_years(folder: Path, tmp_path: Path) -> None:
    """A row without office that has a sector and dates says what somebody was then."""
    later = "Ana Ruizova,,person,ARG,OPP,,2031-05-04,,Q99999999\n"
    assert bring(tmp_path / "mine.csv", HEADER + RUIZ + later).exit_code == 0
    assert resolved(tmp_path, "Ana Ruizova", "2030-06-01")["sector"] == "GOV"
    assert resolved(tmp_path, "Ana Ruizova", "2032-06-01")["sector"] == "OPP"


def test_imported_facts_outrank_ours(folder: Path, tmp_path: Path) -> None:
    """A person and a body of our tables take the office, name and sector that the user gives; the key stays ours."""
    rows = "Yair Lapid,Yairush,person,ISR,,President,2021-01-01,2022-01-01,\nHezbollah,,organisation,LBN,PTY,,,,\n"
    assert "2 of them are in the packaged tables too" in bring(tmp_path / "mine.csv", HEADER + rows).output
    found = resolved(tmp_path, "Yairush", "2021-12-10")
    assert (found["actor"], found["office"]) == ("yair-lapid", "president")
    body = resolved(tmp_path, "Hezbollah", "2021-12-10")
    assert (body["kind"], body["sector"], body["finer"]) == ("organisation", "OPP", "PTY")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name,knd\nAna,person\n", 1, "knd"),
        ("name,country\nAna,ARG\n", 1, "kind"),
        ("name,name,kind\nAna,Ana,person\n", 1, "name"),
        (HEADER + RUIZ + "B,,person,ARG,,President,2005-05-02,2004-01,\n", 3, "end"),
        (HEADER + "B,,person,ARG,,President,2005-13,,\n", 2, "start"),
        (HEADER + "B,,person,ARG,,President,2005-02-30,,\n", 2, "start"),
        (HEADER + "B,,person,ARX,,,,,\n", 2, "country"),
        (HEADER + "B,,person,ARG,GOX,,,,\n", 2, "sector"),
        (HEADER + "B,,robot,ARG,,,,,\n", 2, "kind"),
        (HEADER + ",,person,ARG,,,,,\n", 2, "name"),
        (HEADER + "B,,person,,,President,,,\n", 2, "country"),
        (HEADER + "B,,armed_group,ARG,,,2001,,\n", 2, "start"),
        (HEADER + "B,,person,ARG,,,2001,,\n", 2, "start"),
        (HEADER + "B,,person,ARG,,,,,lapid\n", 2, "wikidata"),
        (HEADER + "B,,person,ARG,,,,,,more\n", 2, "wikidata"),
    ],
)
def test_a_wrong_file_is_refused_whole_with_file_line_and_column(
    folder: Path, tmp_path: Path, text: str, line: int, column: str
) -> None:
    """Nothing is half imported, and what was imported before stays."""
    bring(tmp_path / "mine.csv", HEADER + RUIZ)
    before = digest()
    result = bring(tmp_path / "mine.csv", text)
    assert isinstance(result.exception, KnowledgeError)
    assert f"mine.csv:{line}: column {column!r}" in str(result.exception)
    assert "nothing was imported" in str(result.exception)
    assert digest() == before
    assert [path.name for path in folder.iterdir()] == ["mine.actors.tsv"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b""), ("a.csv", b"name,kind\n"), ("a.txt", b"x"), ("no.csv", None)]
)
def test_a_file_that_names_nobody_is_refused(folder: Path, tmp_path: Path, name: str, content: bytes | None) -> None:
    """Empty, without rows, of another kind, or not there."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert isinstance(dragoman("actors", "import", str(tmp_path / name)).exception, KnowledgeError)
    assert digest() == ""


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(folder: Path, tmp_path: Path) -> None:
    """No guessing of encodings: a name read wrongly is found nowhere."""
    (tmp_path / "a.csv").write_bytes(b"name,kind\nAna,person\nJos\xe9,person\n")
    result = dragoman("actors", "import", str(tmp_path / "a.csv"))
    assert isinstance(result.exception, KnowledgeError)
    assert "a.csv:3:" in str(result.exception)


def entity(id: str, schema: str, **properties: object) -> str:
    """One FollowTheMoney line."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": id, "schema": schema, "properties": listed}) + "\n"


PEOPLE = entity("p", "Person", name=["Odd Fjordvik", "O. Fjordvik"], country="no") + entity(
    "b", "PublicBody", name="Office of Fjords", country="no", topics="gov.judicial"
)


def test_followthemoney_entities_become_actors_with_their_offices(folder: Path, tmp_path: Path) -> None:
    """Person, PublicBody, and the Position that an Occupancy ties to a Person for a time."""
    lines = PEOPLE + entity("q", "Position", name="Minister of Defence", country="no")
    lines += entity("o", "Occupancy", holder="p", post="q", startDate="2030-02-01", endDate="2030-12-31")
    lines += entity("w", "Ownership", owner="p")
    result = bring(tmp_path / "mine.jsonl", lines)
    assert result.exit_code == 0, result.output
    assert "left out 1 Ownership" in result.output
    found = resolved(tmp_path, "Norway's defence minister", "2030-03-01")
    assert (found["name"], found["country"], found["sector"]) == ("Odd Fjordvik", "NOR", "GOV")
    assert resolved(tmp_path, "the Office of Fjords", "2030-03-01")["sector"] == "JUD"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("{", "(line)"),
        ("[]", "schema"),
        (entity("o", "Occupancy", holder="p", post="nowhere"), "post"),
        (entity("o", "Occupancy", holder="nobody", post="q"), "holder"),
        (entity("x", "Person", country="no"), "name"),
        (entity("x", "Person", name="X", country="zz"), "country"),
    ],
)
def test_a_wrong_followthemoney_line_is_refused(folder: Path, tmp_path: Path, line: str, column: str) -> None:
    """File, line and property."""
    result = bring(tmp_path / "mine.jsonl", PEOPLE + line)
    assert isinstance(result.exception, KnowledgeError)
    assert f"mine.jsonl:3: column {column!r}" in str(result.exception)
    assert digest() == ""


def test_another_folder_is_used_only_when_named(folder: Path, tmp_path: Path) -> None:
    """--to keeps the actors elsewhere and says how to bring them into use."""
    (tmp_path / "mine.csv").write_text(HEADER + RUIZ, encoding="utf-8")
    result = dragoman("actors", "import", str(tmp_path / "mine.csv"), "--to", str(tmp_path / "other"))
    assert result.exit_code == 0, result.output
    assert f"DRAGOMAN_ACTORS={tmp_path / 'other'}" in result.output
    assert digest() == ""
    assert resolved(tmp_path, "Ana Ruizova", "2030-06-01")["actor"] is None


def test_importing_twice_changes_nothing_and_a_change_changes_the_digest(folder: Path, tmp_path: Path) -> None:
    """The digest tells which tables coded a report."""
    bring(tmp_path / "mine.csv", HEADER + RUIZ)
    first = digest()
    bring(tmp_path / "mine.csv", HEADER + RUIZ)
    assert digest() == first
    bring(tmp_path / "mine.csv", HEADER + RUIZ.replace("2031", "2032"))
    assert digest() not in ("", first)


def test_two_of_one_name_are_two_actors(folder: Path, tmp_path: Path) -> None:
    """Namesakes of two states get two keys."""
    rows = "Ana Ruizova,,person,ARG,,President,2030,,\nAna Ruizova,,person,CHL,,President,2030,,\n"
    assert "2 actors" in bring(tmp_path / "mine.csv", HEADER + rows).output
    one = resolved(tmp_path, "Chile's president", "2031-01-01")
    other = resolved(tmp_path, "Argentina's president", "2031-01-01")
    assert one["name"] == other["name"]
    assert one["actor"] != other["actor"]
