"""The same reports give the same record, to the byte, whatever ran the coding and the merging."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.run.deadly import dies_on_seven, dies_once
from tests.run.machines import Machines
from tests.run.same_record import files_of, state_of

from dragoman.errors import ClusterError, UsageError
from dragoman.model import Problem
from dragoman.pipeline import Settings
from dragoman.run import annotate, coding, read_into, shards
from dragoman.run.engine import engine
from dragoman.run.pool import Pool


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of its own."""
    with Machines(2) as machines:
        yield machines.address


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards and pieces so small that a dozen reports make several."""
    monkeypatch.setattr(shards, "SHARD", 5)
    monkeypatch.setattr(coding, "PIECE", 2)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the demo's reports, with a broken line, one report twice and one that is not English."""
    from dragoman import sample

    lines = sample.path().read_text(encoding="utf-8").splitlines()[8:20]
    foreign = json.dumps({"id": "f", "language": "fr", "text": "Le ministre a rencontré son collègue à Paris."})
    file = tmp_path_factory.mktemp("source") / "reports.jsonl"
    file.write_text("\n".join([*lines[:3], '{"id": "cut', *lines[3:], lines[0], foreign]) + "\n", encoding="utf-8")
    return file


def test_one_process_two_processes_and_a_cluster_give_the_same_record(
    source: Path, tmp_path: Path, cluster: str
) -> None:
    """Every file of every table, the ids in it and the state of the record."""
    told = {
        "one": read_into([str(source)], tmp_path / "one"),
        "two": read_into([str(source)], tmp_path / "two", workers=2),
        "many": read_into([str(source)], tmp_path / "many", cluster=cluster),
    }
    assert told["one"].added == 13
    assert [problem.kind for problem in told["one"].problems] == ["broken line", "not English"]
    for name in ("two", "many"):
        assert told[name] == told["one"]
        assert files_of(tmp_path / name) == files_of(tmp_path / "one")
        assert state_of(tmp_path / name) == state_of(tmp_path / "one")


def test_coding_and_merging_give_the_same_lines_whatever_ran_them(source: Path, cluster: str) -> None:
    """Annotations with the ids of merged events, in order, and problems in their places."""
    alone = list(annotate([str(source)], merge=True))
    assert any(not isinstance(line, Problem) and line["events"] for line in alone)
    assert list(annotate([str(source)], merge=True, cluster=cluster)) == alone


def test_a_run_that_was_broken_off_goes_on_with_the_same_shards(source: Path, tmp_path: Path) -> None:
    """What is committed after the break has the same bounds and ids as without one."""
    read_into([str(source)], tmp_path / "whole")

    def stops(done: int) -> None:
        if done > 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_into([str(source)], tmp_path / "broken", progress=stops)
    again = read_into([str(source)], tmp_path / "broken")
    assert again.added == 3
    assert files_of(tmp_path / "broken") == files_of(tmp_path / "whole")


def test_a_process_that_dies_costs_nothing() -> None:
    """The thing that killed it is told from those that were beside it; the rest is done, in order."""
    with Pool(2) as pool:
        found = list(pool.each(dies_on_seven, range(12), lambda number: -number))
    assert found == [-7 if number == 7 else number * number for number in range(12)]


def test_a_thing_whose_process_was_killed_by_chance_is_done_after_all(tmp_path: Path) -> None:
    """The system that ran out of memory, or a person, killed it."""
    with Pool(2) as pool:
        found = list(pool.each(dies_once, [str(tmp_path / "a"), str(tmp_path / "b")], lambda file: "lost"))
    assert found == ["a", "b"]


def test_two_engines_at_once_are_refused() -> None:
    """A cluster has its own workers."""
    with pytest.raises(UsageError, match="give one of them"), engine(2, "tcp://127.0.0.1:1"):
        pass


def test_a_scheduler_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With what would start one."""
    monkeypatch.setattr("dragoman.run.cluster._FIRST", 0.1)
    for address in ("tcp://127.0.0.1:1", str(tmp_path / "scheduler.json")):
        with pytest.raises(ClusterError, match="dask scheduler"), engine(1, address):
            pass


def test_a_worker_with_another_recipe_codes_nothing(source: Path, tmp_path: Path, cluster: str) -> None:
    """It would make another record of the same reports."""
    task = coding.Coding(settings=Settings(), recipe="another", keep=shards.rows_of)
    with engine(1, cluster) as working:
        found = working.each(task, [()], lambda piece: shards.rows_of([]))
        with pytest.raises(ClusterError, match="another recipe"):
            next(found)
