"""A record in a bucket is the record that it would be in a folder."""

import logging
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from dragoman.errors import RecordError
from dragoman.record import Reader, Writer, delta, folder, lease, storage
from dragoman.record.tables import SHARDS, TABLES

from .bucket import bucket
from .sample_reports import RECIPE, document, problem


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """A bucket on this machine."""
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    with bucket() as address:
        yield address


@pytest.fixture
def place(served: str, request: pytest.FixtureRequest) -> Path:
    """A prefix of the test's own, as the command line gives it: a path."""
    return Path(f"{served}/{request.node.name.replace('[', '-').rstrip(']')}")


def test_a_path_stands_for_an_address_and_a_folder_for_itself() -> None:
    """A path swallows one of the slashes; nothing else is lost."""
    assert storage.remote(Path("s3://bucket/a/b"))
    assert storage.address(Path("s3://bucket/a/b")) == "s3://bucket/a/b"
    assert not storage.remote(Path("records/s3:/b"))
    assert storage.address(Path("/tmp/record")) == "/tmp/record"


def test_what_was_committed_comes_back_from_a_bucket_as_from_a_folder(place: Path, tmp_path: Path) -> None:
    """Every row of every table, by Arrow and by DuckDB."""
    documents = [document(number) for number in range(4)]
    for home in (place, tmp_path):
        Writer(home).commit(documents[:2], [problem(1)], RECIPE)
        Writer(home).commit(documents[1:], [problem(2)], RECIPE)
    far, near = Reader(place), Reader(tmp_path)
    assert far.state == near.state
    for name in TABLES:
        assert far.sql(f'select * from "{name}" order by all') == near.sql(f'select * from "{name}" order by all')
    assert far.arrow("quotes").num_rows == near.arrow("quotes").num_rows > 0
    assert list(far.reports()) == list(near.reports())


def test_a_bucket_without_a_record_is_refused_with_a_cure(served: str) -> None:
    """The message shows the address as it is typed."""
    with pytest.raises(RecordError, match=f"no record in {served}/nowhere.*dragoman read"):
        Reader(Path(f"{served}/nowhere"))


def test_a_prefix_with_other_things_is_not_written_to(served: str) -> None:
    """A slip of the address must not litter somebody's bucket."""
    other = Path(f"{served}/theses")
    storage.save(other, "mine.txt", b"mine")
    with pytest.raises(RecordError, match="not empty"):
        Writer(other)
    assert storage.entries(other) == {"mine.txt"}


@pytest.mark.parametrize("address", ["s3://", "s3://bucket"])
def test_an_address_without_a_prefix_is_refused(address: str) -> None:
    """A record is not poured over a whole bucket."""
    with pytest.raises(RecordError, match="s3://bucket/prefix"):
        Writer(Path(address))


def test_a_second_writer_waits_for_the_first(place: Path) -> None:
    """By a lease that is put only where nobody else holds it."""
    folder.create(place)
    order: list[str] = []

    def other() -> None:
        with folder.lock(place, 10):
            order.append("second")

    with folder.lock(place, 10):
        waiting = Thread(target=other)
        waiting.start()
        sleep(0.6)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_a_lease_that_nobody_renews_is_taken_over(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its holder was killed: the record is not closed for good."""
    monkeypatch.setattr(lease, "TERM", 0.6)
    folder.create(place)
    storage.save(place, folder.LOCK, b"a process that is no more")
    began = monotonic()
    with folder.lock(place, 0.1):
        assert 0.5 < monotonic() - began < 10


def test_a_lease_that_is_renewed_is_not_taken_over(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long its holder needs; who waits too long says so."""
    monkeypatch.setattr(lease, "TERM", 0.6)
    folder.create(place)
    waiting = folder.lock(place, 0.8)
    with folder.lock(place, 1), pytest.raises(RecordError, match="another process has been writing"):
        waiting.__enter__()


def test_two_commits_on_the_same_reading_exclude_each_other_in_a_bucket(place: Path) -> None:
    """A commit is put only where none of its number is there, so even a holder that overslept comes to nothing."""
    Writer(place).commit([document(1)], [], RECIPE)
    first, second = (delta.open_table(place, SHARDS) for _ in range(2))
    row = {"id": "s1", "recipe": "", "reports": 0, "mentions": 0, "quotes": 0, "problems": 0}
    delta.append_once(place, SHARDS, [row], first)
    with pytest.raises(RecordError, match="run this again"):
        delta.append_once(place, SHARDS, [{**row, "id": "s2"}], second)


def test_a_bucket_that_does_not_answer_is_told_in_bounded_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not waited for until the end of days."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    began = monotonic()
    with pytest.raises(RecordError, match="s3://records/away"):
        Writer(Path("s3://records/away"))
    assert monotonic() - began < 20
