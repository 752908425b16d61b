"""What a person says outranks every rule, is kept, and can be taken back."""

import shutil
from pathlib import Path

import pytest

from dragoman import ask
from dragoman.errors import UsageError
from dragoman.model import Document, Event
from dragoman.record import Reader, Writer
from dragoman.run import correcting
from dragoman.run.deriving import derive

from .small_world import Told, report

MEETING = Told(act=0, doer=0, other=1, topic=0, lag=0)
BLAME = Told(act=2, doer=2, other=3, topic=1, lag=0)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting told by two outlets, and an accusation."""
    folder = tmp_path_factory.mktemp("untouched")
    return add(folder, report(1, 0, 1, [MEETING]), report(2, 1, 1, [MEETING]), report(3, 2, 5, [BLAME]))


@pytest.fixture
def folder(untouched: Path, tmp_path: Path) -> Path:
    """The same, to be written to."""
    return Path(shutil.copytree(untouched, tmp_path / "record"))


def add(folder: Path, *documents: Document) -> Path:
    Writer(folder).commit(documents, [], "recipe")
    derive(folder)
    return folder


def events(folder: Path) -> dict[str, Event]:
    return {event.type: event for event in Reader(folder).events()}


def test_a_value_set_stands_against_all_reports_and_says_who_set_it(folder: Path) -> None:
    """At once, and still after more reports say otherwise."""
    meeting = events(folder)["CONSULT"]
    done = correcting.correct(folder, meeting.id, "date", "2022-02-27", by="ada", why="the hosts say so")
    assert [event.date for event in done.after] == ["2022-02-27"]
    add(folder, report(4, 2, 1, [MEETING]))
    after = events(folder)["CONSULT"]
    assert (after.id, after.date, len(after.articles)) == (meeting.id, "2022-02-27", 3)
    (field,) = (field for field in after.fields if field.name == "date")
    assert "ada" in field.policy
    assert "the hosts say so" in field.policy
    assert {value for value, _ in field.dissent} == {'"2022-03-02"'}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("status", "Denied", "denied"), ("mode", "none", None), ("country", "Norway", "NOR"), ("place", "Oslo", "Oslo"),
        ("actors", "Cassia; Dorne", ("k:cassia", "k:dorne")), ("topics", "grain; steel", ("grain", "steel")),
    ],
)  # fmt: skip
def test_every_field_takes_its_kind_of_value(folder: Path, field: str, value: str, expected: object) -> None:
    """In words on the way in, as an event has it inside."""
    (after,) = correcting.correct(folder, events(folder)["CONSULT"].id, field, value, by="ada").after
    assert getattr(after, field) == expected


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("colour", "red", "no field 'colour'"), ("status", "maybe", "there are actual"), ("type", "WAR", "there are"),
        ("date", "soon", "is no date"), ("date", "2022-03-05/2022-03-01", "is no date"),
        ("actors", "Zed", "nobody called"), ("country", "Atlantis", "no state"), ("cameo", "9999", "no CAMEO code"),
        ("status", "none", "must have a status"), ("mode", "telepathy", "there is no mode"),
        ("place", "  ", "no value"),
    ],
)  # fmt: skip
def test_a_value_that_a_field_cannot_have_is_refused_and_nothing_is_written(
    untouched: Path, field: str, value: str, words: str
) -> None:
    """The message says what would have worked."""
    meeting = events(untouched)["CONSULT"]
    with pytest.raises(UsageError, match=words):
        correcting.correct(untouched, meeting.id, field, value, by="ada")
    assert unwritten(untouched)


def unwritten(folder: Path) -> bool:
    reader = Reader(folder)
    return not reader.corrections() and reader.number == 1


def test_what_makes_no_sense_is_refused_and_nothing_is_written(untouched: Path) -> None:
    """An unknown event, a merge with itself, a split that leaves nothing or names a stranger, an unknown entry."""
    meeting = events(untouched)["CONSULT"].id
    with pytest.raises(UsageError, match="no event 'e0000'"):
        correcting.correct(untouched, "e0000", "date", "2022", by="ada")
    with pytest.raises(UsageError, match="no event ''"):
        correcting.reject(untouched, "", by="ada")
    with pytest.raises(UsageError, match="one event already"):
        correcting.merge(untouched, meeting, meeting[:9], by="ada")
    with pytest.raises(UsageError, match="leaves nothing"):
        correcting.split(untouched, meeting, ["n1", "n2"], by="ada")
    with pytest.raises(UsageError, match=r"no mention 'n3' .* it has m\w+ \(n\d\), m\w+ \(n\d\)"):
        correcting.split(untouched, meeting, ["n3"], by="ada")
    with pytest.raises(UsageError, match="no entry 'c12'"):
        correcting.undo(untouched, "c12", by="ada")
    with pytest.raises(UsageError, match="--by"):
        correcting.confirm(untouched, meeting, by=" ")
    assert unwritten(untouched)


def test_a_merge_makes_one_event_and_both_ids_lead_to_it(folder: Path) -> None:
    """The id that goes is forwarded, and undoing brings both back."""
    meeting, blame = events(folder)["CONSULT"].id, events(folder)["ACCUSE"].id
    done = correcting.merge(folder, blame, meeting, by="ada", why="one quarrel")
    (kept,) = done.after
    gone = ({meeting, blame} - {kept.id}).pop()
    shown = ask.open(folder).show(gone)
    assert (shown.event.id, shown.forwarded_from, shown.event.reports) == (kept.id, gone, 3)
    assert ask.open(folder).show(kept.id).forwarded_from is None
    undone = correcting.undo(folder, done.correction.id[:8], by="bo")
    assert {event.id for event in undone.after} == {meeting, blame}


def test_a_split_makes_two_events_that_stay_two(folder: Path) -> None:
    """Also when another report tells the same; the words that were split off are named by their report."""
    meeting = events(folder)["CONSULT"]
    done = correcting.split(folder, meeting.id, ["n2"], by="ada")
    assert sorted(len(event.mentions) for event in done.after) == [1, 1]
    add(folder, report(5, 2, 1, [MEETING]))
    held = [event for event in Reader(folder).events() if event.type == "CONSULT"]
    assert sorted(len(event.mentions) for event in held) == [1, 2]
    assert all(len(set(event.mentions) & set(meeting.mentions)) == 1 for event in held)


def test_a_split_after_a_merge_and_a_merge_after_a_split_are_right(folder: Path) -> None:
    """The later entry counts."""
    meeting = events(folder)["CONSULT"]
    one, other = (event.id for event in correcting.split(folder, meeting.id, ["n2"], by="ada").after)
    (again,) = correcting.merge(folder, one, other, by="bo").after
    assert again.mentions == meeting.mentions
    assert len(correcting.split(folder, again.id, ["n1"], by="cy").after) == 2


def test_a_rejected_event_leaves_the_answers_and_says_why(folder: Path) -> None:
    """Asking for it tells who rejected it and how to bring it back; its history can still be read."""
    blame = events(folder)["ACCUSE"].id
    done = correcting.reject(folder, blame, by="ada", why="a film")
    assert "ACCUSE" not in events(folder)
    with pytest.raises(UsageError, match=rf"rejected by ada .*\(a film\).*undo {done.correction.id}"):
        ask.open(folder).show(blame)
    history = ask.open(folder).history(blame)
    assert (history.event, {row.kind for row in history.rows}) == (None, {"told", "reject", "rejected"})
    correcting.undo(folder, done.correction.id, by="ada")
    assert events(folder)["ACCUSE"].id == blame


def test_a_confirmed_event_is_certain(folder: Path) -> None:
    """Its confidence is 1 and it says who looked."""
    (after,) = correcting.confirm(folder, events(folder)["ACCUSE"].id, by="ada").after
    assert after.confidence == 1
    assert any(field.name == "confirmed" and "ada" in field.policy for field in after.fields)


def test_undoing_an_undo_restores(folder: Path) -> None:
    """What is taken back already is not taken back twice."""
    meeting = events(folder)["CONSULT"].id
    first = correcting.correct(folder, meeting, "status", "denied", by="ada").correction.id
    undo = correcting.undo(folder, first, by="bo").correction.id
    assert events(folder)["CONSULT"].status == "actual"
    with pytest.raises(UsageError, match=f"taken back already, by {undo}"):
        correcting.undo(folder, first, by="bo")
    correcting.undo(folder, undo, by="ada")
    assert events(folder)["CONSULT"].status == "denied"


def test_entries_hold_when_all_is_derived_anew_and_in_whatever_order_reports_came(folder: Path, tmp_path: Path) -> None:
    """The same entries over the same reports give the same events."""
    meeting, blame = events(folder)["CONSULT"].id, events(folder)["ACCUSE"].id
    correcting.split(folder, meeting, ["n2"], by="ada")
    correcting.correct(folder, blame, "status", "denied", by="ada")
    correcting.merge(folder, blame, meeting, by="ada")
    other = tmp_path / "other"
    for document in (report(3, 2, 5, [BLAME]), report(2, 1, 1, [MEETING]), report(1, 0, 1, [MEETING])):
        Writer(other).commit([document], [], "recipe")
    for entry in Reader(folder).corrections():
        Writer(other).correct(entry)
    derive(other)
    assert list(Reader(other).events()) == list(Reader(folder).events())


def test_an_entry_about_mentions_that_are_not_there_is_kept_and_told(folder: Path, tmp_path: Path) -> None:
    """It does nothing, breaks nothing, and takes effect when the mentions come."""
    from dragoman.run.verifying import verify

    done = correcting.correct(folder, events(folder)["ACCUSE"].id, "status", "denied", by="ada")
    other = add(tmp_path / "other", report(1, 0, 1, [MEETING]))
    Writer(other).correct(done.correction)
    derive(other)
    (check,) = (check for check in verify(other).checks if check.what == "corrections")
    assert (len(check.wrong), verify(other).sound) == (1, True)
    add(other, report(3, 2, 5, [BLAME]))
    assert events(other)["ACCUSE"].status == "denied"


def test_history_tells_arrivals_entries_and_judgements_in_order(folder: Path) -> None:
    """Each with its version, its author and what it changed."""
    meeting = events(folder)["CONSULT"].id
    add(folder, report(4, 2, 1, [MEETING]))
    correcting.correct(folder, meeting, "date", "2022-02-27", by="ada", why="hosts")
    history = ask.open(folder).history(meeting[:10])
    told = [(row.version, row.text.split(",")[0]) for row in history.rows if row.kind == "told"]
    assert told[2] == (2, "n4")
    assert {label for _, label in told} == {"n1", "n2", "n4"}
    kinds = [row.kind for row in history.rows]
    assert kinds.index("set") < len(kinds) - 1 - kinds[::-1].index("changed")
    (entry,) = (row for row in history.rows if row.kind == "set")
    assert (entry.by, entry.undone) == ("ada", None)
    assert any("date: 2022-03-02 -> 2022-02-27 (set" in row.text for row in history.rows)
    assert kinds[-1] == "judged"


def test_a_difference_says_what_came_went_and_changed_and_why(folder: Path) -> None:
    """Between any two versions, and the earlier one can still be asked."""
    meeting, blame = events(folder)["CONSULT"].id, events(folder)["ACCUSE"].id
    add(folder, report(4, 2, 1, [MEETING]), report(6, 0, 6, [Told(act=1, doer=0, other=3, topic=1, lag=0)]))
    entry = correcting.reject(folder, blame, by="ada").correction.id
    changes = {change.event: change for change in ask.diff(folder, 1, "3")}
    assert len(changes) == 3
    assert (changes[meeting].kind, changes[meeting].reports) == ("changed", ("n4",))
    assert (changes[blame].kind, changes[blame].why) == ("went", (f"reject {entry} by ada",))
    (came,) = (change for change in changes.values() if change.kind == "came")
    assert (came.reports, came.why) == (("n6",), ("told by n6",))
    assert ask.diff(folder, 2, 2) == []
    with pytest.raises(UsageError, match="name the earlier one first"):
        ask.diff(folder, 3, 1)
    assert {row.id for row in ask.open(folder, as_of=1).events()} == {meeting, blame}
    assert ask.open(folder, as_of=1).show(meeting).event.reports == 2
    assert [(row.number, row.run, row.corrections) for row in ask.versions(folder)] == [
        (1, "derive", 0), (2, "derive", 0), (3, "reject", 1),
    ]  # fmt: skip


def test_verify_finds_a_record_sound_and_a_tampered_one_not(folder: Path) -> None:
    """An event that the reports do not give, and a text that is not what was given."""
    from dragoman.record import Changes, Run
    from dragoman.run.verifying import verify

    found = verify(folder)
    assert found.sound
    assert [check.what for check in found.checks] == [
        "events", "links", "reports", "batches", "spans", "corrections", "files",
    ]  # fmt: skip
    (last,) = [event for event in Reader(folder).events() if event.type == "ACCUSE"]
    Writer(folder).derive(
        Changes(whole=False, gone={"events": (last.id,)}),
        upon=Reader(folder),
        run=Run(verb="derive", time="2022-03-02"),
    )
    wrong = verify(folder)
    assert not wrong.sound
    assert wrong.checks[0].wrong == (f"event {last.id} is not kept",)
