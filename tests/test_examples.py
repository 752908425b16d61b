"""What the documents tell a reader to type does what they say, on a record of the demo's reports."""

import io
import json
import re
import shlex
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import dragoman
from dragoman import sample
from dragoman.cli.app import app
from dragoman.run import correcting

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
SERVER = "http://127.0.0.1:8000"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
NOT_HERE = (
    r"dragoman (serve|watch|demo)\b",  # served and watched until stopped; the demo has a test of its own
    r"\bhttps?://(?!127)",  # an address elsewhere
    r"\[--",  # how a command is made, not one to type
    r"GOLD\b|\bgold/|\.pdf\b|\.warc\b|dump\.jsonl|export\.(csv|zip)",  # a reader's own files
    r"--cluster\b",  # a scheduler's address
    r"s3://",  # somebody's storage
)
"""Commands that are not run."""
ELSEWHERE = r"dask_jobqueue|SLURMCluster|tcp://|s3://"
"""Python that needs many machines, or somebody's storage."""


def blocks(page: Path) -> list[tuple[str, str]]:
    """Give language and content of every block of code."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def commands(page: Path) -> list[str]:
    """Give the commands of a page that can be run here."""
    lines = [
        line.removeprefix("$ ").split("   #")[0].strip()
        for language, words in blocks(page)
        if language in {"", "sh", "bash", "console"}
        for line in words.replace("\\\n", " ").splitlines()
    ]
    return [
        line for line in lines if re.match(r"(dragoman|curl) ", line) and not any(re.search(n, line) for n in NOT_HERE)
    ]


@pytest.fixture
def here(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the documents speak of: a record, reports, frames, finished tasks."""
    shutil.copytree(demo, tmp_path / "my-record")
    lines = sample.path().read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "reports.jsonl").write_text("".join(lines[:2]), encoding="utf-8")
    for folder in ("reports", "archive", "news"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.jsonl").write_text(lines[0], encoding="utf-8")
    for name, guide, mark in (("my-frames/own.toml", "frames", "BARTER"), ("mine.toml", "sources", "[[publisher]]")):
        written = [words for language, words in blocks(ROOT / "docs" / f"{guide}.md") if language == "toml"]
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(next(words for words in written if mark in words), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kept"))
    (meeting,) = dragoman.open("my-record").events(actor="Biden", with_="Putin", mode="meet")
    correcting.confirm(Path("my-record"), meeting.id, by="tester")  # so that there are two versions
    (tmp_path / "finished.json").write_text(_finished(), encoding="utf-8")
    return tmp_path


def _finished() -> str:
    """Give tasks as Label Studio writes them, where an annotator took over what was proposed."""
    from dragoman.export.kinds import export

    export(dragoman.open("my-record"), "label-studio", "proposed.json", since="2022-03", until="2022-03")
    tasks = json.loads(Path("proposed.json").read_text(encoding="utf-8"))
    return json.dumps([{**task, "annotations": task["predictions"]} for task in tasks])


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_every_command_in_a_document_runs(page: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each ends with status 0, in the order of the page."""
    for command in commands(page):
        words = shlex.split(_filled(command))
        if words[0] == "curl":
            assert _fetched(words) == 200, command
            continue
        if "--workers" in words:  # processes of their own take longer than the few reports
            words[words.index("--workers") + 1] = "1"
        done = CliRunner().invoke(app, words[1:], env={"DRAGOMAN_AUTHOR": "tester"})
        assert done.exit_code == 0, f"{page.name}: {command}\n{done.output}\n{done.exception!r}"


@pytest.mark.parametrize(
    "page", [p for p in PAGES if any(lang == "python" for lang, _ in blocks(p))], ids=lambda p: p.name
)
def test_every_python_block_in_a_document_runs(page: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other, as in one notebook."""
    pytest.importorskip("pandas")
    monkeypatch.setattr("urllib.request.urlopen", _opened)
    known: dict[str, Any] = {"__name__": "sample_reader"}
    for language, words in blocks(page):
        if language == "python" and not re.search(ELSEWHERE, words):
            with warnings.catch_warnings():
                warnings.simplefilter("error", DeprecationWarning)
                exec(compile(words, f"{page.name}", "exec"), known)


def _filled(command: str) -> str:
    """Put real ids in place of those that a reader looks up."""
    event, other = (row.id for row in dragoman.open("my-record").events(mode="meet", limit=2))
    for name, value in {"EVENT": event, "OTHER": other, "REPORT": "sample-12"}.items():
        command = re.sub(rf"\b{name}\b", value, command)
    return command


def _client() -> Any:
    testing = pytest.importorskip("fastapi.testclient")
    pytest.importorskip("httpx")
    from dragoman import web

    return testing.TestClient(web.app("my-record", author="tester"), base_url=SERVER)


def _fetched(words: list[str]) -> int:
    """Ask as curl would, of the record here."""
    address = next(word for word in words if word.startswith(SERVER)).removeprefix(SERVER)
    if "-d" not in words:
        return int(_client().get(address).status_code)
    body = json.loads(words[words.index("-d") + 1])
    return int(_client().post(address, json=body).status_code)


def _opened(address: str) -> io.BytesIO:
    found = _client().get(address.removeprefix(SERVER))
    assert found.status_code == 200, found.text
    return io.BytesIO(found.content)
