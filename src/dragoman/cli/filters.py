"""The options that every verb on events shares: the filters of `Questions.events`."""

from collections.abc import Callable
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

import typer

OPTIONS: dict[str, tuple[Any, Any]] = {
    "actor": (str | None, typer.Option(None, "--actor", "-a", help="Who takes part: a name, part of one, or an id.")),
    "with_": (str | None, typer.Option(None, "--with", help="Somebody else who takes part.")),
    "country": (str | None, typer.Option(None, "--country", help="A state that any participant belongs to.")),
    "sector": (str | None, typer.Option(None, "--sector", help="PLOVER sector of any participant (GOV, MIL, ...).")),
    "type": (str | None, typer.Option(None, "--type", "-t", help="PLOVER event type (CONSULT, SANCTION, ...).")),
    "mode": (str | None, typer.Option(None, "--mode", help="PLOVER mode (meet, call, visit, ...).")),
    "status": (str | None, typer.Option(None, "--status", help="actual, planned, conditional or denied.")),
    "salience": (str | None, typer.Option(None, "--salience", help="main, other or background.")),
    "since": (str | None, typer.Option(None, "--since", help="First day: YYYY, YYYY-MM or YYYY-MM-DD.")),
    "until": (str | None, typer.Option(None, "--until", help="Last day, inclusive.")),
    "place": (str | None, typer.Option(None, "--place", help="Where: part of a name, a state, or LAT,LON.")),
    "within": (float | None, typer.Option(None, "--within", metavar="KM", help="So many kilometres around --place.")),
    "topic": (str | None, typer.Option(None, "--topic", help="Words of what it was about.")),
    "context": (str | None, typer.Option(None, "--context", help="A PLOVER context (military, cbrn, health, ...).")),
    "publisher": (str | None, typer.Option(None, "--publisher", help="An outlet that tells it.")),
    "min_outlets": (int | None, typer.Option(None, "--min-outlets", help="Told by so many independent outlets.")),
    "min_confidence": (float | None, typer.Option(None, "--min-confidence", help="Confidence, 0 to 1.")),
    "text": (str | None, typer.Option(None, "--text", help="Words of a sentence that tells it.")),
}
"""The type and the option of each filter."""


def filtered(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of all filters.

    Args:
        verb: takes `asked`, a mapping of the filters that were given, beside options of its own.

    Returns:
        The verb as the command line has it.
    """
    hints = get_type_hints(verb)
    own = [each for name, each in signature(verb).parameters.items() if name != "asked"]
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=option, annotation=kind)
        for name, (kind, option) in OPTIONS.items()
    ]

    def run(**given: Any) -> None:
        asked = {name: given.pop(name) for name in OPTIONS}
        verb(**given, asked={name: value for name, value in asked.items() if value is not None})

    # the command line reads options off the signature and the annotations
    typed = [each.replace(annotation=hints[each.name], kind=Parameter.KEYWORD_ONLY) for each in own]
    run.__signature__ = Signature([*typed, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in (*typed, *shared)}
    run.__name__, run.__doc__ = verb.__name__, verb.__doc__
    return run
