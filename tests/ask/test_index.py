"""What is kept beside a large record gives the same answers as what a small one makes in memory."""

from pathlib import Path

import pytest
from tests.ask.sample_record import build

from dragoman import ask
from dragoman.ask import index, views
from dragoman.errors import UnknownNameError


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("kept") / "record")


@pytest.fixture(scope="module")
def small(folder: Path) -> ask.Questions:
    return ask.open(folder)


@pytest.fixture(scope="module")
def large(folder: Path) -> ask.Questions:
    """The same record, taken for a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views, "LARGE", 0)
        return ask.open(folder)


def test_the_index_is_kept_in_one_file(large: ask.Questions) -> None:
    assert index.attached(large.reader.connection()) is not None


def test_a_small_record_keeps_nothing(small: ask.Questions) -> None:
    assert index.attached(small.reader.connection()) is None


@pytest.mark.parametrize(
    "by", ["all", "type", "quad", "place", "actor", "country", "sector", "dyad", "directed", "month"]
)
def test_counts_are_the_same(small: ask.Questions, large: ask.Questions, by: str) -> None:
    assert small.counts(by).dicts() == large.counts(by).dicts()


def test_events_and_their_dossiers_are_the_same(small: ask.Questions, large: ask.Questions) -> None:
    assert small.events().dicts() == large.events().dicts()
    for event in small.events():
        assert small.show(event.id) == large.show(event.id)
        assert small.history(event.id) == large.history(event.id)


def test_actors_and_coverage_are_the_same(small: ask.Questions, large: ask.Questions) -> None:
    for row in small.counts("actor"):
        assert small.actor(row.id) == large.actor(row.id)
    assert small.coverage().dicts() == large.coverage().dicts()
    assert small.network().as_dict() == large.network().as_dict()


def test_names_are_found_without_all_actors_being_read(large: ask.Questions) -> None:
    assert large.people.find("Lund") == "p:lund"
    assert large.people.name("p:nobody") == "p:nobody"


def test_a_name_that_several_bear_is_not_guessed_from_a_kept_table(large: ask.Questions) -> None:
    with pytest.raises(UnknownNameError, match="may mean several"):
        large.people.find("Smith")


def test_a_user_s_own_sql_reads_what_is_kept_but_not_its_file(large: ask.Questions) -> None:
    assert large.sql("select count(*) as n from parts").dicts() == large.reader.sql("select count(*) as n from parts")


def test_a_page_of_an_answer_is_that_part_of_the_whole(large: ask.Questions) -> None:
    assert large.events().page(2, 3) == large.events().dicts()[2:5]
    assert len(large.events()) == len(large.events().dicts())
