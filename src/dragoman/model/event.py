"""One event, however many reports tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a merged event.

    Args:
        name: the field ("date", "place", "actors").
        value: the value chosen, as JSON.
        policy: the rule that chose it ("most precise stated", "most reports").
        support: ids of the mentions that say so.
        dissent: (other value as JSON, id of the mention that says it).
    """

    name: str
    value: str
    policy: str
    support: tuple[str, ...]
    dissent: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as the whole record knows it, derived from its mentions.

    Args:
        id: made by `ids.event_id` from the founding mention.
        type: PLOVER event type.
        mode: PLOVER mode, None where none is said.
        cameo: CAMEO code, None where none fits.
        actors: ids of those who do it.
        recipients: ids of those who get it.
        symmetric: whether the order of participants means nothing.
        date: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `start/end` or None.
        place: its name, None where unknown.
        country: ISO alpha-3 of the place.
        lat: degrees.
        lon: degrees.
        status: actual, planned, conditional, denied.
        salience: main, other, background: the most that any report gives it.
        topics: short noun phrases.
        mentions: ids of its mentions, sorted.
        articles: ids of the reports that tell it, sorted.
        publishers: the outlets, sorted.
        confidence: 0 to 1.
        fields: where each value comes from and who says otherwise.
        independent: outlets that tell it of their own; copies of one text count once.
        first_report: day of the first report that tells it, None where no report has a day.
        last_report: day of the last one.
        contexts: the PLOVER contexts that any report's words speak of ("military", "cbrn"), sorted.
    """

    id: str
    type: str
    mode: str | None
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    date: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    status: str
    salience: str
    topics: tuple[str, ...]
    mentions: tuple[str, ...]
    articles: tuple[str, ...]
    publishers: tuple[str, ...]
    confidence: float
    fields: tuple[Field, ...]
    independent: int = 1
    first_report: str | None = None
    last_report: str | None = None
    contexts: tuple[str, ...] = ()
