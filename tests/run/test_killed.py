"""A process that is killed at any moment loses nothing and doubles nothing."""

import random
import signal
import subprocess
import sys
from pathlib import Path

from dragoman.record import Reader

READ = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.run.small_world import Told, report
from dragoman.record import Run, Writer
from dragoman.run.deriving import derive
folder = Path(sys.argv[2])
print("ready", flush=True)
for number in range(4):
    act = Told(act=number % 3, doer=0, other=1, topic=0, lag=0)
    Writer(folder).commit([report(number, number % 3, 1 + number // 2, [act])], [], "recipe")
    derive(folder, Run(verb="read", time="2022-03-02T10:00:00.000000Z", merging="rules"))
"""
HERE = Path(__file__).parents[2]
KILLS = 4  # benchmarks/kills.py does fifty, on whole files


def start(record: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", READ, str(HERE), str(record)], stdout=subprocess.PIPE)


def test_a_record_survives_readers_that_are_killed_at_random_moments(tmp_path: Path) -> None:
    """Each reading goes on where the killed one left off, and in the end the record is the unharmed one."""
    whole, harmed = tmp_path / "whole", tmp_path / "harmed"
    assert start(whole).wait() == 0
    chance = random.Random(1)
    for _ in range(KILLS):
        process = start(harmed)
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(chance.uniform(0, 1.5))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        if (harmed / "record.json").exists():
            reader = Reader(harmed)
            held = [mention for event in reader.events() for mention in event.mentions]
            assert len(held) == len(set(held))
            assert set(held) <= {row["id"] for row in reader.sql("select id from mentions")}
    assert start(harmed).wait() == 0
    one, other = Reader(whole), Reader(harmed)
    assert list(one.events()) == list(other.events())
    assert list(one.links()) == list(other.links())
    for table in ("reports", "mentions", "actors"):
        query = f"select * exclude (shard) from {table} order by all"
        assert one.sql(query) == other.sql(query)
