"""SQL of one's own is bounded in rows, time and memory, and says so."""

from pathlib import Path

import pytest
from tests.ask.sample_record import build

from dragoman import ask
from dragoman.errors import UsageError

LONG = "select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = 5"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> ask.Questions:
    return ask.open(build(tmp_path_factory.mktemp("statement") / "record"))


def test_rows_beyond_the_cap_are_left_out_and_the_answer_says_so(record: ask.Questions) -> None:
    found = record.sql("select * from range(10)", rows=3)
    assert len(found) == 3
    assert "only the first 3 rows" in found.note


def test_as_many_rows_as_the_cap_are_all_given_without_a_word(record: ask.Questions) -> None:
    found = record.sql("select * from range(3)", rows=3)
    assert (len(found), found.note) == (3, "")


def test_without_a_cap_all_rows_are_given(record: ask.Questions) -> None:
    assert len(record.sql("select * from range(12345)")) == 12345


def test_a_query_that_takes_too_long_is_stopped_and_says_how_long_it_had(record: ask.Questions) -> None:
    with pytest.raises(UsageError, match=r"longer than the 0\.2 seconds"):
        record.sql(LONG, seconds=0.2)


def test_a_query_that_needs_too_much_memory_is_refused(record: ask.Questions) -> None:
    with pytest.raises(UsageError, match="more memory than"):
        record.sql("select list(n) from (select n::text || repeat('x', 1000) as n from range(6000000) t(n))")


def test_the_desk_still_answers_after_it_refused(record: ask.Questions) -> None:
    with pytest.raises(UsageError):
        record.sql(LONG, seconds=0.1)
    assert record.sql("select 1 as one").dicts() == [{"one": 1}]


def test_describe_answers_as_a_select_does(record: ask.Questions) -> None:
    assert "id" in [row["column_name"] for row in record.sql("describe events", rows=100).dicts()]


@pytest.mark.parametrize("query", ["create table x as select 1", "attach 'x.db'", "select 1; select 2"])
def test_what_is_no_single_select_is_refused(record: ask.Questions, query: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        record.sql(query)
