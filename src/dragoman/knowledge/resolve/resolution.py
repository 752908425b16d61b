"""What a mention turned out to stand for, as of a day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """An actor behind some words; what is not known is None.

    Args:
        name: the usual name of the person, body, state or organisation.
        kind: `person`, `country`, `government_body`, `organisation`, `armed_group` or `group`.
        country: ISO alpha-3.
        sector: recorded sector on the day.
        finer: the finer sector of PLOVER or CAMEO behind it (`codes.sectors`: PTY, SPY, ELI...), where there is one.
        office: the office held on the day, lower case, as its state calls it ("secretary of state").
        actor: key in the tables (a person's, an organisation's, a state's ISO alpha-3), None for what no table holds.
        wikidata: Wikidata id.
        reason: why it is this one, or why it is unknown.
    """

    name: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    finer: str | None = None
    office: str | None = None
    actor: str | None = None
    wikidata: str | None = None
    reason: str = ""
