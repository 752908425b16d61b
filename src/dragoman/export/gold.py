"""The way back: finished tasks of Label Studio or Prodigy as annotated reports, which `dragoman evaluate` reads."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import SourceError
from dragoman.export.tasks import PARTY, ROLES, Mark, Marked, Tie
from dragoman.text.sentences import split

Json = dict[str, Any]


def annotated(path: Path) -> Iterator[Json]:
    """Read finished tasks.

    Args:
        path: Label Studio's JSON export, or Prodigy's JSON lines; what was rejected or skipped is left out.

    Returns:
        One report a task, in the format of docs/annotation.md. An act that an annotator left where it was keeps its
        mode, code, date and place; one that was added has none.

    Raises:
        SourceError: the file is neither, or a task lacks its text or its labels.
    """
    for number, task in enumerate(_tasks(path), 1):
        try:
            report = _studio(task) if "data" in task else _prodigy(task)
            if report is not None:
                yield _annotation(report)
        except (KeyError, IndexError, TypeError, AttributeError) as error:
            raise SourceError(
                f"{path}: task {number} lacks {error}; export the tasks as JSON and give that file"
            ) from error


def _tasks(path: Path) -> Iterable[Json]:
    try:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.splitlines()]
    except (OSError, ValueError) as error:
        raise SourceError(f"reading tasks from {path}: {error}; give Label Studio's or Prodigy's JSON") from error
    if not all(isinstance(task, dict) for task in found):
        raise SourceError(f"reading tasks from {path}: a task is a JSON object, and not all are")
    return found


def _studio(task: Json) -> Marked | None:
    done = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    if not done:
        return None
    result = done[-1]["result"]
    status = {r["id"]: r["value"]["choices"][0] for r in result if r["type"] == "choices"}
    marks = [
        Mark(
            id=r["id"],
            start=r["value"]["start"],
            end=r["value"]["end"],
            label=r["value"]["labels"][0],
            status=status.get(r["id"]),
        )
        for r in result
        if r["type"] == "labels"
    ]
    ties = [
        Tie(event=r["from_id"], party=r["to_id"], role=(r.get("labels") or ["actor"])[0])
        for r in result
        if r["type"] == "relation"
    ]
    return Marked(text=task["data"]["text"], about=task["data"], marks=tuple(marks), ties=tuple(ties))


def _prodigy(task: Json) -> Marked | None:
    if task.get("answer", "accept") != "accept":
        return None
    about = task["about"]
    marks = {_place(span): _prodigy_mark(span, about) for span in task["spans"]}
    ties = [
        Tie(event=marks[_place(r["head_span"])].id, party=marks[_place(r["child_span"])].id, role=r["label"])
        for r in task.get("relations", ())
    ]
    return Marked(text=task["text"], about=about, marks=tuple(marks.values()), ties=tuple(ties))


def _place(span: Json) -> str:
    return f"{span['start']}-{span['end']}"


def _prodigy_mark(span: Json, about: Mapping[str, Any]) -> Mark:
    place = _place(span)
    return Mark(
        id=about["marks"].get(place, f"n{place}"),
        start=span["start"],
        end=span["end"],
        label=span["label"],
        status=about["statuses"].get(place),
    )


def _annotation(report: Marked) -> Json:
    by_id = {mark.id: mark for mark in report.marks}
    parties = [mark for mark in report.marks if mark.label == PARTY]
    names = {name: f"a{i}" for i, name in enumerate(dict.fromkeys(_words(report, mark) for mark in parties), 1)}
    acts = [mark for mark in report.marks if mark.label != PARTY]
    return {
        **{key: report.about.get(key) for key in ("id", "publisher", "published", "title")},
        "text": report.text,
        "actors": [_actor(key, name) for name, key in names.items()],
        "events": [_event(report, mark, number, by_id, names) for number, mark in enumerate(acts, 1)],
        "quotes": [],
        "times": [],
        "places": [],
    }


def _actor(key: str, name: str) -> Json:
    nothing = dict.fromkeys(("kind", "country", "role", "sector"))
    return {"id": key, "name": name, **nothing, "mentions": [name]}


def _event(report: Marked, mark: Mark, number: int, marks: Mapping[str, Mark], names: Mapping[str, str]) -> Json:
    sides: dict[str, list[str]] = {role: [] for role in ROLES}
    for tie in report.ties:
        if tie.event == mark.id and tie.role in sides and tie.party in marks:
            key = names[_words(report, marks[tie.party])]
            sides[tie.role] += [key] if key not in sides[tie.role] else []
    start, end = next(((s, e) for s, e in split(report.text) if s <= mark.start < e), (mark.start, mark.end))
    known = report.about.get("events", {}).get(mark.id, {})
    return {
        "id": f"e{number}",
        "type": mark.label,
        "mode": known.get("mode"),
        "cameo": known.get("cameo"),
        "actors": sides["actor"],
        "recipients": sides["recipient"],
        "symmetric": known.get("symmetric", False),
        "date": known.get("date"),
        "place": known.get("place"),
        "country": known.get("country"),
        "status": mark.status or "actual",
        "salience": known.get("salience") or "other",
        "topics": [],
        "evidence": [report.text[start:end]],
        "evidence_spans": [[start, end]],
        "start": start,
        "end": end,
        "trigger": [mark.start, mark.end],
    }


def _words(report: Marked, mark: Mark) -> str:
    return report.text[mark.start : mark.end]
