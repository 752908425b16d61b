"""A disk that is full is told in one line, and the record stands as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.record import Reader, Writer

from .sample_reports import RECIPE, document

pytest.importorskip("resource")
HERE = Path(__file__).parents[2]
FILL = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from tests.record.sample_reports import RECIPE, document
from dragoman.errors import RecordError
from dragoman.record import Reader, Writer
from dragoman.run.deriving import derive
what, folder = sys.argv[2], Path(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), int(sys.argv[4])))
try:
    if what == "commit":
        Writer(folder).commit([document(number) for number in range(6)], [], RECIPE)
    else:
        derive(folder)
except RecordError as error:
    print(error)
"""
"""The system lets no file grow beyond so many bytes: to the program that is a disk that is full."""


def filled(what: str, record: Path, size: int) -> str:
    """Give what is told where no file may grow beyond a size."""
    command = [sys.executable, "-c", FILL, str(HERE), what, str(record), str(size)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("size", [0, 2_000, 6_000])
def test_a_disk_that_fills_while_a_batch_is_written_leaves_the_record_as_it_was(tmp_path: Path, size: int) -> None:
    """Whichever file is the first that does not fit; once there is room, the same batch is completed."""
    Writer(tmp_path).commit([document(0)], [], RECIPE)
    before = Reader(tmp_path).sql("select * from mentions order by all")
    assert "File too large" in (said := filled("commit", tmp_path, size))
    assert "run the same again" in said
    assert Reader(tmp_path).sql("select * from mentions order by all") == before
    assert Writer(tmp_path).commit([document(number) for number in range(6)], [], RECIPE).reports == 5


@pytest.mark.parametrize("size", [0, 2_000])
def test_a_disk_that_fills_while_events_are_derived_leaves_the_old_ones(tmp_path: Path, size: int) -> None:
    """They lag behind, as they did before."""
    Writer(tmp_path).commit([document(0), document(1)], [], RECIPE)
    assert "run the same again" in filled("derive", tmp_path, size)
    assert Reader(tmp_path).version is None
    assert Reader(tmp_path).stale


def test_a_record_cannot_be_made_where_nothing_can_be_written(tmp_path: Path) -> None:
    """One line, and no half-made record."""
    assert "cannot make a record" in filled("commit", tmp_path / "new", 0)
    assert not (tmp_path / "new" / "record.json").exists()
