"""Kill a reading process at random moments, again and again, and show that nothing is lost and nothing doubled.

    python benchmarks/kills.py [PATH...] [--kills 50] [--seed 1] [--made-up | --cluster]

Reads the paths (the sample reports, where none is given) once without harm, then into other records with a process
that is killed (SIGKILL) at random moments and started again, until the wished number of kills is reached; a record
that is done is followed by a fresh one. With --made-up, made-up mentions (benchmarks/stream.py) are written and
merged instead, without any coding, so that every kill falls while something is written or merged. With --cluster a
scheduler and two workers code, and each kill hits the reader, a worker or the scheduler, as it comes; workers and
scheduler are started again, the reader goes on by itself. After every kill
the record must open, hold no report and no mention twice, and hold each committed batch whole. Each finished record
must equal the unharmed one, table by table.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.run.machines import Machines

from dragoman import sample
from dragoman.record import Reader

READ = """
import sys
from pathlib import Path
from dragoman.run import coding, read_into, shards
shards.SHARD, coding.PIECE = 3, 2  # many small batches, so that kills fall between them
read_into(sys.argv[3:], Path(sys.argv[1]), cluster=sys.argv[2] or None)
"""
MADE_UP = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from adding import documents
from stream import stream
from dragoman.record import Writer
from dragoman.run.deriving import derive, describe
made, run, folder = list(documents(stream(12))), describe("read"), Path(sys.argv[1])
print("ready", flush=True)
for first in range(0, len(made), 3):
    Writer(folder).commit(made[first : first + 3], [], "made up")
    derive(folder, run)
"""
TABLES = (
    "reports",
    "actors",
    "mentions",
    "quotes",
    "times",
    "places",
    "problems",
    "events",
    "links",
    "copies",
    "blocks",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is read, by whom, and what decides which kill comes when.

    Args:
        paths: sources; none for made-up mentions.
        machines: the scheduler and its workers, None where the reader codes.
        chance: the dice.
        kills: how many are wanted.
    """

    paths: list[str]
    machines: Machines | None
    chance: random.Random
    kills: int


def main() -> None:
    """Run it and print what came of it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("paths", nargs="*", default=[str(sample.path())])
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--made-up", action="store_true")
    options.add_argument("--cluster", action="store_true")
    asked = options.parse_args()
    paths = [] if asked.made_up else asked.paths
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        whole = folder / "whole"
        alone = Trial(paths, None, random.Random(asked.seed), asked.kills)
        process, began = start(whole, alone), time.monotonic()
        if process.wait():
            raise SystemExit("reading failed unharmed")
        took = time.monotonic() - began
        print(f"{rows(whole)['reports']:,} reports read unharmed in {took:.1f} s")
        machines = stack.enter_context(Machines(2)) if asked.cluster else None
        print_result(harm(folder, whole, Trial(paths, machines, alone.chance, asked.kills), took))


def harm(folder: Path, whole: Path, trial: Trial, took: float) -> Counter[str]:
    """Kill readers of ever new records until the number is reached; give what was counted."""
    found: Counter[str] = Counter()
    while found["kills"] < trial.kills:
        record = folder / f"harmed-{found['records']}"
        found["records"] += 1
        while not finished(record, trial, took, found):
            check(record)
        if differing := [name for name, rows_ in rows(whole).items() if rows(record)[name] != rows_]:
            raise SystemExit(f"the numbers of rows differ in {', '.join(differing)}")
        if differing := [name for name in TABLES if content(whole, name) != content(record, name)]:
            raise SystemExit(f"the rows differ in {', '.join(differing)}")
        print(f"{found['kills']} kills, record {found['records']} is done and equals the unharmed one", flush=True)
    return found


def finished(record: Path, trial: Trial, took: float, found: Counter[str]) -> bool:
    """Start a reader, and kill it or what works for it at random moments, unless it is done or enough were killed."""
    process = start(record, trial)
    while True:
        try:
            process.wait(None if found["kills"] >= trial.kills else trial.chance.uniform(0, took))
            break
        except subprocess.TimeoutExpired:
            found["kills"] += 1
            victim = trial.chance.choice(("reader", "worker", "scheduler")) if trial.machines else "reader"
            found[victim] += 1
            if victim == "reader":
                process.send_signal(signal.SIGKILL)
                process.wait()
                found["kills before the first batch"] += not (record / "shards").exists()
                return False
            assert trial.machines is not None
            trial.machines.kill_worker() if victim == "worker" else trial.machines.kill_scheduler()
    if process.returncode:
        raise SystemExit(f"the reader failed with status {process.returncode}")
    return True


def start(record: Path, trial: Trial) -> "subprocess.Popen[bytes]":
    """Start a reader; without paths, one that writes made-up mentions."""
    if trial.paths:
        cluster = trial.machines.address if trial.machines else ""
        return subprocess.Popen([sys.executable, "-c", READ, str(record), cluster, *trial.paths])
    here = str(Path(__file__).parent)
    process = subprocess.Popen([sys.executable, "-c", MADE_UP, str(record), here], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()  # it has started, so that kills fall while it works
    return process


def check(record: Path) -> None:
    """Make sure that a record that was just left for dead is whole."""
    if not (record / "record.json").exists():
        return  # killed before there was a record
    reader = Reader(record)
    for table in ("reports", "mentions", "quotes"):
        (row,) = reader.sql(f"select count(*) as n, count(distinct id) as ids from {table}")
        assert row["n"] == row["ids"], f"{table} holds something twice"
    batches = reader.sql(
        "select s.id from shards s where s.reports <> (select count(*) from reports r where r.shard = s.id) "
        "or s.mentions <> (select count(*) from mentions m where m.shard = s.id)"
    )
    assert not batches, "a batch is not whole"
    held = Counter(mention for event in reader.events() for mention in event.mentions)
    assert not held or max(held.values()) == 1, "two events hold one mention"


def rows(record: Path) -> dict[str, int]:
    """Count the rows of a record."""
    reader = Reader(record)
    return {name: reader.sql(f"select count(*) as n from {name}")[0]["n"] for name in TABLES}


def content(record: Path, table: str) -> list[str]:
    """Give the rows of a table in an order of their own, without the batch that brought them."""
    left_out = ("shard", "path")
    return sorted(
        str({k: v for k, v in row.items() if k not in left_out}) for row in Reader(record).sql(f"select * from {table}")
    )


def print_result(found: Counter[str]) -> None:
    """Say what came of it."""
    by = ", ".join(f"{found[victim]} of the {victim}" for victim in ("reader", "worker", "scheduler"))
    early = found["kills before the first batch"]
    print(
        f"{found['kills']} kills ({by}) over {found['records']} records ({early} before the first batch): every record "
        "opened after every kill, and each finished one equals the unharmed one"
    )


if __name__ == "__main__":
    main()
