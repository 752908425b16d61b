"""Everything the record knows of one event, put together."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dragoman.ask.rows import (
    ArgumentRow,
    Dissent,
    EventDossier,
    EventRow,
    FieldDossier,
    JudgedPair,
    Telling,
    Witness,
)

Row = Mapping[str, Any]
Naming = Callable[[str], str]

_ROLES = {"actors": ("actor",), "recipients": ("recipient",)}


def event_dossier(
    event: EventRow, fields: str, mentions: Iterable[Row], links: Iterable[Row], name_of: Naming
) -> EventDossier:
    """Put a dossier together.

    Args:
        event: the event in one row.
        fields: the column `fields` of the event, as JSON.
        mentions: rows of its mentions, with `label`, `publisher`, `published`, `title` and `url` of their reports.
        links: rows of the judged pairs among them.
        name_of: gives the name of an actor's id.

    Returns:
        The dossier.
    """
    rows = {row["id"]: row for row in mentions}
    return EventDossier(
        event=event,
        fields=tuple(_field(field, rows, name_of) for field in json.loads(fields)),
        tellings=tuple(_telling(row, name_of) for row in rows.values()),
        judgements=tuple(_judged(row) for row in links),
    )


def _field(field: Row, mentions: Mapping[str, Row], name_of: Naming) -> FieldDossier:
    name = str(field["name"])
    dissent = [(_named(name, json.loads(value), name_of), mentions.get(key)) for value, key in field["dissent"]]
    return FieldDossier(
        name=name,
        value=_named(name, json.loads(field["value"]), name_of),
        policy=field["policy"],
        support=tuple(_witness(name, mentions[key]) for key in field["support"] if key in mentions),
        dissent=tuple(Dissent(value=value, witness=_witness(name, row)) for value, row in dissent if row is not None),
    )


def _named(field: str, value: Any, name_of: Naming) -> Any:
    return [name_of(key) for key in value] if field in _ROLES and isinstance(value, list) else value


def _witness(field: str, row: Row) -> Witness:
    words, reason = _rests_on(field, row)
    return Witness(
        mention=row["id"],
        report=row["label"],
        publisher=row["publisher"],
        published=row["published"],
        words=words,
        sentence=_sentences(row)[0] if _sentences(row) else "",
        reason=reason,
    )


def _rests_on(field: str, row: Row) -> tuple[str | None, str | None]:
    """Give the words behind a field of a mention, and the reason kept with them."""
    if field in _ROLES:
        # where the order means nothing, the partner's words are a participant's words too
        roles = ("actor", "recipient") if row["symmetric"] else _ROLES[field]
        spans = [a["span"]["text"] for a in json.loads(row["arguments"]) if a["role"] in roles]
        return "; ".join(dict.fromkeys(spans)) or None, None
    if field == "date" and row["dated"]:
        dated = json.loads(row["dated"])
        return (dated["span"] or {}).get("text"), f"{dated['basis']}: {dated['reason']}".removesuffix(": ")
    if field == "place" and row["where"]:
        where = json.loads(row["where"])
        return where["span"]["text"], where["reason"] or None
    return (row["trigger"], f"frame {row['frame']}") if field in {"type", "mode", "cameo"} else (None, None)


def _telling(row: Row, name_of: Naming) -> Telling:
    evidence = json.loads(row["evidence"])
    first = evidence[0] if evidence else {"start": row["trigger_start"], "end": row["trigger_end"]}
    return Telling(
        mention=row["id"],
        report=row["label"],
        report_id=row["report"],
        publisher=row["publisher"],
        published=row["published"],
        title=row["title"],
        url=row["url"],
        status=row["status"],
        source=name_of(row["source"]) if row["source"] else None,
        sentences=tuple(_sentences(row)),
        start=first["start"],
        end=first["end"],
        trigger=row["trigger"],
        frame=row["frame"],
        arguments=tuple(_argument(a, name_of) for a in json.loads(row["arguments"])),
        reasons=tuple(row["reasons"]),
        confidence=row["confidence"],
    )


def _argument(argument: Row, name_of: Naming) -> ArgumentRow:
    key = argument["actor"]
    return ArgumentRow(
        role=argument["role"],
        name=name_of(key) if key else None,
        words=argument["span"]["text"],
        path=argument["path"],
    )


def _sentences(row: Row) -> list[str]:
    return [span["text"] for span in json.loads(row["evidence"])]


def _judged(row: Row) -> JudgedPair:
    return JudgedPair(
        left=row["left"],
        right=row["right"],
        verdict=row["verdict"],
        score=row["score"],
        reasons=tuple(f"{c['name']} {c['score']:+.2f}: {c['reason']}" for c in json.loads(row["comparisons"])),
    )
