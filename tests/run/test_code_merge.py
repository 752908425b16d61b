"""Coding with merging gives entries of the same event the same id, whatever report they stand in."""

import json
from pathlib import Path

from dragoman.model import Problem
from dragoman.run import annotate

REPORTS = (
    ("a", "Sample Wire", "2021-06-16", "Joe Biden met Vladimir Putin in Geneva on Wednesday, the White House said."),
    ("b", "Sample Post", "2021-06-17", "Joe Biden and Vladimir Putin met in Geneva on Wednesday for three hours."),
    ("c", "Sample Post", "2021-12-07", "Joe Biden spoke by phone with Vladimir Putin on Tuesday."),
)


def events(tmp_path: Path, *, merge: bool, backwards: bool = False) -> dict[str, list[str | None]]:
    source = tmp_path / "reports.jsonl"
    rows = [{"id": i, "publisher": p, "published": d, "text": t} for i, p, d, t in REPORTS]
    source.write_text("".join(json.dumps(row) + "\n" for row in (rows[::-1] if backwards else rows)), encoding="utf-8")
    coded = [item for item in annotate([str(source)], merge=merge) if not isinstance(item, Problem)]
    return {report["id"]: [entry.get("event") for entry in report["events"]] for report in coded}


def test_two_reports_of_one_meeting_share_its_id_and_a_call_months_later_does_not(tmp_path: Path) -> None:
    """Every entry has an id."""
    found = events(tmp_path, merge=True)
    assert set(found["a"]) & set(found["b"])
    assert not set(found["c"]) & {*found["a"], *found["b"]}
    assert all(all(ids) for ids in found.values())


def test_the_order_of_reports_leaves_no_trace(tmp_path: Path) -> None:
    """Neither in ids nor in groups."""
    assert events(tmp_path, merge=True) == events(tmp_path, merge=True, backwards=True)


def test_without_merging_entries_have_no_event_id(tmp_path: Path) -> None:
    """The format stays as it was."""
    assert {entry for ids in events(tmp_path, merge=False).values() for entry in ids} == {None}
