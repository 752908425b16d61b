"""The same question has the same name and the same answer at every door: Python, the command line, HTTP."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman import ask
from dragoman.ask import Questions
from dragoman.ask.analyses import Analyses
from dragoman.ask.asked import FILTERS
from dragoman.cli.app import app
from dragoman.cli.filters import OPTIONS

pytest.importorskip("fastapi", reason="the API needs dragoman[web]")
pytest.importorskip("httpx", reason="the API's tests need dragoman[test]")
pytest.importorskip("networkx", reason="the network needs dragoman[network]")

from fastapi.testclient import TestClient

from dragoman import api, web


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question at the three doors.

    Args:
        python: asks it of an open record; gives plain values.
        words: what is typed after `dragoman`.
        address: what stands after `/api/`.
        given: what stands behind the question mark.
    """

    python: Callable[[Questions], Any]
    words: tuple[str, ...]
    address: str
    given: dict[str, str] = field(default_factory=dict)


def _met(record: Questions) -> str:
    return record.events(actor="Biden", with_="Putin", mode="meet")[0].id


ALL = {"limit": "1000"}
QUESTIONS = {
    "summary": Question(python=lambda r: r.summary().as_dict(), words=("summary",), address="summary"),
    "overview": Question(python=lambda r: r.overview().as_dict(), words=("overview",), address="overview"),
    "events": Question(python=lambda r: r.events().dicts(), words=("events",), address="events", given=ALL),
    "events of a context": Question(
        python=lambda r: r.events(context="military", min_outlets=1).dicts(),
        words=("events", "--context", "Military", "--min-outlets", "1"),
        address="events",
        given={**ALL, "context": "military", "min_outlets": "1"},
    ),
    "show": Question(
        python=lambda r: r.show(_met(r)).as_dict(), words=("show", "EVENT"), address="events/EVENT"
    ),
    "history": Question(
        python=lambda r: r.history(_met(r)).as_dict(), words=("history", "EVENT"), address="events/EVENT/history"
    ),
    "timeline": Question(
        python=lambda r: r.timeline("Biden", "Putin", since="2021").dicts(),
        words=("timeline", "Biden", "Putin", "--since", "2021"),
        address="timeline",
        given={**ALL, "actor": "Biden", "other": "Putin", "since": "2021"},
    ),
    "actor": Question(
        python=lambda r: r.actor("Blinken").as_dict(), words=("actor", "Blinken"), address="actors/Blinken"
    ),
    "dyad": Question(
        python=lambda r: r.dyad("USA", "Russia", states=True, per="year", status="all").periods.dicts(),
        words=("dyad", "USA", "Russia", "--states", "--per", "year", "--status", "all"),
        address="dyad",
        given={"a": "USA", "b": "Russia", "states": "true", "per": "year", "status": "all"},
    ),
    "quotes": Question(
        python=lambda r: r.quotes(speaker="Blinken").dicts(),
        words=("quotes", "--speaker", "Blinken"),
        address="quotes",
        given={**ALL, "speaker": "Blinken"},
    ),
    "positions": Question(
        python=lambda r: r.positions(stance="against").dicts(),
        words=("positions", "--stance", "against"),
        address="positions",
        given={**ALL, "stance": "against"},
    ),
    "counts": Question(
        python=lambda r: r.counts("context", per="year", unit="mentions", balanced=True).dicts(),
        words=("counts", "--by", "context", "--per", "year", "--unit", "mentions", "--balanced"),
        address="counts",
        given={**ALL, "by": "context", "per": "year", "unit": "mentions", "balanced": "true"},
    ),
    "network": Question(
        python=lambda r: r.network(of="states", least=2).nodes.dicts(),
        words=("network", "--of", "states", "--least", "2"),
        address="network",
        given={"of": "states", "least": "2"},
    ),
    "shifts": Question(
        python=lambda r: r.shifts(per="month", since="2022").dicts(),
        words=("shifts", "--per", "month", "--since", "2022"),
        address="shifts",
        given={**ALL, "per": "month", "since": "2022"},
    ),
    "search": Question(
        python=lambda r: r.search("grain", within="reports").dicts(),
        words=("search", "grain", "--within", "reports"),
        address="search",
        given={"words": "grain", "within": "reports"},
    ),
    "coverage": Question(
        python=lambda r: r.coverage(publisher="Post", since="2022", until="2022").dicts(),
        words=("coverage", "--publisher", "Post", "--since", "2022", "--until", "2022"),
        address="coverage",
        given={**ALL, "publisher": "Post", "since": "2022", "until": "2022"},
    ),
    "gaps": Question(
        python=lambda r: r.gaps(least=30).dicts(), words=("gaps", "--least", "30"), address="gaps",
        given={**ALL, "least": "30"},
    ),
    "report": Question(
        python=lambda r: r.report("sample-12").as_dict(), words=("report", "sample-12"), address="reports/sample-12"
    ),
    "review": Question(
        python=lambda r: [doubt.as_dict() for doubt in r.review(limit=5, type="CONSULT").doubts],
        words=("review", "-n", "5", "--type", "CONSULT"),
        address="review",
        given={"limit": "5", "type": "CONSULT"},
    ),
    "sql": Question(
        python=lambda r: r.sql("select type, count(*) as n from events group by type order by type").dicts(),
        words=("sql", "select type, count(*) as n from events group by type order by type"),
        address="sql",
        given={**ALL, "query": "select type, count(*) as n from events group by type order by type"},
    ),
    "versions": Question(
        python=lambda r: [row.as_dict() for row in ask.versions(r.reader.folder)],
        words=("versions",),
        address="versions",
    ),
}  # fmt: skip
INNER = {"dyad": "periods", "network": "nodes"}
"""What the command line lists of an answer that has several parts."""


@pytest.fixture(scope="module")
def client(demo: Path) -> TestClient:
    """A visitor from this machine."""
    return TestClient(api.app(demo, author="tester"), base_url="http://localhost")


def typed(*words: str) -> Any:
    """Ask on the command line, for JSON."""
    done = CliRunner().invoke(app, [*words, "--format", "json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def plain(value: Any) -> Any:
    """Give what JSON makes of a value."""
    return json.loads(json.dumps(value, default=str))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_the_same_answer_at_every_door(name: str, demo: Path, client: TestClient) -> None:
    """Asked in Python, typed, and fetched."""
    question, record = QUESTIONS[name], dragoman.open(demo)
    event = _met(record)
    address = question.address.replace("EVENT", event)
    words = [event if word == "EVENT" else word for word in question.words]
    said = plain(question.python(record))
    assert said
    assert typed(*words, "--record", str(demo)) == said
    fetched = client.get(f"/api/{address}", params=question.given)
    assert fetched.status_code == 200, fetched.text
    found = fetched.json().get("items", fetched.json().get("item"))
    assert (found[INNER[name]] if name in INNER else found) == said


def test_every_question_is_asked_here() -> None:
    """A question that is added is added at every door."""
    known = {name.split()[0] for name in QUESTIONS}
    assert {name for kind in (Questions, Analyses) for name in vars(kind) if not name.startswith("_")} - {
        "prepare"
    } <= known


def test_the_api_asks_nothing_that_the_command_line_does_not(client: TestClient) -> None:
    """Every address is a verb, under the same name or under the name of what it shows."""
    verbs = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    plural = {"events/{event}": "show", "events/{event}/history": "history", "actors/{name}": "actor",
              "reports/{report}": "report", "corrections": "history"}  # fmt: skip
    for path, ways in client.get("/api/openapi.json").json()["paths"].items():
        name = path.removeprefix("/api/")
        wanted = name.rpartition("/")[2] if "post" in ways else plural.get(name, name)
        assert wanted in verbs, path


def test_every_door_has_the_same_filters(client: TestClient) -> None:
    """By the same names; the page's form has a field for each."""
    names = [name.rstrip("_") for name in FILTERS]
    assert [name.rstrip("_") for name in OPTIONS] == names
    parameters = client.get("/api/openapi.json").json()["paths"]["/api/events"]["get"]["parameters"]
    assert [one["name"] for one in parameters if one["name"] in names] == names
    assert {one["name"] for one in parameters} - set(names) == {"limit", "cursor", "as_of"}


def test_the_form_of_the_pages_has_every_filter(demo: Path) -> None:
    """A field or a list for each."""
    pytest.importorskip("jinja2")
    page = TestClient(web.app(demo), base_url="http://localhost").get("/events").text
    assert {name.rstrip("_") for name in FILTERS} <= set(re.findall(r'name="(\w+)"', page))


def test_what_changed_between_versions_is_the_same_at_every_door(demo: Path, tmp_path: Path) -> None:
    """After a person's word there are two versions to compare."""
    import shutil

    from dragoman.run import correcting

    folder = tmp_path / "record"
    shutil.copytree(demo, folder)
    correcting.correct(folder, _met(dragoman.open(folder)), "date", "2021-06-17", by="tester")
    said = plain([change.as_dict() for change in ask.diff(folder, 1, 2)])
    assert [change["kind"] for change in said] == ["changed"]
    assert typed("diff", "1", "2", "--record", str(folder)) == said
    client = TestClient(api.app(folder, author="tester"), base_url="http://localhost")
    assert client.get("/api/diff", params={"one": "1", "other": "2"}).json()["items"] == said


WRONG: dict[str, tuple[Callable[[Questions], Any], tuple[str, ...], str, dict[str, str], str]] = {
    "an unknown actor": (
        lambda r: r.events(actor="Blinkin"), ("events", "--actor", "Blinkin"), "events", {"actor": "Blinkin"},
        "Antony Blinken",
    ),
    "an unknown speaker": (
        lambda r: r.quotes(speaker="Blinkin"), ("quotes", "--speaker", "Blinkin"), "quotes", {"speaker": "Blinkin"},
        "Antony Blinken",
    ),
    "an impossible day": (
        lambda r: r.events(since="2022-02-30"), ("events", "--since", "2022-02-30"), "events",
        {"since": "2022-02-30"}, "2022-02-30",
    ),
    "days in the wrong order": (
        lambda r: r.counts("type", since="2023", until="2021"),
        ("counts", "--by", "type", "--since", "2023", "--until", "2021"), "counts",
        {"by": "type", "since": "2023", "until": "2021"}, "2023",
    ),
    "SQL that writes": (
        lambda r: r.sql("delete from events"), ("sql", "delete from events"), "sql", {"query": "delete from events"},
        "DELETE is refused",
    ),
    "SQL that reads a file": (
        lambda r: r.sql("select * from read_csv('/etc/passwd')"), ("sql", "select * from read_csv('/etc/passwd')"),
        "sql", {"query": "select * from read_csv('/etc/passwd')"}, "could not be",
    ),
    "an unknown context": (
        lambda r: r.events(context="weather"), ("events", "--context", "weather"), "events", {"context": "weather"},
        "cbrn",
    ),
    "an unknown thing to count by": (
        lambda r: r.counts("colour"), ("counts", "--by", "colour"), "counts", {"by": "colour"}, "context",
    ),
    "an unknown event": (
        lambda r: r.show("e-none"), ("show", "e-none"), "events/e-none", {}, "e-none",
    ),
    "an unknown report": (
        lambda r: r.report("none"), ("report", "none"), "reports/none", {}, "none",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_question_is_refused_alike_at_every_door(name: str, demo: Path, client: TestClient) -> None:
    """The same words, which say what would have worked; a status that is no success; nothing changed."""
    python, words, address, given, cure = WRONG[name]
    before = dragoman.open(demo).citation
    with pytest.raises(dragoman.UsageError) as refused:
        python(dragoman.open(demo))
    assert cure in str(refused.value)
    done = CliRunner().invoke(app, [*words, "--record", str(demo)])
    assert isinstance(done.exception, dragoman.UsageError)
    assert str(done.exception) == str(refused.value)
    fetched = client.get(f"/api/{address}", params=given)
    assert fetched.status_code in {400, 404}
    assert fetched.json()["error"]["message"] == str(refused.value)
    assert dragoman.open(demo).citation == before


def test_a_filter_that_does_not_exist_is_refused_at_every_door(demo: Path, client: TestClient) -> None:
    """Each in its own words, and none passes it over."""
    with pytest.raises(dragoman.UsageError, match="no filter 'colour'"):
        dragoman.open(demo).events(colour="red")  # type: ignore[call-arg]
    done = CliRunner().invoke(app, ["events", "--colour", "red", "--record", str(demo)])
    assert done.exit_code == 2
    assert "--colour" in done.output
    fetched = client.get("/api/events", params={"colour": "red"})
    assert fetched.status_code == 422
    assert "colour" in fetched.json()["error"]["message"]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "csv"),
        ("events", "--format", "csv"),
        ("report", "sample-12", "--format", "csv"),
        ("review", "--format", "csv"),
        ("plot", "timeline"),
    ],
)
def test_no_verb_writes_over_a_file_without_being_told(words: tuple[str, ...], demo: Path, tmp_path: Path) -> None:
    """Refused, and the file is as it was; with --force it is replaced."""
    target = tmp_path / ("mine.svg" if "plot" in words else "mine.csv")
    target.write_text("mine")
    typed = [*words, "--record", str(demo), "-o", str(target)]
    done = CliRunner().invoke(app, typed)
    assert isinstance(done.exception, dragoman.UsageError)
    assert "--force" in str(done.exception)
    assert target.read_text() == "mine"
    assert CliRunner().invoke(app, [*typed, "--force"]).exit_code == 0
    assert target.read_text() != "mine"
