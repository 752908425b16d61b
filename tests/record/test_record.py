"""A record keeps what was committed, once, exactly as it was."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import RecordError, StaleError, UsageError
from dragoman.model import Comparison, Correction, Document, Event, Field, Link
from dragoman.record.changes import Changes
from dragoman.record.reader import Reader
from dragoman.record.tables import TABLES
from dragoman.record.versions import Run, Version
from dragoman.record.writer import Writer

from .sample_reports import RECIPE, document, problem


@pytest.fixture
def documents() -> list[Document]:
    """Three different reports."""
    return [document(number) for number in range(3)]


def counts(folder: Path) -> dict[str, int]:
    reader = Reader(folder)
    return {name: reader.sql(f"select count(*) as n from {name}")[0]["n"] for name in TABLES}


def event(number: int = 1) -> Event:
    field = Field(name="date", value='"2022-03-01"', policy="most reports", support=("m1",), dissent=(("null", "m2"),))
    return Event(
        id=f"e{number}", type="CONSULT", mode="meet", cameo=None, actors=("k:ada-roe", "p:1"), recipients=(),
        symmetric=True, date="2022-03", place="Oslo", country="NOR", lat=59.9, lon=10.7, status="actual",
        salience="main", topics=(), mentions=("m1", "m2"), articles=("r1",), publishers=("Sample Wire",),
        confidence=0.5, fields=(field,),
    )  # fmt: skip


def link() -> Link:
    comparison = Comparison(name="dates", score=0.5, reason="both on 2022-03-01")
    return Link(left="m1", right="m2", verdict="same", score=0.5, comparisons=(comparison,))


def correction(number: int) -> Correction:
    return Correction(
        id=f"c{number}", verb="set", mentions=("m1",), field="status", value='"denied"', author="ada",
        time=f"2022-03-0{number + 1}T10:00:00.000000Z", why="it says so",
    )  # fmt: skip


def test_what_was_committed_comes_back_exactly(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Every noun read from the record equals the noun that was written."""
    Writer(tmp_path / "r").commit(documents, [problem(1)], RECIPE)
    reader = Reader(tmp_path / "r")
    expected = sorted(documents, key=lambda d: d.article.id)
    assert list(reader.reports()) == [d.article for d in expected]
    assert [t.mention for t in reader.mentions()] == [m for d in expected for m in d.events]
    assert [q for _, q in reader.quotes()] == [q for d in expected for q in d.quotes]
    assert [a for _, a in reader.actors()] == [a for d in expected for a in d.actors]
    assert list(reader.problems()) == [problem(1)]


def test_a_telling_brings_its_reports_outlet_day_and_actors(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Merging needs no second look-up."""
    Writer(tmp_path).commit(documents[:1], [], RECIPE)
    (telling,) = Reader(tmp_path).mentions()
    assert (telling.publisher, telling.published) == ("Sample Wire", "2022-03-02")
    assert set(telling.actors) == {"k:ada-roe", "p:1"}


def test_reading_twice_adds_nothing(tmp_path: Path, documents: Sequence[Document]) -> None:
    """The second commit of the same reports and problems leaves every table as it was."""
    Writer(tmp_path).commit(documents, [problem(1)], RECIPE)
    before = counts(tmp_path)
    again = Writer(tmp_path).commit(documents, [problem(1)], RECIPE)
    assert (again.shard, again.skipped) == (None, 3)
    assert counts(tmp_path) == before


def test_other_batch_boundaries_add_only_what_is_new(tmp_path: Path, documents: Sequence[Document]) -> None:
    """A report counts once, in whatever company it comes."""
    writer = Writer(tmp_path)
    writer.commit(documents[:2], [], RECIPE)
    commit = writer.commit([*documents[1:], documents[2]], [], RECIPE)
    assert commit.reports == 1
    assert counts(tmp_path)["mentions"] == 3


def test_a_new_problem_of_known_reports_is_kept(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Nothing is lost quietly, even where no report is new."""
    writer = Writer(tmp_path)
    writer.commit(documents, [problem(1)], RECIPE)
    writer.commit(documents, [problem(1), problem(2)], RECIPE)
    assert counts(tmp_path)["problems"] == 2


def test_known_tells_committed_reports_from_others(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Also to a writer that was opened before another one committed."""
    early = Writer(tmp_path)
    Writer(tmp_path).commit(documents[:1], [], RECIPE)
    ids = [d.article.id for d in documents]
    assert early.known(ids) == {ids[0]}


def test_an_empty_record_can_be_asked(tmp_path: Path) -> None:
    """Every table is there, with no rows."""
    Writer(tmp_path)
    assert set(counts(tmp_path).values()) == {0}
    reader = Reader(tmp_path)
    assert not list(reader.mentions())
    assert not reader.stale
    assert reader.arrow("events").num_rows == 0


def test_a_report_without_layers_is_kept(tmp_path: Path) -> None:
    """No event is an answer too."""
    bare = document(9)
    Writer(tmp_path).commit([Document(article=bare.article, analysis=bare.analysis)], [], RECIPE)
    assert counts(tmp_path) | {"events": 0} == counts(tmp_path)
    assert counts(tmp_path)["reports"] == 1


def test_a_folder_without_a_record_is_refused_with_a_cure(tmp_path: Path) -> None:
    """The message says how a record is made."""
    with pytest.raises(RecordError, match="dragoman read"):
        Reader(tmp_path / "nowhere")
    with pytest.raises(RecordError, match="no record"):
        Reader(tmp_path)


def test_a_folder_with_other_things_is_not_written_to(tmp_path: Path) -> None:
    """A slip of the folder's name must not litter somebody's files."""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(RecordError, match="not empty"):
        Writer(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("marker", "words"),
    [
        ('{"dragoman record": 99}', "newer"),
        ('{"dragoman record": 1}', "read its reports anew"),
        ("{}", "damaged"),
        ("[", "damaged"),
    ],
)
def test_a_newer_older_or_damaged_format_is_refused(tmp_path: Path, marker: str, words: str) -> None:
    """By reader and writer alike."""
    (tmp_path / "record.json").write_text(marker)
    for opener in (Reader, Writer):
        with pytest.raises(RecordError, match=words):
            opener(tmp_path)


def test_a_file_is_no_record(tmp_path: Path) -> None:
    """Naming a file where a folder is meant says so."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecordError, match="no record"):
        Reader(tmp_path / "file")
    with pytest.raises(RecordError, match="cannot make a record"):
        Writer(tmp_path / "file")


def derive(folder: Path, *events: Event, links: Sequence[Link] = (), whole: bool = True, gone: Any = None) -> Version:
    changes = Changes(whole=whole, events=events, links=tuple(links), gone=gone or {}, counts={"events": len(events)})
    return Writer(folder).derive(changes, upon=Reader(folder), run=Run(verb="read", time="2022-03-02T10:00:00.000000Z"))


def test_events_are_replaced_whole_and_lag_behind_new_reports(tmp_path: Path, documents: Sequence[Document]) -> None:
    """The record knows which reports its events were derived from."""
    writer = Writer(tmp_path)
    writer.commit(documents[:1], [], RECIPE)
    assert Reader(tmp_path).stale
    derive(tmp_path, event(1), event(2), links=[link()])
    derive(tmp_path, event(2))
    reader = Reader(tmp_path)
    assert (list(reader.events()), list(reader.links()), reader.stale) == ([event(2)], [], False)
    writer.commit(documents[1:], [], RECIPE)
    assert Reader(tmp_path).stale


def test_links_come_back_exactly(tmp_path: Path) -> None:
    """With the reasons that travel with every score."""
    derive(tmp_path, links=[link()])
    assert list(Reader(tmp_path).links()) == [link()]


def test_only_what_changed_is_written_and_the_rest_stays(tmp_path: Path) -> None:
    """An event that changed has one row that counts, one that is gone has none, a pair may go too."""
    derive(tmp_path, event(1), event(2), event(3), links=[link()])
    changed = replace(event(2), status="denied")
    derive(tmp_path, changed, whole=False, gone={"events": ("e2", "e3"), "links": ("m1 m2",)})
    reader = Reader(tmp_path)
    assert list(reader.events()) == [event(1), changed]
    assert list(reader.links()) == []
    assert reader.arrow("events").column("id").to_pylist() == ["e1", "e2"]
    derive(tmp_path, event(3), whole=False)
    assert [one.id for one in Reader(tmp_path).events()] == ["e1", "e2", "e3"]


def test_what_was_gone_does_not_haunt_a_derivation_of_all(tmp_path: Path) -> None:
    """Deriving all anew starts from nothing."""
    derive(tmp_path, event(1))
    derive(tmp_path, event(1), whole=False, gone={"events": ("e1",)})
    derive(tmp_path, event(1), event(2))
    assert [one.id for one in Reader(tmp_path).events()] == ["e1", "e2"]


def test_a_record_is_asked_as_it_was(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Every table stands as it did at the version, corrections and reports too."""
    writer = Writer(tmp_path)
    for number, one in enumerate(documents):
        writer.commit([one], [], RECIPE)
        writer.correct(correction(number))
        derive(tmp_path, *(event(k) for k in range(number + 1)), whole=number != 1, links=[link()] * (number == 0))
    for number in (1, 2, 3):
        reader = Reader(tmp_path, as_of=number)
        assert len(list(reader.reports())) == len(reader.corrections()) == number
        assert not reader.stale
    assert [len(list(Reader(tmp_path, as_of=n).events())) for n in (1, 2, 3)] == [1, 3, 3]
    with pytest.raises(UsageError, match="no version 4; it has 1"):
        Reader(tmp_path, as_of=4)
    with pytest.raises(UsageError, match="neither the number"):
        Reader(tmp_path, as_of="yesterday")
    with pytest.raises(UsageError, match="no version 2022-03-01"):
        Reader(tmp_path, as_of="2022-03-01")
    assert Reader(tmp_path, as_of="2022-03-02").number == 3


def test_a_correction_comes_back_exactly_and_once(tmp_path: Path) -> None:
    """It makes the events lag behind until they are derived again."""
    writer = Writer(tmp_path)
    derive(tmp_path, event(1))
    assert writer.correct(correction(1))
    assert not writer.correct(correction(1))
    assert Reader(tmp_path).corrections() == [correction(1)]
    assert Reader(tmp_path).stale


@pytest.mark.parametrize("point", range(6))
@pytest.mark.parametrize("whole", [True, False])
def test_a_derivation_that_dies_leaves_the_old_one_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: int, whole: bool
) -> None:
    """Wherever it dies; and the next one neither keeps nor doubles what it wrote."""
    from dragoman.record import delta

    derive(tmp_path, event(1), links=[link()])
    calls: list[str] = []

    def dying(name: str) -> Any:
        real = getattr(delta, name)

        def call(folder: Path, table: Any, *rest: Any) -> Any:
            calls.append(table.name)
            if len(calls) > point:
                raise KeyboardInterrupt
            return real(folder, table, *rest)

        return call

    with monkeypatch.context() as patch:
        for name in ("append", "overwrite", "append_once"):
            patch.setattr(delta, name, dying(name))
        with contextlib.suppress(KeyboardInterrupt):
            derive(tmp_path, event(1), event(2), links=[link()], whole=whole, gone={"events": ("e1",)})
    done = len(calls) <= point
    reader = Reader(tmp_path)
    assert [one.id for one in reader.events()] == (["e1", "e2"] if done else ["e1"])
    assert reader.number == (2 if done else 1)
    derive(tmp_path, event(3), whole=False, gone={"events": ("e1",)})
    reader = Reader(tmp_path)
    assert [one.id for one in reader.events()] == (["e2", "e3"] if done else ["e3"])
    assert len(list(reader.links())) == (2 if done and not whole else 1)


def test_two_derivations_of_the_same_version_exclude_each_other(tmp_path: Path) -> None:
    """The second must look again before it may write."""
    derive(tmp_path, event(1))
    early = Reader(tmp_path)
    derive(tmp_path, event(2))
    with pytest.raises(StaleError, match="run this again"):
        Writer(tmp_path).derive(Changes(whole=True), upon=early, run=Run(verb="read", time="2022-03-02"))
    assert [one.id for one in Reader(tmp_path).events()] == ["e2"]


def test_an_open_reader_keeps_its_version(tmp_path: Path, documents: Sequence[Document]) -> None:
    """What is committed after it was opened does not show up half way through a question."""
    writer = Writer(tmp_path)
    writer.commit(documents[:1], [], RECIPE)
    reader = Reader(tmp_path)
    writer.commit(documents[1:], [], RECIPE)
    assert len(list(reader.reports())) == 1


def test_the_same_reports_in_any_order_give_the_same_rows(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Ids, rows and their order do not depend on the order of reading."""
    Writer(tmp_path / "a").commit(documents, [], RECIPE)
    Writer(tmp_path / "b").commit(documents[::-1], [], RECIPE)
    for table in ("reports", "mentions", "actors", "quotes", "shards"):
        assert Reader(tmp_path / "a").arrow(table).equals(Reader(tmp_path / "b").arrow(table))


def test_half_a_surrogate_pair_becomes_a_problem_and_the_rest_goes_on(
    tmp_path: Path, documents: Sequence[Document]
) -> None:
    """One report that no file can hold must not cost the whole batch."""
    bad = replace(documents[0], article=replace(documents[0].article, id="r0", raw="\ud800"))
    Writer(tmp_path).commit([bad, documents[1]], [], RECIPE)
    Writer(tmp_path).commit([bad, documents[1]], [], RECIPE)
    assert (counts(tmp_path)["reports"], counts(tmp_path)["problems"]) == (1, 1)


@pytest.mark.parametrize("text", ["", "שלום עולם", "🕊️ peace\r\ntalks", "x" * 1_000_000])
def test_any_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    """Empty, right to left, emoji, CRLF, a megabyte."""
    made = document(1)
    article = replace(made.article, text=text, raw=text)
    Writer(tmp_path).commit([Document(article=article, analysis=made.analysis)], [], RECIPE)
    assert [r.text for r in Reader(tmp_path).reports()] == [text]


@pytest.mark.parametrize("name", ["with space", "100%", "star*?", "quote's", "ünï"])
def test_a_record_may_lie_in_a_folder_of_any_name(tmp_path: Path, documents: Sequence[Document], name: str) -> None:
    """No character of a path means anything to the tables."""
    Writer(tmp_path / name).commit(documents, [], RECIPE)
    assert counts(tmp_path / name)["reports"] == 3
    assert Writer(tmp_path / name).known([documents[0].article.id])


@pytest.mark.parametrize("name", ["per%20cent", "a[1]", "a|b"])
def test_a_folder_that_the_tables_cannot_lie_in_is_refused(tmp_path: Path, name: str) -> None:
    """Before anything is written to it."""
    with pytest.raises(RecordError, match="name a folder without"):
        Writer(tmp_path / name)
    assert not (tmp_path / name).exists()


def test_compacting_keeps_every_row_and_drops_orphans(tmp_path: Path, documents: Sequence[Document]) -> None:
    """Rows of a batch that never came to be go, and the batch can still be read afterwards."""
    from dragoman.record import delta
    from dragoman.record.rows import document_rows

    writer = Writer(tmp_path)
    for one in documents[:2]:
        writer.commit([one], [], RECIPE)
    lost = document(7)
    rows = [{"shard": "s-lost", **row} for row in document_rows(lost)["reports"]]
    delta.append(tmp_path, TABLES["reports"], rows)
    assert counts(tmp_path)["reports"] == 2
    writer.compact()
    handle = delta.open_table(tmp_path, TABLES["reports"])
    assert delta.read(tmp_path, TABLES["reports"], handle, ["id"]).num_rows == 2
    assert handle is not None
    assert len(handle.file_uris()) == 1
    assert Writer(tmp_path).commit([*documents, lost], [], RECIPE).reports == 2


def test_a_wrong_question_is_a_record_error(tmp_path: Path) -> None:
    """No exception of the engine gets out."""
    Writer(tmp_path)
    with pytest.raises(RecordError, match="could not be asked"):
        Reader(tmp_path).sql("select nonsense from nowhere")
    with pytest.raises(RecordError, match="no table"):
        Reader(tmp_path).arrow("nowhere")


def test_the_record_holds_no_clock(tmp_path: Path, documents: Sequence[Document]) -> None:
    """The marker is the same bytes whenever it is written."""
    Writer(tmp_path)
    assert json.loads((tmp_path / "record.json").read_text()) == {"dragoman record": 2}
