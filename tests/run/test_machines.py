"""A scheduler and two workers, each a process of its own: whatever is killed, nothing is lost and nothing doubled."""

from pathlib import Path

import pytest
from tests.run.machines import Machines
from tests.run.same_record import files_of, state_of

from dragoman.run import coding, read_into, shards


def test_a_worker_and_the_scheduler_killed_in_mid_run_leave_no_trace(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record of a run that lost first a worker, then the scheduler with all it held, is that of an unharmed one."""
    monkeypatch.setattr(shards, "SHARD", 5)
    monkeypatch.setattr(coding, "PIECE", 2)
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(samples.read_text(encoding="utf-8").splitlines(keepends=True)[:20]), encoding="utf-8")
    whole = read_into([str(source)], tmp_path / "whole")
    with Machines(2) as machines:
        harms = {5: machines.kill_worker, 10: machines.kill_scheduler}

        def harm(done: int) -> None:
            if done in harms:
                harms.pop(done)()

        harmed = read_into([str(source)], tmp_path / "harmed", cluster=machines.address, progress=harm)
    assert not harms
    assert harmed == whole
    assert files_of(tmp_path / "harmed") == files_of(tmp_path / "whole")
    assert state_of(tmp_path / "harmed") == state_of(tmp_path / "whole")
