"""Tasks for annotators, and the way back to annotated reports."""

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman import ask
from dragoman.errors import SourceError
from dragoman.evaluate.gold import load
from dragoman.export.gold import annotated
from dragoman.export.kinds import export
from dragoman.export.tasks import labelling_setup


def tasks(record: ask.Questions, kind: str, path: Path) -> Any:
    """Write tasks and read them as JSON."""
    export(record, kind, path)
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if kind == "label-studio" else [json.loads(line) for line in text.splitlines()]


def finished(kind: str, found: Any) -> str:
    """Write tasks as the program gives them back when the annotator accepts everything."""
    if kind == "label-studio":
        done = [{"data": task["data"], "annotations": [{"result": task["predictions"][0]["result"]}]} for task in found]
        return json.dumps(done)
    return "".join(json.dumps({**task, "answer": "accept"}) + "\n" for task in found)


@pytest.mark.parametrize("kind", ["label-studio", "prodigy"])
def test_every_mark_stands_where_it_says(record: ask.Questions, target: Path, kind: str) -> None:
    """Offsets find their words in the task's text; Prodigy's tokens join to it."""
    for task in tasks(record, kind, target / "tasks"):
        if kind == "label-studio":
            regions = [r["value"] for r in task["predictions"][0]["result"] if r["type"] == "labels"]
            assert all(task["data"]["text"][r["start"] : r["end"]] == r["text"] for r in regions)
        else:
            assert all(task["text"][t["start"] : t["end"]] == t["text"] for t in task["tokens"])
            for span in task["spans"]:
                assert task["tokens"][span["token_start"]]["start"] == span["start"]
                assert task["tokens"][span["token_end"]]["end"] == span["end"]


@pytest.mark.parametrize("kind", ["label-studio", "prodigy"])
def test_what_an_annotator_accepts_comes_back_as_it_was(record: ask.Questions, target: Path, kind: str) -> None:
    """Type, status, date and trigger of every event, in the format that evaluation reads."""
    found = tasks(record, kind, target / "tasks")
    (target / "done").write_text(finished(kind, found), encoding="utf-8")
    reports = list(annotated(target / "done"))
    (target / "gold.jsonl").write_text("".join(json.dumps(r) + "\n" for r in reports), encoding="utf-8")
    gold = load(target / "gold.jsonl")
    assert sorted(gold) == ["post-1", "wire-1", "wire-2", "wire-3"]
    told = {(e["type"], e["status"], e["date"]) for report in gold.values() for e in report["events"]}
    assert told == {
        ("CONSULT", "actual", "2022-03-01"),
        ("CONSULT", "actual", "2022-03"),
        ("CONSULT", "actual", "2021-12-10"),
        ("CONSULT", "planned", "2022-01"),
        ("ACCUSE", "actual", None),
    }
    for report in gold.values():
        for event in report["events"]:
            assert report["text"][event["start"] : event["end"]] == event["evidence"][0]


def test_an_annotators_change_comes_back(record: ask.Questions, target: Path) -> None:
    """A new participant and another type."""
    (task, *_) = [t for t in tasks(record, "label-studio", target / "t.json") if t["data"]["id"] == "wire-3"]
    result = task["predictions"][0]["result"]
    trigger = next(r for r in result if r["type"] == "labels")
    trigger["value"]["labels"] = ["REJECT"]
    start = task["data"]["text"].index("Lund")
    words = {"start": start, "end": start + 4, "text": "Lund", "labels": ["PARTY"]}
    result.append({"id": "new", "from_name": "label", "to_name": "text", "type": "labels", "value": words})
    result.append({"type": "relation", "from_id": trigger["id"], "to_id": "new", "labels": ["recipient"]})
    (target / "done.json").write_text(json.dumps([{"data": task["data"], "annotations": [{"result": result}]}]))
    (report,) = annotated(target / "done.json")
    (event,) = report["events"]
    assert event["type"] == "REJECT"
    assert [a["name"] for a in report["actors"] if a["id"] in event["recipients"]] == ["Lund"]


def test_what_was_skipped_or_rejected_does_not_come_back(record: ask.Questions, target: Path) -> None:
    """Nor what nobody has looked at."""
    studio = tasks(record, "label-studio", target / "a.json")
    studio[0]["annotations"] = [{"was_cancelled": True, "result": []}]
    (target / "a.done").write_text(json.dumps(studio))
    assert not list(annotated(target / "a.done"))
    prodigy = [{**task, "answer": "reject"} for task in tasks(record, "prodigy", target / "b.jsonl")]
    (target / "b.done").write_text("".join(json.dumps(t) + "\n" for t in prodigy))
    assert not list(annotated(target / "b.done"))


@pytest.mark.parametrize(
    "text", ["not json", "[1, 2]", '{"text": 3}\n', '[{"data": {}, "annotations": [{"result": [{}]}]}]']
)
def test_a_file_that_holds_no_tasks_is_refused(target: Path, text: str) -> None:
    """Naming the file and what would have worked."""
    (target / "x.json").write_text(text)
    with pytest.raises(SourceError, match=r"x\.json"):
        list(annotated(target / "x.json"))


def test_the_labelling_setup_names_every_type_and_status() -> None:
    """Well-formed, for pasting into Label Studio."""
    import xml.etree.ElementTree as ET

    setup = ET.fromstring(labelling_setup())
    assert {"PARTY", "CONSULT", "ASSAULT"} <= {label.get("value") for label in setup.iter("Label")}
    assert {"planned", "denied"} <= {choice.get("value") for choice in setup.iter("Choice")}
