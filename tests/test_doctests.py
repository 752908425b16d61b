"""The examples in docstrings do what they say."""

import doctest
import shutil
from importlib import import_module
from pathlib import Path

import pytest

import dragoman

HOUSE = Path(dragoman.__file__).parent
SHOWN = sorted(file for file in HOUSE.rglob("*.py") if ">>> " in file.read_text(encoding="utf-8"))
NEEDED = {"dragoman.charts.draw": "altair"}


def module_of(file: Path) -> str:
    """Give the name of a module by its file."""
    parts = ("dragoman", *file.relative_to(HOUSE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


def run(module: str, **known: object) -> doctest.TestResults:
    """Run a module's examples."""
    return doctest.testmod(import_module(module), extraglobs=known, optionflags=doctest.NORMALIZE_WHITESPACE)


def test_the_quick_start_of_the_package_runs_in_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a newcomer sees first with `help(dragoman)`."""
    monkeypatch.chdir(tmp_path)
    done = run("dragoman")
    assert done.attempted > 5
    assert not done.failed, capsys.readouterr().out


@pytest.mark.parametrize("module", [name for name in map(module_of, SHOWN) if name != "dragoman"])
def test_examples_in_docstrings_hold_for_the_demo_record(
    module: str, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`record` is the demo's, and `my-record` the folder that it lies in."""
    if module in NEEDED:
        pytest.importorskip(NEEDED[module])
    shutil.copytree(demo, tmp_path / "my-record")
    monkeypatch.chdir(tmp_path)
    done = run(module, record=dragoman.open("my-record"))
    assert not done.failed, capsys.readouterr().out


def test_every_question_has_an_example() -> None:
    """Whoever asks for help on a question sees one asked."""
    from dragoman.ask import Questions
    from dragoman.ask.analyses import Analyses

    named = {name for kind in (Questions, Analyses) for name in vars(kind) if not name.startswith("_")}
    without = {name for name in named - {"prepare"} if ">>> " not in (getattr(Questions, name).__doc__ or "")}
    assert not without
