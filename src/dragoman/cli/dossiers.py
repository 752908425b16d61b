"""Events and actors as a page for people."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from rich.text import Text

from dragoman.cli.present import cell, screen

if TYPE_CHECKING:
    from dragoman.ask import ActorDossier, EventDossier, EventRow
    from dragoman.ask.rows import FieldDossier, Telling, Witness

_Print = Callable[..., Any]


def print_event(dossier: "EventDossier") -> None:
    """Print an event: a line that sums it up, each field with its sentences, each telling with its frame."""
    out = screen()
    out.print(Text(headline(dossier.event), style="bold"))
    out.print(Text(_counts(dossier.event), style="dim"))
    for field in dossier.fields:
        out.print()
        _print_field(out.print, field)
    out.print()
    out.print(Text("told by", style="bold"))
    for telling in dossier.tellings:
        _print_telling(out.print, telling)


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
        f"{f', {office.country}' if office.country else ''}  ({office.basis})"
        for office in dossier.offices
    )
    _section(out.print, "offices", offices)
    met = (f"{other.party.name} ({other.events})" for other in dossier.counterparts)
    _section(out.print, "in events with", met)


def _section(print_line: _Print, heading: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        print_line()
        print_line(Text(heading, style="bold"))
        for line in found:
            print_line(Text("  " + line))


def _print_field(print_line: _Print, field: "FieldDossier") -> None:
    print_line(
        Text.assemble((f"{field.name}: ", "bold"), cell(field.value) or "unknown", (f"  ({field.policy})", "dim"))
    )
    for witness in field.support:
        _print_witness(print_line, witness, "")
    for other in field.dissent:
        _print_witness(print_line, other.witness, f"otherwise: {cell(other.value) or 'unknown'}; ")


def _print_witness(print_line: _Print, witness: "Witness", says: str) -> None:
    where = ", ".join(part for part in (witness.publisher, witness.published, witness.report) if part)
    words = f"“{witness.words}” in: " if witness.words and witness.words != witness.sentence else ""
    print_line(Text(f"  {says}{words}“{witness.sentence}”"))
    why = f"; {witness.reason}" if witness.reason else ""
    print_line(Text(f"    {where}{why}", style="dim"))


def _print_telling(print_line: _Print, telling: "Telling") -> None:
    where = ", ".join(part for part in (telling.publisher, telling.published, telling.report) if part)
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
    return f"{event.id}, {reports}{f' by {outlets}' if outlets else ''}, confidence {event.confidence:.2f}"


def _names(parties: Iterable[object]) -> list[str]:
    return [str(getattr(party, "name", party)) for party in parties]
