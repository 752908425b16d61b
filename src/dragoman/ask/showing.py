"""How answers show themselves in a notebook: a picture where there is one, a table, and a citation."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dragoman.ask.sketch import DRAWN, sketch

if TYPE_CHECKING:
    from dragoman.ask.actors import ActorDossier
    from dragoman.ask.answer import Answer
    from dragoman.ask.history import EventHistory
    from dragoman.ask.overview import Overview
    from dragoman.ask.report import ReportDossier
    from dragoman.ask.review import Queue
    from dragoman.ask.rows import EventDossier, Summary

_SHOWN = 20
"""Rows that are shown before it is said how many more there are."""
_DRAWN_UP_TO = 100_000
"""Rows up to which a picture is drawn; a notebook shows itself at once."""
_EVENTS = ("date", "type", "mode", "actors", "recipients", "place", "status", "reports", "confidence", "id")
_QUOTES = ("published", "speaker", "text", "publisher", "report")
_POSITIONS = ("date", "holder", "stance", "object", "evidence", "publisher", "report")
_LEFT = "text-align: left; vertical-align: top"
_SHORT = 24
"""Signs up to which a cell stands on one line."""
_COLOURS = {"trigger": "#9ad0a4", "quote": "#d9c2f0", "position": "#d9c2f0", "actor": "#bcd7f0", "time": "#f3e3a1",
            "place": "#f5cba7"}  # fmt: skip


def answer(found: "Answer[Any]") -> str:
    """Show a list: a picture where it lies in time, its first rows, and what was asked."""
    whole, size = found.table, len(found)
    more = f"; the first {_SHOWN} are shown" if size > _SHOWN else ""
    caption = f"{found.asked}: {size:,} row{'' if size == 1 else 's'}{more}"
    drawn = whole.select([name for name in whole.column_names if name in DRAWN])
    picture = sketch(drawn.to_pylist()) if size <= _DRAWN_UP_TO else ""
    rows = whole.slice(0, _SHOWN).to_pylist()
    return picture + table(caption, _columns(whole.column_names), rows) + _small(found.source)


def table(caption: str, names: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Show rows as a table; every word is escaped, since news is hostile."""
    head = "".join(f'<th style="{_LEFT}">{escape(name.replace("_", " "))}</th>' for name in names)
    body = "".join("<tr>" + "".join(_td(cell(row.get(name))) for name in names) + "</tr>" for row in rows)
    shown = f'<caption style="text-align: left; font-weight: bold">{escape(caption)}</caption>' if caption else ""
    return f"<table>{shown}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _td(words: str) -> str:
    whole = "; white-space: nowrap" if len(words) <= _SHORT else ""
    return f'<td style="{_LEFT}{whole}" dir="auto">{escape(words)}</td>'


def cell(value: Any) -> str:
    """Write a value for people."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("event") or "; ".join(map(cell, value.values())))
    if isinstance(value, list | tuple):
        return "; ".join(map(cell, value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def event(dossier: "EventDossier") -> str:
    """Show an event: every field with the words for and against it, then every report that tells it."""
    row = dossier.event.as_dict()
    who = f"{cell(row['actors'])}{' → ' + cell(row['recipients']) if row['recipients'] else ''}"
    parts = (row["type"], row["mode"], who, row["date"], row["place"], row["status"], row["id"])
    fields = [
        {
            "field": field.name,
            "value": field.value,
            "in the words": _quoted(one.words for one in field.support),
            "otherwise": [f"{cell(one.value) or 'none'} ({one.witness.publisher})" for one in field.dissent],
            "chosen as": field.policy,
        }
        for field in dossier.fields
        if field.support or field.dissent or field.value
    ]
    told = [
        {
            "outlet": ", ".join(part for part in (one.publisher, one.published) if part),
            "report": one.report,
            "sentence": one.sentences,
            "frame": one.frame,
            "confidence": one.confidence,
        }
        for one in dossier.tellings
    ]
    said = table(
        ", ".join(part for part in parts if part), ("field", "value", "in the words", "otherwise", "chosen as"), fields
    )
    return said + table("told by", ("outlet", "report", "sentence", "frame", "confidence"), told)


def _quoted(words: "Iterable[str | None]") -> list[str]:
    return [f"“{one}”" for one in dict.fromkeys(words) if one]


def actor(dossier: "ActorDossier") -> str:
    """Show an actor: offices in order, and those met."""
    known = (dossier.name, dossier.kind, dossier.country, dossier.id)
    counted = f"{dossier.reports:,} reports, {dossier.events:,} events, {dossier.quotes:,} quotes"
    offices = table("offices", ("office", "country", "since", "until", "basis"), dossier.as_dict()["offices"])
    met = [{"name": one.party.name, "events": one.events} for one in dossier.counterparts[:_SHOWN]]
    head = f"<p><b>{escape(', '.join(part for part in known if part))}</b>: {escape(counted)}</p>"
    return head + offices + table("in events with", ("name", "events"), met)


def report(dossier: "ReportDossier") -> str:
    """Show a report's text with what was found in it marked."""
    cuts = sorted({0, len(dossier.text), *(at for mark in dossier.marks for at in (mark.start, mark.end))})
    pieces = []
    for start, end in pairwise(cuts):
        here = [m for m in dossier.marks if m.start <= start and end <= m.end and m.kind != "evidence"]
        words = escape(dossier.text[start:end]).replace("\n", "<br>")
        if here:
            says = escape("; ".join(dict.fromkeys(f"{mark.kind}: {mark.says}" for mark in here)), quote=True)
            colour = next(_COLOURS[kind] for kind in _COLOURS if any(mark.kind == kind for mark in here))
            words = f'<span style="background: {colour}; color: #111" title="{says}">{words}</span>'
        pieces.append(words)
    known = (dossier.title, dossier.publisher, dossier.published, dossier.report)
    head = f"<p><b>{escape(', '.join(part for part in known if part))}</b></p>"
    told = table("events", _EVENTS, [one.as_dict() for one in dossier.events]) if dossier.events else ""
    return f'{head}<p dir="auto" style="max-width: 44em">{"".join(pieces)}</p>{told}'


def summary(found: "Summary") -> str:
    """Show what a record holds."""
    values = found.as_dict()
    outlets = "; ".join(f"{one.key or '(no outlet named)'} {one.count:,}" for one in found.publishers)
    return table("", tuple(values), [{**values, "publishers": outlets}])


def overview(found: "Overview") -> str:
    """Show a record at a glance."""
    picture = sketch([row.as_dict() for row in found.series])
    told = table("events that most reports tell", _EVENTS, [one.as_dict() for one in found.events])
    most = [{"name": row.key, "events": row.count} for row in found.actors[:10]]
    return summary(found.summary) + picture + told + table("in most events", ("name", "events"), most)


def history(found: "EventHistory") -> str:
    """Show all that happened to an event."""
    rows = [row.as_dict() for row in found.rows]
    return table(f"history of {found.event or found.asked}", ("time", "kind", "about", "by", "text"), rows)


def queue(found: "Queue") -> str:
    """Show what waits for a person's word."""
    rows = [{**one.event.as_dict(), "sentence": one.sentence, "near": list(one.near)} for one in found.doubts]
    return table(f"{found.waiting:,} events wait; the least certain first", (*_EVENTS, "sentence", "near"), rows)


def _columns(names: Sequence[str]) -> Sequence[str]:
    """Give the columns that people look at; where rows are of an unknown kind, all of them."""
    for chosen in (_EVENTS, _QUOTES, _POSITIONS):
        if set(chosen) <= set(names):
            return chosen
    return names


def _small(words: str) -> str:
    return f"<p><small>{escape(words)}</small></p>" if words else ""
