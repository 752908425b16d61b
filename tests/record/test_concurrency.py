"""Processes that die, and processes that read and write at once, leave a whole record."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.record import delta, folder
from dragoman.record.reader import Reader
from dragoman.record.tables import SHARDS
from dragoman.record.writer import Writer

from .sample_reports import RECIPE, document, problem

HERE = Path(__file__).parent

DIE = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from sample_reports import RECIPE, document, problem
from dragoman.record import delta
from dragoman.record.writer import Writer
point, moment = int(sys.argv[3]), sys.argv[4]
calls = 0
def dying(real):
    def call(*args):
        global calls
        calls += 1
        if calls == point and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*args)
        if calls == point and moment == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    return call
delta.append, delta.append_once = dying(delta.append), dying(delta.append_once)
Writer(sys.argv[2]).commit([document(n) for n in range(4)], [problem(1)], RECIPE)
"""

READ = """
import sys
from dragoman.record.reader import Reader
seen = 0
while seen < 8:
    reader = Reader(sys.argv[2])
    reports = {r["id"] for r in reader.sql("select id from reports")}
    mentions = {r["report"] for r in reader.sql("select report from mentions")}
    quotes = {r["report"] for r in reader.sql("select report from quotes")}
    assert reports == mentions == quotes, (reports, mentions, quotes)
    assert len(reports) >= seen
    seen = len(reports)
print(seen)
"""

WRITE = """
import sys
sys.path.insert(0, sys.argv[1])
from sample_reports import RECIPE, document
from dragoman.record.writer import Writer
first, last, step = map(int, sys.argv[3:6])
writer = Writer(sys.argv[2])
for n in range(first, last, step):
    writer.commit([document(k) for k in range(n, min(n + step, last))], [], RECIPE)
"""


def start(script: str, record: Path, *arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", script, str(HERE), str(record), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def sizes(record: Path) -> list[int]:
    reader = Reader(record)
    names = ("reports", "actors", "mentions", "quotes", "times", "places", "problems", "shards")
    return [reader.sql(f"select count(*) as n from {name}")[0]["n"] for name in names]


WHOLE = [4, 8, 4, 4, 4, 4, 1, 1]


@pytest.mark.parametrize(("point", "moment"), [(1, "before"), *((point, "after") for point in range(1, 8))])
def test_a_batch_killed_between_two_tables_is_completed_by_a_second_run(
    tmp_path: Path, point: int, moment: str
) -> None:
    """The record opens and shows nothing of it; then it is there once."""
    killed = start(DIE, tmp_path, point, moment)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert sizes(tmp_path) == [0] * 8
    Writer(tmp_path).commit([document(n) for n in range(4)], [problem(1)], RECIPE)
    assert sizes(tmp_path) == WHOLE


def test_a_batch_killed_after_its_marker_is_there(tmp_path: Path) -> None:
    """The marker alone decides."""
    start(DIE, tmp_path, 8, "after").communicate()
    assert sizes(tmp_path) == WHOLE


def test_other_batches_after_a_killed_one_do_not_double(tmp_path: Path) -> None:
    """Orphans of the killed batch stay unseen although its reports come again in other company."""
    start(DIE, tmp_path, 4, "after").communicate()
    writer = Writer(tmp_path)
    writer.commit([document(0), document(9)], [], RECIPE)
    writer.commit([document(n) for n in range(4)], [], RECIPE)
    assert sizes(tmp_path)[:4] == [5, 10, 5, 5]


def test_two_readers_see_only_whole_batches_while_one_writes(tmp_path: Path) -> None:
    """Every report that they see has its mentions and quotes, and none ever goes away."""
    Writer(tmp_path)
    readers = [start(READ, tmp_path) for _ in range(2)]
    writer = start(WRITE, tmp_path, 0, 8, 2)
    for process in (writer, *readers):
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
    assert out.strip() == b"8"


def test_two_writers_of_the_same_reports_take_turns(tmp_path: Path) -> None:
    """With different batch sizes each report still counts once."""
    Writer(tmp_path)
    writers = [start(WRITE, tmp_path, 0, 8, step) for step in (2, 3)]
    for process in writers:
        assert process.wait(timeout=60) == 0, process.communicate()
    assert sizes(tmp_path)[:4] == [8, 16, 8, 8]


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path) -> None:
    """It names the folder and the cure, and writes nothing."""
    writer = Writer(tmp_path, wait=0.1)
    with folder.lock(tmp_path, 0), pytest.raises(RecordError, match="another process"):
        writer.commit([document(1)], [], RECIPE)
    assert sizes(tmp_path) == [0] * 8


def test_two_commits_on_the_same_reading_exclude_each_other_without_a_lock(tmp_path: Path) -> None:
    """Delta's transaction identifier guards where the file system's lock does not."""
    Writer(tmp_path).commit([document(1)], [], RECIPE)
    first, second = (delta.open_table(tmp_path, SHARDS) for _ in range(2))
    row = {"id": "s1", "recipe": "", "reports": 0, "mentions": 0, "quotes": 0, "problems": 0}
    delta.append_once(tmp_path, SHARDS, [row], first)
    with pytest.raises(RecordError, match="run this again"):
        delta.append_once(tmp_path, SHARDS, [{**row, "id": "s2"}], second)
    assert sizes(tmp_path)[-1] == 2
