"""Events follow from what a record holds, not from how it came to hold it."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Document
from dragoman.pipeline import deriving
from dragoman.record import Reader, Run, Writer
from dragoman.run.deriving import derive

from .small_world import OUTLETS, PARTIES, Told, report

RUN = Run(verb="read", time="2022-03-02T10:00:00.000000Z", merging="rules")
PAIRS = [(one, other) for one in range(len(PARTIES)) for other in range(len(PARTIES)) if one != other]

tellings = st.builds(
    lambda act, pair, topic, lag: Told(act=act, doer=pair[0], other=pair[1], topic=topic, lag=lag),
    st.integers(0, 2), st.sampled_from(PAIRS), st.integers(0, 1), st.integers(0, 2),
)  # fmt: skip
reports = st.tuples(
    st.integers(0, len(OUTLETS) - 1), st.integers(0, 3), st.lists(tellings, min_size=1, max_size=3, unique=True)
)


def record(folder: Path, batches: Sequence[Sequence[Document]]) -> Reader:
    for batch in batches:
        Writer(folder).commit(batch, [], "recipe")
        derive(folder, RUN)
    return Reader(folder)


def same(one: Reader, other: Reader) -> bool:
    tables = ("events", "links", "blocks", "copies", "bands")
    return all(one.arrow(name).equals(other.arrow(name)) for name in tables)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(reports, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_reports_one_by_one_in_one_batch_or_shuffled_give_the_same_record(made: list[tuple], random) -> None:  # type: ignore[no-untyped-def, type-arg]
    """Events, judged pairs and all that is derived are the same rows."""
    documents = [report(number, *one) for number, one in enumerate(made)]
    shuffled = random.sample(documents, len(documents))
    cut = random.randrange(len(documents) + 1)
    with TemporaryDirectory() as one, TemporaryDirectory() as two:
        whole = record(Path(one), [documents])
        parts = record(Path(two), [shuffled[:cut], *([document] for document in shuffled[cut:])])
        assert list(whole.events()) == list(parts.events())
        assert list(whole.links()) == list(parts.links())
        assert same(whole, parts)


def meeting(number: int, outlet: int, day: int = 1, lag: int = 0) -> Document:
    return report(number, outlet, day, [Told(act=0, doer=0, other=1, topic=0, lag=lag)])


def test_a_second_report_of_an_event_joins_it_and_keeps_its_id(tmp_path: Path) -> None:
    """One event, two witnesses, the id of before; every other event is left as it was."""
    other = report(9, 2, 3, [Told(act=2, doer=2, other=3, topic=1, lag=0)])
    before = list(record(tmp_path, [[meeting(1, 0), other]]).events())
    reader = record(tmp_path, [[meeting(2, 1)]])
    after = list(reader.events())
    assert [event.id for event in before] == [event.id for event in after]
    assert sorted(len(event.articles) for event in after) == [1, 2]
    steps = {
        row["id"]: row["steps"] for row in reader.sql("select id, count(*) as steps from events_steps group by id")
    }
    assert sorted(steps.values()) == [1, 2]


def test_a_record_that_is_up_to_date_gets_no_new_version(tmp_path: Path) -> None:
    """Deriving twice leaves one version."""
    record(tmp_path, [[meeting(1, 0)], []])
    assert [version.number for version in Reader(tmp_path).versions] == [1]


def test_other_rules_of_merging_derive_all_anew(tmp_path: Path) -> None:
    """Although no report was added."""
    record(tmp_path, [[meeting(1, 0)]])
    derive(tmp_path, Run(verb="derive", time="2022-03-03T10:00:00.000000Z", merging="other rules"))
    reader = Reader(tmp_path)
    assert [version.run.merging for version in reader.versions] == ["rules", "other rules"]
    assert len(list(reader.events())) == 1


def test_only_what_is_touched_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Adding a report asks the record for the mentions near it, not for all."""
    far = [report(number, 0, 3, [Told(act=2, doer=2, other=3, topic=1, lag=0)]) for number in range(20, 25)]
    record(tmp_path, [[meeting(1, 0), *far]])
    asked: list[str] = []
    real = deriving._Store.told

    def told(self: deriving._Store, mentions: list[str]) -> object:
        asked.extend(mentions)
        return real(self, mentions)

    monkeypatch.setattr(deriving._Store, "told", told)
    record(tmp_path, [[meeting(2, 1)]])
    assert len(set(asked)) == 1


def test_counts_of_a_version_are_those_of_the_record(tmp_path: Path) -> None:
    """Also where only a part was derived."""
    reader = record(tmp_path, [[meeting(1, 0)], [meeting(2, 1)], [meeting(3, 2, day=3)]])
    for name, number in reader.versions[-1].counts.items():
        assert reader.sql(f"select count(*) as n from {name}")[0]["n"] == number
