"""Events and actors as a page for people."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from rich.text import Text

from dragoman.cli.present import cell, screen

if TYPE_CHECKING:
    from dragoman.ask import ActorDossier, EventDossier, EventHistory, EventRow
    from dragoman.ask.actors import OfficeRow
    from dragoman.ask.rows import FieldDossier, Telling, Witness

_Print = Callable[..., Any]
_COPIES = {"same text": "has the text of", "copy": "is a copy of", "update": "takes the place of"}


def print_event(dossier: "EventDossier") -> None:
    """Print an event: a line that sums it up, each field with its sentences, each telling with its frame."""
    out = screen()
    out.print(Text(headline(dossier.event), style="bold"))
    out.print(Text(_counts(dossier.event), style="dim"))
    if dossier.forwarded_from:
        words = f"{dossier.forwarded_from} leads here: its telling is held by {dossier.event.id} now"
        out.print(Text(words, style="dim"))
    sentences = _Sentences()
    out.print()
    for field in dossier.fields:
        if not _idle(field, dossier.event.symmetric):
            _print_field(out.print, field, sentences)
    _section(out.print, "sentences", sentences.lines())
    out.print()
    out.print(Text("told by", style="bold"))
    for telling in dossier.tellings:
        _print_telling(out.print, telling)
    copies = (
        f"{copy.report} {_COPIES[copy.kind]} {copy.of}{f': {copy.differs}' if copy.differs else ''}"
        for copy in dossier.copies
    )
    _section(out.print, "copies, which are no witnesses of their own", copies)
    related = (
        f"{tie.event} {tie.kind} this: {tie.reason}" if tie.reverse else f"{tie.kind} {tie.event}: {tie.reason}"
        for tie in dossier.relations
    )
    _section(out.print, "related events", related)


def headline(event: "EventRow") -> str:
    """Sum an event up in a line."""
    actors = " and ".join(_names(event.actors)) if event.symmetric else ", ".join(_names(event.actors))
    recipients = f" -> {', '.join(_names(event.recipients))}" if event.recipients else ""
    kind = f"{event.type} ({event.mode})" if event.mode else event.type
    parts = (f"{kind}: {actors or 'somebody'}{recipients}", event.date, event.place, event.status)
    return ", ".join(part for part in parts if part)


def print_actor(dossier: "ActorDossier") -> None:
    """Print an actor: who it is, offices in order, names used, counterparts."""
    out = screen()
    out.print(Text(dossier.name, style="bold"))
    known = (dossier.kind, dossier.country, dossier.wikidata, dossier.id)
    out.print(Text(", ".join(part for part in known if part), style="dim"))
    seen = f"{dossier.reports} reports, {dossier.events} events, {dossier.quotes} quotes"
    if dossier.first_seen:
        seen += f"; first seen {dossier.first_seen}, last seen {dossier.last_seen}"
    out.print(Text(seen))
    _section(out.print, "names used", (f"{name.key} ({name.count})" for name in dossier.aliases))
    offices = (
        f"{office.since or '?':10} to {office.until or 'open':10}  {office.office}"
        f"{f', {office.country}' if office.country else ''}  ({_basis(office)})"
        for office in sorted(dossier.offices, key=lambda office: (office.since or "", office.until or "9999"))
    )
    _section(out.print, "offices", offices)
    met = (f"{other.party.name} ({other.events})" for other in dossier.counterparts)
    _section(out.print, "in events with", met)


def print_history(history: "EventHistory") -> None:
    """Print what happened to an event, one line or two a happening."""
    out = screen()
    title = f"{history.event or history.asked}{'' if history.event else ' (rejected)'}"
    out.print(Text(title, style="bold"))
    if history.event and history.asked != history.event:
        out.print(Text(f"{history.asked} leads here since a merge or a split", style="dim"))
    if history.aliases:
        out.print(Text(f"once events of their own: {', '.join(history.aliases)}", style="dim"))
    for row in history.rows:
        when = (row.time or "")[:19].replace("T", " ")
        by = f" by {row.by}" if row.by else ""
        version = f"version {row.version}" if row.version else ""
        undone = f" (taken back by {row.undone})" if row.undone else ""
        head = "  ".join(part for part in (when, version, f"{row.kind} {row.about}{by}{undone}") if part)
        out.print(Text(head, style="dim"))
        out.print(Text(f"  {row.text}"))


def _basis(office: "OfficeRow") -> str:
    """Say what an office rests on: a table, or the reports that name it, from the first to the last of them."""
    named = f"named in {office.reports} report{'s' if office.reports != 1 else ''}"
    if office.basis == "record":
        return f"{named}, from first to last"
    return f"{office.basis}; {named}" if office.reports else office.basis


def _section(print_line: _Print, heading: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        print_line()
        print_line(Text(heading, style="bold"))
        for line in found:
            print_line(Text("  " + line))


class _Sentences:
    """The sentences that fields rest on, each printed once and pointed to by number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, witness: "Witness") -> int:
        """Give the number of a witness's sentence."""
        where = ", ".join(part for part in (witness.publisher, witness.published, witness.report) if part)
        return self._numbers.setdefault((witness.sentence, where), len(self._numbers) + 1)

    def lines(self) -> Iterable[str]:
        """Give every sentence with its number and its report."""
        return (f"[{number}] “{sentence}”  {where}" for (sentence, where), number in self._numbers.items())


def _idle(field: "FieldDossier", symmetric: bool) -> bool:
    """Tell whether a field says nothing: no recipients, and no order, where all take part alike."""
    if field.name == "recipients":
        return symmetric and not field.value and not field.dissent
    return field.name == "symmetric" and not field.dissent


def _print_field(print_line: _Print, field: "FieldDossier", sentences: _Sentences) -> None:
    print_line(
        Text.assemble((f"{field.name}: ", "bold"), cell(field.value) or "unknown", (f"  ({field.policy})", "dim"))
    )
    for witness in field.support:
        _print_witness(print_line, witness, "", sentences)
    for other in field.dissent:
        _print_witness(print_line, other.witness, f"otherwise: {cell(other.value) or 'unknown'}; ", sentences)


def _print_witness(print_line: _Print, witness: "Witness", says: str, sentences: _Sentences) -> None:
    words = f" “{witness.words}”" if witness.words and witness.words != witness.sentence else ""
    why = f"  {witness.reason}" if witness.reason else ""
    print_line(Text.assemble(f"  {says}[{sentences.number(witness)}]{words}", (why, "dim")))


def _print_telling(print_line: _Print, telling: "Telling") -> None:
    where = ", ".join(part for part in (telling.publisher, telling.published, telling.report) if part)
    print_line(Text(f"  {telling.mention}", style="dim"))
    print_line(Text(f"  {where}: frame {telling.frame} on “{telling.trigger}”, confidence {telling.confidence:.2f}"))
    for argument in telling.arguments:
        print_line(
            Text(f"    {argument.role}: “{argument.words}” is {argument.name or 'nobody known'} ({argument.path})")
        )
    for reason in telling.reasons:
        print_line(Text(f"    {reason}", style="dim"))


def _counts(event: "EventRow") -> str:
    outlets = ", ".join(event.publishers)
    reports = f"{event.reports} report{'s' if event.reports != 1 else ''}"
    own = f", {event.independent} of their own" if event.independent < event.reports else ""
    days = " to ".join(dict.fromkeys(day for day in (event.first_report, event.last_report) if day))
    told = f"{reports}{own}{f' by {outlets}' if outlets else ''}{f', {days}' if days else ''}"
    return f"{event.id}, {told}, confidence {event.confidence:.2f}"


def _names(parties: Iterable[object]) -> list[str]:
    return [str(getattr(party, "name", party)) for party in parties]
