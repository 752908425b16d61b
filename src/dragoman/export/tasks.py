"""Reports with their events as tasks for Label Studio and Prodigy, and finished tasks as annotated reports."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from dragoman.codes.plover import event_types
from dragoman.errors import UsageError
from dragoman.export.selection import Selection
from dragoman.model.mention import STATUSES
from dragoman.version import __version__

PARTY = "PARTY"
"""The label of words that stand for a participant; every other label is an event type, on the word for the act."""
ROLES = ("actor", "recipient")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A labelled stretch of a report.

    Args:
        id: what ties refer to it by; a mention's id where it names an act.
        start: code point where it begins in the report's clean text.
        end: code point after its end.
        label: an event type, or PARTY.
        status: status of the event, None for a participant.
    """

    id: str
    start: int
    end: int
    label: str
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A participant of an event.

    Args:
        event: id of the mark that names the act.
        party: id of the mark that stands for the participant.
        role: actor or recipient.
    """

    event: str
    party: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A report with its marks and ties.

    Args:
        text: the report's clean text.
        about: id, publisher, published and title of the report, and under `events` what else is known of each act.
        marks: labelled stretches, in order.
        ties: who takes part in what.
    """

    text: str
    about: Mapping[str, Any]
    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...]


_TOLD = """
with $common
select r.id as report, r.text, t.label, r.publisher, r.day as published, r.title, m.id, m.type, m.status,
    m.trigger_start, m.trigger_end, m.mode, m.cameo, m.date, m.place, m.country, m.salience, m.symmetric,
    from_json(m.arguments, '[{"role":"VARCHAR","span":{"start":"BIGINT","end":"BIGINT"}}]') as arguments
from tellings t join mentions m on t.mention = m.id join reports r on t.report = r.id
order by r.day nulls last, r.id, m.trigger_start, m.id
"""
_KEPT = ("mode", "cameo", "date", "place", "country", "salience", "symmetric")


def label_studio(selection: Selection, target: Path) -> int:
    """Write tasks for Label Studio, with our codings as predictions; `docs/export.md` has the labelling setup.

    Source: labelstud.io, JSON task format (labels, per-region choices, relations).

    Raises:
        UsageError: words of reports must not be passed on, and these tasks are nothing else.
    """
    return _write(selection, target, _studio_task, lines=False)


def prodigy(selection: Selection, target: Path) -> int:
    """Write tasks for Prodigy's `rel.manual`: text, tokens, spans and relations, one JSON object a line.

    Source: prodi.gy, interface `relations`.

    Raises:
        UsageError: words of reports must not be passed on, and these tasks are nothing else.
    """
    return _write(selection, target, _prodigy_task, lines=True)


def labelling_setup() -> str:
    """Give the labelling setup of Label Studio that the tasks go with."""
    labels = "".join(f'\n    <Label value="{label}"/>' for label in (PARTY, *event_types()))
    choices = "".join(f'\n    <Choice value="{status}"/>' for status in STATUSES)
    roles = "".join(f'\n    <Relation value="{role}"/>' for role in ROLES)
    return (
        f'<View>\n  <Labels name="label" toName="text">{labels}\n  </Labels>\n'
        f'  <Choices name="status" toName="text" perRegion="true">{choices}\n  </Choices>\n'
        f'  <Relations>{roles}\n  </Relations>\n  <Text name="text" value="$text"/>\n</View>\n'
    )


def _write(selection: Selection, target: Path, task: Any, *, lines: bool) -> int:
    if not selection.text:
        raise UsageError("tasks for annotators are the words of reports; they cannot be written without text")
    tasks = [task(report) for report in marked(selection)]
    written = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in tasks)
    target.write_text(written if lines else json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(tasks)


def marked(selection: Selection) -> Iterator[Marked]:
    """Give the reports that tell the chosen events, with their marks, in order of publication."""
    for _, rows in groupby(selection.rows(selection.fill(_TOLD)), key=lambda row: row["report"]):
        told = list(rows)
        marks: dict[str, Mark] = {}
        ties = []
        for row in told:
            key, trigger = row["id"], (row["trigger_start"], row["trigger_end"])
            marks[key] = Mark(id=key, start=trigger[0], end=trigger[1], label=row["type"], status=row["status"])
            for argument in row["arguments"]:
                span = (argument["span"]["start"], argument["span"]["end"])
                if argument["role"] in ROLES and span != trigger:
                    party = f"p{span[0]}-{span[1]}"
                    marks[party] = Mark(id=party, start=span[0], end=span[1], label=PARTY)
                    ties.append(Tie(event=key, party=party, role=argument["role"]))
        first = told[0]
        yield Marked(
            text=first["text"],
            about={
                "id": first["label"],
                "publisher": first["publisher"],
                "published": first["published"],
                "title": first["title"],
                "events": {row["id"]: {name: row[name] for name in _KEPT} for row in told},
            },
            marks=tuple(sorted(marks.values(), key=lambda mark: (mark.start, mark.end, mark.id))),
            ties=tuple(dict.fromkeys(ties)),
        )


def _studio_task(report: Marked) -> dict[str, Any]:
    result: list[dict[str, Any]] = []
    for mark in report.marks:
        where = {"start": mark.start, "end": mark.end, "text": report.text[mark.start : mark.end]}
        common = {"id": mark.id, "to_name": "text"}
        result.append({**common, "from_name": "label", "type": "labels", "value": {**where, "labels": [mark.label]}})
        if mark.status:
            status = {**where, "choices": [mark.status]}
            result.append({**common, "from_name": "status", "type": "choices", "value": status})
    for tie in report.ties:
        ends = {"from_id": tie.event, "to_id": tie.party, "direction": "right"}
        result.append({"type": "relation", **ends, "labels": [tie.role]})
    return {
        "data": {"text": report.text, **report.about},
        "predictions": [{"model_version": f"dragoman {__version__}", "result": result}],
    }


def _prodigy_task(report: Marked) -> dict[str, Any]:
    tokens = _tokens(report)
    at = {mark.id: _covered(tokens, mark) for mark in report.marks}
    spans = {mark.id: {**at[mark.id], "label": mark.label} for mark in report.marks}
    relations = [
        {
            "head": at[tie.event]["token_end"],
            "child": at[tie.party]["token_end"],
            "head_span": spans[tie.event],
            "child_span": spans[tie.party],
            "label": tie.role,
        }
        for tie in report.ties
    ]
    # two acts may rest on one word, but Prodigy shows a stretch once
    shown = {(span["start"], span["end"]): span for span in spans.values()}
    statuses = {f"{mark.start}-{mark.end}": mark.status for mark in report.marks if mark.status}
    about = {**report.about, "statuses": statuses, "marks": {f"{m.start}-{m.end}": m.id for m in report.marks}}
    return {
        "text": report.text,
        "tokens": tokens,
        "spans": list(shown.values()),
        "relations": relations,
        "meta": {"report": report.about["id"]},
        "about": about,
    }


def _tokens(report: Marked) -> list[dict[str, Any]]:
    """Cut the text at white space and at the ends of marks, so that each mark is a row of whole tokens."""
    cuts = sorted({0, len(report.text), *(edge for mark in report.marks for edge in (mark.start, mark.end))})
    tokens: list[dict[str, Any]] = []
    for first, last in pairwise(cuts):
        start = first
        for word in report.text[first:last].split():
            start = report.text.index(word, start)
            end = start + len(word)
            space = end < len(report.text) and report.text[end].isspace()
            tokens.append({"text": word, "start": start, "end": end, "id": len(tokens), "ws": space})
            start = end
    return tokens


def _covered(tokens: list[dict[str, Any]], mark: Mark) -> dict[str, Any]:
    inside = [token["id"] for token in tokens if mark.start <= token["start"] and token["end"] <= mark.end]
    return {"start": mark.start, "end": mark.end, "token_start": inside[0], "token_end": inside[-1]}
