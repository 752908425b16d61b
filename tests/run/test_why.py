"""Why a sentence, or an event of a record, was coded as it was."""

from pathlib import Path

import pytest

from dragoman.errors import FrameError, UsageError
from dragoman.pipeline import Settings
from dragoman.pipeline.ontology import Tried
from dragoman.run import Why, read_into, why, why_event


def tried(answer: Why, frame: str) -> list[Tried]:
    return [one for trace in answer.traces for one in trace.tried if one.frame == frame]


def test_the_frame_that_fired_names_its_participants_and_their_paths() -> None:
    """Who stands where, and what led there."""
    answer = why("France condemned the attack on Kyiv.")
    (one,) = [t for trace in answer.traces for t in trace.tried if t.outcome == "fired" and t.type == "ACCUSE"]
    assert [(a.role, a.span.text, a.path) for a in one.arguments if a.role == "actor"] == [("actor", "France", "nsubj")]
    assert one.probability is not None
    assert one.signs


def test_a_frame_that_lacks_its_object_says_what_it_found() -> None:
    """ "imposed a tax" imposes no sanctions."""
    (one,) = tried(why("The school imposed a tax on hats."), "SANCTION/impose.v")
    assert one.outcome == "lacking"
    assert "found 'tax'" in one.reasons[0]
    assert one.reasons[0].startswith("needs object ")


def test_a_word_of_another_part_of_speech_is_told_apart() -> None:
    """The noun "strike" is not the verb."""
    outcomes = {one.outcome for one in tried(why("The strike ended."), "ASSAULT/bomb.v")}
    assert outcomes <= {"other word"}


def test_nobody_of_political_standing_is_a_reason() -> None:
    """A frame may be evoked, and still there is no event."""
    answer = why("The band met the choir.")
    assert not any(trace.fired for trace in answer.traces)
    assert {one.outcome for one in tried(answer, "CONSULT/meet.v")} <= {"nobody", "unlikely"}


def test_every_frame_tried_has_a_reason() -> None:
    """No outcome without words."""
    answer = why("The rebels may strike the capital, and workers struck a deal with the ministry.")
    assert all(one.reasons for trace in answer.traces for one in trace.tried)


def test_a_user_s_frames_are_tried_too(tmp_path: Path) -> None:
    """The tool with which frames are written."""
    (tmp_path / "own.toml").write_text(
        'type = "CONSULT"\n\n[[frame]]\nname = "palaver.v"\npos = "verb"\n'
        'predicates = ["palaver"]\nroles = "symmetric"\n',
        encoding="utf-8",
    )
    answer = why("France palavered with Germany on Monday.", settings=Settings(frames=str(tmp_path)))
    assert [one.outcome for one in tried(answer, "CONSULT/palaver.v")] in (["fired"], ["other word"])


@pytest.mark.parametrize(("text", "published"), [("  ", None), ("France met Germany.", "yesterday")])
def test_an_empty_sentence_or_an_impossible_day_is_refused(text: str, published: str | None) -> None:
    """The message says what would have worked."""
    with pytest.raises(UsageError):
        why(text, published=published)


def test_an_event_of_a_record_is_laid_open(tmp_path: Path) -> None:
    """Once for each report that tells it, with the frame that the record names."""
    (tmp_path / "one.jsonl").write_text(
        '{"id": "x1", "published": "2023-03-10", "text": "France condemned the attack on Kyiv."}\n', encoding="utf-8"
    )
    record = tmp_path / "record"
    read_into([str(tmp_path / "one.jsonl")], record)
    from dragoman.record import Reader

    event = next(event for event in Reader(record).events() if event.type == "ACCUSE")
    (answer,) = why_event(record, event.id)
    assert answer.recorded is not None
    assert answer.recorded in {name for trace in answer.traces for name in trace.fired}


def test_an_event_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """No guess."""
    (tmp_path / "one.txt").write_text("2023-03-10\n\nFrance met Germany.\n", encoding="utf-8")
    read_into([str(tmp_path / "one.txt")], tmp_path / "record")
    with pytest.raises(UsageError, match="there is no event"):
        why_event(tmp_path / "record", "e-none")


def test_broken_frames_are_told_with_their_place(tmp_path: Path) -> None:
    """Before any sentence is looked at."""
    (tmp_path / "own.toml").write_text('type = "CONSLUT"\n', encoding="utf-8")
    with pytest.raises(FrameError, match=r"own\.toml:1"):
        why("France met Germany.", settings=Settings(frames=str(tmp_path)))
